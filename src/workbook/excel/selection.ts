import type { Area, SheetArea } from "../../sheet";
import { inExcel, isFailure } from "./failures";
import { areaOf, PLACE } from "./ranges";
import { eventArea } from "./watch";

/**
 * The selected areas, out of their address: where a whole sheet is selected Excel never comes back from being asked for the
 * areas themselves (https://github.com/OfficeDev/office-js/issues/5758). Excel refuses the question where a chart or a picture is
 * selected: then what is used of the sheet that is shown, or its first cell.
 */
export async function selectedAreas(): Promise<readonly [SheetArea, ...SheetArea[]]> {
  try {
    const found = await inExcel({}, async (context) => {
      const selected = context.workbook.getSelectedRanges().untrack().load("address");
      await context.sync();
      return areasIn(selected.address);
    });
    const [first, ...others] = found;
    if (first) return [first, ...others];
  } catch (error) {
    if (!isFailure(error, "unknown")) throw error;
  }
  return inExcel({}, async (context) => {
    const range = context.workbook.worksheets.getActiveWorksheet().getUsedRange(true).untrack().load(`${PLACE},worksheet/name`);
    await context.sync();
    return [{ sheet: range.worksheet.name, area: areaOf(range) }];
  });
}

const AREA = /(?:(?:'((?:[^']|'')+)'|([^'!,]+))!)?([^'!,]+)(?:,|$)/g;

/** "'Biểu 1'!A1:B2,'Biểu 1'!D4" → both; whole rows, columns and sheets too. What is no area of a sheet is passed over. */
export function areasIn(address: string): SheetArea[] {
  let sheet: string | undefined;
  return [...address.matchAll(AREA)].flatMap(([, quoted, plain, text = ""]): SheetArea[] => {
    sheet = quoted?.replaceAll("''", "'") ?? plain ?? sheet;
    const area: Area | null = eventArea(text.trim());
    return sheet !== undefined && area ? [{ sheet, area }] : [];
  });
}
