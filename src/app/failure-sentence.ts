import { refusalSentence, type Words } from "../i18n";
import { WorkbookFailure, type FailureCode, type FailureData } from "../workbook/port";
import { Refusal } from "./refusal";

/** What happened, what was not changed and what to do, for a failure of the workbook or a refusal; null for anything else, which is a fault of ours. */
export function failureSentence(error: unknown, words: Words): string | null {
  if (error instanceof Refusal) return refusalSentence(error.code, error.data, words);
  if (!(error instanceof WorkbookFailure)) return null;
  const sentence = words.failures[error.code] as (data: FailureData[FailureCode]) => string;
  return sentence(error.data);
}

/** True where Excel only asks to wait: a cell is being edited, or a dialog is open. */
export function isBusy(error: unknown): boolean {
  return error instanceof WorkbookFailure && error.code === "busy";
}
