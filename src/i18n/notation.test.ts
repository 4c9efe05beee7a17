import { describe, expect, test } from "@jest/globals";
import type { Finding } from "../findings";
import { failureSentence, findingSentence, wordsOf } from ".";

const at = { sheet: "Biểu chỉ tiêu", row: 11, col: 9 };
const missed = {
  code: "target-not-met",
  data: { indicator: "Tỷ lệ hài lòng", year: 2025, actual: 1234.5, target: { comparator: ">=", value: 2000.25, value2: null, baseline: null, unit: null }, judgement: { status: "not-met", distance: 765.75, atLimit: false, side: "low", level: "near" } },
  at,
} as unknown as Finding;

describe("numbers in sentences", () => {
  test.each([
    ["vi", "vi", "1.234,5", "≥ 2.000,25", "765,75"],
    ["vi", "en", "1,234.5", "≥ 2,000.25", "765.75"],
    ["en", "vi", "1.234,5", "≥ 2.000,25", "765,75"],
    ["en", "en", "1,234.5", "≥ 2,000.25", "765.75"],
  ] as const)("in %s with the notation of %s", (lang, notation, ...numbers) => {
    const words = wordsOf(lang, notation);
    expect(words.notation).toBe(notation);
    const sentence = findingSentence(missed, words);
    for (const number of numbers) expect(sentence).toContain(number);
  });

  test("are in the notation of the language where none is known, those of a refusal too", () => {
    expect(findingSentence(missed, wordsOf("vi"))).toBe(findingSentence(missed, wordsOf("vi", "vi")));
    const failure = Object.assign(new Error(), { name: "WorkbookFailure", code: "unreadable-file", data: { reason: "too-large", fault: "entries", part: "", what: "10000" } });
    expect([failureSentence(failure, wordsOf("vi", "en")).sentence, failureSentence(failure, wordsOf("vi")).sentence]).toEqual([expect.stringContaining("10,000"), expect.stringContaining("10.000")]);
  });

  test("formulas are shown as they are typed there", () => {
    const replaced = { code: "formula-replaced", at, data: { unit: null, label: "Tổng", value: null, right: 5, linked: false, formula: { at, from: null, to: "=IF(A1=0.5,1,2)" }, also: [] } } as unknown as Finding;
    expect([findingSentence(replaced, wordsOf("vi")), findingSentence(replaced, wordsOf("vi", "en"))]).toEqual([expect.stringContaining("=IF(A1=0,5;1;2)"), expect.stringContaining("=IF(A1=0.5,1,2)")]);
  });

  test("what a person typed stays as it is, and no sign of ours is left in any sentence", () => {
    const typed = { ...missed, data: { ...missed.data, indicator: "Chỉ số 1.234,5" } } as unknown as Finding;
    for (const lang of ["vi", "en"] as const) for (const notation of ["vi", "en"] as const) {
      const sentence = findingSentence(typed, wordsOf(lang, notation));
      expect(sentence).toContain("Chỉ số 1.234,5");
      expect(sentence).not.toMatch(/[\uFDD0-\uFDEF]/);
    }
  });
});
