import { draftSteps, type Draft, type DraftedText } from "../drafting";
import type { Course } from "../workbook/port";
import { sliced } from "./sliced";

/**
 * What the text of a plan says of it, a few paragraphs at a time: others run between slices of the work where `course` lets them. Throws
 * "stopped".
 */
export async function draftText(text: string, course: Course = {}): Promise<Draft> {
  return (await draftedText(text, course)).draft;
}

/** As `draftText`, with the text taken apart beside it: a plan says by it where its facts stand. Throws "stopped". */
export function draftedText(text: string, course: Course = {}): Promise<DraftedText> {
  return sliced(draftSteps(text), course, course.progress);
}
