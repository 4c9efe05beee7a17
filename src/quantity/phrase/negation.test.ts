import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { readTarget } from "../read-target";

const read = (phrase: string): string => {
  const reading = readTarget(phrase);
  if (!("target" in reading)) return reading.kind;
  const { comparator, value, value2, unit } = reading.target;
  return [comparator, value, ...(value2 === null ? [] : [`| ${value2}`]), unit ?? "-"].join(" ");
};

const choice = <T>(values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);

describe("a limit that is denied is its opposite", () => {
  /** Ways to deny, each with what may follow it. */
  const DENIALS = [
    "không", "chưa", "không để", "không được", "không được để", "không được phép", "không bao giờ", "không bao giờ để", "không thể",
    "không hề", "không nên", "không cho", "không còn", "không để xảy ra", "không để cho", "chưa bao giờ", "chẳng bao giờ", "đừng để",
    "tránh để", "tuyệt đối không", "quyết không để", "ko",
  ];
  const RISING = ["", "tăng", "tăng lên", "lên", "vọt lên", "tăng cao", "tăng nhanh", "leo lên"];
  const FALLING = [
    "", "giảm", "giảm xuống", "xuống", "rơi xuống", "tụt xuống", "giảm sâu", "hạ xuống", "sụt giảm", "rớt", "lùi xuống", "giảm xuống còn",
  ];
  const ABOVE = ["quá", "qúa", "trên", "vượt", "vượt quá", "hơn", "cao hơn", "lớn hơn", "nhiều hơn", "vượt mức", ">", "trên mức"];
  const BELOW = ["dưới", "thấp hơn", "nhỏ hơn", "ít hơn", "<", "kém hơn", "dưới mức"];
  const SUBJECTS = ["", "Tỷ lệ hộ nghèo ", "Đến năm 2030, ", "- ", "giữ mức này, "];
  const ways = fc.oneof(
    fc.tuple(choice(RISING), choice(ABOVE)).map(([verb, limit]) => ({ words: `${verb} ${limit}`, op: "<=" })),
    fc.tuple(choice(FALLING), choice(BELOW)).map(([verb, limit]) => ({ words: `${verb} ${limit}`, op: ">=" })),
  );
  const capital = choice([
    (text: string) => text,
    (text: string) => text.toLocaleUpperCase("vi"),
    (text: string) => text.charAt(0).toLocaleUpperCase("vi") + text.slice(1),
  ]);

  test("whatever denies, whichever way it moves, however it is typed", () => {
    fc.assert(
      fc.property(
        choice(SUBJECTS), choice(DENIALS), ways, fc.integer({ min: 2, max: 99 }), choice(["%", " %", "‰", " vụ"]),
        choice(["NFC", "NFD"] as const), capital,
        (subject, denial, { words, op }, value, unit, form, typed) => {
          expect(read(typed(`${subject}${denial} ${words} ${value}${unit}`.replace(/ +/g, " ")).normalize(form)).toLowerCase()).toBe(
            `${op} ${value} ${unit.trim()}`,
          );
        },
      ),
      { numRuns: 1500 },
    );
  });

  test("what has to be reached and is not, stays below", () => {
    fc.assert(
      fc.property(
        choice(["không", "chưa"]),
        choice(["đến", "tới", "đạt", "đạt đến", "đầy", "đủ", "đạt mức", "lên đến"]),
        fc.integer({ min: 2, max: 99 }),
        (denial, verb, value) => expect(read(`${denial} ${verb} ${value}%`)).toBe(`< ${value} %`),
      ),
    );
  });

  test.each([
    ["không để tỷ lệ hộ nghèo vượt 5%", "<= 5 %"], ["không để trẻ em dưới 5 tuổi tử vong quá 15‰", "<= 15 ‰"],
    ["không có xã nào dưới 15 tiêu chí", ">= 15 tiêu chí"], ["từ 95% không giảm xuống dưới 90%", ">= 90 %"],
    ["không vượt trần 5%", "<= 5 %"], ["không dưới hai bác sĩ", ">= 2 bác sĩ"], ["khong de giam xuong duoi 90%", ">= 90 %"],
    ["must not fall below 90%", ">= 90 %"], ["not to exceed 5%", "<= 5 %"], ["≯ 5%", "<= 5 %"],
  ])("%s", (phrase, expected) => expect(read(phrase)).toBe(expected));
});

describe("equality in words", () => {
  test.each([
    ["hơn hoặc bằng 95%", ">= 95 %"], ["trên hoặc bằng 95%", ">= 95 %"], ["bằng hoặc hơn 95%", ">= 95 %"], ["bằng hay hơn 95%", ">= 95 %"],
    ["lớn hơn, bằng 95%", ">= 95 %"], ["thấp hơn hay bằng 5%", "<= 5 %"], ["không hơn không kém 5%", "= 5 %"],
    ["không trên, không dưới 5%", "= 5 %"], ["trên/dưới 95%", "~ 95 %"], ["trên - dưới 95%", "~ 95 %"],
  ])("%s", (phrase, expected) => expect(read(phrase)).toBe(expected));
});

describe("two limits of one value", () => {
  test.each([
    "không dưới 5% và không quá 10%", "không quá 10% và không dưới 5%", "ít nhất 5% tối đa 10%", "≥ 5% và ≤ 10%", "trên 5% nhưng dưới 10%",
  ])("%s", (phrase) => expect(read(phrase)).toBe("range 5 | 10 %"));
});

describe("where a limit stands elsewhere than before its number", () => {
  test.each([
    ["5% tối đa", "<= 5 %"], ["90% (tối thiểu)", ">= 90 %"], ["5%, tối đa", "<= 5 %"], ["Ít nhất mỗi xã có 2 bác sĩ", ">= 2 bác sĩ"],
    ["tối thiểu toàn tỉnh đạt 90%", ">= 90 %"], ["dưới mức tối thiểu 90%", "< 90 %"], ["trên mức tối đa 5%", "> 5 %"],
  ])("%s", (phrase, expected) => expect(read(phrase)).toBe(expected));
});

describe("a denial of something else", () => {
  test.each([
    "không phải trên 90%", "không nhất thiết dưới 5%", "không chỉ trên 90%", "không còn 5%", "không tăng 5%", "khác 5%", "≠ 5%", "<> 5%",
    "khôngg quá 5%", "tối đa không dưới 5%", "trên hoặc dưới 5%", "không lớn hơn hoặc bằng 5%", "không khoảng 5%", "(5%)",
  ])("%s cannot be read", (phrase) => expect(read(phrase)).toBe("unreadable"));
  test.each([
    ["Tỷ lệ trẻ không suy dinh dưỡng đạt trên 85%", "> 85 %"], ["hộ không nghèo trên 90%", "> 90 %"],
    ["vận tải hàng không trên 90%", "> 90 %"], ["không xảy ra dịch bệnh, tỷ lệ mắc dưới 5%", "< 5 %"], ["(5)%", "-5 %"],
    ["biện pháp tránh thai 74 %", "= 74 %"],
  ])("%s", (phrase, expected) => expect(read(phrase)).toMatch(expected));
});
