import type { Between, Course, Done, Notice, ReadVersion } from "../app";
import { paneWordsOf } from "../i18n/pane";
import type { Lang } from "../quantity";
import type { Loaded } from "./checker";
import { chosenSheet, type Compared, type CompareState, type ReadVersions } from "./compare-form";
import { isFailure } from "./failure";
import type { State } from "./state";
import { wordsIn } from "./text-words";

interface CompareOptions {
  readonly now: () => Date;
  /** The course of a part of the work, both from 0 to 1. */
  readonly course: (from: number, to: number) => Course;
}

/** So much of the work is reading the other version. */
const OTHER = 0.5;

/** The sheet in front and the others that may hold tables. Throws `WorkbookFailure`. */
export async function listVersions({ work, workbook }: Loaded): Promise<NonNullable<CompareState["sheets"]>> {
  const all = await work.versionSheets(workbook);
  const [{ sheet: front }] = await workbook.selection();
  return { front, others: all.filter((name) => name !== front) };
}

/** Compares what the form has chosen; null where nothing is. Throws what the use cases throw, and where the file side does not come. */
export async function compareChosen(all: Loaded, state: CompareState, { now, course }: CompareOptions): Promise<Compared | null> {
  const { work, workbook } = all;
  const { from, file, old } = state.form;
  const parts = [course(0, OTHER), course(OTHER, 1)] as const;
  const told = async (other: ReadVersion, mine: ReadVersion, names: ReadVersions["names"]): Promise<Compared> => ({
    kind: "read",
    differences: await (old === "other" ? work.compareRead(other, mine, parts[1]) : work.compareRead(mine, other, parts[1])),
    failures: [...other.failures, ...mine.failures],
    from, old, names,
    at: now(),
  });
  if (from === "sheet") {
    const sheet = chosenSheet(state) ?? state.form.sheet;
    if (sheet === null) return null;
    const [{ sheet: front }] = await workbook.selection();
    if (sheet === front) return { kind: "one-sheet", sheet };
    const other = await work.readVersion({ workbook, sheet }, parts[0]);
    return told(other, await work.readVersion({ workbook, sheet: front }, parts[1]), { other: sheet, mine: front });
  }
  if (!file) return null;
  const read = await readFile(all, file, parts[0]);
  if ("error" in read) return { kind: "unread", file: file.name, error: read.error };
  return told(read, await work.readVersion({ workbook, sheet: null }, parts[1]), { other: file.name, mine: null });
}

/** Reads a file that was picked; what is amiss with it is told, not thrown. */
async function readFile({ work, fileSide }: Loaded, file: File, course: Course): Promise<ReadVersion | { readonly error: unknown }> {
  const { open } = await fileSide();
  const notice = ({ sheet, ...rest }: Notice): void =>
    course.notice?.({ ...rest, sheet: rest.kind.startsWith("windows-") ? file.name : `${file.name}, ${sheet}` });
  try {
    return await work.readVersion({ workbook: await open(file), sheet: null }, { ...course, notice });
  } catch (error) {
    if (isFailure(error, "stopped")) throw error;
    return { error };
  }
}

/** What the two versions are called, by age. */
export function namesOf({ names, old }: ReadVersions, lang: Lang): Pick<Between, "old" | "now"> {
  const { workbook } = paneWordsOf(lang).compare;
  const [first, second] = old === "other" ? [names.other, names.mine] : [names.mine, names.other];
  return { old: first ?? workbook, now: second ?? workbook };
}

/** Writes what changed on a new sheet. Throws `WorkbookFailure`. */
export function writeCompared(
  { work, workbook }: Loaded, compared: ReadVersions,
  { state, date, course }: { readonly state: Pick<State, "lang" | "notation">; readonly date: string; readonly course: Course },
): Promise<Done<string>> {
  const between = { ...namesOf(compared, state.lang), date };
  return work.writeVersions(workbook, compared.differences, { between, course }, wordsIn(work, state));
}
