import { decimalsOf, readMoneyUnit, sumExact, toDong, type MoneyUnit } from "../quantity";
import type { FormColumn } from "./match-columns";
import { numberIn, type MatchedTables } from "./matched";

/** How numbers of the old version read in the unit of the new one. */
export interface Scales {
  readonly scaled: (before: number, column: FormColumn) => number;
  /** Whether a number is what it was; rounding is no difference where the unit changed. */
  readonly same: (before: number, after: number, column: FormColumn) => boolean;
  readonly units: UnitChange | null;
}

/** Another unit of money. */
export interface UnitChange {
  /** Null where none is stated. */
  readonly old: MoneyUnit | null;
  readonly new: MoneyUnit | null;
  /** So many times the numbers of the old version are, in the unit of the new one. */
  readonly factor: number;
  /** Both versions say so; else their numbers do. */
  readonly stated: boolean;
}

/** Units of money are so many times each other. */
const FACTORS = [1e3, 1e6, 1e9, 1e-3, 1e-6, 1e-9] as const;
/** Where nothing says that the unit changed, so many numbers tell it, and so large a part of them. */
const [LEAST_NUMBERS, LEAST_SHARE] = [4, 0.9];

/** Binary fractions of a spreadsheet's own sums, far below anything that a person types. */
const NOISE = 1e-11;

export function scalesOf(matched: MatchedTables): Scales {
  const { a, b, columns, columnsA, columnsB } = matched;
  const factors = new Map<number, number>();
  let units: Scales["units"] = null;
  for (const { a: i, b: j } of columns.pairs) {
    const [old, now] = [columnsA[i], columnsB[j]];
    if (!old || !now || old.id === null || now.id === null || isShare(matched, now)) continue;
    const [unitA, unitB] = [readMoneyUnit(old.unit ?? "") ?? a.unit, readMoneyUnit(now.unit ?? "") ?? b.unit];
    const isStated = unitA !== null && unitB !== null;
    const factor = isStated ? toDong(1, unitA) / toDong(1, unitB) : (guessed(matched, old, now) ?? 1);
    if (factor === 1) continue;
    factors.set(now.col, factor);
    units ??= { old: unitA, new: unitB, factor, stated: isStated };
  }
  const factorOf = ({ col }: FormColumn): number => factors.get(col) ?? 1;
  const scaled = (before: number, column: FormColumn): number => times(before, factorOf(column));
  return {
    scaled, units,
    same: (before, after, column) => isSame(before, after, factorOf(column)),
  };
}

function times(value: number, factor: number): number {
  // a power of ten: what is divided by it stays the number that people see
  return factor === 1 ? value : factor > 1 ? value * factor : value / Math.round(1 / factor);
}

function isShare({ b }: MatchedTables, { id }: FormColumn): boolean {
  return b.columns.some((column) => column.id === id && column.role === "rate");
}

function isSame(before: number, after: number, factor: number): boolean {
  const gap = Math.abs(sumExact([after, -times(before, factor)]));
  const noise = NOISE * Math.max(Math.abs(after), Math.abs(times(before, factor)));
  if (gap <= noise) return true;
  if (factor === 1) return false;
  // half of the last digit that the coarser of them shows
  const step = factor < 1 ? 10 ** -decimalsOf(after) : 10 ** -decimalsOf(before) * factor;
  return gap <= step / 2 + noise;
}

/** By what nearly all numbers of a column were multiplied; null where they were not. */
function guessed(matched: MatchedTables, old: FormColumn, now: FormColumn): number | null {
  const { a, b, lines } = matched;
  const numbers = lines.pairs.flatMap(({ a: i, b: j }) => {
    const [before, after] = [numberIn(a, i, old), numberIn(b, j, now)];
    return before === null || after === null || before === 0 ? [] : [[before, after] as const];
  });
  if (numbers.length < LEAST_NUMBERS) return null;
  // numbers that are far from so many times others need no exact look
  const isNear = (x: number, y: number, factor: number): boolean => Math.abs(y / x / factor - 1) < 1;
  return (
    FACTORS.find((factor) => {
      const same = numbers.filter(([x, y]) => y !== 0 && isNear(x, y, factor) && isSame(x, y, factor));
      return same.length >= LEAST_SHARE * numbers.length;
    }) ?? null
  );
}
