import { groupBy } from "../base";
import type { Words } from "../i18n";
import { resultOf } from "../summaries/roll-up";
import type { Workbook } from "../workbook/port";
import { MOST_SOURCES, tiersOf, withMissing, type NamedFile } from "./roll-up";
import type { GatherOptions, RollUpDraft } from "./roll-up-draft";
import { draftForms, formSources, withoutAdded, type SheetCopy } from "./roll-up-forms";
import { gatherUnits, localWorker } from "./roll-up-units";

/** A workbook that somebody picked; `open` reads it, and may throw anything. */
export interface UnitFile extends NamedFile {
  /** Its place in the tree: "Huyện A/Xã B". */
  readonly unit: string;
  readonly open: () => Promise<Workbook>;
  /** One of its sheets with its looks, to be filled in as a form; may throw anything. */
  readonly sheet: (name: string) => Promise<SheetCopy | null>;
}

/** Of more files the numbers of forms are not kept unit by unit. */
const MOST_KEPT = 400;

/**
 * Reads, checks and adds up workbooks, one after the other: no more than those of one unit are held at once. Files of one unit are taken
 * together. A file that cannot be read is named and adds nothing, one that is no unit's is passed over, the rest goes on. Throws
 * `WorkbookFailure` "stopped" alone.
 */
export async function gatherFiles(
  files: readonly UnitFile[], { today, expected, lines = [], course }: GatherOptions, words: Words,
): Promise<RollUpDraft> {
  const jobs = [...groupBy(files, ({ unit }) => unit)].map(([unit, own]) => ({ unit, files: own }));
  const setup = { nodes: tiersOf(jobs.map(({ unit }) => unit)), today, sources: true, lang: words.lang };
  let done = 0;
  const follow = { ...(course?.stopped ? { stopped: course.stopped } : {}), read: () => course?.progress?.(++done / files.length) };
  const { rollUp, forms: heap, reports, ...gathered } = await gatherUnits(
    jobs,
    {
      count: 1,
      values: files.length <= MOST_KEPT || lines.length > 0,
      make: () => localWorker(setup, ({ open }: UnitFile) => open(), follow),
    },
    words,
  );
  const sheet = async (name: string, of: string): Promise<SheetCopy | null> =>
    (await files.find(({ file }) => file === name)?.sheet(of)) ?? null;
  const forms = await draftForms(heap, { sheet, given: null, lines });
  const sources = gathered.sources && forms ? [...gathered.sources, ...formSources(heap, forms.result)] : gathered.sources;
  return {
    ...gathered, forms,
    sources: sources && sources.length > MOST_SOURCES ? null : sources,
    result: resultOf(rollUp),
    units: withMissing(withoutAdded(reports, forms, heap, words), expected),
  };
}
