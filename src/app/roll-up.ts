import type { Today } from "../checks";
import { weighed } from "../findings";
import type { Words } from "../i18n";
import { failureSentence, findingSentence } from "../i18n";
import type { SheetSpec } from "../sheet";
import { isDerivedName, readDefinedName } from "../templates";
import { addUnit, comparePaths, emptyRollUp, nodesOver, resultOf, rollUpSpecs, type Nodes, type RollUp, type RollUpInput, type SourceRow, type UnitReport } from "../summaries/roll-up";
import type { Workbook } from "../workbook/port";
import { checkWorkbook, type CheckResult } from "./check-workbook";
import { withoutStatus } from "./roll-up-reading";
import { summarySpecs, type SummaryOptions } from "./write-summary";

export { RATE, columnName, comparePaths, emptyRollUp, mergeRollUps, mismatchWords, nodesOver, resultOf, type Mismatch, type RollUp, type RollUpResult, type SourceRow, type UnitReport } from "../summaries/roll-up";

/** A file of one unit, or of several in the columns of its reporting units. */
export interface UnitJob {
  /** Its place in the tree: "Huyện A/Xã B". */
  readonly unit: string;
  readonly file: string;
}

export interface UnitOptions {
  /** The tiers for which figures are kept beside the whole. */
  readonly nodes: Nodes;
  readonly today: Today;
  /** Whether to list every cell that was read. */
  readonly sources: boolean;
}

/** What came of one file. */
export interface UnitDone {
  readonly reports: readonly UnitReport[];
  readonly sources: readonly SourceRow[];
  /** The language's sentence where the file could not be read, else null. */
  readonly failure: { readonly code: string; readonly message: string } | null;
  /** Rules of ours that failed on it. */
  readonly failures: CheckResult["failures"];
  /** It is no unit's: we made it out of tables, see `isDerived`. */
  readonly passed: boolean;
}

/** Reads and checks the workbook of a unit and adds its tables. A workbook that cannot be read is reported and adds nothing; never throws. */
export async function addWorkbook(into: RollUp, job: UnitJob, open: () => Promise<Workbook>, options: UnitOptions, words: Words): Promise<UnitDone> {
  let result: CheckResult;
  try {
    result = await checkWorkbook(withoutStatus(await open()), options.today);
  } catch (cause) {
    return brokenUnit(job, cause, words);
  }
  return addChecked(into, job, result, options, words);
}

function addChecked(into: RollUp, job: UnitJob, result: CheckResult, options: UnitOptions, words: Words): UnitDone {
  if (isDerived(result)) return { reports: [], sources: [], failure: null, failures: result.failures, passed: true };
  const { units, sources } = addUnit(into, job.unit, result.tables, { ...options, file: job.file });
  const found = openFindings(result);
  const reason = lostSentences([result], words);
  const reports = units.map(({ unit, kinds, filled, cells }): UnitReport => ({ unit, file: job.file, state: "read", reason, kinds, filled, cells, ...found }));
  return { reports: reports.length > 0 ? reports : [{ ...nothing(job), ...found, state: "no-tables", reason }], sources, failure: null, failures: result.failures, passed: false };
}

/** Whether a workbook holds a summary, a roll-up or a report of ours and no table: counted as a unit it would be one that has sent nothing. */
export function isDerived({ workbook: { names } }: Pick<CheckResult, "workbook">): boolean {
  return names.some(({ name }) => isDerivedName(name)) && !names.some(({ name }) => readDefinedName(name) !== null);
}

/** One file alone: `summary` is that of its workbook where it is one unit's, null where it has columns of several reporting units or could not be read. Never throws. */
export async function openSummary(job: UnitJob, open: () => Promise<Workbook>, options: UnitOptions & SummaryOptions, words: Words): Promise<{ readonly done: UnitDone; readonly rollUp: RollUp; readonly summary: SheetSpec[] | null }> {
  const rollUp = emptyRollUp();
  try {
    const result = await checkWorkbook(withoutStatus(await open()), options.today);
    const done = addChecked(rollUp, job, result, options, words);
    const several = result.tables.some(({ units }) => units.size > 0);
    return { done, rollUp, summary: several || result.tables.length === 0 ? null : summarySpecs(result, options, words) };
  } catch (cause) {
    return { done: brokenUnit(job, cause, words), rollUp, summary: null };
  }
}

/** A unit whose file could not be read. */
export function brokenUnit(job: UnitJob, cause: unknown, words: Words): UnitDone {
  const { code, sentence } = failureSentence(cause, words);
  return { reports: [{ ...nothing(job), state: "broken", reason: sentence }], sources: [], failure: { code, message: sentence }, failures: [], passed: false };
}

/** The report of a unit of which nothing is known yet. */
export function nothing({ unit, file }: UnitJob): Omit<UnitReport, "state"> {
  return { unit, file, reason: null, kinds: [], filled: 0, cells: 0, errors: 0, warnings: 0, infos: 0 };
}

/** What is said of tables that could not be read; null where there are none. */
export function lostSentences(results: readonly Pick<CheckResult, "findings">[], words: Words): string | null {
  return results.flatMap(({ findings }) => findings.flatMap((one) => (one.code === "table-lost" ? [findingSentence(one, words)] : []))).join(" ") || null;
}

/** How many open findings of each severity there are; what the document itself contradicts is information. */
export function openFindings({ findings, statuses }: Pick<CheckResult, "findings" | "statuses">): Pick<UnitReport, "errors" | "warnings" | "infos"> {
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
  const missing = expected.filter((unit) => !there.has(spelt(unit))).map((unit): UnitReport => ({ ...nothing({ unit, file: "" }), state: "missing" }));
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
export function rollUpFileSpecs(rollUp: RollUp, about: Pick<RollUpInput, "units" | "sources" | "passed" | "date">, words: Words): SheetSpec[] {
  return rollUpSpecs({ ...about, result: resultOf(rollUp), taken: [], rollUp: 1 }, words);
}
