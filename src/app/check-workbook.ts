import { agreements, check, type Agreement, type Today } from "../checks";
import type { Finding } from "../findings";
import { directionWords } from "../i18n";
import { readTable, tableOutlines, type Table, type TableOutline } from "../reading";
import { overlap, type WorkbookOutline } from "../sheet";
import type { Workbook, WorkbookChange } from "../workbook/port";

/** What a check found in a workbook; `workbook` and `outlines` are what is known of it for the next one. */
export interface CheckResult {
  readonly workbook: WorkbookOutline;
  readonly outlines: readonly TableOutline[];
  readonly tables: readonly Table[];
  readonly findings: readonly Finding[];
  readonly agreements: readonly Agreement[];
}

/** Reads and checks every table of ours: one round trip to learn the sheets, one for each 5 MB of cells. */
export async function checkWorkbook(workbook: Workbook, today: Today): Promise<CheckResult> {
  const outline = await workbook.outline();
  const outlines = tableOutlines(outline);
  const tables = await readTables(workbook, outlines);
  return { workbook: outline, outlines, tables, ...judged(tables, today) };
}

/**
 * Checks again after a change: only the tables that it touches are read, in one round trip. Returns null when the change
 * touches none of them. A change of rows, columns or sheets makes everything be learned anew.
 */
export async function recheck(workbook: Workbook, before: CheckResult, changes: readonly WorkbookChange[], today: Today): Promise<CheckResult | null> {
  if (changes.some(({ area }) => area === null)) return checkWorkbook(workbook, today);
  const nameOf = new Map(before.workbook.sheets.map(({ id, name }) => [id, name]));
  const touched = before.outlines.filter((outline) => changes.some(({ sheetId, area }) => area !== null && nameOf.get(sheetId) === outline.sheet && overlap(area, outline.area)));
  if (touched.length === 0) return null;
  const again = await readTables(workbook, touched);
  const tables = before.tables.map((table, index) => {
    const place = touched.indexOf(before.outlines[index] as TableOutline);
    return again[place] ?? table;
  });
  return { ...before, tables, ...judged(tables, today) };
}

async function readTables(workbook: Workbook, outlines: readonly TableOutline[]): Promise<Table[]> {
  if (outlines.length === 0) return [];
  const snapshots = await workbook.read(outlines.map(({ sheet, area }) => ({ sheet, area })));
  return snapshots.flatMap((snapshot, index) => {
    const outline = outlines[index];
    return outline ? [readTable(outline, snapshot, directionWords)] : [];
  });
}

function judged(tables: readonly Table[], today: Today): Pick<CheckResult, "findings" | "agreements"> {
  return { findings: check(tables, today), agreements: agreements(tables) };
}
