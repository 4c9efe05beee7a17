import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { toExcel } from "./text-input";

/** What Excel makes of typed text: an apostrophe is taken off, and whatever follows is the content. */
const content = (typed: unknown) => (typeof typed === "string" && typed.startsWith("'") ? typed.slice(1) : typed);

describe("text", () => {
  test("comes out as it went in", () => {
    fc.assert(fc.property(fc.string({ unit: "grapheme" }), (text) => {
      expect(content(toExcel(text))).toBe(text);
    }));
  });

  test("is sent bare only when it begins with a letter", () => {
    fc.assert(fc.property(fc.string({ unit: "grapheme", minLength: 1 }), (text) => {
      const sent = String(toExcel(text));
      expect(sent.startsWith("'") || /^\p{L}/u.test(sent)).toBe(true);
    }));
  });

  test.each([
    "=1+1", "+84", "-", "@a", "1.10", "12,5%", "1/2", "2021-05-01", "TRUE", "false", "#N/A", "'x", " =1", "\t=1", "(5)", "May 2021",
    "Jan-5", "1e5", "$5", "12:30", ".5", "₫5", "Biểu 1",
  ])("%j gets an apostrophe", (text) => {
    expect(toExcel(text)).toBe(`'${text}`);
  });

  test.each(["STT", "Nội dung chi", "Tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng thể thấp còi", "a", "đ"])(
    "%j is sent as it stands",
    (text) => {
      expect(toExcel(text)).toBe(text);
    },
  );

  test("that is empty leaves the cell blank", () => {
    expect(toExcel("")).toBe("");
  });
});

describe("other input", () => {
  test("numbers and booleans stay what they are", () => {
    fc.assert(fc.property(fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean()), (input) => {
      expect(toExcel(input)).toBe(input);
    }));
  });

  test("a blank empties the cell, a formula stands bare", () => {
    expect(toExcel(null)).toBe("");
    expect(toExcel({ formula: "=SUM(A1:A3)" })).toBe("=SUM(A1:A3)");
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY, { formula: "SUM(A1)" }, { formula: "" }])("%j is refused", (input) => {
    expect(() => toExcel(input)).toThrow(RangeError);
  });
});
