import { countIn, few, fewAt, mergeFew, type Counts, type Few } from "../../base";
import { exactOf, plus, shifted, times, toNumber, type Exact } from "../../quantity";
import type { FormShape } from "./copy";
import type { Fit } from "./fit";
import { textsAt, type PlacedWords, type ShapeHeap } from "./heap";
import { readTrackRule, type TrackRule } from "./rules";

/** What the units' copies of a form come to, by its places. */
export interface FormSums {
  readonly counts: Uint32Array;
  readonly sums: (Exact | null)[];
  /** The number that all units have given; NaN where they differ or nobody has given one. */
  readonly common: Float64Array;
  readonly words: PlacedWords;
  readonly unread: PlacedWords;
  readonly rules: Counts;
  readonly units: Few;
  /** Lines that units have put between those of the form. */
  readonly added: Map<string, AddedLine>;
}

/** A line that the form has not, of units that have the same one. */
export interface AddedLine {
  readonly number: string;
  readonly label: string;
  /** The line of the form that it stands under; null for none. */
  readonly parent: number | null;
  readonly units: Few;
  /** What it comes to in each column of the form; null where nobody has given a number. */
  readonly values: (Exact | null)[];
}

export function emptySums({ lines, columns }: FormShape): FormSums {
  const size = lines.length * columns.length;
  return {
    counts: new Uint32Array(size),
    sums: Array.from({ length: size }, () => null),
    common: new Float64Array(size).fill(Number.NaN),
    words: new Map(), unread: new Map(), rules: new Map(), added: new Map(),
    units: few(),
  };
}

/** Puts what tables of one shape come to into the form that they fit. */
export function addShape(into: FormSums, form: FormShape, heap: ShapeHeap, fit: Fit, names: Few): void {
  const [width, ownWidth] = [form.columns.length, heap.shape.columns.length];
  mergeFew(into.units, names);
  const placeOf = (own: number): number => {
    const [line, column] = [fit.lines[Math.floor(own / ownWidth)] ?? -1, fit.columns[own % ownWidth] ?? -1];
    return line === -1 || column === -1 ? -1 : line * width + column;
  };
  heap.sums.forEach((sum, own) => {
    const tens = sum && fit.tens(Math.floor(own / ownWidth), own % ownWidth);
    if (sum === null || tens === null) return;
    const place = placeOf(own);
    if (place === -1 || form.columns[place % width]?.id === null) return;
    const [before, value, count] = [into.sums[place] ?? null, scaled(sum, tens), into.counts[place] ?? 0];
    const common = scaledNumber(heap.common[own] ?? Number.NaN, tens);
    into.common[place] = count === 0 || into.common[place] === common ? common : Number.NaN;
    into.counts[place] = count + (heap.counts[own] ?? 0);
    into.sums[place] = before ? plus(before, value) : value;
  });
  for (const [from, to] of [[heap.words, into.words], [heap.unread, into.unread]] as const)
    for (const [own, texts] of from) {
      const place = placeOf(own);
      if (place === -1) continue;
      const known = textsAt(to, place);
      for (const [text, units] of texts) mergeFew(fewAt(known, text), units);
    }
  for (const [text, count] of heap.rules) {
    const rule = placed(readTrackRule(text), fit);
    if (rule) countIn(into.rules, JSON.stringify(rule), count);
  }
  for (const line of fit.extra.lines) addLine(into, form, heap, fit, { line, names });
}

/** An exact number times a power of ten. */
function scaled(value: Exact, tens: number): Exact {
  return tens === 0 ? value : tens > 0 ? times(value, 10 ** tens) : shifted(value, -tens);
}

function scaledNumber(value: number, tens: number): number {
  return Number.isNaN(value) || tens === 0 ? value : toNumber(scaled(exactOf(value), tens));
}

/** A rule by the places of the form; null where the form lacks a part of it. */
function placed(rule: TrackRule, { lines, columns }: Fit): TrackRule | null {
  const of = rule.axis === "row" ? columns : lines;
  const total = of[rule.total] ?? -1;
  const parts = rule.parts.map((part) => of[part] ?? -1);
  return total === -1 || parts.includes(-1) ? null : { ...rule, total, parts: rule.op === "sum" ? parts.toSorted((a, b) => a - b) : parts };
}

function addLine(
  { added }: FormSums, form: FormShape, heap: ShapeHeap, fit: Fit, { line, names }: { readonly line: number; readonly names: Few },
): void {
  const own = heap.shape.lines[line];
  if (!own) return;
  const parent = parentIn(fit, line);
  const key = JSON.stringify([parent, own.number, own.label.normalize("NFC").toLocaleLowerCase("vi")]);
  const known = added.get(key) ?? {
    number: own.number, label: own.label, parent, units: few(), values: form.columns.map(() => null),
  };
  added.set(key, known);
  mergeFew(known.units, names);
  fit.columns.forEach((into, column) => {
    const sum = heap.sums[line * heap.shape.columns.length + column] ?? null;
    const tens = sum && fit.tens(line, column);
    if (into === -1 || sum === null || tens === null) return;
    const before = known.values[into] ?? null;
    known.values[into] = before ? plus(before, scaled(sum, tens)) : scaled(sum, tens);
  });
}

/** The nearest line above in its tree that the form has. */
function parentIn({ shape, lines }: Fit, line: number): number | null {
  let at = shape.lines[line]?.parent ?? null;
  while (at !== null) {
    const found = lines[at] ?? -1;
    if (found !== -1) return found;
    at = shape.lines[at]?.parent ?? null;
  }
  return null;
}
