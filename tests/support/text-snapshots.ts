import type { CellValue, SheetSnapshot } from "../../src/sheet";
import { numberIn } from "../corpus/planted-tables";

/** Rows of text as a sheet that holds nothing but them, as a .csv does. */
export function textSnapshot(rows: readonly (readonly string[])[], sheet = "Biểu"): SheetSnapshot {
  return snapshotOf(rows.map((row) => row.map((text) => (text === "" ? null : text))), sheet);
}

/** Rows of text as a sheet with typed numbers: what is a number in the notation that the table declares. */
export function typedSnapshot(rows: readonly (readonly string[])[], format: string, sheet = "Biểu"): SheetSnapshot {
  return snapshotOf(rows.map((row) => row.map((text) => numberIn(text, format) ?? (text === "" ? null : text))), sheet);
}

/** Cells as a sheet without formulas and looks; rows may differ in length. */
export function snapshotOf(rows: readonly (readonly CellValue[])[], sheet = "Biểu"): SheetSnapshot {
  const cols = rows.reduce((most, row) => Math.max(most, row.length), 1);
  const values = rows.map((row) => Array.from({ length: cols }, (_, col) => row[col] ?? null));
  return {
    sheet,
    area: { row: 0, col: 0, rows: Math.max(1, rows.length), cols },
    values,
    formulas: values.map((row) => row.map(() => null)),
    unevaluated: [],
  };
}
