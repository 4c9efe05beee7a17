import type { ChangeKind } from "../forms";
import type { MoneyUnit } from "../quantity";

/** What a cell held, to be shown: a formula as it stands, a number, a text; null for nothing. */
export type Shown = { readonly formula: string } | number | string | boolean | null;

/** A change that makes a total what it is. */
export interface CauseShown {
  readonly name: string;
  readonly gap: number;
  readonly state: "changed" | "came" | "went";
}

/** The words of two versions of tables that are held against each other. */
export interface VersionsWords {
  readonly sheet: string;
  readonly title: string;
  /** Which versions, and when; `date` as it is written. */
  readonly between: (old: string, now: string, date: string) => string;
  readonly note: string;
  readonly heads: {
    readonly number: string;
    readonly line: string;
    readonly column: string;
    readonly old: string;
    readonly now: string;
    readonly gap: string;
    readonly cell: string;
    readonly what: string;
  };
  /** A table that both versions have; `title` may be its sheet. */
  readonly table: (title: string, old: string, now: string) => string;
  readonly cameTable: (title: string, at: string) => string;
  readonly wentTable: (title: string, at: string) => string;
  readonly sameTable: string;
  /** Nothing that was compared differs. */
  readonly same: string;
  readonly years: (count: number) => string;
  readonly units: (old: MoneyUnit | null, now: MoneyUnit | null, factor: number, stated: boolean) => string;
  readonly cameLine: string;
  readonly wentLine: string;
  readonly cameColumn: string;
  readonly wentColumn: string;
  readonly renamed: (near: boolean) => string;
  readonly moved: (count: number) => string;
  /** So many formulas became numbers that are typed, or the other way, and show what they did; `cells` are the first of them. */
  readonly frozen: (count: number, cells: readonly string[]) => string;
  readonly thawed: (count: number, cells: readonly string[]) => string;
  readonly kinds: Readonly<Record<ChangeKind, string>>;
  /** Why a total changed; `rest` what no change of its parts tells, 0 where all is told. */
  readonly because: (causes: readonly CauseShown[], more: number, rest: number) => string;
  /** A figure that is so many times off last year's, or has two of its digits swapped (null), and what it may have been. */
  readonly slip: (to: number, factor: number | null) => string;
  readonly shown: (value: Shown) => string;
  /** A gap with its sign. */
  readonly gap: (gap: number) => string;
  readonly counts: (counts: { readonly cells: number; readonly came: number; readonly went: number; readonly tables: number }) => string;
  /** The form that adjusts a budget, made of two versions. */
  readonly adjustment: {
    readonly sheet: string;
    readonly title: (table: string) => string;
    readonly number: string;
    readonly label: string;
    readonly before: string;
    readonly increase: string;
    readonly decrease: string;
    readonly after: string;
    readonly note: string;
    readonly came: string;
    readonly went: string;
  };
  readonly cli: {
    readonly diff: string;
    readonly adjustment: string;
    readonly needsOutput: string;
    readonly output: string;
    readonly oldSheet: string;
    readonly newSheet: string;
    /** None of the tables is in both. */
    readonly nothing: string;
    readonly noTables: (file: string) => string;
    readonly noSheet: (sheet: string, file: string, sheets: readonly string[]) => string;
    readonly oneFile: string;
  };
}
