import type { Today } from "../checks";
import type { Words } from "../i18n";
import { overlap, sheetName, specArea, type Area, type SheetArea, type SheetSpec, type WorkbookOutline } from "../sheet";
import { summarySheet } from "../summaries";
import { SUMMARY_NAME } from "../templates";
import type { LiveWorkbook } from "../workbook/port";
import { checkWorkbook } from "./check-workbook";
import { removeUntouched } from "./create-tables";
import type { Done } from "./done";
import { Refusal } from "./refusal";

export interface SummaryOptions {
  readonly today: Today;
  /** The day as it is written on the sheet. */
  readonly date: string;
}

function ownSummary(outline: WorkbookOutline): (SheetArea & { readonly id: string }) | null {
  const name = outline.names.find((candidate) => candidate.scope === null && candidate.name.toLowerCase() === SUMMARY_NAME.toLowerCase());
  const sheet = outline.sheets.find((candidate) => candidate.name === name?.refersTo.sheet);
  return name && sheet ? { ...name.refersTo, id: sheet.id } : null;
}

/** Checks the workbook and makes its summary sheet, or writes the one of ours again; nothing else is touched. Throws `Refusal` where there is no table. */
export async function writeSummary(workbook: LiveWorkbook, options: SummaryOptions, words: Words): Promise<Done<{ readonly sheet: string; readonly created: boolean }>> {
  const { workbook: outline, tables, findings } = await checkWorkbook(workbook, options.today);
  if (tables.length === 0) throw new Refusal("no-tables", {});
  const own = ownSummary(outline);
  const sheet = own?.sheet ?? sheetName(words.summary.sheet, outline.sheets.map(({ name }) => name));
  const made = summarySheet({ sheet, tables, findings, date: options.date }, words);
  if (!own) {
    const [info] = await workbook.addSheets([made]);
    if (!info) throw new Error("no sheet was added");
    return { result: { sheet: info.name, created: true }, undo: () => removeUntouched(workbook, [{ info, spec: made }]) };
  }
  const before = await restoring(workbook, own, made);
  await workbook.rewriteSheet(own.id, own.area, made);
  return { result: { sheet, created: false }, undo: () => workbook.rewriteSheet(own.id, specArea(made), before) };
}

/** The sheet as it stood: what its cells held, in the layout of the new one. */
async function restoring(workbook: LiveWorkbook, own: { readonly sheet: string; readonly area: Area }, made: SheetSpec): Promise<SheetSpec> {
  const [snapshot] = await workbook.read([own]);
  if (!snapshot) throw new Error("the summary was not read");
  const cells = snapshot.values.map((row, r) =>
    made.columns.map((_, c) => {
      const formula = snapshot.formulas[r]?.[c] ?? null;
      const value = row[c] ?? null;
      return formula !== null ? { formula } : typeof value === "object" && value !== null ? value.error : value;
    }),
  );
  const area: Area = { row: 0, col: 0, rows: cells.length, cols: made.columns.length };
  const inside = (one: Area): boolean => one.row + one.rows <= area.rows && overlap(one, area);
  return {
    ...made,
    cells,
    names: made.names.map((name) => ({ ...name, area })),
    styles: made.styles.filter((style) => inside(style.area)),
    merges: made.merges.filter(inside),
    charts: made.charts.filter((chart) => inside(chart.at)),
    print: { ...made.print, area },
  };
}
