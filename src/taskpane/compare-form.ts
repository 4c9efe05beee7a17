import type { Differences, RuleFailure } from "../app";
import type { CompareFrom, Side } from "../i18n/pane";

/** With what the open workbook is compared, as it is chosen. */
export interface CompareForm {
  readonly from: CompareFrom;
  readonly sheet: string | null;
  readonly file: File | null;
  /** Which of the two is the old version. */
  readonly old: Side;
}

/** What came of comparing. */
export type Compared =
  /** The file could not be read. */
  | { readonly kind: "unread"; readonly file: string; readonly error: unknown }
  /** The sheet in front is the one to compare with. */
  | { readonly kind: "one-sheet"; readonly sheet: string }
  | ReadVersions;

export interface ReadVersions {
  readonly kind: "read";
  readonly differences: Differences;
  readonly failures: readonly RuleFailure[];
  readonly from: CompareFrom;
  readonly old: Side;
  /** A sheet or a file by its name; null for the whole open workbook. */
  readonly names: Readonly<Record<Side, string | null>>;
  readonly at: Date;
}

export interface CompareState {
  /** Whether the form is unfolded. */
  readonly shown: boolean;
  readonly form: CompareForm;
  /** The sheet in front and the others that may hold tables; null until they are listed. */
  readonly sheets: { readonly front: string; readonly others: readonly string[] } | null;
  readonly compared: Compared | null;
  /** The sheet on which what changed was written. */
  readonly written: string | null;
}

export const FIRST_COMPARE: CompareState = {
  shown: false, form: { from: "sheet", sheet: null, file: null, old: "other" }, sheets: null, compared: null, written: null,
};

/** The sheet that is compared with: the first while none was chosen; null where the chosen one is in front or gone. */
export function chosenSheet({ form, sheets }: CompareState): string | null {
  const others = sheets?.others ?? [];
  return (form.sheet === null ? others[0] : others.find((name) => name === form.sheet)) ?? null;
}

export function isReady(state: CompareState): boolean {
  return state.form.from === "file" ? state.form.file !== null : chosenSheet(state) !== null;
}
