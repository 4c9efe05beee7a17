import type { Words } from "../i18n";
import { findPlan } from "../plan";
import type { CellValue, SheetSnapshot, SheetSpec } from "../sheet";
import {
  COMPARISON_NAMES, PARTED, comparablesOfPlans, comparePlans, comparisonSheet, matchKey, nearMisses, readCodes, type Code, type Codes,
  type Comparable, type Comparison, type NearMiss,
} from "../summaries";
import type { Workbook } from "../workbook/port";

export {
  targetText, verdictText, type Against, type Codes, type Comparable, type Comparison, type NearMiss, type Verdict,
} from "../summaries";

/** What people say of which indicators are one. An indicator is told by its name, or as "plan/code". */
export interface Matching {
  /** Codes from the sheet of an earlier comparison. */
  readonly codes: Codes;
  readonly join: readonly (readonly [string, string])[];
  readonly part: readonly string[];
}

export interface ComparedPlans {
  readonly comparison: Comparison;
  readonly near: readonly NearMiss[];
  /** Names in `join` and `part` that no indicator has. */
  readonly unknown: readonly string[];
}

/** Holds plans of the catalogue against each other; ids that it does not know are passed over. */
export function compareCatalogue(ids: readonly string[], { codes, join, part }: Matching): ComparedPlans {
  const items = comparablesOfPlans(ids.flatMap((id) => findPlan(id) ?? []));
  const own = new Map(codes);
  const unknown: string[] = [];
  const found = (name: string): Comparable[] => {
    const same = called(items, name);
    if (same.length === 0) unknown.push(name);
    return same;
  };
  for (const [a, b] of join) joinTo(own, [...found(a), ...found(b)]);
  for (const name of part) for (const { key } of found(name)) own.set(key, { code: PARTED, own: true });
  const comparison = comparePlans(items, own);
  return { comparison, near: nearMisses(comparison), unknown };
}

/** The indicators of a name: by its key, as it is spelt, else by what it says. */
function called(items: readonly Comparable[], name: string): Comparable[] {
  const spelt = (text: string): string => text.normalize("NFC").replace(/\s+/g, " ").trim().toLocaleLowerCase("vi");
  const byKey = items.filter(({ key }) => key === name.trim());
  const bySpelling = items.filter(({ label }) => spelt(label) === spelt(name));
  return (
    [byKey, bySpelling].find((some) => some.length > 0) ?? items.filter(({ label, unit }) => matchKey(label, unit) === matchKey(name, unit))
  );
}

/** Gives all of them one code: that of one of them, which brings along whoever has it, or a new one. */
function joinTo(codes: Map<string, Code>, items: readonly Comparable[]): void {
  const had = new Set(items.flatMap(({ key }) => codes.get(key)?.code ?? []).filter((code) => code !== "" && code !== PARTED));
  const taken = new Set([...codes.values()].map(({ code }) => code));
  const free = (): string => {
    for (let number = 1; ; number++) if (!taken.has(String(number))) return String(number);
  };
  const [code = free()] = had;
  for (const [key, before] of codes) if (had.has(before.code)) codes.set(key, { ...before, code });
  for (const { key } of items) codes.set(key, { code, own: true });
}

/** The sheet of a comparison for a workbook that the command line writes. */
export function comparisonSpecs(comparison: Comparison, words: Words): SheetSpec[] {
  const { sheet, noteOfFile } = words.summary.comparison;
  return [comparisonSheet(sheet, comparison, words, noteOfFile)];
}

/** The codes of the comparison in a workbook as people have left them; null where it holds none. Throws `WorkbookFailure`. */
export async function codesOf(workbook: Workbook): Promise<Codes | null> {
  const { names } = await workbook.outline();
  const areaOf = (name: string) => names.find((one) => one.scope === null && one.name.toLowerCase() === name.toLowerCase())?.refersTo;
  const [keys, codes] = [areaOf(COMPARISON_NAMES.key), areaOf(COMPARISON_NAMES.code)];
  if (!keys || !codes) return null;
  const [keyCells, codeCells] = await workbook.read([keys, codes]);
  const column = (snapshot: SheetSnapshot | undefined): CellValue[] => (snapshot?.values ?? []).map(([value = null]) => value);
  return readCodes(column(keyCells), column(codeCells));
}
