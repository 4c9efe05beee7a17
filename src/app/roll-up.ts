import type { Today } from "../checks";
import { copyOf, filledCells, type UnitForms } from "../forms";
import { weighed } from "../findings";
import type { Words } from "../i18n";
import { failureSentence, findingSentence } from "../i18n";
import type { SheetSpec } from "../sheet";
import { isDerivedName, readDefinedName } from "../templates";
import {
  addUnit, comparePaths, nodesOver, resultOf, rollUpSpecs, type Nodes, type RollUp, type RollUpInput, type SourceRow, type UnitReport,
} from "../summaries/roll-up";
import { WorkbookFailure, type Workbook } from "../workbook/port";
import { checkWorkbook, type CheckResult } from "./check-workbook";
import { withoutStatus } from "./roll-up-reading";
import { isTextTable } from "./table-files";
import { summarySpecs, type SummaryOptions } from "./write-summary";

export {
  RATE, columnName, comparePaths, emptyRollUp, formNoteWords, mergeRollUps, mismatchWords, nodesOver, noteTable, resultOf, type Mismatch,
  type RollUp, type RollUpResult, type SourceRow, type UnitReport,
} from "../summaries/roll-up";

/** A file as it is told of. */
export interface NamedFile {
  readonly file: string;
}

/** A unit and its files: one as a rule, which may be of several in the columns of its reporting units. */
export interface UnitJob<F extends NamedFile = NamedFile> {
  /** Its place in the tree: "Huyện A/Xã B". */
  readonly unit: string;
  readonly files: readonly F[];
}

export interface UnitOptions {
  /** The tiers for which figures are kept beside the whole. */
  readonly nodes: Nodes;
  readonly today: Today;
  /** Whether to list every cell that was read. */
  readonly sources: boolean;
}

/** What came of one unit. */
export interface UnitDone {
  readonly reports: readonly UnitReport[];
  readonly sources: readonly SourceRow[];
  /** Rules of ours that failed on it. */
  readonly failures: CheckResult["failures"];
  /** Its files that are no unit's: we made them out of tables, see `isDerived`. */
  readonly passed: readonly string[];
  /** The tables of anybody's in files that have none of ours. */
  readonly forms: readonly UnitForms[];
}

/** Who follows the reading of files. */
export interface Follow {
  /** Asked before each file; where it says so, "stopped" is thrown. */
  readonly stopped?: () => boolean;
  /** Told after each file, with its check where it could be read. */
  readonly read?: (checked: CheckResult | null) => void;
}

/** How files are opened, and who follows it. */
export interface Opening<F extends NamedFile> extends Follow {
  readonly open: (file: F) => Promise<Workbook>;
  /** Reads what others have made beside tables of ours, too, for the summary of one workbook: those of ours alone are added up there. */
  readonly others?: true;
}

/** Tables of a unit with what a check said of them: those of a file (`from`), or of sheets. `name`: how the unit's report calls it. */
export interface CheckedPart {
  readonly name: string;
  readonly from: string;
  readonly checked: Pick<CheckResult, "tables" | "findings" | "statuses" | "failures">;
}

/**
 * Reads and checks the workbooks of a unit, one after the other, and adds their tables together. One that cannot be read is reported and
 * adds nothing, one that is no unit's is passed over. Throws `WorkbookFailure` "stopped" alone.
 */
export async function addFiles<F extends NamedFile>(
  into: RollUp, { unit, files }: UnitJob<F>, { open, others, ...follow }: Opening<F>, options: UnitOptions, words: Words,
): Promise<UnitDone> {
  const broken: UnitReport[] = [];
  const read: { readonly file: string; readonly checked: CheckResult }[] = [];
  const forms: UnitForms[] = [];
  for (const one of files) {
    if (follow.stopped?.()) throw new WorkbookFailure("stopped", {});
    let checked: CheckResult | null = null;
    try {
      const workbook = withoutStatus(await open(one));
      checked = await checkWorkbook(workbook, options.today, { own: others !== true });
      if (checked.tables.length === 0) {
        if (checked.own) checked = await checkWorkbook(workbook, options.today);
        // what is kept of it is small: the sheets that it was read from can go
        if (checked.others.length > 0) forms.push({ unit, file: one.file, copies: checked.others.map(copyOf) });
      }
      read.push({ file: one.file, checked });
    } catch (cause) {
      broken.push(...brokenUnit(unit, one.file, cause, words).reports);
    }
    follow.read?.(checked);
  }
  const [passed, own] = [read.filter(({ checked }) => isDerived(checked)), read.filter(({ checked }) => !isDerived(checked))];
  const done = addParts(into, unit, own.map(({ file, checked }) => ({ name: file, from: file, checked })), options, words);
  return {
    ...done,
    forms,
    reports: [...broken, ...done.reports.map((report) => withForms(report, forms))],
    failures: read.flatMap(({ checked }) => checked.failures),
    passed: passed.map(({ file }) => file),
  };
}

/** Adds tables of a unit that are checked already; nothing where there are no parts. */
export function addParts(into: RollUp, unit: string, parts: readonly CheckedPart[], options: UnitOptions, words: Words): UnitDone {
  const { units, sources } = addUnit(
    into, unit,
    parts.flatMap(({ from, checked }) => checked.tables.map((table) => ({ table, file: from }))),
    options,
  );
  const found = parts.map(({ checked }) => openFindings(checked));
  const sum = (what: "errors" | "warnings" | "infos"): number => found.reduce((all, one) => all + one[what], 0);
  const base = {
    ...nothing(unit, parts.map(({ name }) => name).join(", ")),
    reason:
      lostSentences(parts.map(({ checked }) => checked), words) ??
      (parts.some(({ name }) => isTextTable(name)) ? words.rollUp.textTable : null),
    errors: sum("errors"),
    warnings: sum("warnings"),
    infos: sum("infos"),
  };
  const reports =
    units.length > 0
      ? units.map((filled): UnitReport => ({ ...base, ...filled, state: "read" }))
      : parts.length > 0
        ? [{ ...base, state: "no-tables" as const }]
        : [];
  return { reports, sources, failures: parts.flatMap(({ checked }) => checked.failures), passed: [], forms: [] };
}

/** A unit that has sent tables of anybody's has been read. */
function withForms(report: UnitReport, forms: readonly UnitForms[]): UnitReport {
  const copies = forms.flatMap((one) => one.copies);
  if (report.state !== "no-tables" || copies.length === 0) return report;
  const filled = copies.map(filledCells).reduce((sum, count) => sum + count, 0);
  return { ...report, state: "read", filled, cells: copies.reduce((sum, { cells }) => sum + cells, 0) };
}

/**
 * Whether a workbook holds a summary, a roll-up or a report of ours and no table: counted as a unit it would be one that has sent nothing.
 */
export function isDerived({ workbook: { names }, others }: Pick<CheckResult, "workbook" | "others">): boolean {
  return others.length === 0 && names.some(({ name }) => isDerivedName(name)) && !names.some(({ name }) => readDefinedName(name) !== null);
}

/** The sheets of the summary of one workbook that is one unit's; null where it has columns of several reporting units, or no table. */
export function summaryAlone(checked: CheckResult, options: SummaryOptions, words: Words): SheetSpec[] | null {
  const several = checked.tables.some(({ units }) => units.size > 0);
  return several || checked.tables.length + checked.others.length === 0 ? null : summarySpecs(checked, options, words);
}

/** A unit of which a file could not be read. */
export function brokenUnit(unit: string, file: string, cause: unknown, words: Words): UnitDone {
  return {
    reports: [{ ...nothing(unit, file), state: "broken", reason: failureSentence(cause, words).sentence }],
    sources: [],
    failures: [],
    passed: [],
    forms: [],
  };
}

/** The report of a unit of which nothing is known yet. */
function nothing(unit: string, file: string): Omit<UnitReport, "state"> {
  return { unit, file, reason: null, kinds: [], filled: 0, cells: 0, errors: 0, warnings: 0, infos: 0 };
}

/** What is said of tables that could not be read; null where there are none. */
function lostSentences(results: readonly Pick<CheckResult, "findings">[], words: Words): string | null {
  return (
    results
      .flatMap(({ findings }) => findings.flatMap((one) => (one.code === "table-lost" ? [findingSentence(one, words)] : [])))
      .join(" ") || null
  );
}

/** How many open findings of each severity there are; what the document itself contradicts is information. */
function openFindings({
  findings, statuses,
}: Pick<CheckResult, "findings" | "statuses">): Pick<UnitReport, "errors" | "warnings" | "infos"> {
  const { error, warning, document, info } = weighed(findings.filter(({ id }) => (statuses.get(id) ?? "open") === "open"));
  return { errors: error, warnings: warning, infos: document + info };
}

/**
 * Units that were expected and of which nothing came, and those that came, in the order of the tree. A tier is there with any of its
 * units; a name that is expected without its tiers is there wherever it stands.
 */
export function withMissing(reports: readonly UnitReport[], expected: readonly string[]): UnitReport[] {
  const spelt = (unit: string): string => unit.normalize("NFC").toLocaleLowerCase("vi");
  const paths = reports.map(({ unit }) => unit);
  const tiers = [...paths, ...nodesOver(paths)];
  const there = new Set([...tiers, ...tiers.map((path) => path.slice(path.lastIndexOf("/") + 1))].map(spelt));
  const missing = expected
    .filter((unit) => !there.has(spelt(unit)))
    .map((unit): UnitReport => ({ ...nothing(unit, ""), state: "missing" }));
  return [...reports, ...missing].sort((a, b) => comparePaths(a.unit, b.unit));
}

/** The units of a list, each once: one a line, tiers separated by "/"; blank lines and those after "#" are passed over. */
export function expectedUnits(text: string): string[] {
  const lines = text
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/)
    .map((line) => line.trim().replaceAll("\\", "/"))
    .filter((line) => line !== "" && !line.startsWith("#"));
  return [...new Set(lines)];
}

/** More units than this keep no figures for each of their reporting units' columns: only what stands above them is a tier then. */
const UNIT_TIERS = 300;

/** The tiers for which figures are kept: what stands above the units, and the units themselves, which may have columns of several. */
export function tiersOf(units: readonly string[]): string[] {
  return [...nodesOver(units), ...(units.length <= UNIT_TIERS ? units : [])];
}

/** More cells than this fit no sheet that anybody looks at: the long table is written as .csv then. */
export const MOST_SOURCES = 20_000;

/** The sheets of a roll-up for a workbook that is still empty; `sources` null where there are more than `MOST_SOURCES`. */
export function rollUpFileSpecs(
  rollUp: RollUp,
  about: Pick<RollUpInput, "units" | "sources" | "passed" | "date" | "forms">,
  words: Words,
): SheetSpec[] {
  return rollUpSpecs({ ...about, result: resultOf(rollUp), taken: [], rollUp: 1 }, words);
}
