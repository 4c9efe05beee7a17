import type { CellRef } from "../../sheet";
import { WorkbookFailure } from "../port";
import { again, inContext, inExcel, isFailure } from "./failures";
import { rangeOf } from "./ranges";

/**
 * Shows a sheet and selects a cell; what needs the focus is tried again. A sheet that somebody has hidden is not shown, since that is a
 * change of the workbook: throws "hidden", whether Excel refuses to show it or passes over it.
 */
export function showCell(at: CellRef, key = at.sheet): Promise<void> {
  return inExcel({ sheet: at.sheet }, async (context) => {
    try {
      await again(() => inContext({ sheet: at.sheet }, () => show(context, at, key)));
    } catch (error) {
      if (isFailure(error, "sheet-gone") || isFailure(error, "busy")) throw error;
      await inContext({ sheet: at.sheet }, () => requireSeen(context, key));
      throw error;
    }
  });
}

async function show(context: Excel.RequestContext, at: CellRef, key: string): Promise<void> {
  const sheet = context.workbook.worksheets.getItem(key).load("visibility,name");
  sheet.activate();
  rangeOf(sheet, { ...at, rows: 1, cols: 1 }).select();
  await context.sync();
  refuseHidden(sheet);
}

async function requireSeen(context: Excel.RequestContext, key: string): Promise<void> {
  const sheet = context.workbook.worksheets.getItem(key).load("visibility,name");
  await context.sync();
  refuseHidden(sheet);
}

function refuseHidden({ visibility, name }: Excel.Worksheet): void {
  if (visibility !== "Visible") throw new WorkbookFailure("hidden", { sheet: name });
}
