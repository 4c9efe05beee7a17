import { toNumber } from "../../quantity";
import type { Few } from "../../base";
import { cellsOf, commonWords, type SumCell, type SumGap } from "./cells";
import { chooseForms } from "./choose";
import type { FormShape } from "./copy";
import { fitOf, type Fit } from "./fit";
import type { FormHeap, Layout, Placed } from "./heap";
import { columnName, lineName, noteFit, noteGaps, Notes, noteUnits, tableName, type AddedTable, type FormNote } from "./notes";
import { addShape, emptySums } from "./sums";
import { addsUp } from "./units-of-measure";

/** What units have written into a cell of words. */
export interface WordsApart {
  readonly place: number;
  readonly text: string;
  readonly units: Few;
}

/** A line that units have put between those of the form, and what it comes to in each column. */
export interface ExtraLine {
  readonly number: string;
  readonly label: string;
  /** The line of the form that it stands under; null for none. */
  readonly parent: number | null;
  readonly units: Few;
  readonly values: readonly (number | null)[];
}

/** A form with what the copies of all units come to. */
export interface FormTotal {
  readonly shape: FormShape;
  /** The fullest copy of its very words; null for a form that was given. */
  readonly best: Placed | null;
  readonly units: Few;
  /** By place. */
  readonly cells: readonly SumCell[];
  readonly gaps: readonly SumGap[];
  /** The words that all units have in a cell, by place. */
  readonly common: ReadonlyMap<number, string>;
  readonly words: readonly WordsApart[];
  readonly extra: readonly ExtraLine[];
  readonly tables: readonly AddedTable[];
}

export interface FormsResult {
  readonly forms: readonly FormTotal[];
  readonly notes: readonly FormNote[];
  /** Units of which at least one table was added. */
  readonly added: ReadonlySet<string>;
}

/** What many units' forms come to. The same whatever the order in which they were added. */
export function sumForms(heap: FormHeap, given: readonly FormShape[] | null = null): FormsResult {
  const { forms, ofLayout } = chooseForms(heap, given);
  const notes = new Notes();
  const sums = forms.map(emptySums);
  const fits = new Map<Layout, (Fit | null)[]>();
  for (const [layout, of] of ofLayout) {
    const own = layout.tables.map((table, at): Fit | null => {
      const form = of[at] ?? -1;
      const [shape, into] = [forms[form], sums[form]];
      if (!shape || !into) {
        notes.add({ code: "other-form", form: null, table: tableName(table.shape) }, layout.names);
        return null;
      }
      const fit = fitOf(shape, table.shape);
      noteFit(notes, form, shape, fit, layout.names);
      if (fit.reason !== null) return null;
      addShape(into, shape, table, fit, layout.names);
      return fit;
    });
    fits.set(layout, own);
  }
  const units = [...heap.units].sort((a, b) => (a.unit === b.unit ? (a.file < b.file ? -1 : 1) : a.unit < b.unit ? -1 : 1));
  const added = new Set<string>();
  const totals = forms.map((shape, form): FormTotal => {
    const tables = units.flatMap((kept): AddedTable[] =>
      kept.tables.flatMap((_, at): AddedTable[] => {
        const fit = fits.get(kept.layout)?.[at] ?? null;
        return fit && ofLayout.get(kept.layout)?.[at] === form ? [{ kept, layout: kept.layout, at, fit }] : [];
      }),
    );
    for (const { kept } of tables) added.add(kept.unit);
    return totalOf({ form, shape, sums: sums[form] ?? emptySums(shape), tables, best: bestOf(shape, [...ofLayout.keys()]) }, notes);
  });
  return { forms: totals, notes: notes.list(), added };
}

/** The fullest of the copies that have these very words. */
function bestOf(shape: FormShape, layouts: readonly Layout[]): Placed | null {
  const key = JSON.stringify(shape);
  const found = layouts.flatMap(({ tables }) => tables.flatMap((table) => (table.key === key ? [table.best] : [])));
  found.sort((a, b) => b.filled - a.filled || (a.file < b.file ? -1 : a.file > b.file ? 1 : a.unit < b.unit ? -1 : 1));
  return found[0] ?? null;
}

interface Gathered extends Pick<FormTotal, "shape" | "tables" | "best"> {
  readonly form: number;
  readonly sums: ReturnType<typeof emptySums>;
}

function totalOf({ form, shape, sums, tables, best }: Gathered, notes: Notes): FormTotal {
  const width = shape.columns.length;
  const { cells, gaps } = cellsOf(shape, sums);
  const isAdded = (column: number): boolean => {
    const own = shape.columns[column];
    return own !== undefined && own.id !== null && shape.lines.some((line) => addsUp(shape, line, own));
  };
  noteUnits(notes, form, shape, tables, isAdded);
  noteGaps(notes, form, shape, gaps);
  for (const [place, texts] of sums.unread) {
    // a mark that all units have there is the form's own: "x" for what takes no number
    if (commonWords(texts, sums.units.count) !== null) continue;
    const about = { form, label: lineName(shape, Math.floor(place / width)), column: columnName(shape, place % width) };
    for (const [text, units] of texts) notes.add({ code: "unread", text, ...about }, units);
  }
  const left = shape.columns.flatMap((_, column) =>
    cells.some(({ how }, place) => place % width === column && how === "not-added") ? [columnName(shape, column)] : [],
  );
  if (left.length > 0) notes.add({ code: "not-added", form, columns: left }, sums.units);
  const common = new Map<number, string>();
  const words: WordsApart[] = [];
  for (const [place, texts] of [...sums.words].sort(([a], [b]) => a - b)) {
    const text = commonWords(texts, sums.units.count);
    if (text !== null) common.set(place, text);
    else for (const [own, units] of [...texts].sort(([a], [b]) => (a < b ? -1 : 1))) words.push({ place, text: own, units });
  }
  const extra = [...sums.added]
    .sort(([a, x], [b, y]) => (x.parent ?? -1) - (y.parent ?? -1) || (a < b ? -1 : 1))
    .map(([, { values, ...line }]): ExtraLine => ({ ...line, values: values.map((value) => (value === null ? null : toNumber(value))) }));
  return { shape, best, units: sums.units, cells, gaps, common, words, extra, tables };
}

/** What each unit has in a line of a form, by its columns; only where their numbers were kept. In the order of their names. */
export function unitsIn(
  { shape, tables }: FormTotal, line: number,
): { readonly unit: string; readonly values: readonly (number | null)[] }[] {
  return tables.map(({ kept, at, fit }) => {
    const own = fit.lines.indexOf(line);
    const table = kept.tables[at];
    return {
      unit: kept.unit,
      values: shape.columns.map((_, column) => {
        const from = fit.columns.indexOf(column);
        const place = own === -1 || from === -1 ? -1 : own * fit.shape.columns.length + from;
        const value = table?.kept?.values[place] ?? Number.NaN;
        const tens = Number.isNaN(value) ? null : fit.tens(own, from);
        return tens === null ? null : Number((value * 10 ** tens).toPrecision(15));
      }),
    };
  });
}

