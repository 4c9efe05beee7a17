import { readMoneyUnit } from "../quantity";
import type { OtherTable } from "../tables";
import type { Matching } from "./match-lines";
import { pairing } from "./pairing";
import { bareKey, nearness, wordingKey } from "./wording";

/** A column of a table with what its heads say: figures, shares, units or words. Outline numbers and labels are no columns here. */
export interface FormColumn {
  /** Absolute. */
  readonly col: number;
  readonly head: string;
  readonly year: number | null;
  readonly unit: string | null;
  /** The id of a column of numbers; null for words. */
  readonly id: string | null;
}

/** From left to right. */
export function formColumns({ columns, wordColumns, labelColumn, numberColumn }: OtherTable): FormColumn[] {
  const numbers = columns.map(({ col, head, year, unit, id }): FormColumn => ({ col, head, year, unit, id }));
  const words = wordColumns
    .filter(({ col }) => col !== labelColumn && col !== numberColumn)
    .map(({ col, head, year }): FormColumn => ({ col, head, year, unit: null, id: null }));
  return [...numbers, ...words].sort((a, b) => a.col - b.col);
}

export interface ColumnMatching extends Matching {
  /** By so many years the right table is later, where the two speak of other years throughout; else 0. */
  readonly shift: number;
}

export interface ColumnOptions {
  /** How much of what two columns hold is the same, from 0 to 1: two versions of one table. */
  readonly alike?: (a: number, b: number) => number;
  /** Only those that heads of their own tell. */
  readonly sure?: boolean;
}

/** Heads have to be so near; of columns whose heads say nothing to each other so much of the content has to be the same. */
const [NEAR, ALIKE] = [0.7, 0.8];

/** Columns by their heads, never by their place; those of other years are never one, but where all years moved on alike. */
export function matchColumns(
  a: readonly FormColumn[], b: readonly FormColumn[], { alike, sure = false }: ColumnOptions = {},
): ColumnMatching {
  const found = pairing(a.length, b.length);
  const shift = shiftOf(a, b);
  const moved = a.map((column) => (shift === 0 || column.year === null ? column : later(column, shift)));
  const last = ({ head }: FormColumn): string => head.split(" / ").at(-1) ?? "";
  const all = (key: (column: FormColumn) => string | null) => {
    const of = (columns: readonly FormColumn[]) => (place: number) => {
      const column = columns[place];
      return column ? key(column) : null;
    };
    return [of(moved), of(b)] as const;
  };
  const yearsFit = (i: number, j: number): boolean => {
    const [x, y] = [moved[i]?.year ?? null, b[j]?.year ?? null];
    return x === null || y === null || x === y;
  };
  const unitKey = ({ unit }: FormColumn): string => (readMoneyUnit(unit ?? "") === null ? bareKey(unit ?? "") : "money");
  found.unique(...all((column) => `${wordingKey(column.head)}|${unitKey(column)}`), "same");
  const equals = all((column) => `${wordingKey(column.head)}|${unitKey(column)}`);
  if (alike) found.nearest(...equals, alike, ALIKE);
  if (!sure) found.inOrder(...equals, "same");
  found.unique(...all(({ head }) => wordingKey(head) || null), "same");
  found.unique(...all(({ head }) => bareKey(head) || null), "spelling");
  if (!sure) {
    const own = (column: FormColumn): string | null => bareKey(last(column)) || null;
    found.unique(...all((column) => (own(column) === null ? null : `${own(column) ?? ""}|${column.year ?? ""}`)), "near", yearsFit);
    const near = (i: number, j: number): number => (yearsFit(i, j) ? nearness(moved[i]?.head ?? "", b[j]?.head ?? "") : 0);
    found.nearest(() => "", () => "", near, NEAR);
    if (alike) found.nearest(() => "", () => "", (i, j) => (yearsFit(i, j) ? alike(i, j) : 0), ALIKE);
  }
  const alone = (of: Int32Array): number[] => [...of.keys()].filter((place) => of[place] === -1);
  return { pairs: found.pairs(), onlyA: alone(found.ofA), onlyB: alone(found.ofB), ofA: found.ofA, ofB: found.ofB, shift };
}

function later(column: FormColumn, shift: number): FormColumn {
  return {
    ...column,
    year: (column.year ?? 0) + shift,
    head: column.head.replace(/(?<!\d)(?:19|20)\d\d(?!\d)/g, (year) => String(Number(year) + shift)),
  };
}

/** Nothing where they have a year in common, and where the years did not all move by the same. */
function shiftOf(a: readonly FormColumn[], b: readonly FormColumn[]): number {
  const yearsOf = (columns: readonly FormColumn[]): number[] =>
    [...new Set(columns.flatMap(({ year }) => year ?? []))].sort((x, y) => x - y);
  const [left, right] = [yearsOf(a), yearsOf(b)];
  const [first] = left;
  const [other] = right;
  if (first === undefined || other === undefined || left.length !== right.length || left.some((year) => right.includes(year))) return 0;
  return left.every((year, at) => (right[at] ?? 0) - year === other - first) ? other - first : 0;
}
