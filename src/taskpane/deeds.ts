import type { CellRef, Undo } from "../app";

/** What an action did, as the undo bar says it. */
export type Deed =
  | { readonly kind: "created"; readonly sheets: readonly string[] }
  /** `to`: the number that was written; null for formulas. */
  | { readonly kind: "corrected"; readonly cells: readonly [CellRef, ...CellRef[]]; readonly to: number | null }
  | { readonly kind: "rolled-up"; readonly sheets: readonly string[] }
  | { readonly kind: "summarized" | "compared"; readonly sheet: string }
  /** The record was made; entries into it that made it say so too. */
  | { readonly kind: "recorded"; readonly sheet: string; readonly created: boolean }
  | { readonly kind: "explained" | "answered"; readonly at: CellRef; readonly sheet: string; readonly created: boolean }
  | { readonly kind: "taken" | "let-go"; readonly table: string; readonly sheet: string; readonly created: true }
  | { readonly kind: "rule-off" | "rule-on"; readonly rule: string; readonly sheet: string; readonly created: boolean };

export interface UndoStep {
  readonly id: number;
  readonly deed: Deed;
  readonly undo: Undo;
  /** The person has heard that this Excel cannot tell of notes: the next time that is accepted. */
  readonly warned: boolean;
}
