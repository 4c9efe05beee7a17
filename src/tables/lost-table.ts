import type { CellRef } from "../sheet";
import type { TableKind } from "./table";

/** A sheet that shows a table that we made, of which no defined name tells. */
export interface LostTable {
  readonly kind: TableKind;
  /** The first cell of its heads. */
  readonly at: CellRef;
  /** The hidden cell that says which plan it was made of. */
  readonly plan: CellRef | null;
  /** The first cell that says something in the row right above the heads, as a unit does; null where it is blank. */
  readonly caption: CellRef | null;
  /**
   * Where its columns stand, as far as every head of it is ours and the hidden codes of its rows are there; else null, and nobody can say
   * what is what.
   */
  readonly columns: ReadonlyMap<string, number> | null;
}
