import { addFew, few, mergeFew, type Few } from "../../base";
import type { MoneyUnit } from "../../quantity";
import type { SumGap } from "./cells";
import type { FormShape } from "./copy";
import type { Fit, OtherUnit } from "./fit";
import { middleOf, type Layout, type UnitKept } from "./heap";
import type { Measure } from "./units-of-measure";

/** A unit of measure as a note names it: one of money by its key, others as they are said; "" for none. */
export interface SaidUnit {
  readonly text: string;
  readonly money: MoneyUnit | null;
}

/**
 * What kept something out of the sums of a form, or has to be known of it; `units`: of which units it is true. `form`: which form, null
 * for a table that is none of them.
 */
export type FormNote = { readonly form: number | null; readonly units: Few } & (
  /** Its heads or its title speak of other years: nothing of it is added. */
  | { readonly code: "other-year"; readonly years: readonly number[]; readonly wanted: readonly number[] }
  /** A table that is like no form, or too little of one: nothing of it is added. */
  | { readonly code: "other-form"; readonly table: string }
  | { readonly code: "near-line" | "near-column"; readonly text: string; readonly wanted: string }
  | { readonly code: "missing-lines" | "extra-lines" | "missing-columns" | "extra-columns"; readonly texts: readonly string[] }
  /** In another unit of the same kind: turned into that of the form and added. */
  | { readonly code: "converted"; readonly columns: readonly string[]; readonly from: SaidUnit; readonly to: SaidUnit }
  /** In a unit of another kind: not added. */
  | { readonly code: "other-unit"; readonly columns: readonly string[]; readonly from: SaidUnit; readonly to: SaidUnit }
  /** It does not say its unit, which the form does: added as it stands. */
  | { readonly code: "unit-unsaid"; readonly columns: readonly string[]; readonly to: SaidUnit }
  /** All numbers of a column are so many times (a power of ten) those of the others: added as they stand. */
  | { readonly code: "scale"; readonly column: string; readonly tens: number }
  | { readonly code: "half-filled"; readonly filled: number; readonly usual: number }
  | { readonly code: "same-figures" }
  /** Text, errors or what could not be computed, where numbers belong. */
  | { readonly code: "unread"; readonly text: string; readonly label: string; readonly column: string }
  /** Shares, prices and means of no rule. */
  | { readonly code: "not-added"; readonly columns: readonly string[] }
  | ({ readonly code: "gap"; readonly label: string; readonly column: string } & Omit<SumGap, "place">)
);

export const NOTE_CODES = [
  "scale", "other-year", "other-form", "other-unit", "unit-unsaid", "converted", "near-column", "near-line", "missing-columns",
  "missing-lines", "extra-columns", "extra-lines", "half-filled", "same-figures", "unread", "gap", "not-added",
] as const satisfies readonly FormNote["code"][];

type Draft = FormNote extends infer Note ? (Note extends FormNote ? Omit<Note, "units"> : never) : never;

/** Gathers notes: of equal ones the units together. */
export class Notes {
  private readonly found = new Map<string, FormNote>();

  add(draft: Draft, units: Few): void {
    const key = JSON.stringify(draft);
    const known = this.found.get(key);
    if (known) mergeFew(known.units, units);
    else {
      const own = few();
      mergeFew(own, units);
      this.found.set(key, { ...draft, units: own });
    }
  }

  one(draft: Draft, unit: string): void {
    const units = few();
    addFew(units, unit);
    this.add(draft, units);
  }

  /** In the order of `NOTE_CODES`, in which what is worst comes first. */
  list(): FormNote[] {
    const rank = (note: FormNote): number => NOTE_CODES.indexOf(note.code);
    return [...this.found]
      .sort(([a, x], [b, y]) => rank(x) - rank(y) || (x.form ?? -1) - (y.form ?? -1) || (a < b ? -1 : 1))
      .map(([, note]) => note);
  }
}

/** What a table is called. */
export function tableName({ title, sheet }: FormShape): string {
  return title === "" ? sheet : title;
}

/** How a line is named: its number and its words. */
export function lineName({ lines }: FormShape, line: number): string {
  const { number = "", label = "" } = lines[line] ?? {};
  return [number, label].filter((text) => text !== "").join(" ");
}

export function columnName({ columns }: FormShape, column: number): string {
  return columns[column]?.head ?? "";
}

/** What is told of tables of one shape, of which `names` are. */
export function noteFit(notes: Notes, form: number, wanted: FormShape, fit: Fit, names: Few): void {
  const { shape, reason, years, near, missing, extra, units } = fit;
  if (reason === "other-form") return notes.add({ code: "other-form", form: null, table: tableName(shape) }, names);
  if (reason === "other-year") return notes.add({ code: "other-year", form, years: years?.own ?? [], wanted: years?.wanted ?? [] }, names);
  for (const one of near.columns)
    notes.add({ code: "near-column", form, text: columnName(shape, one.own), wanted: columnName(wanted, one.wanted) }, names);
  for (const one of near.lines)
    notes.add({ code: "near-line", form, text: lineName(shape, one.own), wanted: lineName(wanted, one.wanted) }, names);
  const texts = (code: "missing-lines" | "extra-lines" | "missing-columns" | "extra-columns", list: readonly string[]): void => {
    if (list.length > 0) notes.add({ code, form, texts: list }, names);
  };
  texts("missing-columns", missing.columns.map((column) => columnName(wanted, column)));
  texts("extra-columns", extra.columns.map((column) => columnName(shape, column)));
  texts("missing-lines", missing.lines.map((line) => lineName(wanted, line)));
  texts("extra-lines", extra.lines.map((line) => lineName(shape, line)));
  for (const unit of units) noteUnit(notes, form, shape, unit, names);
}

const said = ({ text, money }: Measure): SaidUnit => ({ text, money });

function noteUnit(notes: Notes, form: number, shape: FormShape, { from, to, tens, columns }: OtherUnit, names: Few): void {
  const isAll = columns.length === shape.columns.filter(({ id }) => id !== null).length;
  const heads = isAll ? [] : columns.map((column) => columnName(shape, column));
  if (to.base === "") return;
  if (from.base === "") notes.add({ code: "unit-unsaid", form, columns: heads, to: said(to) }, names);
  else notes.add({ code: tens === null ? "other-unit" : "converted", form, columns: heads, from: said(from), to: said(to) }, names);
}

/** A table of a unit that is added into a form. */
export interface AddedTable {
  readonly kept: UnitKept;
  readonly layout: Layout;
  readonly at: number;
  readonly fit: Fit;
}

/** Powers of ten that come of another unit of money, and how near to one of them a column has to be. */
const [THOUSANDS, NEAR] = [[3, 6, 9], 0.7] as const;
/** A unit that has filled in less than this of what is usual has sent a half-filled form. */
const HALF = 0.5;

/** What is told of single units, held against the others. */
export function noteUnits(
  notes: Notes, form: number, shape: FormShape, tables: readonly AddedTable[], isAdded: (column: number) => boolean,
): void {
  const filled = tables.map(({ kept, at }) => kept.tables[at]?.filled ?? 0);
  const usual = middleOf(filled);
  tables.forEach(({ kept }, index) => {
    const own = filled[index] ?? 0;
    if (own < HALF * usual) notes.one({ code: "half-filled", form, filled: own, usual: Math.round(usual) }, kept.unit);
  });
  const prints = new Map<string, Few>();
  for (const { kept, at } of tables) {
    const print = kept.tables[at]?.print ?? null;
    if (print === null) continue;
    const same = prints.get(print) ?? few();
    prints.set(print, same);
    addFew(same, kept.unit);
  }
  for (const same of prints.values()) if (same.count > 1) notes.add({ code: "same-figures", form }, same);
  shape.columns.forEach((_, column) => {
    if (isAdded(column)) noteSizes(notes, form, shape, tables, column);
  });
}

function noteSizes(notes: Notes, form: number, shape: FormShape, tables: readonly AddedTable[], column: number): void {
  const sizes = tables.flatMap(({ kept, at, fit }) => {
    const own = fit.columns.indexOf(column);
    const size = own === -1 ? Number.NaN : (kept.tables[at]?.sizes[own] ?? Number.NaN);
    const tens = own === -1 ? null : fit.tens(fit.lines.findIndex((line) => line !== -1), own);
    return Number.isNaN(size) || tens === null ? [] : [{ unit: kept.unit, size: size + tens }];
  });
  if (sizes.length < 2) return;
  const sorted = sizes.map(({ size }) => size).sort((a, b) => a - b);
  for (const { unit, size } of sizes) {
    const off = size - withoutOne(sorted, size);
    const tens = THOUSANDS.find((one) => Math.abs(Math.abs(off) - one) <= NEAR);
    // of two units nobody can tell which of them is right: the larger one is named
    if (tens !== undefined && (sizes.length > 2 || off > 0))
      notes.one({ code: "scale", form, column: columnName(shape, column), tens: off > 0 ? tens : -tens }, unit);
  }
}

/** The middle of sorted numbers without one of them. */
function withoutOne(sorted: readonly number[], own: number): number {
  const at = sorted.indexOf(own);
  const of = (place: number): number => sorted[place < at ? place : place + 1] ?? Number.NaN;
  const count = sorted.length - 1;
  return (of((count - 1) >> 1) + of(count >> 1)) / 2;
}

/** Of no unit: the sums of all of them do not come out. */
export function noteGaps(notes: Notes, form: number, shape: FormShape, gaps: readonly SumGap[]): void {
  const width = shape.columns.length;
  for (const { place, ...gap } of gaps) {
    const [label, column] = [lineName(shape, Math.floor(place / width)), columnName(shape, place % width)];
    notes.add({ code: "gap", form, label, column, ...gap }, few());
  }
}
