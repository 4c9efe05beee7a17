import type { Assessment } from "./states";
import type { Direction, Target } from "../quantity";
import type { CellRef } from "../sheet";
import type { TextCell } from "./table";

/** A line of somebody's table of results: what was wanted, what was reached, and what was said of it. */
export interface ResultLine {
  readonly row: number;
  readonly label: string;
  /** As it stands; null where none does. */
  readonly unit: string | null;
  /** Which way its value should go, as its name says; null where nothing tells. */
  readonly direction: Direction | null;
  readonly target: { readonly at: CellRef; readonly target: Target };
  /** Points under "%", as the target. */
  readonly actual: { readonly at: CellRef; readonly value: number };
  /** Null where nothing is said that is known. */
  readonly assessment: (TextCell & { readonly state: Assessment }) | null;
}
