import type { Amount, Finding } from "../findings";
import { isNumber, type BudgetRow, type BudgetTable } from "../reading";
import type { CellRef } from "../sheet";
import { finding, type Rule } from "./rule";

/** Fewer digits (without the zeros at the end) are equal by plan: 100, 500, 1.500. */
const LEAST_DIGITS = 4;
/** How often chance alone may make two lines of a column equal. */
const CHANCE = 0.01;
/** Where two lines have the same name, a number of so many digits is enough. */
const DIGITS_OF_NAMESAKES = 2;

interface Pair {
  readonly rows: readonly [BudgetRow, BudgetRow];
  readonly lines: readonly Amount[];
  readonly cells: readonly CellRef[];
}

/**
 * The same large, odd amount in two lines of one breakdown: perhaps entered twice. Three lines or more with one amount share a norm
 * and are not told, and neither are round amounts; the more lines there are, the more digits have to agree.
 */
export const sameAmount: Rule = {
  name: "same-amount",
  codes: ["same-amount"],
  check: (table) => (table.kind === "budget" ? checkAmounts(table) : []),
};

function checkAmounts(table: BudgetTable): Finding[] {
  const pairs = new Map<string, Pair>();
  for (const column of table.columns) {
    if (column === "years" || column === "units") continue;
    for (const [a, b] of equalRows(table, column)) {
      const [first, second] = [table.rows[a], table.rows[b]];
      const cells = [first?.cells.get(column), second?.cells.get(column)].filter(isNumber);
      if (!first || !second || cells.length < 2) continue;
      const key = `${first.key}=${second.key}`;
      const before = pairs.get(key);
      pairs.set(key, {
        rows: [first, second],
        lines: before?.lines ?? [first, second].flatMap(({ label }, index) => (cells[index] ? [{ at: cells[index].at, label, value: cells[index].value }] : [])),
        cells: [...(before?.cells ?? []), ...cells.map(({ at }) => at)],
      });
    }
  }
  return [...pairs].flatMap(([about, { rows, lines, cells }]): Finding[] => {
    const [first, last] = [lines[0], lines.at(-1)];
    if (!first || !last) return [];
    const sameName = isSameName(rows[0], rows[1]);
    return [finding(table, "same-amount", about, { severity: sameName ? "warning" : "info", at: last.at, cells, data: { unit: table.unit, value: first.value, lines, sameName } })];
  });
}

/** Pairs of rows, by index, with an equal typed amount in the column that nobody else has. */
function equalRows(table: BudgetTable, column: BudgetTable["columns"][number]): (readonly [number, number])[] {
  const { rows } = table;
  const values: number[] = [];
  for (const row of rows) {
    const cell = typedIn(row, column);
    if (cell) values.push(cell.value);
  }
  const filled = values.length;
  // sorting numbers costs far less than a map of them, and nearly all of them stand alone
  const rising = Float64Array.from(values).sort();
  const twice = new Set(rising.filter((value, index) => value === rising[index - 1]));
  if (twice.size === 0) return [];
  const byValue = new Map<number, number[]>();
  rows.forEach((row, index) => {
    const value = typedIn(row, column)?.value;
    if (value !== undefined && twice.has(value)) byValue.set(value, [...(byValue.get(value) ?? []), index].slice(0, MOST_EQUAL + 1));
  });
  const breakdowns = breakdownsOf(table);
  const parents = new Set(rows.map(({ parent }) => parent));
  const isLeaf = (index: number): boolean => !parents.has(index);
  const least = Math.max(LEAST_DIGITS, 1 + Math.ceil(Math.log10((filled * filled) / 2 / 9 / CHANCE)));
  return [...byValue].flatMap(([value, indices]) => {
    if (indices.length > MOST_EQUAL) return [];
    const related = indices.flatMap((a, at) =>
      indices.slice(at + 1).flatMap((b) => {
        const siblings = rows[a]?.parent === rows[b]?.parent;
        const enough = digitsOf(value) >= (siblings && isSameName(rows[a], rows[b]) ? DIGITS_OF_NAMESAKES : least);
        return enough && (siblings || (isLeaf(a) && isLeaf(b) && breakdowns[a] === breakdowns[b])) ? [[a, b] as const] : [];
      }),
    );
    return related.length === 1 ? related : [];
  });
}

function typedIn({ kind, cells }: BudgetRow, column: BudgetTable["columns"][number]) {
  if (kind !== "line") return null;
  const cell = cells.get(column);
  return isNumber(cell) && cell.formula === null && cell.value !== 0 ? cell : null;
}

/** An amount may also stand in the only line under a line, and in the source that pays it: no more rows than these are looked through. */
const MOST_EQUAL = 12;

/** The row under which the breakdown of each row stands. */
function breakdownsOf({ rows }: BudgetTable): (number | null)[] {
  const found: (number | null)[] = [];
  rows.forEach(({ kind, parent }, index) => {
    found.push(kind === "line" && parent !== null ? (rows[parent]?.kind === "line" ? (found[parent] ?? null) : parent) : index);
  });
  return found;
}

/** Digits without the zeros at either end. */
function digitsOf(value: number): number {
  return String(Math.abs(value)).replace(".", "").replace(/^0+|0+$/g, "").length;
}

function isSameName(a: BudgetRow | undefined, b: BudgetRow | undefined): boolean {
  const name = (row: BudgetRow | undefined): string => (row?.label ?? "").normalize("NFC").toLocaleLowerCase("vi").replace(/\s+/g, " ").trim();
  return name(a) !== "" && name(a) === name(b);
}
