import type { Direction, MoneyUnit, NumberReading, Target } from "../quantity";
import type { Area, CellRef, CellValue, SheetSnapshot, UnseenCell } from "../sheet";
import type { Column, Span } from "./columns";
import type { Assessment, TaskStatus, UnlistedStatus } from "./states";
import type { TableStructure } from "./structure";
import type { Claimed, GridRelation } from "./grid-relation";
import type { OtherFacts } from "./other-facts";
import type { OtherColumn, WordColumn } from "./other-columns";

export type TableKind = "budget" | "indicators" | "tasks";

/** A cell as typed: exactly one of these holds. */
export type TypedCell = { readonly at: CellRef; readonly formula: string | null } & (
  | { readonly state: "blank" }
  /** `none`: a dash or words that say that there is no amount: 0 among others, nothing where a total is stated. */
  | { readonly state: "number"; readonly value: number; readonly none?: true }
  /** Text where a number belongs, with the number that it may mean. */
  | { readonly state: "text"; readonly text: string; readonly reading: NumberReading }
  | { readonly state: "error"; readonly error: string }
  /** A formula that this side could not compute, with what the file kept of it when it was last saved. */
  | { readonly state: "unevaluated"; readonly kept: CellValue }
);

/** The plan that a table was made of; `part` is the id of its budget, null in other tables. */
export interface PlanPart {
  readonly plan: string;
  readonly part: string | null;
}

interface RowBase {
  readonly row: number;
  readonly number: string;
  readonly label: string;
  readonly key: string;
}

/** `group`: a computed sum of a breakdown; `of`: a part that need not reach its whole. */
export interface BudgetRow extends RowBase {
  readonly kind: "total" | "group" | "line" | "of";
  /** Index of the row that this one adds up into (for `of`: is part of), in `rows`; null for a total. */
  readonly parent: number | null;
  /** Of a line that is an item's share of a funding source: the index of the source's row, in `rows`. */
  readonly source: number | null;
  /** By the ids of the columns. */
  readonly cells: ReadonlyMap<string, TypedCell>;
}

/** What stands in a target's cell: a target, several of them, words that cannot be checked, text that cannot be read, or nothing. */
export type TargetReading = { readonly text: string } & (
  | { readonly state: "target"; readonly target: Target }
  /** Several targets in one cell: one value cannot be held against all of them. */
  | { readonly state: "several"; readonly targets: readonly Target[] }
  /** `date`: typed as a range or fraction ("4-6"), of which the spreadsheet made a date. */
  | { readonly state: "words" | "unreadable" | "blank"; readonly date?: true }
);

export type TargetCell = { readonly at: CellRef } & TargetReading;

/** The words of the direction column, in each language in which tables are made. */
export type DirectionWords = ReadonlyMap<string, Direction>;

/** What a person thinks of a result in words; `other`: words that are none of the list in any of our languages. */
export interface AssessmentCell extends TextCell {
  readonly state: Assessment | "blank" | "other";
}

export interface IndicatorRow extends RowBase {
  /** The code that it has in its plan; null for a row that somebody has added. A copy has that of the row it was copied from. */
  readonly code: string | null;
  readonly unit: string | null;
  /** Which way its value should go: by its last target and its baseline, else as declared; null where nothing says it. */
  readonly direction: Direction | null;
  /** What the column of directions says, null where it says nothing known; and its cell, null where the column is gone. */
  readonly declared: { readonly direction: Direction | null; readonly at: CellRef | null };
  readonly baseline: TypedCell | null;
  readonly targets: ReadonlyMap<number, TargetCell>;
  readonly actuals: ReadonlyMap<number, TypedCell>;
  /** By year, where its target is words and the table has a column for it. */
  readonly assessments: ReadonlyMap<number, AssessmentCell>;
  readonly numerators: ReadonlyMap<number, TypedCell>;
  readonly denominators: ReadonlyMap<number, TypedCell>;
  /** What each reporting unit has reported, by its place; empty in a table without reporting units. */
  readonly unitActuals: ReadonlyMap<number, TypedCell>;
  readonly unitNumerators: ReadonlyMap<number, TypedCell>;
  readonly unitDenominators: ReadonlyMap<number, TypedCell>;
}

/** A cell of words. */
export interface TextCell {
  readonly at: CellRef;
  readonly text: string;
}

/** `other`: words that are no status in any of our languages. */
export interface StatusCell extends TextCell {
  readonly state: TaskStatus | UnlistedStatus | "blank" | "other";
}

/** Columns that are gone are null. */
export interface TaskRow extends RowBase {
  readonly lead: TextCell | null;
  readonly cooperating: TextCell | null;
  readonly time: TextCell | null;
  /** Null where each reporting unit has a status of its own. */
  readonly status: StatusCell | null;
  /** Points, 0 to 100. */
  readonly progress: TypedCell | null;
  /** The status in each reporting unit, by its place. */
  readonly units: ReadonlyMap<number, StatusCell>;
  readonly note: TextCell | null;
  /** The year that the nearest heading above it names, else the table's title; null where neither names one. */
  readonly year: number | null;
}

/** What cells of a table have to do with each other. */
export interface Relation extends Claimed {
  readonly total: TypedCell & { readonly state: "number" };
  readonly parts: readonly (TypedCell & { readonly state: "number" })[];
  /** The column of its total, and what its parts are: lines of that column, or years, reporting units or other columns of a row. */
  readonly column: Column;
  readonly over: "lines" | Span | "columns";
  /** The words of the total's row, and of the row that computes it. */
  readonly labels: { readonly total: string; readonly parts: string };
  /** Which of the relations of its total it is. */
  readonly about: string;
  /** Stable within the table: what it is of and about. */
  readonly key: string;
  /** Some parts are blank: they may reach the total later. */
  readonly partial: boolean;
}

/** What a relation is called in a table: its total by row and column, and which of that cell's relations it is. */
export function relationKey(axis: Relation["axis"], { id }: Column, row: string, about: string): string {
  return `${axis}/${id}/${row}/${about}`;
}

export interface TableBase {
  readonly id: string;
  /** As in its outline. */
  readonly key: string;
  readonly sheet: string;
  readonly area: Area;
  /** Null where nothing says of which plan the table is. */
  readonly plan: PlanPart | null;
  /** "(Kèm theo Kế hoạch số … của …)", as it stands under the title; absent where no such line is there. */
  readonly attachedTo?: string;
  /** Sheet rows and columns that nobody sees; only where the snapshot told them. */
  readonly hidden?: NonNullable<SheetSnapshot["hidden"]>;
  /** Its formulas that need themselves, or hang on such; only where there are any. */
  readonly circles?: NonNullable<SheetSnapshot["circles"]>;
  /** Its cells that show what a file kept of other workbooks; only where there are any. */
  readonly linked?: NonNullable<SheetSnapshot["linked"]>;
  /** Names of the reporting units by their place, from 1; empty for none. */
  readonly units: ReadonlyMap<number, string>;
  /** Finds its cells that hold exactly what the document of its plan says; absent in a table of no plan that we know. */
  readonly document?: (table: Table) => readonly CellRef[];
  /** Absent in a table that was not read from a sheet. */
  readonly structure?: TableStructure;
}

export interface BudgetTable extends TableBase {
  readonly kind: "budget";
  readonly unit: MoneyUnit | null;
  /** Where its unit is said and what stands there; null where it has no such cell, absent in a table that was not read from a sheet. */
  readonly caption?: TextCell | null;
  /** The columns of numbers, from left to right. */
  readonly columns: readonly Column[];
  readonly rows: readonly BudgetRow[];
  /** By row: points of its amount that were disbursed, which the sheet computes; absent in a table without that column. */
  readonly rates?: { readonly column: Column; readonly cells: readonly TypedCell[] };
}

export interface IndicatorTable extends TableBase {
  readonly kind: "indicators";
  /** The one year that the reporting units report; null in a table without them. */
  readonly year: number | null;
  readonly rows: readonly IndicatorRow[];
}

export interface TaskTable extends TableBase {
  readonly kind: "tasks";
  readonly rows: readonly TaskRow[];
}

/** What a table seems to be about. */
export type Subject = "budget" | "indicators" | "tasks" | "other";

/** A line of a table that we did not make. */
export interface OtherLine extends BudgetRow {
  /** What a column of codes says of it; "" where there is none. */
  readonly code: string;
  /** How deep it lies in the tree, from 0. */
  readonly depth: number;
}

/**
 * A relation of a table that we did not make; half believed it is a question. `question`: what a person is asked, the same for all cells of
 * a line or column that one answer is for. `all`: the cells of its parts, blank ones among them.
 */
export interface Question extends Relation {
  readonly question: string;
  readonly all: readonly CellRef[];
}

/** The sheet that a table was read from, cells beside the table too. */
export interface SheetCells {
  readonly formula: (row: number, col: number) => string | null;
  /** As a number belongs there; blank where nothing was read. */
  readonly cell: (row: number, col: number) => TypedCell;
}

/** A table that we did not make, as it was understood. */
export interface OtherTable extends TableBase, OtherFacts {
  readonly kind: "other";
  readonly subject: Subject;
  readonly plan: null;
  /** The words that name it; null where there are none. */
  readonly title: TextCell | null;
  readonly unit: MoneyUnit | null;
  readonly caption: TextCell | null;
  /** Rows of its heads, absolute. */
  readonly headRows: readonly number[];
  /** The columns of numbers, from left to right. */
  readonly columns: readonly OtherColumn[];
  /** The other columns that hold anything, from left to right. */
  readonly wordColumns: readonly WordColumn[];
  /** What stands in a cell of its sheet. */
  readonly value: (row: number, col: number) => CellValue;
  readonly formula: (row: number, col: number) => string | null;
  /** The columns of outline numbers and of labels, absolute; null where there is none. */
  readonly numberColumn: number | null;
  readonly labelColumn: number | null;
  readonly rows: readonly OtherLine[];
  /** Numbers of its sheet that do not show; only where there are any and the looks were told. */
  readonly unseen?: readonly UnseenCell[];
  /** Null for a table without formulas. */
  readonly formulas: SheetCells | null;
  /** What is believed of its cells, or said by people, by the places of lines and columns. */
  readonly believed: readonly GridRelation[];
  /** Of what is believed what its numbers let be checked: made when it is first asked for. */
  readonly relations: readonly Question[];
  /** Whether all of that surely holds, told without making it; false also where that is not known. */
  readonly holds: boolean;
  /** What is half believed, and for a person to answer. */
  readonly questions: readonly Question[];
  /** Of a table of which the rules of a form say what its cells are: what of them it has not got. */
  readonly form?: FormFit;
}

/** How a table fits the rules of its form. */
export interface FormFit {
  /** What the form is called. */
  readonly title: string;
  /** Lines and columns that rules name and the table has not got, by their words. */
  readonly missing: readonly { readonly of: "line" | "column"; readonly words: string }[];
}

/** A table that we made: it says itself what its cells are. */
export type PlanTable = BudgetTable | IndicatorTable | TaskTable;

export type Table = PlanTable | OtherTable;

/** A table whose lines and columns hold amounts that add up. */
export type AmountTable = BudgetTable | OtherTable;

/** Whether we made it. */
export function isPlanTable(table: Table): table is PlanTable {
  return table.kind !== "other";
}

export function hasAmounts(table: Table): table is AmountTable {
  return table.kind === "budget" || table.kind === "other";
}

/** A target with the value from which its indicator starts, where the target itself names none. */
export function withBaseline(target: Target, { baseline }: IndicatorRow): Target {
  return target.baseline === null && isNumber(baseline) ? { ...target, baseline: baseline.value } : target;
}

/** A cell of a budget's row; undefined where the table has no such column. */
export function cellIn({ cells }: BudgetRow, column: Column | null | undefined): TypedCell | undefined {
  return column ? cells.get(column.id) : undefined;
}

export function isNumber(cell: TypedCell | null | undefined): cell is TypedCell & { readonly state: "number" } {
  return cell?.state === "number";
}
