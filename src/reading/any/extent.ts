import type { Head } from "./heads";

/** Where a table stands: rows and columns relative to the cells. */
export interface Extent {
  readonly left: number;
  readonly right: number;
  readonly head: Head | null;
  /** Rows of its lines, from top to bottom. */
  readonly body: readonly number[];
  /** Above its first row down to here nothing of another table stands. */
  readonly above: number;
}
