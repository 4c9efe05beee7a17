import { bareText, significantDigits, withoutNoise } from "../quantity";
import { isNumber, type OtherColumn, type OtherLine, type OtherTable, type Relation } from "../tables";
import type { FormColumn } from "./match-columns";
import type { MatchedTables } from "./matched";

type NumberCell = Relation["total"];

/** A decimal sign slipped, or another unit. */
const FACTORS = [10, 100, 1000, 10_000, 100_000, 1_000_000] as const;
/** So many other lines of a column say how a year moved, and all of them by less than so many times. */
const [LEAST_PEERS, SPREAD] = [5, 2];
/** A figure that is ten times off comes so near to where its column says that it should be; of a larger factor less will do. */
const [NEAR_TEN, NEAR] = [1.25, 2];
/** Of figures that hardly change from year to year so much is the same; then two digits that changed places are a slip. */
const SAME = 0.8;
/** Digits that chance swaps: fewer tell nothing. */
const LEAST_DIGITS = 4;

/** A typed figure that is off last year's, and what it may have been. */
export interface YearSlip {
  readonly line: OtherLine;
  readonly column: OtherColumn;
  readonly cell: NumberCell;
  /** The same line and column last year. */
  readonly before: NumberCell;
  readonly to: number;
  /** Null for swapped digits. */
  readonly off: { readonly factor: number; readonly small: boolean } | null;
}

/** The year that a table is about: of its title, else of its sheet's name; null where neither names one, or both several. */
export function yearOf({ title, sheet }: OtherTable): number | null {
  for (const text of [title?.text ?? "", sheet]) {
    const years = new Set(text.match(YEARS) ?? []);
    if (years.size > 1) return null;
    const [only] = years;
    if (only !== undefined) return Number(only);
  }
  return null;
}
const YEARS = /(?<![\d/.,-])(?:19|20)\d\d(?![\d/,]|\.\d|\s?[-–]\s?\d)/g;

/** What tables of one form say alike, whichever year they are of. */
export function formName({ title, sheet }: OtherTable): string {
  const bare = (text: string): string => bareText(text.replace(YEARS, " "));
  return `${bare(title?.text ?? "")}|${bare(sheet)}`;
}

/**
 * Typed figures of a table that are ten times and more off last year's figure of the same line and column, or are last year's with two
 * digits swapped. One of a column at most: where several are off it is of another unit, and nothing is told.
 */
export function slipsAgainst(matched: MatchedTables): YearSlip[] {
  return matched.columns.pairs.flatMap(({ a, b }): YearSlip[] => {
    const [old, now] = [matched.columnsA[a], matched.columnsB[b]];
    return old && now ? slipsIn(matched, old, now) : [];
  });
}

/** A line of both years with its figures. */
interface Pair {
  readonly line: OtherLine;
  readonly cell: NumberCell;
  readonly before: NumberCell;
}

function slipsIn(matched: MatchedTables, old: FormColumn, now: FormColumn): YearSlip[] {
  const { a, b, lines } = matched;
  const column = b.columns.find(({ id }) => id === now.id);
  if (!column || column.role === "rate" || old.id === null || old.unit !== now.unit) return [];
  const pairs = lines.pairs.flatMap(({ a: i, b: j }): Pair[] => {
    const [line, before, cell] = [b.rows[j], a.rows[i]?.cells.get(old.id ?? ""), b.rows[j]?.cells.get(column.id)];
    const isTyped = isNumber(before) && isNumber(cell) && cell.formula === null && before.value > 0 && cell.value > 0;
    return line && isTyped ? [{ line, before, cell }] : [];
  });
  if (pairs.length <= LEAST_PEERS) return [];
  const slip = factorSlip(pairs) ?? swapSlip(pairs);
  return slip ? [{ ...slip, column }] : [];
}

type Slip = Omit<YearSlip, "column">;

/** The one figure that moved by ten times or more where all others moved by less than `SPREAD`. */
function factorSlip(pairs: readonly Pair[]): Slip | null {
  const moved = pairs.map((pair) => ({ pair, ratio: pair.cell.value / pair.before.value }));
  const [odd, ...more] = moved.filter(({ ratio }) => ratio > SPREAD || ratio < 1 / SPREAD);
  if (!odd || more.length > 0) return null;
  const ratios = moved.filter((one) => one !== odd).map(({ ratio }) => ratio).sort((x, y) => x - y);
  const middle = ratios[Math.floor(ratios.length / 2)] ?? 1;
  const { pair: { line, cell, before }, ratio } = odd;
  const small = ratio < 1;
  for (const factor of FACTORS) {
    const to = withoutNoise(small ? cell.value * factor : cell.value / factor);
    const beside = to / (before.value * middle);
    const near = factor === 10 ? NEAR_TEN : NEAR;
    if (beside <= near && beside >= 1 / near) return { line, cell, before, to, off: { factor, small } };
  }
  return null;
}

/** The one figure that is last year's with two digits swapped, where nearly all others are last year's. */
function swapSlip(pairs: readonly Pair[]): Slip | null {
  const changed = pairs.filter(({ cell, before }) => cell.value !== before.value);
  if (changed.length > pairs.length * (1 - SAME)) return null;
  const [slip, ...more] = changed.filter(({ cell, before }) => areSwapped(cell.value, before.value));
  return slip && more.length === 0 ? { ...slip, to: slip.before.value, off: null } : null;
}

function areSwapped(one: number, other: number): boolean {
  if (Math.min(significantDigits(one), significantDigits(other)) < LEAST_DIGITS) return false;
  const [x, y] = [String(one), String(other)];
  if (x.length !== y.length) return false;
  const at = [...x].findIndex((sign, place) => sign !== y[place]);
  return x[at] === y[at + 1] && x[at + 1] === y[at] && x.slice(at + 2) === y.slice(at + 2);
}
