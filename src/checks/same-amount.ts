import type { Amount, Finding } from "../findings";
import { gridOf, isAcross, isNumber, STATE, type BudgetRow, type BudgetTable } from "../reading";
import type { CellRef } from "../sheet";
import { equalFinder, type EqualPlaces } from "./equal-numbers";
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
    if (isAcross(column)) continue;
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
  const shape = shapeOf(rows);
  const { lines, namesakes, parents, groups, leaves, equalPlaces, amounts } = shape;
  const { filled, digits: most } = typedAmounts(table, column, shape);
  const least = Math.max(LEAST_DIGITS, 1 + Math.ceil(Math.log10((filled * filled) / 2 / 9 / CHANCE)));
  const areSiblings = (a: number, b: number): boolean => parents[a] === parents[b];
  const pairIn = (equal: readonly number[]): (readonly [number, number])[] => {
    if (equal.length > MOST_EQUAL) return [];
    const digits = digitsOf(amounts[equal[0] ?? 0] ?? 0);
    const related = equal.flatMap((a, at) =>
      equal.slice(at + 1).flatMap((b) => {
        const siblings = areSiblings(a, b);
        const enough = digits >= least || (siblings && digits >= DIGITS_OF_NAMESAKES && isSameName(rows[a], rows[b]));
        return enough && (siblings || (leaves[a] && leaves[b] && groups[a] === groups[b])) ? [[a, b] as const] : [];
      }),
    );
    return related.length === 1 ? related : [];
  };
  // where no amount is long enough, none but those of namesakes are told
  if (most < least && equalPlaces(amounts, namesakes, parents).length === 0) return [];
  return equalPlaces(amounts, lines, groups).flatMap(pairIn);
}

/** How many amounts are typed into a column, and digits that none of them exceeds. */
interface Amounts {
  readonly filled: number;
  readonly digits: number;
}

/** Puts the typed amounts of the lines of a column into `amounts`, 0 where there is none. */
function typedAmounts(table: BudgetTable, column: BudgetTable["columns"][number], { lines, amounts }: Shape): Amounts {
  const { values, states, columns, whole } = gridOf(table);
  const place = columns.indexOf(column);
  const [numbers, kinds] = [values[place], states[place]];
  let [filled, most, places] = [0, 0, 0];
  for (const line of lines) {
    const value = kinds?.[line] === STATE.number ? (numbers?.[line] ?? 0) : 0;
    amounts[line] = value;
    if (value === 0) continue;
    filled += 1;
    most = Math.max(most, Math.abs(value));
    while (!whole[place] && places < POWERS.length && !hasPlaces(value, places)) places += 1;
  }
  return { filled, digits: places === POWERS.length || most >= 1e15 ? Infinity : String(Math.trunc(most)).length + places };
}

/** Whether a number has no more decimals than so many. */
function hasPlaces(value: number, places: number): boolean {
  const power = POWERS[places] ?? 1;
  return Math.round(value * power) / power === value;
}

const POWERS = [1, 10, 100, 1000, 10_000];

/** An amount may also stand in the only line under a line, and in the source that pays it: no more rows than these are looked through. */
const MOST_EQUAL = 12;

interface Shape {
  readonly lines: readonly number[];
  /** Lines that may have the name of another one under the same row. */
  readonly namesakes: readonly number[];
  /** By row: what it adds up into; -1 for nothing. */
  readonly parents: readonly number[];
  /** By row: the row under which its breakdown stands; -1 for lines that stand under nothing. */
  readonly groups: readonly number[];
  /** By row: nothing stands under it. */
  readonly leaves: readonly boolean[];
  readonly equalPlaces: EqualPlaces;
  /** For the amounts of one column. */
  readonly amounts: Float64Array;
}

/** Every column of a table asks for the same. */
const known = new WeakMap<readonly BudgetRow[], Shape>();

function shapeOf(rows: readonly BudgetRow[]): Shape {
  const before = known.get(rows);
  if (before) return before;
  const [parents, groups, lines]: [number[], number[], number[]] = [[], [], []];
  const leaves: boolean[] = [];
  rows.forEach(({ kind, parent }, index) => {
    const inLine = parent !== null && rows[parent]?.kind === "line" && parents[parent] !== -1;
    parents.push(parent ?? -1);
    groups.push(inLine ? (groups[parent] ?? -1) : (parent ?? -1));
    leaves.push(true);
    if (parent !== null) leaves[parent] = false;
    if (kind === "line") lines.push(index);
  });
  const [equalPlaces, amounts] = [equalFinder(rows.length), new Float64Array(rows.length)];
  const found = { lines, namesakes: namesakesOf(rows, lines, parents, equalPlaces, amounts), parents, groups, leaves, equalPlaces, amounts };
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

/** So many signs from the end of a name tell it from nearly all others. */
const PRINT = 6;
/** By code: 0 for what a spelling may change. */
const PRINTED = Uint8Array.from({ length: 128 }, (_, code) => (/[b-df-hj-np-tv-xz0-9]/.test(String.fromCharCode(code)) ? code : 0));

/** Lines that may have one name with another one of the same parent: by the last consonants and digits, which no spelling of a name changes. */
function namesakesOf(rows: readonly BudgetRow[], lines: readonly number[], parents: readonly number[], equalPlaces: EqualPlaces, prints: Float64Array): number[] {
  for (const line of lines) {
    const { label } = rows[line] as BudgetRow;
    // a name without any is taken for that of all others without
    let print = 1;
    for (let at = label.length - 1, signs = 0; at >= 0 && signs < PRINT; at--) {
      const sign = PRINTED[label.charCodeAt(at) | 32] ?? 0;
      if (sign === 0) continue;
      print = Math.imul(print, 31) + sign;
      signs += 1;
    }
    prints[line] = label === "" ? 0 : 1 + (print >>> 0);
  }
  return equalPlaces(prints, lines, parents).flat().sort((a, b) => a - b);
}

const names = new WeakMap<BudgetRow, string>();

function nameOf(row: BudgetRow): string {
  const before = names.get(row);
  if (before !== undefined) return before;
  const name = row.label.normalize("NFC").toLocaleLowerCase("vi").replace(/\s+/g, " ").trim();
  names.set(row, name);
  return name;
}
