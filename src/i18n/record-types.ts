import type { AnswerData, RecordStatus } from "../findings";
import type { RecordColumn } from "../templates";

/** Words of the record of findings. */
export interface RecordWords {
  readonly sheet: string;
  readonly title: string;
  /** Who writes what. */
  readonly note: string;
  readonly columns: Readonly<Record<Exclude<RecordColumn, "id">, string>>;
  readonly statuses: Readonly<Record<RecordStatus, string>>;
  /** Other words that people type for a status. */
  readonly spellings: Readonly<Record<RecordStatus, readonly string[]>>;
  readonly input: { readonly title: string; readonly refusal: string; readonly promptTitle: string; readonly prompt: string };
  /** The content of a rule's row. */
  readonly rule: (name: string) => string;
  /** The same after it was applied again. */
  readonly ruleAgain: (name: string) => string;
  /** What an answer has in place of a severity, and its content. */
  readonly answer: string;
  readonly answered: (data: AnswerData) => string;
  /** After the content of an answer whose cells are gone, and of one of which nobody can tell what it says. */
  readonly answerGone: string;
  readonly answerUnread: string;
}
