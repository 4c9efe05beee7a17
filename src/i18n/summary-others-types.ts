import type { MoneyUnit } from "../quantity";

/** A number with its words; `share` in points where it is one. */
interface ToldFigure {
  readonly label: string;
  readonly value: number;
  readonly share: number | null;
}

/** The words of the part of a summary about tables that somebody else has made. */
export interface OtherSummaryWords {
  /** The page where no table is of a plan. */
  readonly title: string;
  readonly part: string;
  /** Under the title where no indicator is held against a target: how many tables there are, and what they have. */
  readonly sentence: (counts: { readonly tables: number; readonly totals: number; readonly results: number; readonly tasks: number; readonly plain: number }) => string;
  /** A table whose title nothing says. */
  readonly unnamed: (sheet: string, range: string) => string;
  readonly where: (sheet: string, range: string, lines: number, columns: number) => string;
  /** The total of the only table, under the title. */
  readonly headline: (data: { readonly label: string; readonly value: number; readonly money: MoneyUnit | null; readonly unit: string | null }) => string;
  /** `unit` where it is no money. `parts`: the largest; `more` others. `beside`: the same line in other columns. */
  readonly total: (data: {
    readonly label: string;
    readonly value: number;
    readonly money: MoneyUnit | null;
    readonly unit: string | null;
    readonly parts: readonly ToldFigure[];
    readonly more: number;
    readonly across: readonly ToldFigure[];
    readonly acrossMore: number;
    readonly beside: readonly ToldFigure[];
  }) => string;
  /** A sum that is stated and not reached: no share is told of it. */
  readonly wrong: (data: { readonly label: string; readonly at: string; readonly stated: number; readonly computed: number }) => string;
  /** The same across the line of a total. */
  readonly wrongAcross: (label: string) => string;
  /** Lines that are not told: of many the largest are. */
  readonly left: (count: number) => string;
  readonly moreTotals: (count: number) => string;
  readonly line: string;
  /** Over a column: its head with the unit. */
  readonly head: (head: string, money: MoneyUnit | null, unit: string | null) => string;
  readonly chart: (label: string, head: string) => string;
  readonly shares: (label: string) => string;
  readonly columnShares: (head: string) => string;
  readonly resultsHeading: string;
  /** Of how many lines both numbers are known. */
  readonly results: (sentence: string, lines: number) => string;
  readonly tasksHeading: string;
  readonly plainHeading: string;
  readonly plain: (data: { readonly name: string; readonly lines: number; readonly columns: number; readonly questions: number; readonly hidden: boolean }) => string;
}
