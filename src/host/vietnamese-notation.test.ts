import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { readTyped, writeNumber } from "./vietnamese-notation";

const read = (text: string) => readTyped(text, 2026);

describe("readTyped", () => {
  test.each([
    ["39.750", 39750, "#,##0"],
    ["39750", 39750, null],
    ["12,5", 12.5, null],
    ["1.234.567,8", 1234567.8, "#,##0.00"],
    ["-1.000", -1000, "#,##0"],
    ["+7", 7, null],
    ["(1.000)", -1000, "#,##0"],
    [",5", 0.5, null],
    ["12,5%", 0.125, "0.00%"],
    ["12,3 %", 0.123, "0.00%"],
    ["28%", 0.28, "0%"],
    ["1,5E3", 1500, "0.00E+00"],
    ["  100 ", 100, null],
    ["1/5/2026", 46143, "dd/mm/yyyy"],
    ["1/5", 46143, "dd/mm/yyyy"],
    ["31-12-99", 36525, "dd/mm/yyyy"],
    ["1/3/1900", 61, "dd/mm/yyyy"],
  ])("%s is a number", (text, value, format) => {
    expect(read(text)).toEqual({ kind: "number", value, format, percent: text.includes("%") });
  });

  test.each([
    "1.5", "1.23", "0.123", "1,234.5", "1.234.56", "12,5,6", "1.1.1", "abc", "-", "%", ",", "1 000", "31/2/2026", "5/13/2026", "1/1/1900",
    "5 /vạn dân", "12a", "()", "1e999",
  ])("%s is text", (text) => {
    expect(read(text)).toEqual({ kind: "text" });
  });

  test("what has more digits than Excel keeps is text", () => {
    expect(read("123456789012345")).toMatchObject({ value: 123456789012345 });
    expect(read("1234567890123456")).toEqual({ kind: "text" });
  });

  test("reads back what the cell editor shows, and what a Vietnamese format shows", () => {
    const amounts = fc
      .tuple(fc.integer({ min: -1e12, max: 1e12 }), fc.integer({ min: 0, max: 2 }))
      .map(([units, decimals]) => units / 10 ** decimals);
    fc.assert(
      fc.property(amounts, (value) => {
        expect(read(writeNumber(value))).toMatchObject({ kind: "number", value: value + 0 });
        expect(read(value.toLocaleString("vi-VN"))).toMatchObject({ kind: "number", value: value + 0 });
      }),
    );
  });

  test("a date is read as day, month, year, and every day of a century comes back", () => {
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 73_050 }), (serial) => {
        const date = new Date((serial - 25_569) * 86_400_000);
        const text = `${date.getUTCDate()}/${date.getUTCMonth() + 1}/${date.getUTCFullYear()}`;
        expect(read(text)).toMatchObject({ kind: "number", value: serial });
      }),
    );
  });
});
