import type { Area, SheetArea } from "../../sheet";
import { inExcel, isFailure } from "./failures";
import { areaOf, PLACE } from "./ranges";
import { eventArea } from "./watch";

/**
 * The first of the selected areas, out of their address: where a whole sheet is selected Excel never comes back from being asked for the
 * areas themselves (https://github.com/OfficeDev/office-js/issues/5758). Excel refuses the question where a chart or a picture is
 * selected: then what is used of the sheet that is shown, or its first cell.
 */
export async function selectedArea(): Promise<SheetArea> {
  try {
    const found = await inExcel({}, async (context) => {
      const selected = context.workbook.getSelectedRanges().untrack().load("address");
      await context.sync();
      return firstArea(selected.address);
    });
    if (found) return found;
  } catch (error) {
    if (!isFailure(error, "unknown")) throw error;
  }
  return inExcel({}, async (context) => {
    const range = context.workbook.worksheets.getActiveWorksheet().getUsedRange(true).untrack().load(`${PLACE},worksheet/name`);
    await context.sync();
    return { sheet: range.worksheet.name, area: areaOf(range) };
  });
}

/** "'Biểu 1'!A1:B2,'Biểu 1'!D4" → the first; whole rows, columns and sheets too. Null for anything else. */
export function firstArea(address: string): SheetArea | null {
  const match = /^(?:'((?:[^']|'')+)'|([^'!,]+))!([^,]+)/.exec(address);
  const sheet = match?.[1]?.replaceAll("''", "'") ?? match?.[2];
  const area: Area | null = eventArea(match?.[3]?.trim() ?? "");
  return sheet !== undefined && area ? { sheet, area } : null;
}
