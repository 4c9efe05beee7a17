import { parseSheetArea } from "../../sheet";
import { nameKey } from "./names";

/**
 * Deletes sheets by id and the workbook's names for areas in them; those that are gone already are passed over. `last` asks about each
 * in the message that deletes it, before it is gone.
 */
export async function deleteSheets(
  context: Excel.RequestContext, ids: readonly string[], last: (sheet: Excel.Worksheet) => void = () => undefined,
): Promise<void> {
  const sheets = context.workbook.worksheets.load("items/id,items/name");
  const names = context.workbook.names.load("items/name,items/formula");
  await context.sync();
  const going = sheets.items.filter((sheet) => ids.includes(sheet.id));
  const keys = new Set(going.map((sheet) => nameKey(sheet.name)));
  for (const item of names.items) {
    const target = typeof item.formula === "string" ? parseSheetArea(item.formula) : null;
    if (target && keys.has(nameKey(target.sheet))) item.delete();
  }
  for (const sheet of going) {
    last(sheet);
    sheet.delete();
  }
  await context.sync();
}
