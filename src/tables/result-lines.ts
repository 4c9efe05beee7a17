import type { Assessment } from "./states";
import type { Direction, Target } from "../quantity";
import type { CellRef } from "../sheet";

/** A cell of words. */
type Words = { readonly at: CellRef; readonly text: string };

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
  readonly assessment: (Words & { readonly state: Assessment }) | null;
}
