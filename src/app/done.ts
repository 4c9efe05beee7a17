import type { Undo } from "./undo";

/** What an action of ours did, and what takes it back (see `takeBack`). */
export interface Done<T> {
  readonly result: T;
  readonly undo: Undo;
}
