import type { Words } from "../i18n";
import type { Finding } from "../findings";
import type { Table } from "../reading";
import type { SheetInfo } from "../sheet";
import { addUnit, emptyRollUp, nodesOver, resultOf, rollUpSpecs, type RollUpResult, type UnitReport } from "../summaries/roll-up";
import type { Course, LiveWorkbook } from "../workbook/port";
import { checkWorkbook, type CheckResult } from "./check-workbook";
import { removeUntouched } from "./create-tables";
import type { Done } from "./done";
import { Refusal } from "./refusal";
import { MOST_SOURCES } from "./roll-up";
import type { SummaryOptions } from "./write-summary";

export interface SheetRollUpOptions extends SummaryOptions {
  /** The sheets to be rolled up; null: all that have a table of ours. */
  readonly sheets: readonly string[] | null;
  /** Which unit a sheet is of ("Huyện A/Xã B"); sheets of one unit are taken together. Its own name, unless told. */
  readonly unitOf?: (sheet: string) => string;
  readonly course?: Course;
}

/** What was made, and what did not fit. */
export interface SheetRollUp {
  readonly sheets: readonly SheetInfo[];
  readonly result: RollUpResult;
  readonly units: readonly UnitReport[];
}

/**
 * Rolls up tables on sheets of this workbook, each sheet a unit's, into new sheets; its undo removes them unless somebody has typed into
 * them. Throws `Refusal` where none of the sheets has a table, `WorkbookFailure`.
 */
export async function rollUpSheets(workbook: LiveWorkbook, options: SheetRollUpOptions, words: Words): Promise<Done<SheetRollUp>> {
  const { today, date, sheets, unitOf = (sheet: string) => sheet, course } = options;
  const checked = await checkWorkbook(workbook, today, course ? { course } : {});
  const tables = checked.tables.filter(({ sheet }) => sheets === null || sheets.includes(sheet));
  if (tables.length === 0) throw new Refusal("no-tables", {});
  const byUnit = new Map<string, Table[]>();
  for (const table of tables) {
    const unit = unitOf(table.sheet);
    byUnit.set(unit, [...(byUnit.get(unit) ?? []), table]);
  }
  const rollUp = emptyRollUp();
  const nodes = nodesOver([...byUnit.keys()]);
  const added = [...byUnit].map(([unit, own]) => ({ own, ...addUnit(rollUp, unit, own, { nodes, today, sources: true, file: "" }) }));
  const units = added.flatMap(({ own, units: filled }) => filled.map((one): UnitReport => ({ ...one, file: [...new Set(own.map(({ sheet }) => sheet))].join(", "), state: "read", reason: null, ...foundOn(own, checked) })));
  const sources = added.flatMap((one) => one.sources);
  const result = resultOf(rollUp);
  const specs = rollUpSpecs({ result, units, sources: sources.length <= MOST_SOURCES ? sources : null, date, taken: checked.workbook.sheets.map(({ name }) => name) }, words);
  const made = await workbook.addSheets(specs, course);
  const created = made.flatMap((info, index) => {
    const spec = specs[index];
    return spec ? [{ info, spec }] : [];
  });
  return { result: { sheets: made, result, units }, undo: () => removeUntouched(workbook, created) };
}

function foundOn(tables: readonly Table[], { findings, statuses }: CheckResult): Pick<UnitReport, "errors" | "warnings" | "infos"> {
  const own = new Set(tables.map(({ sheet }) => sheet));
  const open = (severity: Finding["severity"]): number => findings.filter((one) => one.severity === severity && own.has(one.at.sheet) && (statuses.get(one.id) ?? "open") === "open").length;
  return { errors: open("error"), warnings: open("warning"), infos: open("info") };
}
