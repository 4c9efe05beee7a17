import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { decimalsOf, sumExact } from "./decimal";
import { readNumber, writeNumber } from "./number";

const value = (text: string, lang?: "vi" | "en"): number | null => {
  const reading = readNumber(text, lang);
  return reading.kind === "number" ? reading.value : null;
};

describe("reading numbers", () => {
  test.each([
    ["1.234.567,8", 1234567.8], ["1,234,567.8", 1234567.8], ["1 234 567,8", 1234567.8], ["1\u00a0234\u202f567,8", 1234567.8],
    ["275.556", 275556], ["2,5", 2.5], ["9.06", 9.06], ["09", 9], ["0,123", 0.123], ["-5", -5], ["−5", -5], ["- 5", -5], ["(5)", -5],
    ["(1.234,5)", -1234.5], ["46*", 46], ["46**", 46], ["46 (1)", 46], ["46¹", 46], ["(1) 1.056.485", 1056485], ["１２，５", 12.5], ["'12", 12],
    ["+7", 7], [" 12 ", 12], [",5", 0.5], ["25.0000", 25],
  ])("%s is %d", (text, expected) => expect(value(text, "vi")).toBe(expected));

  test.each(["", "-", "…", "abc", "12,5%", "1.23.456", "12 34", "1.234,567.8", "5.", "1..2", "12a", "2/3", "(5", "--5", "1e5"])(
    "%j is no number",
    (text) => {
      expect(readNumber(text, "vi")).toEqual({ kind: "none" });
    },
  );

  test("a single separator before three digits is ambiguous and says so", () => {
    expect(readNumber("1.234", "vi")).toEqual({ kind: "number", value: 1234, decimals: 0, alternatives: [1.234] });
    expect(readNumber("1.234", "en")).toEqual({ kind: "number", value: 1.234, decimals: 3, alternatives: [1234] });
    expect(readNumber("1,234", "vi")).toEqual({ kind: "number", value: 1.234, decimals: 3, alternatives: [1234] });
    expect(readNumber("1.234")).toMatchObject({ value: 1234, alternatives: [1.234] });
    expect(readNumber("1.234.567", "vi")).toMatchObject({ alternatives: [] });
  });

  test("decimals are those written", () => expect(readNumber("2,50", "vi")).toMatchObject({ value: 2.5, decimals: 2 }));

  test("no text throws", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(..."0123456789.,- ()*%") })),
        fc.constantFrom("vi", "en", undefined),
        (text, lang) => {
          const reading = readNumber(text, lang);
          expect(reading.kind === "none" || Number.isFinite(reading.value)).toBe(true);
        },
      ),
    );
  });
});

describe("writing numbers", () => {
  test("in both notations", () => {
    expect([writeNumber(275556, "vi"), writeNumber(275556, "en")]).toEqual(["275.556", "275,556"]);
    expect([writeNumber(-1234567.8, "vi"), writeNumber(2.5, "en", { minDecimals: 2 })]).toEqual(["-1.234.567,8", "2.50"]);
  });

  test("without the noise of binary arithmetic, without a negative zero", () => {
    expect(writeNumber(0.1 + 0.2, "vi", { maxDecimals: 20 })).toBe("0,3");
    expect(writeNumber(-0.0001, "vi")).toBe("0");
    expect(writeNumber(1.0005, "vi")).toBe("1,001");
  });

  test("what is not finite is refused", () => expect(() => writeNumber(Number.NaN, "vi")).toThrow(RangeError));

  test("reading what was written gives the number back", () => {
    const numbers = fc.oneof(
      fc.maxSafeInteger(),
      fc.tuple(fc.integer({ min: -1e9, max: 1e9 }), fc.nat(6)).map(([digits, decimals]) => Number(`${digits}e-${decimals}`)),
    );
    fc.assert(fc.property(numbers, fc.constantFrom("vi" as const, "en" as const), (number, lang) => {
      expect(value(writeNumber(number, lang, { maxDecimals: decimalsOf(number) }), lang)).toBe(number === 0 ? 0 : number);
    }));
  });
});

describe("decimals", () => {
  test("are counted in the shortest form", () =>
    expect([12.5, 300, 1e-7, 1.5e-7, 1e21, 0.001, Number.NaN].map(decimalsOf)).toEqual([1, 0, 7, 8, 0, 3, 0]));

  test("are those that a number has when it is printed", () => {
    const few = fc.tuple(fc.maxSafeInteger(), fc.nat(9)).map(([whole, decimals]) => whole / 10 ** decimals);
    fc.assert(
      fc.property(
        fc.oneof(few, fc.double({ noDefaultInfinity: true, noNaN: true }), fc.double({ min: -2e9, max: 2e9, noNaN: true })),
        (number) => {
          const [digits = "", exponent = "0"] = String(Math.abs(number)).split("e");
          expect(decimalsOf(number)).toBe(Math.max(0, (digits.split(".")[1] ?? "").length - Number(exponent)));
        },
      ),
      { numRuns: 1000 },
    );
  });

  test("sums are exact", () => {
    expect(sumExact([0.1, 0.2])).toBe(0.3);
    expect(sumExact([])).toBe(0);
    expect(() => sumExact([1, Number.POSITIVE_INFINITY])).toThrow(RangeError);
    fc.assert(fc.property(fc.array(fc.integer({ min: -1e9, max: 1e9 }), { maxLength: 30 }), (cents) => {
      expect(sumExact(cents.map((cent) => cent / 100))).toBe(cents.reduce((sum, cent) => sum + cent, 0) / 100);
    }));
  });
});
