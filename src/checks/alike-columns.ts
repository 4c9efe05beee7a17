import { addTo, derived } from "../base";
import { cleanText, significantDigits, toDong } from "../quantity";
import { type AmountTable, cellIn, type Column, gridOf, isNumber, type Relation, STATE } from "../tables";

/** Numbers with fewer digits, zeros at the end not counted, are equal by chance. */
const LEAST_DIGITS = 3;
/** Equal numbers in more places than these are a norm, or one form that many units fill. */
const MOST_PLACES = 8;
/** So many lines of two columns have to agree, and this share of those that both have, for the others to be believed. */
const [LEAST_AGREEING, MOST_AGREEING] = [4, 0.8] as const;

type NumberCell = Relation["total"];

/** A column of a table, with its numbers by their line. */
export interface ColumnLines {
  readonly table: AmountTable;
  readonly column: Column;
  readonly values: ReadonlyMap<string, number>;
  readonly cellAt: (line: string) => NumberCell | undefined;
}

/** Lines that stand once in a table, by their words and those of the line above them in the tree. */
export const columnLines = derived((table: AmountTable): readonly ColumnLines[] => {
  const counts = new Map<string, number[]>();
  table.rows.forEach(({ label, parent }, row) => {
    const above = parent === null ? "" : (table.rows[parent]?.label ?? "");
    if (label !== "") addTo(counts, `${wordsOf(label)}|${wordsOf(above)}`, row);
  });
  const grid = gridOf(table);
  return table.columns.flatMap((column, place): ColumnLines[] => {
    if (column.role === "rate" || column.adds !== null) return [];
    const cellAt = (line: string): NumberCell | undefined => {
      const row = table.rows[counts.get(line)?.[0] ?? -1];
      const cell = row && cellIn(row, column);
      return isNumber(cell) ? cell : undefined;
    };
    const values = new Map<string, number>();
    for (const [line, rows] of counts) {
      const [row = -1] = rows;
      if (rows.length > 1 || ((grid.states[place]?.[row] ?? 0) & STATE.mask) !== STATE.number) continue;
      const value = grid.values[place]?.[row] ?? 0;
      // a dash is kept as 0
      if (value !== 0 || cellAt(line)?.none !== true) values.set(line, value);
    }
    return values.size < LEAST_AGREEING ? [] : [{ table, column, values, cellAt }];
  });
});

const wordsOf = (label: string): string => cleanText(label).toLowerCase();

/** Two columns of different tables that agree in most of the lines that both have. */
export interface Alike {
  readonly first: ColumnLines;
  readonly second: ColumnLines;
  readonly agreeing: number;
  readonly differing: readonly string[];
}

/** Columns of different tables that are believed to be the same and are not in every line. */
export function alikeIn(columns: readonly ColumnLines[]): Alike[] {
  return [...pairsIn(columns)].flatMap((pair): Alike[] => {
    const [first, second] = [columns[pair.first], columns[pair.second]];
    if (!first || !second || pair.count < LEAST_AGREEING) return [];
    const both = [...first.values.keys()].filter((line) => second.values.has(line));
    const differing = both.filter((line) => amountOf(first, line) !== amountOf(second, line));
    const agreeing = both.length - differing.length;
    return differing.length > 0 && agreeing >= MOST_AGREEING * both.length ? [{ first, second, agreeing, differing }] : [];
  });
}

/** How often a long number stands in the same line of two columns of different tables: by places of the columns, the earlier one first. */
function pairsIn(columns: readonly ColumnLines[]) {
  const places = new Map<string, number[]>();
  columns.forEach((column, place) => {
    for (const line of column.values.keys()) {
      const amount = amountOf(column, line);
      if (significantDigits(amount) >= LEAST_DIGITS) addTo(places, `${line}=${amount}`, place);
    }
  });
  const pairs = new Map<number, { readonly first: number; readonly second: number; count: number }>();
  for (const equal of places.values()) {
    if (equal.length > MOST_PLACES) continue;
    equal.forEach((first, at) => {
      for (const second of equal.slice(at + 1)) {
        if (!mayAgree(columns[first], columns[second])) continue;
        const key = first * columns.length + second;
        const pair = pairs.get(key) ?? { first, second, count: 0 };
        pair.count += 1;
        pairs.set(key, pair);
      }
    });
  }
  return pairs.values();
}

function mayAgree(first: ColumnLines | undefined, second: ColumnLines | undefined): boolean {
  if (!first || !second || first.table === second.table || (first.table.kind === "budget" && second.table.kind === "budget")) return false;
  const [one, other] = [first.column.year, second.column.year];
  return one === null || other === null || one === other;
}

/** In đồng where the table says its unit, so that tables in two units can be held against each other. */
function amountOf({ table: { unit }, values }: ColumnLines, line: string): number {
  const value = values.get(line) ?? Number.NaN;
  const amount = unit === null ? value : toDong(1, unit) * value;
  // of whole numbers of so many digits nothing is cut off
  return Number.isInteger(amount) && Math.abs(amount) < 1e12 ? amount : Number(amount.toPrecision(12));
}
