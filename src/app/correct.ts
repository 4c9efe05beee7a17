import type { CellRef, SheetInfo, SheetSnapshot } from "../sheet";
import { WorkbookFailure, type ReadArea, type CellChange, type LiveWorkbook } from "../workbook/port";
import type { Done } from "./done";

/** A number for what a cell holds: a number that breaks a sum, or text (without the blanks around it) where a number belongs. */
export interface NumberCorrection {
  readonly at: CellRef;
  readonly from: number | string;
  readonly to: number;
}

/** A formula for a cell that has another one, or none (`from` null). */
export interface FormulaCorrection {
  readonly at: CellRef;
  readonly formula: { readonly from: string | null; readonly to: string };
}

export type Correction = NumberCorrection | FormulaCorrection;

/**
 * Writes corrections into their cells, all or none, if what they correct still stands there; throws "cell-changed" otherwise. `sheets` as
 * they were at the check: they may have other names by now.
 */
export async function applyCorrections(
  workbook: LiveWorkbook, corrections: readonly Correction[], sheets: readonly SheetInfo[] = [],
): Promise<Done<void>> {
  const ids = new Map(sheets.map(({ name, id }) => [name, id]));
  const unread = corrections.filter((one) => "formula" in one || typeof one.from === "string");
  const areaOf = ({ at: { sheet, row, col } }: Correction): ReadArea => ({
    sheet,
    ...idIn(ids, sheet),
    area: { row, col, rows: 1, cols: 1 },
  });
  const snapshots = unread.length === 0 ? [] : await workbook.read(unread.map(areaOf));
  const changes = await workbook.change(
    corrections.map((one) => {
      const { id } = idIn(ids, one.at.sheet);
      return { ...changeOf(one, snapshots[unread.indexOf(one)]), ...(id === undefined ? {} : { sheetId: id }) };
    }),
  );
  return { result: undefined, undo: [{ kind: "cells", changes }] };
}

function idIn(ids: ReadonlyMap<string, string>, sheet: string): { readonly id?: string } {
  const id = ids.get(sheet);
  return id === undefined ? {} : { id };
}

function changeOf(correction: Correction, now: SheetSnapshot | undefined): CellChange {
  const { at } = correction;
  const value = now?.values[0]?.[0] ?? null;
  if ("formula" in correction) {
    const { from, to } = correction.formula;
    if ((now?.formulas[0]?.[0] ?? null) !== from) throw new WorkbookFailure("cell-changed", { at });
    return { at, to: { formula: to }, expect: { value, formula: from } };
  }
  // the blanks that were typed around a text are part of what has to stand there
  const { from, to } = correction;
  return { at, to, expect: typeof from === "string" && typeof value === "string" && value.trim() === from ? value : from };
}
