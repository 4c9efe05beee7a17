import type { MoneyUnit } from "../quantity";

/** What columns of the sheet of a table that was taken over hold. */
export type TakenField = "id" | "text" | "is" | "total" | "parts" | "only" | "blanks" | "tolerance" | "severity" | "from" | "data";

/** Words of the sheet that says how a table was understood that was taken over. */
export interface TakenWords {
  /** The name of the sheet, of the table on a sheet. */
  readonly sheet: (table: string) => string;
  readonly title: (table: string) => string;
  /** Where the table stood and in which unit, null for none. */
  readonly where: (place: string, unit: MoneyUnit | null) => string;
  /** What people may change. */
  readonly note: string;
  readonly heads: Readonly<Record<TakenField, string>>;
  readonly uses: Readonly<Record<"amount" | "share" | "quantity" | "words" | "unit", string>>;
  readonly level: (level: number) => string;
  readonly ops: Readonly<Record<"sum" | "same" | "of-which" | "difference" | "product" | "ratio", string>>;
  readonly blanks: Readonly<Record<"fail" | "zero" | "skip", string>>;
  readonly severities: Readonly<Record<"error" | "warning" | "info", string>>;
  readonly froms: Readonly<Record<"formula" | "rule-row" | "outline" | "label" | "numbers" | "answer", string>>;
  /** Of a rule that is half believed. */
  readonly asked: string;
  /** Before the columns or lines in which a rule does not hold. */
  readonly except: string;
}
