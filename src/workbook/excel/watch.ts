import type { Area } from "../../sheet";
import { columnIndex, MAX_COLS, MAX_ROWS, parseAreaA1 } from "../../sheet";
import type { WorkbookChange } from "../port";
import { inExcel, toFailure } from "./failures";

/**
 * An address as events give it, without a sheet: "B7", "B7:C9", "B:C", "5:6"; null for anything else.
 */
export function eventArea(address: string): Area | null {
  const columns = /^\$?([A-Za-z]{1,3}):\$?([A-Za-z]{1,3})$/.exec(address);
  if (columns) {
    const from = columnIndex(columns[1] ?? "");
    const to = columnIndex(columns[2] ?? "");
    return from === null || to === null ? null : { row: 0, col: Math.min(from, to), rows: MAX_ROWS, cols: Math.abs(to - from) + 1 };
  }
  const rows = /^\$?([1-9]\d{0,6}):\$?([1-9]\d{0,6})$/.exec(address);
  if (rows) {
    const [from, to] = [Number(rows[1]) - 1, Number(rows[2]) - 1];
    return Math.max(from, to) >= MAX_ROWS ? null : { row: Math.min(from, to), col: 0, rows: Math.abs(to - from) + 1, cols: MAX_COLS };
  }
  return parseAreaA1(address);
}

/** The changes that one event reports: one for each area of the address, null where cells moved. */
export function changesOf(
  event: Pick<Excel.WorksheetChangedEventArgs, "address" | "changeType" | "source" | "worksheetId">,
): WorkbookChange[] {
  const source = event.source === "Remote" ? "remote" : "local";
  const areas = event.changeType === "RangeEdited" ? event.address.split(",").map((address) => eventArea(address.trim())) : [null];
  return areas.map((area) => ({ sheetId: event.worksheetId, area, source }));
}

/** Calls the listener after each change of cells and each sheet that comes, goes or gets another name; the returned function stops it. */
export async function watchWorkbook(listener: (change: WorkbookChange) => void): Promise<() => Promise<void>> {
  const subscriptions = await inExcel({}, async (context) => {
    const { worksheets } = context.workbook;
    const structure = async ({ worksheetId, source }: { worksheetId: string; source: string }) =>
      listener({ sheetId: worksheetId, area: null, source: source === "Remote" ? "remote" : "local" });
    const added = [
      worksheets.onChanged.add(async (event) => changesOf(event).forEach(listener)),
      worksheets.onAdded.add(structure),
      worksheets.onDeleted.add(structure),
      ...(namesTold() ? [worksheets.onNameChanged.add(structure)] : []),
    ];
    await context.sync();
    return { context, added };
  });
  let stopped: Promise<void> | null = null;
  return () => (stopped ??= stop(subscriptions.context, subscriptions.added));
}

/** Newer than what the add-in needs: elsewhere a new name is found out when the sheet is read. */
function namesTold(): boolean {
  return typeof Office !== "undefined" && Office.context.requirements.isSetSupported("ExcelApi", "1.17");
}

/** A subscription ends in the context that it began in. */
async function stop(begun: Excel.RequestContext, subscriptions: readonly { remove(): void }[]): Promise<void> {
  try {
    await Excel.run(begun, async (context) => {
      for (const subscription of subscriptions) subscription.remove();
      await context.sync();
    });
  } catch (error) {
    throw toFailure(error);
  }
}
