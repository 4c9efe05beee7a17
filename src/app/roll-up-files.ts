import { groupBy } from "../base";
import type { Words } from "../i18n";
import { addUnit, emptyRollUp, resultOf, type Added, type SourceRow, type UnitReport } from "../summaries/roll-up";
import type { Table } from "../tables";
import { WorkbookFailure, type Workbook } from "../workbook/port";
import { checkWorkbook, type CheckResult } from "./check-workbook";
import { MOST_SOURCES, brokenUnit, isDerived, lostSentences, nothing, openFindings, tiersOf, withMissing, type UnitJob } from "./roll-up";
import type { GatherOptions, RollUpDraft } from "./roll-up-draft";
import { withoutStatus } from "./roll-up-reading";

/** A workbook that somebody picked; `open` reads it, and may throw anything. */
export interface UnitFile extends UnitJob {
  readonly open: () => Promise<Workbook>;
}

/** A file that could be read. */
interface ReadFile {
  readonly file: string;
  readonly checked: CheckResult;
}

/**
 * Reads, checks and adds up workbooks, one after the other: no more than those of one unit are held at once. Files of one unit are taken
 * together. A file that cannot be read is named and adds nothing, one that is no unit's is passed over, the rest goes on. Throws `WorkbookFailure` "stopped" alone.
 */
export async function gatherFiles(files: readonly UnitFile[], { today, expected, course }: GatherOptions, words: Words): Promise<RollUpDraft> {
  const groups = groupBy(files, ({ unit }) => unit);
  const rollUp = emptyRollUp();
  const nodes = new Set(tiersOf([...groups.keys()]));
  const reports: UnitReport[] = [];
  const passed: string[] = [];
  const failures = new Map<string, CheckResult["failures"][number]>();
  let sources: SourceRow[] | null = [];
  let done = 0;
  for (const [unit, own] of groups) {
    const read: ReadFile[] = [];
    for (const { file, open } of own) {
      if (course?.stopped?.()) throw new WorkbookFailure("stopped", {});
      try {
        const checked = await checkWorkbook(withoutStatus(await open()), today);
        if (isDerived(checked)) passed.push(file);
        else read.push({ file, checked });
      } catch (cause) {
        reports.push(...brokenUnit({ unit, file }, cause, words).reports);
      }
      course?.progress?.(++done / files.length);
    }
    for (const failure of read.flatMap(({ checked }) => checked.failures)) if (!failures.has(failure.rule)) failures.set(failure.rule, failure);
    const added = addRead(unit, read, words, (tables, file) => addUnit(rollUp, unit, tables, { nodes, today, sources: sources !== null, file }));
    reports.push(...added.reports);
    sources = sources && sources.length + added.sources.length <= MOST_SOURCES ? [...sources, ...added.sources] : null;
  }
  return { result: resultOf(rollUp), units: withMissing(reports, expected), sources, passed, failures: [...failures.values()] };
}

/** What the files of one unit add; `add` puts tables into the roll-up. */
function addRead(unit: string, read: readonly ReadFile[], words: Words, add: (tables: readonly Table[], file: (table: Table) => string) => Added): { readonly reports: readonly UnitReport[]; readonly sources: readonly SourceRow[] } {
  if (read.length === 0) return { reports: [], sources: [] };
  const fileOf = new Map(read.flatMap(({ file, checked }) => checked.tables.map((table) => [table, file] as const)));
  const { units, sources } = add([...fileOf.keys()], (table) => fileOf.get(table) ?? "");
  const found = read.map(({ checked }) => openFindings(checked));
  const sum = (what: "errors" | "warnings" | "infos"): number => found.reduce((all, one) => all + one[what], 0);
  const base = { ...nothing({ unit, file: read.map(({ file }) => file).join(", ") }), reason: lostSentences(read.map(({ checked }) => checked), words), errors: sum("errors"), warnings: sum("warnings"), infos: sum("infos") };
  return { reports: units.length > 0 ? units.map((filled): UnitReport => ({ ...base, ...filled, state: "read" })) : [{ ...base, state: "no-tables" }], sources };
}
