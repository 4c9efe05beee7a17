import { LOOK_ROWS, lostOutline, lostTable, type ShownTable, type TableOutline } from "../reading";
import { MAX_COLS, MAX_ROWS, type SheetArea, type SheetSnapshot, type WorkbookOutline } from "../sheet";
import type { LostTable } from "../tables";
import { definedName, freeTableId, isDerivedName, readKeptPlanName, readRecordName } from "../templates";
import type { ReadArea, Workbook } from "../workbook/port";
import { tableLooks } from "./table-looks";

/** Sheets on which neither a table nor anything else of ours has a name. */
export function otherSheets({ sheets, names }: WorkbookOutline, outlines: readonly TableOutline[]): string[] {
  const ours = new Set([
    ...outlines.map(({ sheet }) => sheet),
    ...names.flatMap(({ name, refersTo }) =>
      isDerivedName(name) || readRecordName(name) || readKeptPlanName(name) !== null ? [refersTo.sheet] : [],
    ),
  ]);
  return sheets.flatMap(({ name }) => (ours.has(name) ? [] : [name]));
}

/** The rows of a sheet in which a table of ours shows. Its heads are words: no formula is calculated for them. */
export function lookAt(sheet: string): ReadArea {
  const top: SheetArea = { sheet, area: { row: 0, col: 0, rows: LOOK_ROWS, cols: MAX_COLS } };
  return { ...top, wanted: { without: [top] } };
}

/** The tables of ours that the first rows of sheets show. */
export function shownOn(tops: readonly SheetSnapshot[]): ShownTable[] {
  return tops.flatMap((top) => (top.values.some((row) => row.some((value) => value !== null)) ? (lostTable(top, tableLooks()) ?? []) : []));
}

/**
 * Tables of ours that have lost their names: those that can be read by their heads and codes, and those that nobody can read. One round
 * trip where there are any.
 */
export async function recovered(
  workbook: Workbook, tops: readonly SheetSnapshot[], { names }: WorkbookOutline,
): Promise<{ readonly found: TableOutline[]; readonly lost: LostTable[] }> {
  const shown = shownOn(tops);
  const legible = shown.flatMap((one) => (one.columns ? [{ ...one, columns: one.columns }] : []));
  if (legible.length === 0) return { found: [], lost: shown };
  const bodies = await workbook.read(
    legible.map(({ at, columns }) => ({
      sheet: at.sheet,
      area: { row: at.row, col: 0, rows: MAX_ROWS - at.row, cols: Math.max(...columns.values()) + 1 },
    })),
  );
  const taken = names.map(({ name }) => name);
  const found = legible.flatMap((one, index) => {
    const body = bodies[index];
    const id = freeTableId(one.kind, taken);
    taken.push(definedName(id, "table"));
    return (body && lostOutline(one, body, id)) ?? [];
  });
  const sheets = new Set(found.map(({ sheet }) => sheet));
  return { found, lost: shown.filter(({ at }) => !sheets.has(at.sheet)) };
}
