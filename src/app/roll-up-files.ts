import { groupBy } from "../base";
import type { Words } from "../i18n";
import { resultOf } from "../summaries/roll-up";
import type { Workbook } from "../workbook/port";
import { tiersOf, withMissing, type NamedFile } from "./roll-up";
import type { GatherOptions, RollUpDraft } from "./roll-up-draft";
import { gatherUnits, localWorker } from "./roll-up-units";

/** A workbook that somebody picked; `open` reads it, and may throw anything. */
export interface UnitFile extends NamedFile {
  /** Its place in the tree: "Huyện A/Xã B". */
  readonly unit: string;
  readonly open: () => Promise<Workbook>;
}

/**
 * Reads, checks and adds up workbooks, one after the other: no more than those of one unit are held at once. Files of one unit are taken
 * together. A file that cannot be read is named and adds nothing, one that is no unit's is passed over, the rest goes on. Throws
 * `WorkbookFailure` "stopped" alone.
 */
export async function gatherFiles(
  files: readonly UnitFile[], { today, expected, course }: GatherOptions, words: Words,
): Promise<RollUpDraft> {
  const jobs = [...groupBy(files, ({ unit }) => unit)].map(([unit, own]) => ({ unit, files: own }));
  const setup = { nodes: tiersOf(jobs.map(({ unit }) => unit)), today, sources: true, lang: words.lang };
  let done = 0;
  const follow = { ...(course?.stopped ? { stopped: course.stopped } : {}), read: () => course?.progress?.(++done / files.length) };
  const { rollUp, reports, ...gathered } = await gatherUnits(
    jobs,
    { count: 1, make: () => localWorker(setup, ({ open }: UnitFile) => open(), follow) },
    words,
  );
  return { ...gathered, result: resultOf(rollUp), units: withMissing(reports, expected) };
}
