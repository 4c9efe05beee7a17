/** The two languages in which numbers, units and targets are written. */
export type Lang = "vi" | "en";

/**
 * How an actual value is held against a target. "range": value to value2, both included; "change": by value, from the baseline; "~": about.
 */
export type Comparator = ">" | ">=" | "<" | "<=" | "=" | "~" | "range" | "change";

/** Where a value should go: it is what judges a target that is a bare number. "equal": neither more nor less. */
export type Direction = "up" | "down" | "equal";

/** A target as a value. Percentages are points (28 under "%" is 28 %); money is đồng. */
export interface Target {
  readonly comparator: Comparator;
  readonly value: number;
  /**
   * The upper end of a range; otherwise what a count is out of or per, where it is written in digits (17 in "17/17 xã", 100 in "112,5 trẻ
   * nam/100 trẻ nữ"); null elsewhere.
   */
  readonly value2: number | null;
  /** The value from which it starts, where the phrase says so ("từ 24,4% lên >30%"). */
  readonly baseline: number | null;
  /** "%", "‰", "/vạn dân", "/100.000 dân", "/100", "tuổi", "cm", "đồng", or the words as they stand; null where none stands. */
  readonly unit: string | null;
  /**
   * Both ends of a range were said as limits ("trên 5% và dưới 10%"): each is kept as it was said, whatever the direction. Absent
   * elsewhere.
   */
  readonly ends?: { readonly low: ">" | ">="; readonly high: "<" | "<=" };
}

/** What a phrase says. `alternatives` are other readings of the same phrase, `more` further targets in it, in order. */
export type PhraseReading =
  | { readonly kind: "target"; readonly target: Target; readonly alternatives: readonly Target[]; readonly more: readonly Target[] }
  | { readonly kind: "quantity"; readonly target: Target; readonly alternatives: readonly Target[]; readonly more: readonly Target[] }
  | { readonly kind: "words" }
  | { readonly kind: "unreadable" };

/** A number as text stands for it. `decimals` as written; `alternatives` where the notation is ambiguous ("1.234"). */
export type NumberReading =
  | { readonly kind: "number"; readonly value: number; readonly decimals: number; readonly alternatives: readonly number[] }
  | { readonly kind: "none" };

/** The units in which a table shows money. */
export const MONEY_UNITS = ["dong", "nghin-dong", "trieu-dong", "ty-dong"] as const;
export type MoneyUnit = (typeof MONEY_UNITS)[number];

/**
 * The verdict on an actual value. `distance`: by how much it misses (positive) or passes (negative or zero) the target, in its unit;
 * `side`: the limit that is missed or kept, the one from below or the one from above; "both": it lies between two, so that none is passed.
 */
export type Judgement =
  | { readonly status: "met"; readonly distance: number; readonly atLimit: boolean; readonly side: "low" | "high" | "both" }
  | { readonly status: "not-met"; readonly distance: number; readonly atLimit: boolean; readonly side: "low" | "high" }
  | { readonly status: "cannot-check"; readonly reason: "no-actual" | "no-baseline" | "no-direction" | "words" };
