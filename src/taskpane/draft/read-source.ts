import { draftedText, readPlanFile, type Course } from "../../app";
import { documentNotice, type Words } from "../../i18n";
import type { DocumentCourse, DocumentText } from "../../documents";
import { headForm, type DraftState, type TextSource } from "./draft-state";

/** So much of the work is reading the file; the rest is drafting. */
const FILE = 0.4;

interface Reading {
  readonly course: Course;
  readonly words: Words;
  /** Throws what reading a document throws. */
  readonly open: (file: File, course: DocumentCourse) => Promise<DocumentText>;
}

/**
 * What becomes of the state when a text is read: its draft, or why there is none. A draft that was there is kept, to be brought back.
 * Throws "stopped".
 */
export async function readTextSource(
  { file, pasted }: TextSource, { read: before, replaced }: DraftState, { course, words, open }: Reading,
): Promise<Partial<DraftState>> {
  const part = (from: number, to: number): Course => ({ ...course, progress: (share) => course.progress?.(from + share * (to - from)) });
  let given: { readonly text: string; readonly notices: readonly string[] } = { text: pasted, notices: [] };
  if (file) {
    try {
      const { text, notices } = await open(file, part(0, FILE));
      given = { text, notices: notices.map((notice) => documentNotice(notice, words)) };
    } catch (error) {
      return { unread: { file: file.name, error }, nothing: false };
    }
  }
  const { draft, document } = await draftedText(given.text, part(file ? FILE : 0, 1));
  if (draft.indicators.length + draft.budget.length + draft.tasks.length === 0) return { unread: null, nothing: true };
  return {
    unread: null,
    nothing: false,
    source: { pasted, file: null },
    read: {
      name: file?.name ?? null,
      ...given,
      document,
      now: { draft, dropped: [] },
      earlier: [],
      head: headForm(draft.head),
      editing: null,
    },
    replaced: before ?? replaced,
    choosing: false,
    kinds: null,
    left: [],
    headShown: false,
    tried: 0,
  };
}

/** What becomes of the state when a plan file is read: the plan, or what is wrong with it. */
export async function readPlanSource(source: TextSource): Promise<Partial<DraftState>> {
  const { file, pasted } = source;
  const none = { planSource: source, plan: null, planFault: null, planUnread: null };
  let text = pasted;
  try {
    if (file) text = await file.text();
  } catch (error) {
    return { ...none, planUnread: { error } };
  }
  const read = readPlanFile(text);
  if ("fault" in read) return { ...none, planFault: read.fault };
  return { ...none, plan: { name: file?.name ?? null, plan: read.plan }, kinds: null };
}
