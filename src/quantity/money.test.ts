import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { fromDong, readMoneyUnit, toDong } from "./money";
import { readSpelledDong, spellDong } from "./spelling";
import { decimalsOf } from "./decimal";
import { writeNumber } from "./number";
import { readTarget } from "./read-target";
import { MONEY_UNITS, type MoneyUnit } from "./types";

describe("đồng and larger units", () => {
  test("are exact", () => {
    expect(toDong(275556, "trieu-dong")).toBe(275_556_000_000);
    expect(toDong(2.3, "ty-dong")).toBe(2_300_000_000);
    expect(toDong(0.1 + 0.2, "trieu-dong")).toBe(300_000);
    expect(fromDong(1_987_000_000, "ty-dong")).toBe(1.987);
  });

  test.each([
    [0.5, "dong"], [0.0000001, "trieu-dong"], [1e16, "dong"], [1e10, "ty-dong"], [Number.NaN, "dong"],
  ] as const)("%d %s is refused", (amount, unit) => {
    expect(() => toDong(amount, unit)).toThrow(RangeError);
  });

  test("go there and back without loss", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e15, max: 1e15 }), fc.constantFrom(...MONEY_UNITS), (dong, unit) =>
        expect(toDong(fromDong(dong, unit), unit)).toBe(dong),
      ),
    );
  });
});

describe("captions", () => {
  test.each([
    ["Đơn vị tính: triệu đồng", "trieu-dong"], ["ĐVT: Tr.đ", "trieu-dong"], ["Đơn vị: 1.000 đồng", "nghin-dong"],
    ["1.000.000 đồng", "trieu-dong"], ["Đơn vị tính: Triệu dồng", "trieu-dong"], ["nghìn đồng", "nghin-dong"], ["Ngàn đồng", "nghin-dong"],
    ["Đvt: tỉ đồng", "ty-dong"], ["(Tỷ đồng)", "ty-dong"], ["ĐVT: VNĐ", "dong"], ["Đơn vị tính: đồng", "dong"],
    ["Số tiền (triệu đồng)", "trieu-dong"], ["(Đơn vị tính: Triệu đồng)", "trieu-dong"],
    ["Đơn vị tính: triệu đồng".normalize("NFD"), "trieu-dong"], ["Unit: million VND", "trieu-dong"], ["VND billion", "ty-dong"],
    ["1000đ", "nghin-dong"], ["Triệu đồng.", "trieu-dong"], ["Đơn vị tính: Triệu đồng - Mill. dongs", "trieu-dong"],
    ["Unit: Mill. dong", "trieu-dong"], ["Unit: Bill. dongs", "ty-dong"], ["Nghìn đồng - Thous. dongs", "nghin-dong"],
    ["Triệu đồng/ Million VND", "trieu-dong"], ["[Triệu đồng]", "trieu-dong"], ["Ｄơn vị tính： １.０００ đồng", "nghin-dong"],
    ["Đơn vị tính: Triệu đồng (giá hiện hành)", "trieu-dong"], ["tỷ đồng (theo giá so sánh 2010)", "ty-dong"],
    ["VND'000", "nghin-dong"], ["'000 VND", "nghin-dong"], ["000 đồng", "nghin-dong"], ["1.000. đồng", "nghin-dong"],
    ["10³ đ", "nghin-dong"], ["10⁶ đồng", "trieu-dong"], ["Đơn vị tính: x 1.000 đồng", "nghin-dong"], ["1 triệu đồng", "trieu-dong"],
    ["Đ/v tính: ngàn đ", "nghin-dong"], ["ĐƠN VỊ TÍNH: TỶ ĐỒNG", "ty-dong"], ["Đơn vị tiền tệ: VND", "dong"],
  ])("%s", (caption, unit) => expect(readMoneyUnit(caption)).toBe(unit));

  test.each([
    "Đơn vị: Sở Y tế", "Đơn vị tính: %", "", "Hoạt động", "Đơn vị tính", "triệu đồng/người", "Người", "tỷ lệ", "Hội đồng",
    "USD", "Triệu USD", "nghìn tỷ đồng",
    "Triệu đồng/Tỷ đồng", "đồng/người/tháng", "1000đ/tháng", "1.000 con", "Đơn vị: Trường TH Triệu Đồng",
  ])("%j is no unit of money", (caption) => {
    expect(readMoneyUnit(caption)).toBeNull();
  });

  test("no text throws", () =>
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => expect([null, ...MONEY_UNITS]).toContain(readMoneyUnit(text)))));
});

test("an amount that is written in any unit and language reads as its đồng", () => {
  const written = fc.constantFrom(
    ["dong", "đồng"], ["nghin-dong", "nghìn đồng"], ["nghin-dong", "ngàn đồng"], ["trieu-dong", "triệu đồng"], ["trieu-dong", "tr.đ"],
    ["ty-dong", "tỷ đồng"], ["ty-dong", "tỉ"], ["trieu-dong", "triệu VNĐ"],
  ) as fc.Arbitrary<readonly [MoneyUnit, string]>;
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e15 }), written, fc.constantFrom("vi" as const, "en" as const), (dong, [unit, words], lang) => {
      const amount = fromDong(dong, unit);
      const shown = writeNumber(amount, lang, { maxDecimals: decimalsOf(amount) });
      expect(readTarget(`${shown} ${words}`, { lang })).toMatchObject({
        kind: "quantity",
        target: { comparator: "=", value: dong, unit: "đồng" },
      });
      expect(readTarget(shown, { lang, unit: words })).toMatchObject({ target: { value: dong, unit: "đồng" } });
    }),
  );
});

test("an amount with one point is told in both readings", () => {
  expect(readTarget("1.250 triệu đồng")).toMatchObject({ target: { value: 1_250_000_000 }, alternatives: [{ value: 1_250_000 }] });
  expect(readTarget("2.5 tỷ")).toMatchObject({ target: { value: 2_500_000_000 }, alternatives: [] });
});

describe("amounts in words", () => {
  test.each([
    [275_556_000_000, "Hai trăm bảy mươi lăm tỷ năm trăm năm mươi sáu triệu đồng"],
    [0, "Không đồng"],
    [10, "Mười đồng"],
    [11, "Mười một đồng"],
    [15, "Mười lăm đồng"],
    [21, "Hai mươi mốt đồng"],
    [24, "Hai mươi tư đồng"],
    [25, "Hai mươi lăm đồng"],
    [105, "Một trăm linh năm đồng"],
    [104, "Một trăm linh bốn đồng"],
    [1_005, "Một nghìn không trăm linh năm đồng"],
    [1_000_005, "Một triệu không trăm linh năm đồng"],
    [14_676_220_000, "Mười bốn tỷ sáu trăm bảy mươi sáu triệu hai trăm hai mươi nghìn đồng"],
    [1_050_000_000, "Một tỷ không trăm năm mươi triệu đồng"],
    [2_000_000_000_000, "Hai nghìn tỷ đồng"],
    [-5, "Âm năm đồng"],
  ])("%d", (dong, words) => {
    expect(spellDong(dong)).toBe(words);
    expect(readSpelledDong(`Bằng chữ: ${words}`)).toBe(dong);
  });

  test("a thousand million tỷ is tỷ tỷ", () => expect(spellDong(10n ** 18n)).toBe("Một tỷ tỷ đồng"));
  test("parts of a đồng are refused", () => expect(() => spellDong(1.5)).toThrow(RangeError));
  test("reading gives back what was spelled", () =>
    fc.assert(fc.property(fc.maxSafeInteger(), (dong) => expect(readSpelledDong(spellDong(dong))).toBe(dong === 0 ? 0 : dong))));
  test.each([
    ["(Bằng chữ: Hai tỷ, ba trăm triệu đồng chẵn./.)", 2_300_000_000],
    ["Bằng chữ: BA MƯƠI TƯ TỶ ĐỒNG", 34_000_000_000],
    ["Hai mươi nhăm nghìn đồng Việt Nam", 25_000],
    ["Một trăm lẻ năm ngàn đồng", 105_000],
    ["Một tỉ không trăm linh năm triệu đồng", 1_005_000_000],
    ["Mười bốn tỷ sáu trăm bảy mươi sáu triệu đồng".normalize("NFD"), 14_676_000_000],
  ])("%s", (text, dong) => expect(readSpelledDong(text)).toBe(dong));
  test("no text throws", () => {
    const words = fc
      .array(
        fc.constantFrom(
          "một", "mốt", "tư", "lăm", "linh", "mươi", "mười", "trăm", "nghìn", "triệu", "tỷ", "tỷ", "rưỡi", "đồng", "âm", "Bằng chữ:",
        ),
        { maxLength: 30 },
      )
      .map((said) => said.join(" "));
    fc.assert(fc.property(fc.oneof(words, fc.string({ unit: "binary" })), (text) => {
      const dong = readSpelledDong(text);
      expect(dong === null || Number.isSafeInteger(dong)).toBe(true);
    }));
  });
  test.each(["", "hai người", "đồng", "Bằng chữ: ...", "Hai trăm đồng hồ"])("%j is no amount", (text) =>
    expect(readSpelledDong(text)).toBeNull(),
  );
});

test("a share or a count beside the unit of money changes nothing; two units of money are none", () => {
  expect(
    [
      "triệu đồng; %", "Triệu đồng, %", "ĐVT: tr.đ", "Đơn vị: Triệu đồng; tỷ lệ %", "triệu đồng/%", "triệu đồng (%)",
      "Đơn vị tính: %; triệu đồng", "Đơn vị tính: triệu đồng, tỷ lệ: %",
    ].map(readMoneyUnit),
  ).toEqual(Array(8).fill("trieu-dong"));
  expect(
    ["Đơn vị tính: tỷ đồng; người", "ĐVT: nghìn đồng, người", "triệu đồng; tỷ đồng", "triệu đồng/người; %", "%", "ĐVT: %"].map(
      readMoneyUnit,
    ),
  ).toEqual(["ty-dong", "nghin-dong", null, null, null, null]);
});
