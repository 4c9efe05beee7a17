import type { CellRef, CellValue } from "../sheet";
import type { OtherLine } from "../tables";
import type { FormColumn } from "./match-columns";

/**
 * What became of a cell: another number ("value"), a number where there was none ("filled") and the other way ("cleared"), other words, a
 * formula that says something else ("formula"), a number typed over a formula ("typed-over"), a formula where a number was typed
 * ("made-formula"), another result of the same formula ("computed"), an error that came or went ("error").
 */
export type ChangeKind =
  | "value" | "filled" | "cleared" | "words" | "formula" | "typed-over" | "made-formula" | "computed" | "error";

/** A cell in one version. */
export interface VersionCell {
  readonly at: CellRef;
  readonly value: CellValue;
  readonly formula: string | null;
}

export interface CellChange {
  readonly kind: ChangeKind;
  readonly line: OtherLine;
  readonly column: FormColumn;
  readonly old: VersionCell;
  readonly new: VersionCell;
  /** New less old, in the unit of the new version; null where one of them is no number, and where both are the same. */
  readonly gap: number | null;
}
