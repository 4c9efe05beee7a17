import type { ContractId, Outcome, QuestionId } from "../self-test/names";

/** The words of the self-test, which few open: they are loaded with its page. */
export interface SelfTestWords {
  readonly title: string;
  /** What it does, before it does anything. */
  readonly what: readonly string[];
  readonly start: string;
  readonly again: string;
  readonly leave: string;
  readonly working: string;
  readonly stop: string;
  readonly stopping: string;
  /** The workbook holds something; `sheet` null where it is names. */
  readonly occupied: (sheet: string | null) => string;
  readonly done: (good: number, all: number) => string;
  readonly stopped: (tried: number, all: number) => string;
  readonly outcomes: Readonly<Record<Outcome, string>>;
  readonly cases: Readonly<Record<ContractId, string>>;
  readonly questions: Readonly<Record<QuestionId, string>>;
  readonly groups: { readonly cases: string; readonly questions: string };
  readonly report: { readonly label: string; readonly hint: string; readonly copy: string; readonly copied: string; readonly byHand: string };
}
