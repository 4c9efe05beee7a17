import type { CellRef } from "../sheet";
import type { LiveWorkbook } from "../workbook/port";
import type { Done } from "./done";

/** A number for what a cell holds: a number that breaks a sum, or text (without the blanks around it) where a number belongs. */
export interface Correction {
  readonly at: CellRef;
  readonly from: number | string;
  readonly to: number;
}

/** Writes a correction into its cell, if what it corrects still stands there; throws "cell-changed" otherwise. */
export async function applyCorrection(workbook: LiveWorkbook, { at, from, to }: Correction): Promise<Done<void>> {
  const expect = typeof from === "string" ? await asTyped(workbook, at, from) : from;
  const inverse = await workbook.change([{ at, to, expect }]);
  return {
    result: undefined,
    undo: async () => {
      await workbook.change(inverse);
    },
  };
}

/** The text of a cell with the blanks that were typed around it, where it still is that text. */
async function asTyped(workbook: LiveWorkbook, at: CellRef, text: string): Promise<string> {
  const [snapshot] = await workbook.read([{ sheet: at.sheet, area: { row: at.row, col: at.col, rows: 1, cols: 1 } }]);
  const value = snapshot?.values[0]?.[0];
  return typeof value === "string" && value.trim() === text ? value : text;
}
