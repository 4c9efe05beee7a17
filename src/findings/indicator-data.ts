import type { CellRef } from "../sheet";
import type { Direction, Judgement, MoneyUnit, Target } from "../quantity";
import type { Amount, CorrectionData } from "./data";

/** A value that is off by a power of ten, with what was likely meant. `kind` says how it came about. */
export interface SlipData {
  readonly indicator: string;
  readonly value: number;
  readonly likely: number;
  readonly kind: "fraction" | "hundredfold" | "separator" | "percent" | "per-mille";
  /** What speaks for it: numerator and denominator, other values of the row, nothing but a target. */
  readonly evidence: "ratio" | "history" | "target";
  /** Null where a formula computes the value. */
  readonly correction: CorrectionData | null;
}

/** Two targets of one indicator for one year. `stricter`: which of the two asks for more, null where they cannot be compared. */
export interface TwoTargets {
  readonly indicator: string;
  readonly year: number;
  readonly target: Target;
  readonly other: { readonly at: CellRef; readonly label: string; readonly target: Target };
  readonly stricter: "this" | "other" | null;
}

/** The verdict on what misses its target. */
export type Missed = Extract<Judgement, { readonly status: "not-met" }>;

/** Values of indicators against their targets, their units and each other. */
export interface IndicatorFindings {
  readonly "target-not-met": {
    readonly indicator: string;
    readonly year: number;
    readonly actual: number;
    readonly target: Target;
    readonly judgement: Missed;
  };
  /** Worse than the line from the baseline to the next target. `expected`: the line's value in `year`. */
  readonly "behind-target": {
    readonly indicator: string;
    readonly year: number;
    readonly actual: number;
    readonly target: Target;
    readonly targetYear: number;
    readonly baseline: number;
    readonly baselineYear: number;
    readonly expected: number;
    readonly distance: number;
  };
  /** No actual value though the year is over. */
  readonly "actual-missing": { readonly indicator: string; readonly years: readonly number[] };
  /** The same of a table without any actual value. */
  readonly "actuals-missing": { readonly indicators: number; readonly years: readonly number[] };
  /** Some reporting units have no value though the year is over. `of`: how many units there are. */
  readonly "units-missing": { readonly indicator: string; readonly year: number; readonly units: readonly string[]; readonly of: number };
  /** What somebody typed as the assessment of a result in words, and is none of the list. */
  readonly "assessment-unknown": { readonly indicator: string; readonly year: number; readonly text: string };
  /** Results of targets in words that nobody has assessed. */
  readonly "assessments-missing": { readonly results: number };
  /** `date`: the spreadsheet has made a date of what was typed. */
  readonly "target-unreadable": { readonly indicator: string; readonly year: number; readonly text: string; readonly date: boolean };
  /** Several targets in one cell, none of which was judged. */
  readonly "targets-several": { readonly indicator: string; readonly year: number; readonly targets: readonly Target[] };
  /**
   * The declared direction is none that leads from the baseline to the target, which is `direction` and was taken. `hidden`: nobody sees
   * where it is declared.
   */
  readonly "direction-differs": {
    readonly indicator: string;
    readonly year: number;
    readonly declared: Direction;
    readonly direction: Direction;
    readonly baseline: number;
    readonly target: Target;
    readonly hidden: boolean;
  };
  /** A bare target whose indicator may rise or fall. `chosen`: where the direction is chosen, null where people do not see that cell. */
  readonly "direction-unknown": {
    readonly indicator: string;
    readonly year: number;
    readonly target: Target;
    readonly chosen: { readonly at: CellRef } | null;
  };
  /** A share of more than its whole. */
  readonly "over-whole": { readonly indicator: string; readonly value: number; readonly unit: "%" | "‰"; readonly whole: number };
  readonly "below-zero": {
    readonly indicator: string;
    readonly value: number;
    readonly unit: string | null;
    readonly correction: CorrectionData | null;
  };
  /** `reportingUnit`: null for the value of the whole area. */
  readonly "numerator-over-denominator": {
    readonly indicator: string;
    readonly year: number | null;
    readonly reportingUnit: string | null;
    readonly numerator: number;
    readonly denominator: number;
  };
  /** Decimals in a count of things. */
  readonly "part-of-a-thing": {
    readonly indicator: string;
    readonly value: number;
    readonly unit: string;
    readonly correction: CorrectionData | null;
  };
  readonly "progress-fraction": {
    readonly task: string;
    readonly value: number;
    readonly likely: number;
    readonly correction: CorrectionData | null;
  };
  readonly "percent-slip": SlipData;
  /** A value of per cent in a cell of per mille, or the other way round; `unit` is the row's. */
  readonly "per-mille-slip": SlipData & { readonly unit: "%" | "‰" };
  /** The row's unit contradicts a target's own words (`written`), or what the measure is given in by custom (null). */
  readonly "per-mille-unit": { readonly indicator: string; readonly unit: "%" | "‰"; readonly written: string | null };
  /** `expected`: the share by its numerator and denominator; `gap`: typed minus expected. */
  readonly "share-mismatch": {
    readonly indicator: string;
    readonly year: number | null;
    readonly reportingUnit: string | null;
    readonly unit: string | null;
    readonly share: number;
    readonly numerator: number;
    readonly denominator: number;
    readonly expected: number;
    readonly gap: number;
    readonly correction: CorrectionData | null;
  };
  /** `side`: "low" where at least the target is asked for, "high" at most. */
  readonly "target-weaker": {
    readonly indicator: string;
    readonly year: number;
    readonly target: Target;
    readonly earlierYear: number;
    readonly earlier: Target;
    readonly side: "low" | "high";
  };
  /** `worse`: by how much; `largest`: the largest move of a year before. */
  readonly "worse-than-ever": {
    readonly indicator: string;
    readonly unit: string | null;
    readonly year: number;
    readonly value: number;
    readonly beforeYear: number;
    readonly before: number;
    readonly worse: number;
    readonly largest: number;
    readonly direction: "up" | "down";
  };
  readonly "targets-differ": TwoTargets;
  readonly "plans-differ": TwoTargets;
  /** A line of the budget against the target for its share of the total. The `distance` is in points. */
  readonly "budget-share-missed": {
    readonly indicator: string;
    readonly year: number;
    readonly target: Target;
    readonly share: number;
    readonly side: Missed["side"];
    readonly distance: number;
    readonly unit: MoneyUnit | null;
    readonly part: Amount;
    readonly total: Amount;
  };
}
