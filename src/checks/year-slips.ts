import { allSteps, groupBy } from "../base";
import type { Finding } from "../findings";
import { matchingVersions, type FormColumn, type MatchedTables } from "../forms";
import { bareText, significantDigits, withoutNoise } from "../quantity";
import { graphOf, isNumber, type OtherColumn, type OtherLine, type OtherTable, type Relation } from "../tables";
import { cellId, diagnoseTable, suspects } from "./equations";
import { finding } from "./rule";

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

/** Longer tables take too long to be matched in one step, and are no forms. */
const MOST_LINES = 3000;

/**
 * Typed cells that are ten times and more off last year's figure of the same line and column, on another sheet of the workbook, or last
 * year's figure with two digits swapped: lines and columns are matched by what they say. One cell of a column at most: where several are
 * off it is of another unit, and nothing is told.
 */
export function yearSlips(tables: readonly OtherTable[]): Finding[] {
  return pairsOf(tables).flatMap(([last, table]) => {
    const matched = allSteps(matchingVersions({ a: last, b: table }));
    return matched.columns.pairs.flatMap(({ a, b }): Finding[] => {
      const [old, now] = [matched.columnsA[a], matched.columnsB[b]];
      return old && now ? slipsIn(matched, old, now) : [];
    });
  });
}

/** The year that a table is about: of its title, else of its sheet's name; null where neither names one, or both several. */
function yearOf({ title, sheet }: OtherTable): number | null {
  for (const text of [title?.text ?? "", sheet]) {
    const years = new Set(text.match(YEARS) ?? []);
    if (years.size > 1) return null;
    const [only] = years;
    if (only !== undefined) return Number(only);
  }
  return null;
}
const YEARS = /(?<![\d/.,-])(?:19|20)\d\d(?![\d/,]|\.\d|\s?[-–]\s?\d)/g;

/** Tables of one form on different sheets, of one year and of the year before; not where a year has two of them. */
function pairsOf(tables: readonly OtherTable[]): (readonly [last: OtherTable, table: OtherTable])[] {
  const dated = tables.flatMap((table) => {
    const year = yearOf(table);
    const bare = (text: string): string => bareText(text.replace(YEARS, " "));
    const form = `${bare(table.title?.text ?? "")}|${bare(table.sheet)}`;
    return year === null || table.rows.length > MOST_LINES ? [] : [{ table, year, form }];
  });
  return [...groupBy(dated, ({ form }) => form).values()].flatMap((alike) => {
    const byYear = groupBy(alike, ({ year }) => year);
    return alike.flatMap(({ table, year }) => {
      const [before = [], own = []] = [byYear.get(year - 1), byYear.get(year)];
      const [last] = before;
      const isOne = before.length === 1 && own.length === 1 && last?.table.unit === table.unit && last.table.sheet !== table.sheet;
      return isOne ? [[last.table, table] as const] : [];
    });
  });
}

/** A line of both years with its figures. */
interface Pair {
  readonly row: OtherLine;
  readonly cell: NumberCell;
  readonly before: NumberCell;
}

function slipsIn(matched: MatchedTables, old: FormColumn, now: FormColumn): Finding[] {
  const { a, b, lines } = matched;
  const column = b.columns.find(({ id }) => id === now.id);
  if (!column || column.role === "rate" || old.id === null || old.unit !== now.unit) return [];
  const pairs = lines.pairs.flatMap(({ a: i, b: j }): Pair[] => {
    const [row, before, cell] = [b.rows[j], a.rows[i]?.cells.get(old.id ?? ""), b.rows[j]?.cells.get(column.id)];
    const isTyped = isNumber(before) && isNumber(cell) && cell.formula === null && before.value > 0 && cell.value > 0;
    return row && isTyped ? [{ row, before, cell }] : [];
  });
  if (pairs.length <= LEAST_PEERS) return [];
  const slip = factorSlip(pairs) ?? swapSlip(pairs);
  return slip ? told(b, column, slip) : [];
}

interface Slip extends Pair {
  readonly to: number;
  /** Null for swapped digits. */
  readonly off: { readonly factor: number; readonly small: boolean } | null;
}

/** The one figure that moved by ten times or more where all others moved by less than `SPREAD`. */
function factorSlip(pairs: readonly Pair[]): Slip | null {
  const moved = pairs.map((pair) => ({ pair, ratio: pair.cell.value / pair.before.value }));
  const [odd, ...more] = moved.filter(({ ratio }) => ratio > SPREAD || ratio < 1 / SPREAD);
  if (!odd || more.length > 0) return null;
  const ratios = moved.filter((one) => one !== odd).map(({ ratio }) => ratio).sort((x, y) => x - y);
  const middle = ratios[Math.floor(ratios.length / 2)] ?? 1;
  const { pair: { row, cell, before }, ratio } = odd;
  const small = ratio < 1;
  for (const factor of FACTORS) {
    const to = withoutNoise(small ? cell.value * factor : cell.value / factor);
    const beside = to / (before.value * middle);
    const near = factor === 10 ? NEAR_TEN : NEAR;
    if (beside <= near && beside >= 1 / near) return { row, cell, before, to, off: { factor, small } };
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

function kindOf(off: Slip["off"]): string {
  if (off === null) return "digits-swapped";
  return off.factor % 1000 === 0 ? "thousand-fold" : "zeros";
}

/** What the sums name, or would fail with the other value, is theirs to tell. */
function told(table: OtherTable, column: OtherColumn, { row, cell, before, to, off }: Slip): Finding[] {
  if (suspects(diagnoseTable(table)).has(cellId(cell.at)) || !graphOf(table).after([{ cell, to }])) return [];
  return [
    finding(table, "unit-slip", `${row.key}/${column.id}`, {
      severity: "warning",
      at: cell.at,
      cells: [cell.at, before.at],
      data: {
        unit: table.unit,
        label: row.label,
        factor: off?.factor ?? 1,
        small: off?.small ?? false,
        against: "last-year",
        last: { at: before.at, label: row.label, value: before.value },
        correction: { at: cell.at, from: cell.value, to, kind: kindOf(off) },
        also: [],
      },
    }),
  ];
}
