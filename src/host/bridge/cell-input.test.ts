import { describe, expect, test } from "@jest/globals";
import { CellValueType } from "@univerjs/core";
import fc from "fast-check";
import { BLANK, cellInput } from "./cell-input";
import { contentOf } from "./cells";

const kept = (value: string | number | boolean, format = "General") => contentOf(cellInput(value, format));

describe("cellInput", () => {
  test("leaves text after an apostrophe, and all text in a cell of format @, as it is", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (text) => {
        expect(kept(`'${text}`)).toBe(text);
        if (!text.startsWith("'")) expect(kept(text, "@")).toBe(text);
      }),
    );
  });

  test("keeps numbers and truth values", () => {
    fc.assert(fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => expect(kept(number)).toBe(number)));
    expect([kept(true), kept(false)]).toEqual([true, false]);
    expect([kept(5, "@"), kept(true, "@")]).toEqual(["5", "TRUE"]);
  });

  test("reads what Excel reads in text, and nothing else", () => {
    expect(["12", "-1.5", "1,234", "12%", "true", "1e3"].map((text) => kept(text))).toEqual([12, -1.5, 1234, 0.12, true, 1000]);
    expect(["Biểu 1", "- đường", "12 tỷ", "I", "a)"].map((text) => kept(text))).toEqual(["Biểu 1", "- đường", "12 tỷ", "I", "a)"]);
    expect(cellInput("12%", "General")?.s).toEqual({ n: { pattern: "0%" } });
    expect(cellInput("12%", "0.00")?.s).toBeUndefined();
  });

  test("tells formulas, blanks and cells to be left", () => {
    expect(cellInput("=1+1", "General")).toMatchObject({ f: "=1+1" });
    expect(cellInput("", "General")).toEqual(BLANK);
    expect(cellInput(null, "General")).toBeUndefined();
    expect(cellInput("'007", "General")?.t).toBe(CellValueType.FORCE_STRING);
    expect(() => cellInput([1], "General")).toThrow(/format/);
  });
});
