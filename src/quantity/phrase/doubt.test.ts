import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { bareText } from "../text";
import { readTarget } from "../read-target";

const said = (text: string, unit: string | null = null): string => {
  const reading = readTarget(text, { unit });
  return reading.kind === "target" || reading.kind === "quantity" ? `${reading.target.comparator} ${reading.target.value}` : reading.kind;
};

/** Behind a number and its unit. */
const LEAVE_OPEN = [
  "gì đó", "nào đó", "hay sao", "một chút", "hơn chút", "có lẻ", "có dư", "rưỡi", "chưa kể vãng lai", "không kể hộ bảo trợ",
  "(trừ vùng sâu)", "trừ hộ nghèo", "ngoại trừ năm 2022", "không tính vãng lai", "nếu có vốn", "tùy nguồn vốn", "tuỳ nguồn vốn", "trở ra",
  "hơn", "kém", "quá", "trên", "dưới", "không đạt", "chưa đạt", "ko đạt", "hoặc không", "có thể", "-", "?", "(?)", "#", "kém 5",
];
/** Before a number. */
const OPEN = [
  "trừ", "có lẽ", "may ra", "chưa chắc", "không rõ", "có thể", "kém", "thua", "nhỏ nhất", "lớn nhất", "tệ nhất", "?", "ko", "k0", "không",
  "gấp 2 lần",
];
/** Understood beside a number, with what they say. */
const SAID: readonly (readonly [string, string])[] = [
  ["90% trở lại", "<= 90"], ["90% đổ lại", "<= 90"], ["khoảng chừng 90% trở lại đây", "<= 90"], ["90% là cùng", "<= 90"],
  ["cùng lắm 90%", "<= 90"], ["kịch trần 90%", "<= 90"], ["mức trần 90%", "<= 90"], ["bét nhất 90%", ">= 90"], ["mức sàn 90%", ">= 90"],
  ["90% là ít", ">= 90"], ["tỷ lệ là ít nhất 90%", ">= 90"], ["mấp mé 90%", "~ 90"], ["0 quá 90%", "<= 90"], ["0 dưới 90%", ">= 90"],
  ["ko quá 90%", "<= 90"], ["90% (dự kiến)", "= 90"], ["tạm tính 90%", "= 90"], ["ước 90%", "= 90"], ["cố gắng 90%", "= 90"],
  ["90% (*)", "= 90"], ["90% (1)", "= 90"], ["90%.", "= 90"],
];
/** What describes who is counted, and leaves nothing open. */
const DESCRIBED = [
  "90% hộ trở lại cộng đồng", "90% không biết chữ", "90% dư nợ", "người già 90%", "tỷ lệ học sinh yếu kém 90%",
  "90% người dân có thể tiếp cận", "tỷ lệ hộ được khảo sát 90%", "90% nợ quá hạn", "90% trên địa bàn", "tỷ lệ (%) 90",
];

describe("words beside a number", () => {
  test("what leaves it open makes it unreadable, with accents and without, with a unit and without, under any unit", () => {
    const numbers = fc.constantFrom("90%", "90", "90 xã", "12,5 %", "1.200 cái");
    const phrases = fc.oneof(
      fc.tuple(numbers, fc.constantFrom(...LEAVE_OPEN)).map((both) => both.join(" ")),
      fc.tuple(fc.constantFrom(...OPEN), numbers).map((both) => both.join(" ")),
    );
    fc.assert(
      fc.property(
        phrases,
        fc.constantFrom(null, "%", "xã", "người"),
        fc.constantFrom("NFC", "NFD"),
        fc.boolean(),
        (phrase, unit, form, bare) => {
          const written = (bare ? bareText(phrase) : phrase).normalize(form);
          // "co du" without accents may be "có đủ"
          fc.pre(!bare || !/(?:dư|lẻ|lẽ)(?!\p{L})/u.test(phrase));
          expect([written, said(written, unit)]).toEqual([written, "unreadable"]);
        },
      ),
      { numRuns: 1500 },
    );
  });

  test.each(SAID)("%s is %s, with accents and without", (phrase, right) => {
    expect([said(phrase), said(phrase.normalize("NFD")), said(bareText(phrase))]).toEqual([right, right, right]);
  });

  test("a multiple is part of the number whatever stands in the column of units; one that nobody writes there is not guessed", () => {
    expect([
      said("90 nghìn", "người"), said("90 nghìn người", "người"), said("90 nghìn", "nghìn người"), said("90 người", "nghìn người"),
      said("1,2 vạn", "dân"), said("dưới 2,5 ngàn hộ", "hộ"),
    ]).toEqual(["= 90000", "= 90000", "= 90", "= 0.09", "= 12000", "< 2500"]);
    expect(["90k", "9 chục", "90 trăm", "90 tá"].map((text) => said(text, "người"))).toEqual([
      "unreadable", "unreadable", "unreadable", "unreadable",
    ]);
  });

  test.each(DESCRIBED)("%s is that number", (phrase) => {
    expect(said(phrase)).toBe("= 90");
  });
});
