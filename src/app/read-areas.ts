import type { TableOutline } from "../reading";
import type { SheetSnapshot, WorkbookOutline } from "../sheet";
import { WorkbookFailure, type Course, type ReadArea, type Workbook } from "../workbook/port";
import { readRecord, type KnownRecord, type RecordOutline } from "./known-record";

/** All that is read of a table. */
export function whole({ sheet, reach, kind }: TableOutline): ReadArea {
  return { sheet, area: reach, wanted: { dates: hasDates(kind) } };
}

/** Budgets hold amounts alone, and are the largest tables. */
export const hasDates = (kind: TableOutline["kind"]): boolean => kind !== "budget";

/** The areas of each table, and the record, in one reading; null where a sheet is gone or called otherwise by now. */
export async function readAll(
  workbook: Workbook,
  { sheets }: WorkbookOutline,
  tables: readonly (readonly ReadArea[])[],
  record: RecordOutline | null,
  course?: Course,
): Promise<{ readonly snapshots: SheetSnapshot[][]; readonly record: KnownRecord | null } | null> {
  const ids = new Map(sheets.map(({ name, id }) => [name, id]));
  const areas = [...tables.flat(), ...(record ? [record] : [])].map(({ sheet, area, wanted = {} }: ReadArea): ReadArea => {
    const id = ids.get(sheet);
    return { sheet, area, wanted, ...(id === undefined ? {} : { id }) };
  });
  if (areas.length === 0) return { snapshots: tables.map(() => []), record: null };
  const read = await unlessGone(workbook.read(areas, { layout: true, calculated: true, ...course }));
  if (!read || read.some(({ sheet }, index) => sheet !== areas[index]?.sheet)) return null;
  let next = 0;
  const snapshots = tables.map((own) => read.slice(next, (next += own.length)));
  const last = read[next];
  return { snapshots, record: record && last ? readRecord(record, last) : null };
}

/** Null where a sheet is gone by now. */
export async function unlessGone<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof WorkbookFailure && error.code === "sheet-gone") return null;
    throw error;
  }
}
