/** A number of a table that takes part in equations. */
export interface BalanceCell {
  readonly id: string;
  readonly value: number;
  /** False for a formula: it follows from the others and cannot be mistyped. */
  readonly typed: boolean;
  /** Decimals written or shown; decides rounding and which digits a typing hand can get wrong. */
  readonly decimals: number;
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
}

/** The mistakes of a typing hand. */
export type TypingError =
  | "digits-swapped" | "digit-wrong" | "digit-doubled" | "digit-dropped" | "zeros" | "sign" | "separator" | "thousand-fold"
  | "total-not-updated";

/** A value for one cell that settles equations. `kind` null: the arithmetic asks for it, but no typing error explains it. */
export interface Correction {
  readonly cell: string;
  readonly from: number;
  readonly to: number;
  readonly kind: TypingError | null;
  /** Ids of the failing equations that hold after it. */
  readonly settles: readonly string[];
}

export interface FailedEquation {
  readonly id: string;
  /** The left side: Σ coefficient × cell. */
  readonly residual: number;
}

/** What the arithmetic says of a system of equations. */
export interface Diagnosis {
  readonly failed: readonly FailedEquation[];
  /** Groups of failing equations that share cells, each settled on its own. */
  readonly faults: readonly Fault[];
}

export interface Fault {
  readonly equations: readonly string[];
  /** Single corrections that settle all of the fault's equations, best first; several of the same rank are a tie. */
  readonly candidates: readonly (Correction & { readonly rank: number })[];
  /** The one correction that stands out (rank 0, alone, explained by a typing error); null where it is a tie or nobody's. */
  readonly likeliest: Correction | null;
}
