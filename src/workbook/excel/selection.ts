import type { SheetArea } from "../../sheet";
import { inExcel, isFailure } from "./failures";
import { areaOf, PLACE } from "./ranges";

/**
 * The first of the selected areas. Excel refuses the question where a chart or a picture is selected: then what is used of the
 * sheet that is shown, or its first cell.
 */
export async function selectedArea(): Promise<SheetArea> {
  try {
    return await inExcel({}, (context) => placed(context, context.workbook.getSelectedRanges().untrack().areas.getItemAt(0).untrack()));
  } catch (error) {
    if (!isFailure(error, "unknown")) throw error;
    return inExcel({}, (context) => placed(context, context.workbook.worksheets.getActiveWorksheet().getUsedRange(true).untrack()));
  }
}

async function placed(context: Excel.RequestContext, range: Excel.Range): Promise<SheetArea> {
  range.load(`${PLACE},worksheet/name`);
  await context.sync();
  return { sheet: range.worksheet.name, area: areaOf(range) };
}
