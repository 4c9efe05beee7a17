import type { TextCell } from "./table";

/** What stands in a column of days and is none: in no calendar, or nothing that can be read as a time. */
export interface WrongDay extends TextCell {
  readonly label: string;
  readonly why: "calendar" | "unreadable";
}
