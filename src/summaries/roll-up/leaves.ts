import { compareDays, readTime, readUnit, wholeOf, type Day, type MoneyUnit } from "../../quantity";
import type { CellRef } from "../../sheet";
import {
  type AssessmentCell, type BudgetTable, type IndicatorRow, type IndicatorTable, amountColumn, cellIn, isNumber, type StatusCell,
  type PlanTable, type TaskRow, type TaskTable, type TypedCell, verdictOn,
} from "../../tables";
import { addsUp, type TableKind } from "../../templates";

/**
 * How values of a row become one: `sum` adds, `share` divides the sum of the numerators by that of the denominators, `status` counts
 * tasks, `said` counts results in words and what people think of them, `listed` (ranks, means, rates) does not at all.
 */
export type Mode = "sum" | "share" | "listed" | "status" | "said";

/** What a cell of a unit gives to a figure. */
export type Part = "value" | "numerator" | "denominator" | "status";

/** A cell of a unit, with its value as typed, in the unit of its table. `bad`: there is something, and it is no number. */
export interface LeafCell {
  /** A year, or the key of a column of a budget. */
  readonly column: string;
  readonly part: Part;
  readonly at: CellRef;
  readonly state: "number" | "text" | "blank" | "bad";
  readonly value: number | string | null;
  /** Held against the target of its year; null where there is none that it can be held against. */
  readonly met: boolean | null;
}

export interface LeafRow {
  /** The code that stays when rows move. */
  readonly key: string;
  readonly row: number;
  readonly number: string;
  readonly label: string;
  /** The unit of measure as typed; "" for none. */
  readonly measure: string;
  /** A value times this is in the unit in which values are added. */
  readonly factor: number;
  readonly mode: Mode;
  /** Rows of one code are the same line where this is the same: name and unit of measure without regard to how they are spelt. */
  readonly variant: string;
  readonly cells: readonly LeafCell[];
}

/** A unit's part of a table: all of it, or the columns of one reporting unit. */
export interface Leaf {
  /** The reporting unit's name; null where the whole table is one unit's. */
  readonly unit: string | null;
  readonly kind: TableKind;
  readonly plan: string;
  readonly part: string;
  readonly sheet: string;
  /** Years, or keys of columns, that the table has. */
  readonly columns: readonly string[];
  readonly moneyUnit: MoneyUnit | null;
  readonly rows: readonly LeafRow[];
}

const DONG: Readonly<Record<MoneyUnit, number>> = { dong: 1, "nghin-dong": 1e3, "trieu-dong": 1e6, "ty-dong": 1e9 };

/** What one đồng is in a unit of money, turned round: 1.000.000 for "trieu-dong". */
export function dongIn(unit: MoneyUnit): number {
  return DONG[unit];
}

/** Tables as the units that they are of; `today` says what is late. */
export function leavesOf(table: PlanTable, today: Day): Leaf[] {
  switch (table.kind) {
    case "indicators":
      return indicatorLeaves(table);
    case "budget":
      return budgetLeaves(table);
    case "tasks":
      return taskLeaves(table, today);
  }
}

function base(table: PlanTable, unit: string | null): Pick<Leaf, "unit" | "kind" | "plan" | "part" | "sheet"> {
  return { unit, kind: table.kind, plan: table.plan?.plan ?? "", part: table.plan?.part ?? "", sheet: table.sheet };
}

function placesOf(table: PlanTable): (readonly [place: number | null, name: string | null])[] {
  return table.units.size === 0 ? [[null, null]] : [...table.units].map(([place, name]) => [place, name.trim() || String(place)] as const);
}

const NUMBER_STATES = { number: "number", blank: "blank", text: "bad", error: "bad", unevaluated: "bad" } as const;

function numberCell(column: string, part: Part, cell: TypedCell, met: boolean | null = null): LeafCell {
  const value =
    cell.state === "number"
      ? cell.value
      : cell.state === "text"
        ? cell.text
        : cell.state === "error"
          ? cell.error
          : cell.state === "unevaluated"
            ? cell.formula
            : null;
  return { column, part, at: cell.at, state: NUMBER_STATES[cell.state], value, met };
}

/** A name without regard to case, blanks and Unicode form. */
const spelt = (text: string): string => text.normalize("NFC").replace(/\s+/g, " ").trim().toLocaleLowerCase("vi");

/** What follows from the texts of a row alone. */
interface RowNature {
  readonly mode: Mode;
  readonly factor: number;
  readonly variant: string;
}

/** By those texts: the tables of one template say them again and again. */
const natures = new Map<string, RowNature>();
const MOST_NATURES = 5_000;

function natureOf(row: IndicatorRow): RowNature {
  const key = [row.label, row.unit ?? "", row.direction, ...[...row.targets.values()].map(({ text }) => text)].join("\0");
  const known = natures.get(key);
  if (known) return known;
  if (natures.size >= MOST_NATURES) natures.clear();
  const { unit, factor } = readUnit(row.unit);
  const mode = modeOf(row);
  const nature = { mode, factor, variant: `${spelt(row.label)}\n${spelt(unit ?? "")}\n${mode}` };
  natures.set(key, nature);
  return nature;
}

function modeOf({ label, unit, direction, targets }: IndicatorRow): Mode {
  const typed = [...targets.values()].filter(({ state }) => state !== "blank");
  if (typed.length > 0 && typed.every(({ state }) => state === "words")) return "said";
  if (wholeOf(unit) !== null) return "share";
  return addsUp({ name: label, unit, direction, ratio: null, targets: [...targets.values()] }) ? "sum" : "listed";
}

function indicatorLeaves(table: IndicatorTable): Leaf[] {
  return placesOf(table).map(([place, name]) => {
    const rows = table.rows.map((row): LeafRow => {
      const nature = natureOf(row);
      const { mode } = nature;
      const cells = yearCells(table, row, place).flatMap(({ year, value, numerator, denominator }): LeafCell[] => {
        const column = String(year);
        if (mode === "said") return saidCells(column, value, place === null ? row.assessments.get(year) : undefined);
        return [
          ...(value ? [numberCell(column, "value", value, metOf(row, year, value))] : []),
          ...(mode === "share" && numerator ? [numberCell(column, "numerator", numerator)] : []),
          ...(mode === "share" && denominator ? [numberCell(column, "denominator", denominator)] : []),
        ];
      });
      return { ...lineOf(row), measure: row.unit ?? "", ...nature, cells };
    });
    const columns = [...new Set(rows.flatMap(({ cells }) => cells.map(({ column }) => column)))].sort();
    return { ...base(table, name), columns, moneyUnit: null, rows };
  });
}

/** A result in words as it was typed, number or text, and beside it the assessment. */
function saidCells(column: string, value: TypedCell | undefined, chosen: AssessmentCell | undefined): LeafCell[] {
  const result = value && numberCell(column, "value", value);
  const known = chosen && chosen.state !== "blank";
  return [
    ...(result ? [{ ...result, state: value.state === "text" ? ("text" as const) : result.state }] : []),
    ...(known
      ? [
          {
            column,
            part: "status" as const,
            at: chosen.at,
            state: chosen.state === "other" ? ("bad" as const) : ("text" as const),
            value: chosen.state === "other" ? chosen.text : chosen.state,
            met: null,
          },
        ]
      : []),
  ];
}

interface YearCells {
  readonly year: number;
  readonly value: TypedCell | undefined;
  readonly numerator: TypedCell | undefined;
  readonly denominator: TypedCell | undefined;
}

function yearCells({ year }: IndicatorTable, row: IndicatorRow, place: number | null): YearCells[] {
  if (place === null)
    return [...row.actuals].map(([at, value]) => ({
      year: at,
      value,
      numerator: row.numerators.get(at),
      denominator: row.denominators.get(at),
    }));
  if (year === null) return [];
  return [
    { year, value: row.unitActuals.get(place), numerator: row.unitNumerators.get(place), denominator: row.unitDenominators.get(place) },
  ];
}

function metOf(row: IndicatorRow, year: number, value: TypedCell): boolean | null {
  const { status } = verdictOn(row, row.targets.get(year), value);
  return status === "cannot-check" ? null : status === "met";
}

const lineOf = ({
  key, row, number, label,
}: Pick<LeafRow, "key" | "row" | "number" | "label">): Pick<LeafRow, "key" | "row" | "number" | "label"> => ({ key, row, number, label });

function budgetLeaves(table: BudgetTable): Leaf[] {
  const whole = amountColumn(table.columns)?.id ?? "amount";
  return placesOf(table).map(([place, name]) => {
    const rows = table.rows.map((row): LeafRow => {
      const own = place === null ? undefined : cellIn(row, table.columns.find((column) => column.place === place));
      const cells =
        place === null
          ? [...row.cells].map(([column, cell]) => numberCell(column, "value", cell))
          : own
            ? [numberCell(whole, "value", own)]
            : [];
      return { ...lineOf(row), measure: "", factor: table.unit ? DONG[table.unit] : 1, mode: "sum", variant: spelt(row.label), cells };
    });
    return { ...base(table, name), columns: place === null ? table.columns.map(({ id }) => id) : [whole], moneyUnit: table.unit, rows };
  });
}

function taskLeaves(table: TaskTable, today: Day): Leaf[] {
  return placesOf(table).map(([place, name]) => {
    const rows = table.rows.map((row): LeafRow => {
      const cell = place === null ? row.status : (row.units.get(place) ?? null);
      const cells = cell ? [statusCell(row, cell, today)] : [];
      return { ...lineOf(row), measure: "", factor: 1, mode: "status", variant: spelt(row.label), cells };
    });
    return { ...base(table, name), columns: ["status"], moneyUnit: null, rows };
  });
}

/** The state of a task as a word of ours, not met where its last day is past and it is still to be done. */
function statusCell(row: TaskRow, { at, state, text }: StatusCell, today: Day): LeafCell {
  const time = readTime(row.time?.text ?? "", row.year);
  const past = time.kind === "span" && time.to !== null && compareDays(time.to, today) < 0;
  const finished =
    state === "done" ||
    state === "dropped" ||
    state === "postponed" ||
    state === "other" ||
    (isNumber(row.progress) && row.progress.value >= 100);
  // what nobody has said anything of yet is no answer
  const known = state === "blank" ? "blank" : state === "other" ? "bad" : "text";
  return {
    column: "status",
    part: "status",
    at,
    state: known,
    value: known === "bad" ? text : known === "blank" ? null : state,
    met: past && known === "text" ? finished : null,
  };
}
