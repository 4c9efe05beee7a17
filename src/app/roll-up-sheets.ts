import { addTo, groupBy } from "../base";
import { wordsOf, type Words } from "../i18n";
import { tableOutlines } from "../reading";
import { resultOf } from "../summaries/roll-up";
import type { Table } from "../tables";
import { TABLE_KINDS } from "../templates";
import { WorkbookFailure, type Workbook } from "../workbook/port";
import { checkWorkbook, type CheckResult } from "./check-workbook";
import { lookAt, otherSheets, shownOn } from "./lost-sheets";
import { Refusal } from "./refusal";
import { addParts, tiersOf, withMissing } from "./roll-up";
import type { GatherOptions, RollUpDraft } from "./roll-up-draft";
import { gatherUnits, workerHere, type UnitWorker } from "./roll-up-units";

/** A sheet of a workbook that has tables of ours, and which unit its name speaks of. */
export interface TableSheet {
  readonly sheet: string;
  readonly unit: string;
}

/**
 * The sheets that have tables of ours, in the order of the workbook, those that lost their names among them where their heads say what is
 * what, with what names and plans say of units: three round trips. Throws `WorkbookFailure`.
 */
export async function tableSheets(workbook: Workbook, words: Words): Promise<TableSheet[]> {
  const outline = await workbook.outline();
  const named = tableOutlines(outline);
  // a sheet that was copied without its names is a unit's as well, as far as its heads say what is what
  const tops = await workbook.read(otherSheets(outline, named).map(lookAt));
  const all = [...named, ...shownOn(tops).flatMap((one) => (one.columns ? [{ sheet: one.at.sheet, kind: one.kind, plan: one.plan }] : []))];
  const tagged = all.flatMap(({ plan }) => plan ?? []);
  const tags =
    tagged.length === 0 ? [] : await workbook.read(tagged.map(({ sheet, row, col }) => ({ sheet, area: { row, col, rows: 1, cols: 1 } })));
  const tables = new Map<string, string[]>();
  for (const { sheet, kind, plan } of all) {
    const tag = plan === null ? "" : String(tags[tagged.indexOf(plan)]?.values[0]?.[0] ?? "");
    addTo(tables, sheet, `${kind}\n${tag}`);
  }
  const sheets = outline.sheets.flatMap(({ name }) =>
    tables.has(name) ? [{ sheet: name, unit: unitInName(name), tables: tables.get(name) ?? [] }] : [],
  );
  return unitsOf(sheets, words);
}

interface NamedSheet {
  readonly sheet: string;
  /** What its name says of a unit; null where it is only what our tables are called. */
  readonly unit: string | null;
  /** Kind and plan of each table on it. */
  readonly tables: readonly string[];
}

/**
 * Sheets whose names speak of no unit are one unit's, until a table of the same plan comes a second time. So are sheets with names of
 * their own ("Biểu 1") where none of them has the same table as another: those of several units do.
 */
function unitsOf(sheets: readonly NamedSheet[], words: Words): TableSheet[] {
  const speaking = sheets.filter(({ sheet, unit }) => unit !== null && unit === sheet.normalize("NFC"));
  const repeated = speaking.some((one) =>
    speaking.some((other) => other !== one && other.tables.some((table) => one.tables.includes(table))),
  );
  const isOpen = (one: NamedSheet): boolean => one.unit === null || (speaking.includes(one) && !repeated && speaking.length > 1);
  const sets: { readonly tables: Set<string>; readonly sheets: NamedSheet[] }[] = [];
  for (const one of sheets.filter(isOpen)) {
    const free = sets.find(({ tables }) => !one.tables.some((table) => tables.has(table)));
    if (free) {
      for (const table of one.tables) free.tables.add(table);
      free.sheets.push(one);
    } else sets.push({ tables: new Set(one.tables), sheets: [one] });
  }
  const nameOf = (one: NamedSheet): string => {
    const set = sets.findIndex((own) => own.sheets.includes(one));
    return set === -1 || (sets[set]?.sheets.length ?? 0) < 2 ? (one.unit ?? one.sheet.normalize("NFC")) : words.rollUp.unnamed(set + 1);
  };
  return sheets.map((one) => ({ sheet: one.sheet, unit: nameOf(one) }));
}

/** What our tables are called in any language: the rest of a sheet's name is the unit's. */
const TABLE_NAMES = [wordsOf("vi"), wordsOf("en")].flatMap(({ templates }) => TABLE_KINDS.map((kind) => templates[kind].sheet));

/** "Biểu kinh phí - Xã A" → "Xã A"; a name without that of a table is the unit's own; null where nothing but a table is named. */
function unitInName(sheet: string): string | null {
  const name = sheet.normalize("NFC");
  for (const table of TABLE_NAMES) {
    const at = name.toLocaleLowerCase("vi").indexOf(table.toLocaleLowerCase("vi"));
    if (at === -1) continue;
    const rest = `${name.slice(0, at)} ${name.slice(at + table.length)}`.replace(/^[\s\-–_.,:|()]+|[\s\-–_.,:|(]+$/g, "");
    // "Biểu kinh phí (2)" is a copy and names nobody
    return /\p{L}/u.test(rest) ? rest : null;
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
export async function gatherSheets(
  workbook: Workbook, { today, units, expected, course }: SheetGatherOptions, words: Words,
): Promise<RollUpDraft> {
  const checked = await checkWorkbook(workbook, today, { own: true, ...(course ? { course } : {}) });
  const there = new Set(checked.workbook.sheets.map(({ name }) => name));
  for (const sheet of units.keys()) if (!there.has(sheet)) throw new WorkbookFailure("sheet-gone", { sheet });
  const tables = checked.tables.filter(({ sheet }) => units.has(sheet));
  if (tables.length === 0) throw new Refusal("no-tables", {});
  const groups = groupBy(tables, ({ sheet }) => units.get(sheet) ?? sheet);
  const options = { nodes: new Set(tiersOf([...groups.keys()])), today, sources: true };
  const jobs = [...groups].map(([unit, own]) => ({ unit, files: [{ file: sheetsOf(own).join(", "), own }] }));
  const make = (): UnitWorker<(typeof jobs)[number]["files"][number]> =>
    workerHere((into, { unit, files }) =>
      addParts(
        into, unit,
        files.map(({ file, own }) => ({
          name: file,
          from: "",
          checked: { ...checked, tables: own, findings: foundOn(own, checked), failures: [] },
        })),
        options, words,
      ),
    );
  const { rollUp, reports, sources } = await gatherUnits(jobs, { count: 1, make }, words);
  return { result: resultOf(rollUp), forms: null, units: withMissing(reports, expected), sources, passed: [], failures: checked.failures };
}

function sheetsOf(tables: readonly Table[]): string[] {
  return [...new Set(tables.map(({ sheet }) => sheet))];
}

function foundOn(tables: readonly Table[], { findings }: CheckResult): CheckResult["findings"] {
  const own = new Set(sheetsOf(tables));
  return findings.filter(({ at }) => own.has(at.sheet));
}
