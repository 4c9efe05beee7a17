import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { fromOldFonts, mayBeOldFont, OLD_FONTS } from "./old-fonts";
import { readMoneyUnit } from "./money";
import { readTarget } from "./read-target";
import { isSyllable } from "./syllable";
import { readTime } from "./time";

/** Syllables that together have every vowel with every tone that a rhyme takes. */
const SYLLABLES = (
  "ba bá bà bả bã bạ cân cấn cần cẩn cẫn cận chăn chắn chằn chẳn chẵn chặn me mé mè mẻ mẽ mẹ kê kế kề kể kễ kệ co có cò cỏ cõ cọ tôn tốn tồn tổn tỗn tộn mơ mớ mờ mở mỡ mợ " +
  "thu thú thù thủ thũ thụ dư dứ dừ dử dữ dự ti tí tì tỉ tĩ tị ky ký kỳ kỷ kỹ kỵ đường được quyết khoảng nghiêng giường huỷ hoá"
).split(" ");

/** Today's letters in the signs of a font, as somebody types them who has it. */
function typedIn(text: string, font: keyof typeof OLD_FONTS): string {
  const signs = new Map([...OLD_FONTS[font]].map(([sign, letter]) => [letter, sign]));
  return [...text].map((letter) => signs.get(letter) ?? (font === "vni" || letter < "\u0080" ? letter : `?${letter}`)).join("");
}

describe("old fonts", () => {
  const fonts = fc.constantFrom("tcvn3", "vni");
  test("what was typed in them is what was meant, every vowel with every tone", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...SYLLABLES), { minLength: 1, maxLength: 6 }), fonts, fc.nat(99), (words, font, number) => {
        const meant = `không quá ${words.join(" ")} ${number} %`;
        expect(fromOldFonts(typedIn(meant, font))).toBe(meant);
      }),
      { numRuns: 400 },
    );
    for (const font of ["tcvn3", "vni"] as const)
      for (const word of SYLLABLES) expect(fromOldFonts(typedIn(`khoảng ${word}`, font))).toBe(`khoảng ${word}`);
  });

  test("capitals of VNI", () => {
    fc.assert(fc.property(fc.array(fc.constantFrom(...SYLLABLES), { minLength: 1, maxLength: 6 }), (words) => {
      const meant = `KHÔNG QUÁ ${words.join(" ").toUpperCase()}`;
      expect(fromOldFonts(typedIn(meant, "vni"))).toBe(meant);
    }));
  });

  test("texts of today stay as they are", () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom(...SYLLABLES, "GRDP", "m²", "°C", "«quá»", "±", "×", "km"), fc.integer().map(String)), {
          maxLength: 6,
        }),
        fc.constantFrom("NFC", "NFD"),
        (words, form) => {
          const text = words.join(" ").normalize(form);
          expect([fromOldFonts(text), mayBeOldFont(text)]).toEqual([text, false]);
        },
      ),
      { numRuns: 400 },
    );
    for (const text of ["résumé", "São Paulo", "Zürich", "niño", "café"]) expect(fromOldFonts(text)).toBe(text);
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => typeof fromOldFonts(text) === "string"));
  });

  test("targets, units and times are read in them; what is not certain is unreadable, never a bare number", () => {
    const short = (phrase: string): unknown[] => {
      const reading = readTarget(phrase);
      return "target" in reading ? [reading.target.comparator, reading.target.value] : [reading.kind];
    };
    expect(
      [
        "kh«ng qu¸ 5%", "Ýt nhÊt 90%", "d\u00adíi 5%", "khoâng quaù 5%", "ít nhaát 90%", "döôùi 15‰", "KHOÂNG QUAÙ 5%",
        "gi¶m cßn d\u00adíi 5%",
      ].map(short),
    ).toEqual([["<=", 5], [">=", 90], ["<", 5], ["<=", 5], [">=", 90], ["<", 15], ["<=", 5], ["<", 5]]);
    expect(["kh«ng quá 5%", "kh«n¸g qu¸ 5%", "khoâng quaùù 5%"].map(short)).toEqual([["unreadable"], ["unreadable"], ["unreadable"]]);
    expect(readMoneyUnit("§¬n vÞ tÝnh: triÖu ®ång")).toBe("trieu-dong");
    expect(readMoneyUnit("Ñôn vò tính: tyû ñoàng")).toBe("ty-dong");
    expect(readTime("Th¸ng 6 n¨m 2026")).toMatchObject({ kind: "span", to: { year: 2026, month: 6, day: 30 } });
  });
});

test("a syllable has a beginning, a rhyme and one tone, and before a stop only two of them", () => {
  expect(["nghiêng", "quyết", "hoá", "hóa", "GIƯỜNG", "ỵ", "uống", "gì", "yếu"].filter((word) => !isSyllable(word))).toEqual([]);
  expect(["nhÊt", "nhât", "khoâng", "quaù", "dướii", "aó", "ngheò", "x", "việtt"].filter(isSyllable)).toEqual([]);
});
