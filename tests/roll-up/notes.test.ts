import { expect, test } from "@jest/globals";
import { wordsOf } from "../../src/i18n";
import { emptyRollUp, resultOf, rollUpSpecs } from "../../src/summaries/roll-up";

const words = wordsOf("vi");
const unit = (name: string) =>
  ({
    unit: name,
    file: `${name}.xlsx`,
    state: "read",
    reason: null,
    errors: 0,
    warnings: 0,
    infos: 0,
    cells: 1,
    filled: 1,
    kinds: [],
  }) as const;

function said(units: readonly string[], sources: [] | null): string {
  const specs = rollUpSpecs(
    { result: resultOf(emptyRollUp()), forms: null, units: units.map(unit), sources, date: "22/11/2026", taken: [], passed: [], rollUp: 1 },
    words,
  );
  return JSON.stringify(specs.find(({ name }) => name === words.rollUp.sheets.units)?.cells);
}

test("what a sheet is too short for is said where the units are listed", () => {
  expect(said(["Xã A"], [])).not.toContain("--csv");
  expect(said(["Xã A"], null)).toContain("--csv");
  const many = Array.from({ length: 300 }, (_, index) => `Huyện ${index}/Xã`);
  expect(said(many, [])).toMatch(/120\/\d{3} cấp/);
  expect(said(many.slice(0, 5), [])).not.toMatch(/Chỉ ghi dòng riêng/);
});
