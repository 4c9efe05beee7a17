import type { Day } from "../quantity";
import type { CellRef } from "../sheet";
import type { TaskStatus, UnlistedStatus } from "./states";
import type { TextCell } from "./table";

/** What a status says of the term beside whether the task is done: in time, after it, or that it has not come yet. */
export type TermSaid = "in-time" | "late" | "not-due";

/** A line of somebody's table of tasks: until when, and what is said of it. */
export interface TaskLine {
  readonly row: number;
  readonly label: string;
  /** The last day of its term; null where none is said, or it comes round. */
  readonly due: (TextCell & { readonly day: Day }) | null;
  readonly status: TextCell & { readonly state: TaskStatus | UnlistedStatus; readonly term: TermSaid | null };
  /** The day on which it was done; null where none is said. */
  readonly done: (TextCell & { readonly day: Day }) | null;
  /** Points, 0 to 100; null where there are none. */
  readonly progress: { readonly at: CellRef; readonly value: number } | null;
}
