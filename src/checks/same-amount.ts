import type { Amount, Finding } from "../findings";
import { gridOf, isNumber, STATE, type BudgetRow, type BudgetTable } from "../reading";
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
  severities: ["warning", "info"],
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
  const amounts = typedAmounts(table, column);
  const [filled, all] = repeated(amounts);
  if (all.size === 0) return [];
  const least = Math.max(LEAST_DIGITS, 1 + Math.ceil(Math.log10((filled * filled) / 2 / 9 / CHANCE)));
  const enough = hasNamesakes(rows) ? Math.min(least, DIGITS_OF_NAMESAKES) : least;
  const twice = new Set([...all].filter((value) => digitsOf(value) >= enough));
  if (twice.size === 0) return [];
  const byValue = new Map<number, number[]>();
  amounts.forEach((value, index) => {
    if (value === 0 || !twice.has(value)) return;
    const equal = byValue.get(value);
    if (!equal) byValue.set(value, [index]);
    else if (equal.length <= MOST_EQUAL) equal.push(index);
  });
  const { breakdowns, parents } = shapeOf(rows);
  const isLeaf = (index: number): boolean => !parents.has(index);
  return [...byValue].flatMap(([value, indices]) => {
    const digits = digitsOf(value);
    if (indices.length > MOST_EQUAL || digits < DIGITS_OF_NAMESAKES) return [];
    const related = indices.flatMap((a, at) =>
      indices.slice(at + 1).flatMap((b) => {
        const siblings = rows[a]?.parent === rows[b]?.parent;
        const enough = digits >= least || (siblings && digits >= DIGITS_OF_NAMESAKES && isSameName(rows[a], rows[b]));
        return enough && (siblings || (isLeaf(a) && isLeaf(b) && breakdowns[a] === breakdowns[b])) ? [[a, b] as const] : [];
      }),
    );
    return related.length === 1 ? related : [];
  });
}

/** By row: the typed amount of a line; 0 where there is none. */
function typedAmounts(table: BudgetTable, column: BudgetTable["columns"][number]): Float64Array {
  const grid = gridOf(table);
  const place = grid.columns.indexOf(column);
  const [values, states] = [grid.values[place], grid.states[place]];
  const found = new Float64Array(table.rows.length);
  table.rows.forEach(({ kind }, row) => {
    if (kind === "line" && states?.[row] === STATE.number) found[row] = values?.[row] ?? 0;
  });
  return found;
}

/** How many amounts there are, and those that stand there more than once: a table of slots costs less than sorting, and the same for each cell. */
function repeated(amounts: Float64Array): readonly [number, ReadonlySet<number>] {
  const size = Math.ceil(Math.log2(2 * amounts.length + 2));
  const slots = new Float64Array(2 ** size);
  const twice = new Set<number>();
  const bits = new Int32Array(2);
  const number = new Float64Array(bits.buffer);
  let filled = 0;
  for (const value of amounts) {
    if (value === 0) continue;
    filled += 1;
    number[0] = value;
    // the upper bits of a product depend on all bits of its factors (D. Knuth, The Art of Computer Programming 3, 6.4)
    let slot = Math.imul((bits[0] ?? 0) + Math.imul(bits[1] ?? 0, 0x85ebca6b), 0x9e3779b1) >>> (32 - size);
    while (slots[slot] !== 0 && slots[slot] !== value) slot = (slot + 1) & (slots.length - 1);
    if (slots[slot] === value) twice.add(value);
    else slots[slot] = value;
  }
  return [filled, twice];
}

/** An amount may also stand in the only line under a line, and in the source that pays it: no more rows than these are looked through. */
const MOST_EQUAL = 12;

/** The row under which the breakdown of each row stands, and the rows under which any stand. */
interface Shape {
  readonly breakdowns: readonly (number | null)[];
  readonly parents: ReadonlySet<number | null>;
}

/** Every column of a table asks for the same. */
const known = new WeakMap<readonly BudgetRow[], Shape>();

function shapeOf(rows: readonly BudgetRow[]): Shape {
  const before = known.get(rows);
  if (before) return before;
  const breakdowns: (number | null)[] = [];
  rows.forEach(({ kind, parent }, index) => {
    breakdowns.push(kind === "line" && parent !== null ? (rows[parent]?.kind === "line" ? (breakdowns[parent] ?? null) : parent) : index);
  });
  const found = { breakdowns, parents: new Set(rows.map(({ parent }) => parent)) };
  known.set(rows, found);
  return found;
}

/** Digits without the zeros at either end. */
function digitsOf(value: number): number {
  if (Number.isSafeInteger(value)) {
    let rest = Math.abs(value);
    while (rest >= 10 && rest % 10 === 0) rest /= 10;
    return rest === 0 ? 0 : String(rest).length;
  }
  return String(Math.abs(value)).replace(".", "").replace(/^0+|0+$/g, "").length;
}

function isSameName(a: BudgetRow | undefined, b: BudgetRow | undefined): boolean {
  return a !== undefined && b !== undefined && nameOf(a) !== "" && nameOf(a) === nameOf(b);
}

const named = new WeakMap<readonly BudgetRow[], boolean>();

/** Whether any two rows may have one name: by consonants and digits, which no spelling of a name changes. */
function hasNamesakes(rows: readonly BudgetRow[]): boolean {
  const before = named.get(rows);
  if (before !== undefined) return before;
  const seen = new Set<number>();
  const found = rows.some(({ label }) => {
    if (label === "") return false;
    let print = 0;
    for (let at = 0; at < label.length; at++) {
      const code = label.charCodeAt(at) | 32;
      if ((code >= 98 && code <= 122 && code !== 101 && code !== 105 && code !== 111 && code !== 117 && code !== 121) || (code >= 48 && code <= 57)) print = (Math.imul(print, 31) + code) | 0;
    }
    const size = seen.size;
    return seen.add(print).size === size;
  });
  named.set(rows, found);
  return found;
}

const names = new WeakMap<BudgetRow, string>();

function nameOf(row: BudgetRow): string {
  const before = names.get(row);
  if (before !== undefined) return before;
  const name = row.label.normalize("NFC").toLocaleLowerCase("vi").replace(/\s+/g, " ").trim();
  names.set(row, name);
  return name;
}
