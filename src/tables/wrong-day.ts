import type { CellRef } from "../sheet";

/** What stands in a column of days and is none: in no calendar, or nothing that can be read as a time. */
export interface WrongDay {
  readonly at: CellRef;
  readonly text: string;
  readonly label: string;
  readonly why: "calendar" | "unreadable";
}
