import { matchColumns } from "../match-columns";
import { matchLines } from "../match-lines";
import type { Likeness } from "../wording";
import type { FormShape } from "./copy";
import { addsUp, measureOf, tensBetween, type Measure } from "./units-of-measure";

/** How the tables of one shape go into a form. */
export interface Fit {
  readonly shape: FormShape;
  /** Of each line (column) of the shape that of the form; -1 for none. */
  readonly lines: readonly number[];
  readonly columns: readonly number[];
  /** Why nothing of it is added: it speaks of other years, or it is another form after all. */
  readonly reason: "other-year" | "other-form" | null;
  /** Its years, where they are others. */
  readonly years: { readonly own: readonly number[]; readonly wanted: readonly number[] } | null;
  /** What goes together though its words are others, by places. */
  readonly near: { readonly lines: readonly Renamed[]; readonly columns: readonly Renamed[] };
  /** Lines (columns of numbers) of the form that it lacks, and its own that the form has not. */
  readonly missing: Places;
  readonly extra: Places;
  /** Units that are others, with the places of its columns; `tens` null where they measure other things, and nothing is added. */
  readonly units: readonly OtherUnit[];
  /** Of a number of its own cell the powers of ten by which it is larger in the form's unit; null where it cannot be added. */
  readonly tens: (line: number, column: number) => number | null;
}

interface Places {
  readonly lines: readonly number[];
  readonly columns: readonly number[];
}

interface Renamed {
  readonly own: number;
  readonly wanted: number;
}

export interface OtherUnit {
  readonly from: Measure;
  readonly to: Measure;
  readonly tens: number | null;
  readonly columns: readonly number[];
}

/** A table of which so little is found in the form, or the other way round, is another one. */
const LEAST_FOUND = 0.5;

/** Holds a shape against a form: by marker, code, label and parents, by heads, never by places. */
export function fitOf(form: FormShape, shape: FormShape): Fit {
  const columns = matchColumns(form.columns, shape.columns);
  const lines = matchLines(form.lines, shape.lines);
  const [lineOf, columnOf] = [[...lines.ofB], [...columns.ofB]];
  const years = otherYears(form, shape, columns.shift);
  const isFigure = (of: FormShape) => (column: number): boolean => (of.columns[column]?.id ?? null) !== null;
  const figures = form.columns.flatMap((_, at) => (isFigure(form)(at) ? [at] : []));
  const found = {
    lines: lines.pairs.length / Math.max(1, form.lines.length),
    columns: figures.filter((at) => columns.ofA[at] !== -1).length / Math.max(1, figures.length),
  };
  const isOther = found.lines < LEAST_FOUND || found.columns < LEAST_FOUND;
  const nearOnes = (pairs: readonly { readonly a: number; readonly b: number; readonly how: Likeness }[]): Renamed[] =>
    pairs.flatMap(({ a, b, how }) => (how === "near" ? [{ own: b, wanted: a }] : []));
  const tens = (line: number, column: number): number | null => {
    const [toLine, toColumn] = [lineOf[line] ?? -1, columnOf[column] ?? -1];
    const own = measureOf(shape, shape.lines[line], shape.columns[column]);
    return tensBetween(own, measureOf(form, form.lines[toLine], form.columns[toColumn]));
  };
  return {
    shape, tens,
    lines: lineOf,
    columns: columnOf,
    reason: isOther ? "other-form" : years ? "other-year" : null,
    years,
    near: { lines: nearOnes(lines.pairs), columns: nearOnes(columns.pairs) },
    missing: { lines: lines.onlyA, columns: columns.onlyA.filter(isFigure(form)) },
    extra: { lines: lines.onlyB, columns: columns.onlyB.filter(isFigure(shape)) },
    units: isOther ? [] : otherUnits(form, shape, lineOf, columnOf),
  };
}

const yearsIn = (text: string): number[] => [...text.matchAll(/(?<!\d)(?:19|20)\d\d(?!\d)/g)].map(([year]) => Number(year));

/** Years that heads speak of, or where they name none the title; null where they are those of the form. */
function otherYears(form: FormShape, shape: FormShape, shift: number): Fit["years"] {
  const headed = ({ columns }: FormShape): number[] => [...new Set(columns.flatMap(({ year }) => year ?? []))].sort((a, b) => a - b);
  if (shift !== 0) return { own: headed(shape), wanted: headed(form) };
  const [own, wanted] = [yearsIn(shape.title), yearsIn(form.title)];
  return own.length === 0 || wanted.length === 0 || own.some((year) => wanted.includes(year)) ? null : { own, wanted };
}

function otherUnits(form: FormShape, shape: FormShape, lineOf: readonly number[], columnOf: readonly number[]): OtherUnit[] {
  const found = new Map<string, { readonly from: Measure; readonly to: Measure; readonly columns: Set<number> }>();
  shape.lines.forEach((line, at) => {
    shape.columns.forEach((column, place) => {
      const [wanted, into] = [form.lines[lineOf[at] ?? -1], form.columns[columnOf[place] ?? -1]];
      if (!wanted || !into || column.id === null || !addsUp(form, wanted, into)) return;
      const [from, to] = [measureOf(shape, line, column), measureOf(form, wanted, into)];
      if (from.base === to.base && from.tens === to.tens) return;
      const key = `${from.base} ${from.tens} ${to.base} ${to.tens}`;
      const known = found.get(key) ?? { from, to, columns: new Set<number>() };
      found.set(key, known);
      known.columns.add(place);
    });
  });
  return [...found.values()].map(({ from, to, columns }) => ({ from, to, tens: tensBetween(from, to), columns: [...columns] }));
}
