import type { Cell } from "../../sheet";

/**
 * Asks for the cells of a sheet with comments or notes; two more messages where there are any. Null where this Excel cannot list them all.
 */
export async function remarksOf(context: Excel.RequestContext, sheet: Excel.Worksheet): Promise<Cell[] | null> {
  if (!remarksKnown(sheet)) return null;
  const comments = sheet.comments.load("items/id");
  const notes = hasNotes(sheet) ? sheet.notes.load("items/content") : null;
  await context.sync();
  const cells = [...comments.items, ...(notes?.items ?? [])].map((remark) => remark.getLocation().load("rowIndex,columnIndex").untrack());
  if (cells.length > 0) await context.sync();
  return cells.map((cell) => ({ row: cell.rowIndex, col: cell.columnIndex }));
}

/** A client that has no word for notes is that of a workbook whose comments are all that people write on cells. */
function hasNotes(sheet: Excel.Worksheet): boolean {
  return "notes" in sheet;
}

/** Comments are listed by ExcelApi 1.10, notes by 1.18: both newer than what the add-in needs. */
function remarksKnown(sheet: Excel.Worksheet): boolean {
  if (typeof Office === "undefined") return false;
  const { requirements } = Office.context;
  return hasNotes(sheet) ? requirements.isSetSupported("ExcelApi", "1.18") : requirements.isSetSupported("ExcelApi", "1.10");
}
