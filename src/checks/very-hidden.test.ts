import { describe, expect, test } from "@jest/globals";
import { today } from "../../tests/support/context";
import { budgetRows, formulaTable, type Rows } from "../../tests/support/other-tables";
import type { SheetInfo } from "../sheet";
import { veryHidden } from "./very-hidden";

const SOURCE: SheetInfo = { id: "2", name: "Nguồn 2025", visible: false, veryHidden: true };

function found(rows: Rows, sheets: readonly SheetInfo[], hidden: Rows = [["Ghi chú"]]) {
  const shown = formulaTable(rows);
  const source = hidden.length > 1 ? [formulaTable(hidden, { sheet: SOURCE.name })] : [];
  const tables = [shown, ...source];
  expect(veryHidden.check(shown, { today, tables, sheets })).toEqual([]);
  return (veryHidden.beside?.({ today, tables, sheets }) ?? []).map(({ severity, at, data }) => [
    severity,
    `${at.sheet} ${at.row} ${at.col}`,
    data,
  ]);
}

describe("very-hidden", () => {
  const reading = budgetRows({ C4: ["='nguồn 2025'!C9", 610] });

  test("a formula reads it", () => {
    expect(found(reading, [SOURCE])).toEqual([
      ["warning", "Biểu 3 2", { sheets: [{ sheet: "Nguồn 2025", reader: { sheet: "Biểu", row: 3, col: 2 } }] }],
    ]);
  });

  test("it only holds figures", () => {
    expect(found(budgetRows(), [SOURCE], budgetRows())).toEqual([
      ["info", "Nguồn 2025 1 2", { sheets: [{ sheet: "Nguồn 2025", reader: null }] }],
    ]);
  });

  test("sheets that a menu shows again, and those that nothing hangs on, are no matter", () => {
    expect(found(reading, [{ id: "2", name: "Nguồn 2025", visible: false }])).toEqual([]);
    expect(found(budgetRows(), [SOURCE])).toEqual([]);
    expect(found(reading, [{ ...SOURCE, name: "Nguồn 2024" }])).toEqual([]);
  });
});
