import { wordsOf } from "../i18n";
import { tableOutlines, type Table } from "../reading";
import { addUnit, emptyRollUp, resultOf, type UnitReport } from "../summaries/roll-up";
import { TABLE_KINDS } from "../templates";
import { WorkbookFailure, type Workbook } from "../workbook/port";
import { checkWorkbook, type CheckResult } from "./check-workbook";
import { Refusal } from "./refusal";
import { MOST_SOURCES, openFindings, tiersOf, withMissing } from "./roll-up";
import { byUnit, type GatherOptions, type RollUpDraft } from "./roll-up-draft";

/** A sheet of a workbook that has tables of ours, and which unit its name speaks of. */
export interface TableSheet {
  readonly sheet: string;
  readonly unit: string;
}

/** The sheets that have tables of ours, in the order of the workbook: one round trip. Throws `WorkbookFailure`. */
export async function tableSheets(workbook: Workbook): Promise<TableSheet[]> {
  const outline = await workbook.outline();
  const having = new Set(tableOutlines(outline).map(({ sheet }) => sheet));
  return outline.sheets.flatMap(({ name }) => (having.has(name) ? [{ sheet: name, unit: unitInName(name) }] : []));
}

/** What our tables are called in any language: the rest of a sheet's name is the unit's. */
const TABLE_NAMES = [wordsOf("vi"), wordsOf("en")].flatMap(({ templates }) => TABLE_KINDS.map((kind) => templates[kind].sheet));

/** "Biểu kinh phí - Xã A" → "Xã A"; a name in which nothing else stands is the unit's own. */
function unitInName(sheet: string): string {
  const name = sheet.normalize("NFC");
  for (const table of TABLE_NAMES) {
    const at = name.toLocaleLowerCase("vi").indexOf(table.toLocaleLowerCase("vi"));
    if (at === -1) continue;
    const rest = `${name.slice(0, at)} ${name.slice(at + table.length)}`.replace(/^[\s\-–_.,:|()]+|[\s\-–_.,:|(]+$/g, "");
    // "Biểu kinh phí (2)" is a copy and names nobody
    if (/\p{L}/u.test(rest)) return rest;
  }
  return name;
}

export interface SheetGatherOptions extends GatherOptions {
  /** The sheets to be rolled up, and which unit each is of ("Huyện A/Xã B"); sheets of one unit are taken together. */
  readonly units: ReadonlyMap<string, string>;
}

/**
 * Reads, checks and adds up tables on sheets of this workbook. Throws `Refusal` where none of the sheets has a table, `WorkbookFailure`:
 * "sheet-gone" for the first that is not there any more.
 */
export async function gatherSheets(workbook: Workbook, { today, units, expected, course }: SheetGatherOptions): Promise<RollUpDraft> {
  const checked = await checkWorkbook(workbook, today, course ? { course } : {});
  const there = new Set(checked.workbook.sheets.map(({ name }) => name));
  for (const sheet of units.keys()) if (!there.has(sheet)) throw new WorkbookFailure("sheet-gone", { sheet });
  const tables = checked.tables.filter(({ sheet }) => units.has(sheet));
  if (tables.length === 0) throw new Refusal("no-tables", {});
  const groups = byUnit(tables, ({ sheet }) => units.get(sheet) ?? sheet);
  const rollUp = emptyRollUp();
  const nodes = new Set(tiersOf([...groups.keys()]));
  const added = [...groups].map(([unit, own]) => ({ own, ...addUnit(rollUp, unit, own, { nodes, today, sources: true, file: "" }) }));
  const reports = added.flatMap(({ own, units: filled }) => filled.map((one): UnitReport => ({ ...one, file: sheetsOf(own).join(", "), state: "read", reason: null, ...foundOn(own, checked) })));
  const sources = added.flatMap((one) => one.sources);
  return { result: resultOf(rollUp), units: withMissing(reports, expected), sources: sources.length <= MOST_SOURCES ? sources : null, passed: [], failures: checked.failures };
}

function sheetsOf(tables: readonly Table[]): string[] {
  return [...new Set(tables.map(({ sheet }) => sheet))];
}

function foundOn(tables: readonly Table[], { findings, statuses }: CheckResult): Pick<UnitReport, "errors" | "warnings" | "infos"> {
  const own = new Set(sheetsOf(tables));
  return openFindings({ findings: findings.filter(({ at }) => own.has(at.sheet)), statuses });
}
