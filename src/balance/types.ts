/** A number of a table that takes part in equations. */
export interface BalanceCell {
  readonly id: string;
  readonly value: number;
  /** False for a formula: it follows from the others and cannot be mistyped. */
  readonly typed: boolean;
  /** True for a number that is taken as right: no correction changes it. */
  readonly fixed?: boolean;
  /** True for a dash or words that say that there is no amount: 0, where any amount may have been left out. */
  readonly none?: boolean;
  /** Decimals written or shown; decides rounding and which digits a typing hand can get wrong. */
  readonly decimals: number;
  /** What the same line has in other years, units or columns, where that is known: it ranks corrections that explain equally well. */
  readonly peers?: readonly number[];
}

/** Σ coefficient × cell = 0 (op "="), or ≤ 0 (op "<="), within the tolerance (same unit as the cells). */
export interface Equation {
  readonly id: string;
  readonly op: "=" | "<=";
  readonly terms: readonly { readonly cell: string; readonly coefficient: number }[];
  readonly tolerance: number;
  /**
   * True where a formula of the sheet makes it so: it is no check but says how a formula cell follows from others. The cell that it
   * defines is the formula cell in it that no other definition settles; among several such, the first term.
   */
  readonly definition?: boolean;
  /** Decimals that its amounts are rounded to (-3: thousands). Without it, the most that one of its cells shows. */
  readonly decimals?: number;
  /** Rounded amounts beside the total. Without it, its terms but one. */
  readonly parts?: number;
}

export interface BalanceOptions {
  /**
   * Whether amounts are rounded ones: then a gap that rounding explains is told apart from a failure. "where likely": unless so many sums
   * come out exactly that those of rounded amounts would not. False where it is not given.
   */
  readonly rounding?: boolean | "where likely";
  /** No amount is larger than this, whatever its sign; without it any may be. */
  readonly most?: number;
}

/** The mistakes of a typing hand. */
export type TypingError =
  | "digits-swapped" | "digit-wrong" | "digit-doubled" | "digit-dropped" | "zeros" | "sign" | "separator" | "thousand-fold"
  | "amount-left-out" | "row-left-out" | "row-counted-twice" | "cells-swapped" | "total-not-updated";

/** A value for one cell that settles equations. `kind` null: the arithmetic asks for it, but no typing error explains it. */
export interface Correction {
  readonly cell: string;
  readonly from: number;
  readonly to: number;
  readonly kind: TypingError | null;
  /** Ids of the failing equations that hold after it. */
  readonly settles: readonly string[];
  /** The row that was left out or counted twice, or the cell that this one was swapped with. */
  readonly other?: string;
}

/** Corrections that settle equations together. */
export interface CorrectionSet {
  readonly corrections: readonly Correction[];
  /** 0 for the best; several of the same rank are a tie. */
  readonly rank: number;
  /**
   * True for one mistake in two cells: an amount, and a cell of a sum that held which was made to agree with it. Such a set stands beside
   * single corrections that no typing error explains.
   */
  readonly copied?: true;
}

export interface FailedEquation {
  readonly id: string;
  /** The left side: Σ coefficient × cell. */
  readonly residual: number;
}

/** What the arithmetic says of a system of equations. */
export interface Diagnosis {
  readonly failed: readonly FailedEquation[];
  /** Equations that are off by no more than the rounding of their amounts; empty unless rounding is to be considered. */
  readonly rounded: readonly FailedEquation[];
  /** Groups of failing equations that share cells, each settled on its own. */
  readonly faults: readonly Fault[];
}

export interface Fault {
  readonly equations: readonly string[];
  /** Single corrections that settle all of the fault's equations, best first; several of the same rank are a tie. */
  readonly candidates: readonly (Correction & { readonly rank: number })[];
  /** The one correction that stands out (rank 0, alone, explained by a typing error); null where it is a tie or nobody's. */
  readonly likeliest: Correction | null;
  /**
   * Smallest sets of several cells that settle all of the fault's equations, where no single cell does, and copied mistakes; best first.
   */
  readonly sets: readonly CorrectionSet[];
  /** The one set that stands out; null where it is a tie or a typing error does not explain each of its corrections. */
  readonly likeliestSet: CorrectionSet | null;
}
