import type { Today } from "../checks";
import type { Words } from "../i18n";
import { overlap, sheetName, specArea, type Area, type SheetArea, type SheetSpec, type WorkbookOutline } from "../sheet";
import { summarySheet } from "../summaries";
import { SUMMARY_NAME } from "../templates";
import type { LiveWorkbook, Workbook } from "../workbook/port";
import { checkWorkbook, type CheckResult } from "./check-workbook";
import { removeUntouched } from "./create-tables";
import type { Done } from "./done";
import { Refusal } from "./refusal";

export interface SummaryOptions {
  readonly today: Today;
  /** The day as it is written on the sheet. */
  readonly date: string;
}

/** Checks a workbook and lays out its summary under the wanted sheet name. Throws `Refusal` where there is no table. */
export async function summarize(workbook: Workbook, options: SummaryOptions, words: Words): Promise<{ check: CheckResult; spec: (sheet: string) => SheetSpec }> {
  const result = await checkWorkbook(workbook, options.today);
  if (result.tables.length === 0) throw new Refusal("no-tables", {});
  return { check: result, spec: (sheet) => summarySheet({ sheet, tables: result.tables, findings: result.findings, date: options.date }, words) };
}

function ownSummary(outline: WorkbookOutline): (SheetArea & { readonly id: string }) | null {
  const name = outline.names.find((candidate) => candidate.scope === null && candidate.name.toLowerCase() === SUMMARY_NAME.toLowerCase());
  const sheet = outline.sheets.find((candidate) => candidate.name === name?.refersTo.sheet);
  return name && sheet ? { ...name.refersTo, id: sheet.id } : null;
}

/** Makes the summary sheet, or writes the one of ours again; nothing else is touched. */
export async function writeSummary(workbook: LiveWorkbook, options: SummaryOptions, words: Words): Promise<Done<{ readonly sheet: string; readonly created: boolean }>> {
  const { check, spec } = await summarize(workbook, options, words);
  const own = ownSummary(check.workbook);
  if (!own) {
    const made = spec(sheetName(words.summary.sheet, check.workbook.sheets.map(({ name }) => name)));
    const [info] = await workbook.addSheets([made]);
    if (!info) throw new Error("no sheet was added");
    return { result: { sheet: info.name, created: true }, undo: () => removeUntouched(workbook, [{ info, spec: made }]) };
  }
  const before = await restoring(workbook, own, spec(own.sheet));
  const made = spec(own.sheet);
  await workbook.rewriteSheet(own.id, own.area, made);
  return { result: { sheet: own.sheet, created: false }, undo: () => workbook.rewriteSheet(own.id, specArea(made), before) };
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
