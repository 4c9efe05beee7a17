import type { Direction, MoneyUnit, NumberReading, Target } from "../quantity";
import type { Area, CellRef } from "../sheet";
import type { ColumnKey, TableId, TableKind } from "../templates";

/** A cell as typed: exactly one of these holds. */
export type TypedCell = { readonly at: CellRef; readonly formula: string | null } & (
  | { readonly state: "blank" }
  | { readonly state: "number"; readonly value: number }
  /** Text where a number belongs, with the number that it may mean. */
  | { readonly state: "text"; readonly text: string; readonly reading: NumberReading }
  | { readonly state: "error"; readonly error: string }
  /** A formula that this side could not compute. */
  | { readonly state: "unevaluated" }
);

/** A table of ours as the defined names show it, before its cells are read. */
export interface TableOutline {
  readonly id: TableId;
  /** Unique in the workbook, whatever its sheet is called: the id, and for a copied sheet the scope of its names. */
  readonly key: string;
  readonly kind: TableKind;
  readonly sheet: string;
  /** Everything that has to be read. */
  readonly area: Area;
  /** Absolute cell of the unit's caption; null where the table has none. */
  readonly caption: CellRef | null;
  /** Absolute column of each key. */
  readonly columns: ReadonlyMap<ColumnKey, number>;
  /** First and last row of the body, absolute. */
  readonly body: { readonly from: number; readonly to: number };
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
  readonly cells: ReadonlyMap<ColumnKey, TypedCell>;
}

/** A target's cell: a target, words that cannot be checked, text that cannot be read, or nothing. */
export type TargetCell = { readonly at: CellRef; readonly text: string } & (
  | { readonly state: "target"; readonly target: Target }
  | { readonly state: "words" | "unreadable" | "blank" }
);

export interface IndicatorRow extends RowBase {
  readonly unit: string | null;
  readonly direction: Direction;
  readonly baseline: TypedCell | null;
  readonly targets: ReadonlyMap<number, TargetCell>;
  readonly actuals: ReadonlyMap<number, TypedCell>;
  readonly numerators: ReadonlyMap<number, TypedCell>;
  readonly denominators: ReadonlyMap<number, TypedCell>;
}

/** What a relation claims: total = Σ parts ("sum", "same" with one part), or total ≥ Σ parts ("of-which"). */
export interface Relation {
  readonly op: "sum" | "same" | "of-which";
  readonly total: TypedCell & { readonly state: "number" };
  readonly parts: readonly (TypedCell & { readonly state: "number" })[];
  readonly axis: "column" | "row";
  readonly from: "formula" | "outline" | "label";
  /** The words of the total's row, and of the row that computes it. */
  readonly labels: { readonly total: string; readonly parts: string };
  /** Stable within the table: the keys of rows and column. */
  readonly key: string;
  /** Some parts are blank: they may reach the total later. */
  readonly partial: boolean;
}

interface TableBase {
  readonly id: TableId;
  /** As in its outline. */
  readonly key: string;
  readonly sheet: string;
  readonly area: Area;
}

export interface BudgetTable extends TableBase {
  readonly kind: "budget";
  readonly unit: MoneyUnit | null;
  readonly columns: readonly ColumnKey[];
  readonly rows: readonly BudgetRow[];
  readonly relations: readonly Relation[];
}

export interface IndicatorTable extends TableBase {
  readonly kind: "indicators";
  readonly rows: readonly IndicatorRow[];
}

export type Table = BudgetTable | IndicatorTable;

/** A cell that takes a number, with what it is about: the keys of its row and column, which stay when rows move. */
export interface NumberCell {
  readonly about: string;
  readonly cell: TypedCell;
}

/** The cells of a table that take numbers. */
export function numberCells(table: Table): NumberCell[] {
  if (table.kind === "budget") return table.rows.flatMap((row) => [...row.cells].map(([column, cell]) => ({ about: `${row.key}/${column}`, cell })));
  return table.rows.flatMap((row) => {
    const byYear = (column: string, cells: ReadonlyMap<number, TypedCell>): NumberCell[] => [...cells].map(([year, cell]) => ({ about: `${row.key}/${column}${year}`, cell }));
    return [
      ...(row.baseline ? [{ about: `${row.key}/baseline`, cell: row.baseline }] : []),
      ...byYear("actual", row.actuals),
      ...byYear("num", row.numerators),
      ...byYear("den", row.denominators),
    ];
  });
}

/** A target with the value from which its indicator starts, where the target itself names none. */
export function withBaseline(target: Target, { baseline }: IndicatorRow): Target {
  return target.baseline === null && isNumber(baseline) ? { ...target, baseline: baseline.value } : target;
}

export function isNumber(cell: TypedCell | null | undefined): cell is TypedCell & { readonly state: "number" } {
  return cell?.state === "number";
}
