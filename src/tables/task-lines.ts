import type { Day } from "../quantity";
import type { CellRef } from "../sheet";
import type { TaskStatus, UnlistedStatus } from "./states";

/** A cell of words. */
type Words = { readonly at: CellRef; readonly text: string };

/** What a status says of the term beside whether the task is done: in time, after it, or that it has not come yet. */
export type TermSaid = "in-time" | "late" | "not-due";

/** A line of somebody's table of tasks: until when, and what is said of it. */
export interface TaskLine {
  readonly row: number;
  readonly number: string;
  readonly label: string;
  /** Who leads it; "" where no column says it. */
  readonly lead: string;
  /** The last day of its term; null where none is said, or it comes round. */
  readonly due: (Words & { readonly day: Day }) | null;
  readonly status: Words & { readonly state: TaskStatus | UnlistedStatus; readonly term: TermSaid | null };
  /** The day on which it was done; null where none is said. */
  readonly done: (Words & { readonly day: Day }) | null;
  /** Points, 0 to 100; null where there are none. */
  readonly progress: { readonly at: CellRef; readonly value: number } | null;
}
