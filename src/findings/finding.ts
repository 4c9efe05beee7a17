import type { CellRef } from "../sheet";
import type { Judgement, MoneyUnit, Target } from "../quantity";

/** error: cannot be right; warning: a person should look; info: the rest. */
export const SEVERITIES = ["error", "warning", "info"] as const;
export type Severity = (typeof SEVERITIES)[number];

/** A number with the words of its row, as a sentence needs it. */
export interface Amount {
  readonly at: CellRef;
  readonly label: string;
  readonly value: number;
}

/** A value that would settle what is wrong, out of the arithmetic of the table. `kind` names the typing error; null where none explains it. */
export interface CorrectionData {
  readonly at: CellRef;
  readonly from: number;
  readonly to: number;
  readonly kind: string | null;
}

/** Data of each finding, by its code: what a sentence needs and no sentence. Money is in the table's unit. */
export interface FindingData {
  /** Parts do not reach the stated total (column), or a line's years its total (row). `gap`: stated minus computed. */
  readonly "sum-mismatch": SumData & {
    /** Another sum that agrees with the stated total. */
    readonly witness: Amount | null;
    readonly correction: CorrectionData | null;
    /** Ties: any one of these would settle it. */
    readonly candidates: readonly CorrectionData[];
  };
  /** Parts that are filled so far already exceed the total. */
  readonly "over-total": SumData;
  /** Two breakdowns of one total, both complete, differ where no total is stated. */
  readonly "breakdowns-differ": SumData;
  readonly "target-not-met": { readonly indicator: string; readonly year: number; readonly actual: number; readonly target: Target; readonly judgement: Judgement };
  /** Text where a number belongs; `reading` the number that it may mean. */
  readonly "text-for-number": { readonly text: string; readonly reading: number | null; readonly others: readonly number[] };
  readonly "cell-error": { readonly error: string };
  readonly "not-evaluated": { readonly formula: string };
  /** No actual value though the year is over. */
  readonly "actual-missing": { readonly indicator: string; readonly years: readonly number[] };
  readonly "target-unreadable": { readonly indicator: string; readonly year: number; readonly text: string };
}

export interface SumData {
  readonly unit: MoneyUnit | null;
  readonly axis: "column" | "row";
  readonly stated: Amount;
  readonly computed: Amount;
  readonly gap: number;
}

export type FindingCode = keyof FindingData;

/** What a check has to say of a cell. `id` is the same in the next run while the cause is the same. */
export interface FindingOf<C extends FindingCode> {
  readonly id: string;
  readonly code: C;
  readonly severity: Severity;
  /** Where it is shown. */
  readonly at: CellRef;
  /** All cells that take part. */
  readonly cells: readonly CellRef[];
  readonly data: FindingData[C];
}

export type Finding = { [C in FindingCode]: FindingOf<C> }[FindingCode];

/** Errors first, then warnings, then information; in a sheet from top to bottom. */
export function sortFindings(findings: readonly Finding[]): Finding[] {
  const rank = (finding: Finding): number => SEVERITIES.indexOf(finding.severity);
  return [...findings].sort((a, b) => rank(a) - rank(b) || a.at.sheet.localeCompare(b.at.sheet, "vi") || a.at.row - b.at.row || a.at.col - b.at.col);
}
