import type { Course, Done, RollUpDraft, Today } from "../app";
import type { Words } from "../i18n";
import type { Loaded } from "./checker";
import type { RollUpForm } from "./roll-up-form";
import type { RolledUp, State } from "./state";
import { wordsIn } from "./text-words";

/** The part of the work in which it reads; the rest is writing. */
export const READING = 0.8;

/** What is added up, and how it is followed. */
export interface AddOptions {
  readonly state: Pick<State, "rollUp" | "rolledUp" | "lang" | "notation">;
  /** Whether to write what is amiss, too. */
  readonly anyway: boolean;
  readonly today: Today;
  /** The day as it is written on the sheets. */
  readonly date: string;
  /** The course of a part of the work, both from 0 to 1. */
  readonly course: (from: number, to: number) => Course;
}

/**
 * Adds up what the form has chosen and writes it; `done` null where there is nothing to write or something is amiss that a person has to
 * see before. Throws what the use cases throw, and where the file side does not come.
 */
export async function addUnits(
  all: Loaded, { state, anyway, today, date, course }: AddOptions,
): Promise<{ readonly rolledUp: RolledUp; readonly done: Done<unknown> | null }> {
  const { work, workbook } = all;
  const { rollUp: form, rolledUp } = state;
  const words = wordsIn(work, state);
  // files are as they were read; sheets may have been changed since
  const kept = anyway && form.from === "files" && rolledUp?.sheets === null ? rolledUp.draft : null;
  const draft = kept ?? (await gather(all, form, { today, course: course(0, READING) }, words));
  if (work.isNothing(draft) || (!anyway && work.isAmiss(draft))) return { rolledUp: { draft, sheets: null }, done: null };
  const done = await work.writeRollUp(workbook, draft, { date, course: course(READING, 1) }, words);
  return { rolledUp: { draft, sheets: done.result.map(({ name }) => name) }, done };
}

/** Reads and adds up what the form has chosen. */
async function gather(
  { work, workbook, fileSide }: Loaded, form: RollUpForm, options: { readonly today: Today; readonly course: Course }, words: Words,
): Promise<RollUpDraft> {
  const expected = work.expectedUnits(form.expected).map(work.unitPath).filter((unit) => unit !== "");
  const unitOf = ({ unit, name }: { readonly unit: string; readonly name: string }): string => work.unitPath(unit) || name;
  if (form.from === "sheets") {
    const units = new Map((form.sheets ?? []).flatMap((row) => (row.chosen ? [[row.name, unitOf(row)] as const] : [])));
    return work.gatherSheets(workbook, { ...options, units, expected }, words);
  }
  const { open, sheet } = await fileSide();
  const files = form.files.flatMap((row) =>
    row.chosen ? [{ unit: unitOf(row), file: row.name, open: () => open(row.file), sheet: (name: string) => sheet(row.file, name) }] : [],
  );
  const line = form.line.trim();
  return work.gatherFiles(files, { ...options, expected, lines: line === "" ? [] : [line] }, words);
}
