import { addFew, countIn, few, fewAt, textPrint, type Counts, type Few } from "../../base";
import { exactOf, plus, type Exact } from "../../quantity";
import type { FormCopy, FormShape } from "./copy";

/** What a unit has sent: the tables of its files. */
export interface UnitForms {
  readonly unit: string;
  readonly file: string;
  readonly copies: readonly FormCopy[];
}

/** What tables of the same words and the same place among the tables of their units come to. */
export interface ShapeHeap {
  readonly key: string;
  readonly shape: FormShape;
  /** By place: how many have given a number, and what they come to; null where nobody has. */
  readonly counts: Uint32Array;
  readonly sums: (Exact | null)[];
  /** The number that all have given; NaN where they differ or nobody has given one. */
  readonly common: Float64Array;
  /** Texts in columns of words, and such as stand where numbers belong, with the units that have written them. */
  readonly words: PlacedWords;
  readonly unread: PlacedWords;
  readonly rules: Counts;
  /** The copy that tells most: the first of those with most figures and formulas. */
  best: Placed & { readonly filled: number };
}

/** Texts by place, and of each the units that have it. */
export type PlacedWords = Map<number, Map<string, Few>>;

/** Where a copy stands. */
export interface Placed {
  readonly unit: string;
  readonly file: string;
  readonly rows: readonly number[];
}

/** Units whose tables have the same words in the same order. */
export interface Layout {
  readonly tables: readonly ShapeHeap[];
  readonly names: Few;
}

/** What is kept of each unit. */
export interface UnitKept {
  readonly unit: string;
  readonly file: string;
  readonly layout: Layout;
  readonly tables: readonly TableKept[];
}

export interface TableKept {
  readonly filled: number;
  readonly cells: number;
  /** By column: the middle of the powers of ten of its numbers; NaN where there are too few. */
  readonly sizes: Float64Array;
  /** The same for the same numbers at the same places; null where there are too few to say that. */
  readonly print: string | null;
  /** Its numbers by place and the rows of its lines, where they were asked for; NaN where no number is. */
  readonly kept: { readonly values: Float64Array; readonly rows: readonly number[] } | null;
}

/** Filled forms of many units, added up layout by layout: the same whatever the order in which they came. */
export interface FormHeap {
  readonly layouts: Map<string, Layout>;
  readonly units: UnitKept[];
}

export function emptyForms(): FormHeap {
  return { layouts: new Map(), units: [] };
}

/** Of fewer numbers nothing is told of their size, and of fewer it is chance that they are the same. */
const [LEAST_NUMBERS, LEAST_SAME] = [3, 4];

/** Adds what one unit has sent. `values`: keeps its numbers, too, for tables of units by lines. */
export function addForms(heap: FormHeap, { unit, file, copies }: UnitForms, { values }: { readonly values: boolean }): void {
  if (copies.length === 0) return;
  const key = copies.map((copy) => copy.key).join("\n");
  const layout = heap.layouts.get(key) ?? { tables: copies.map((copy) => shapeHeap(copy, { unit, file })), names: few() };
  heap.layouts.set(key, layout);
  addFew(layout.names, unit);
  const tables = copies.map((copy, at): TableKept => {
    const into = layout.tables[at];
    if (into) addCopy(into, copy, { unit, file });
    const kept = values ? { values: copy.values, rows: copy.rows } : null;
    return { filled: filledCells(copy), cells: copy.cells, sizes: sizesOf(copy), print: printOf(copy), kept };
  });
  heap.units.push({ unit, file, layout, tables });
}

function shapeHeap(copy: FormCopy, { unit, file }: Pick<Placed, "unit" | "file">): ShapeHeap {
  return {
    key: copy.key,
    shape: copy.shape,
    best: { unit, file, rows: copy.rows, filled: filledCells(copy) + copy.formulas },
    counts: new Uint32Array(copy.values.length),
    sums: Array.from(copy.values, () => null),
    common: new Float64Array(copy.values.length).fill(Number.NaN),
    words: new Map(),
    unread: new Map(),
    rules: new Map(),
  };
}

function addCopy(heap: ShapeHeap, copy: FormCopy, { unit, file }: Pick<Placed, "unit" | "file">): void {
  const { rows, values, words, unread, rules, formulas } = copy;
  const filled = filledCells(copy) + formulas;
  const best = { unit, file, rows, filled };
  if (filled > heap.best.filled || (filled === heap.best.filled && isBefore(best, heap.best))) heap.best = best;
  values.forEach((value, place) => {
    if (Number.isNaN(value)) return;
    const before = heap.sums[place] ?? null;
    const count = (heap.counts[place] ?? 0) + 1;
    heap.counts[place] = count;
    heap.sums[place] = before ? plus(before, exactOf(value)) : exactOf(value);
    heap.common[place] = count === 1 || heap.common[place] === value ? value : Number.NaN;
  });
  for (const { place, text } of words) addFew(fewAt(textsAt(heap.words, place), text), unit);
  for (const { place, text } of unread) addFew(fewAt(textsAt(heap.unread, place), text), unit);
  for (const rule of rules) countIn(heap.rules, rule);
}

const isBefore = (a: Placed, b: Placed): boolean => (a.file === b.file ? a.unit < b.unit : a.file < b.file);

/** The texts of a place: none yet where nothing was. */
export function textsAt(words: PlacedWords, place: number): Map<string, Few> {
  const texts = words.get(place) ?? new Map<string, Few>();
  words.set(place, texts);
  return texts;
}

/** How many of its cells hold anything where numbers belong. */
export function filledCells({ values, unread }: FormCopy): number {
  let count = unread.length;
  for (const value of values) if (!Number.isNaN(value)) count += 1;
  return count;
}

function sizesOf({ shape: { lines, columns }, values }: FormCopy): Float64Array {
  return Float64Array.from(columns, (_, column) => {
    const powers = lines.flatMap((__, line) => {
      const value = values[line * columns.length + column] ?? Number.NaN;
      return Number.isNaN(value) || value === 0 ? [] : [Math.log10(Math.abs(value))];
    });
    return powers.length < LEAST_NUMBERS ? Number.NaN : middleOf(powers);
  });
}

function printOf({ values }: FormCopy): string | null {
  const texts = [...values].flatMap((value, place) => (Number.isNaN(value) || value === 0 ? [] : [`${place}:${value}`]));
  return texts.length < LEAST_SAME ? null : textPrint(texts.join(";"));
}

/** The middle one of numbers. Of none NaN. */
export function middleOf(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return low === undefined || high === undefined ? Number.NaN : (low + high) / 2;
}
