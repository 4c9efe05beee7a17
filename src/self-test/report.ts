import type { Fault } from "./contract-run";
import type { ContractId, Outcome, QuestionId } from "./names";
import type { Answers } from "./question";

interface Timed {
  readonly outcome: Outcome;
  readonly ms: number;
  /** How often Excel was asked. */
  readonly roundTrips: number;
  /** What it failed with, where it did. */
  readonly error: string | null;
}

export interface CaseResult extends Timed {
  readonly kind: "case";
  readonly id: ContractId;
  readonly faults: readonly Fault[];
}

export interface QuestionResult extends Timed {
  readonly kind: "question";
  readonly id: QuestionId;
  readonly answers: Answers;
  /** What the add-in rests on and was answered otherwise. */
  readonly unexpected: readonly string[];
}

export type Result = CaseResult | QuestionResult;

/** The Excel that was asked. */
export interface Host {
  readonly platform: string;
  readonly version: string;
  /** "ExcelApi 1.14", the newest of each family that is there. */
  readonly sets: readonly string[];
  readonly displayLanguage: string;
  readonly contentLanguage: string;
  /** Null where Excel does not say. */
  readonly decimalSeparator: string | null;
  readonly thousandsSeparator: string | null;
  readonly browser: string;
}

export interface Report {
  readonly about: "plan-tables self-test";
  readonly version: 1;
  /** ISO 8601. */
  readonly made: string;
  /** The script of ours that ran. */
  readonly build: string;
  readonly host: Host;
  /** True where somebody ended it before its end. */
  readonly stopped: boolean;
  readonly roundTrips: number;
  readonly results: readonly Result[];
  /** What only a person can try; they write behind it. */
  readonly byHand: Readonly<Record<string, string>>;
}

/** What no code can do in Excel: the key says what to try, and the person writes what came of it. */
export const BY_HAND: readonly string[] = [
  "Ctrl+Z after a table was made: how many times until it is gone",
  "a printer removed: which members of page-setup fail",
  "another workbook in front while a table is made: the sentence that the pane shows",
  "a cell in edit mode while the check runs: the sentence that the pane shows",
  "a chart sheet in front, then the check: the sentence that the pane shows",
  "a table moved by cut and paste, then the check: what is found",
];

/** Reads a report that was copied; throws TypeError for anything else. */
export function readReport(text: string): Report {
  const report: unknown = JSON.parse(text);
  if (
    typeof report !== "object" ||
    report === null ||
    !("about" in report) ||
    report.about !== "plan-tables self-test" ||
    !("version" in report) ||
    report.version !== 1
  ) {
    throw new TypeError("not a report of the self-test");
  }
  return report as Report;
}

/** An answer that two hosts give differently. */
export interface Difference {
  readonly question: QuestionId;
  readonly asked: string;
  readonly one: unknown;
  readonly other: unknown;
}

/** Where the answers of two reports differ; what one of them does not hold is passed over. */
export function differences(one: Report, other: Report): Difference[] {
  const answersOf = ({ results }: Report, id: QuestionId) =>
    results.find((result): result is QuestionResult => result.kind === "question" && result.id === id)?.answers;
  return one.results.flatMap((result) => {
    if (result.kind !== "question") return [];
    const theirs = answersOf(other, result.id);
    return Object.entries(result.answers).flatMap(([asked, answer]) =>
      theirs === undefined || !(asked in theirs) || JSON.stringify(answer) === JSON.stringify(theirs[asked])
        ? []
        : [{ question: result.id, asked, one: answer, other: theirs[asked] }],
    );
  });
}
