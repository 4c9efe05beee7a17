import { addTo } from "../../base";
import { likeness, matchWords, tableWords, type TableWords } from "../match-tables";
import { bareKey } from "../wording";
import type { FormShape } from "./copy";
import type { FormHeap, Layout } from "./heap";

/** Which tables of the units are which forms. */
export interface ChosenForms {
  /** The shapes into which the others are added, in the order in which their tables stand. */
  readonly forms: readonly FormShape[];
  /** Of each table of a layout its form; -1 for one that is none of them. */
  readonly ofLayout: ReadonlyMap<Layout, readonly number[]>;
}

/** What is known of a shape where forms are chosen. */
interface Known {
  readonly key: string;
  readonly shape: FormShape;
  readonly words: TableWords;
  units: number;
}

/**
 * The forms that units have sent: of tables that are copies of one form the shape whose lines and columns most of them have. A form that
 * only one of several units has is none. `given`: the forms are these, whatever the units have. The same whatever the order of the units.
 */
export function chooseForms(heap: FormHeap, given: readonly FormShape[] | null = null): ChosenForms {
  const layouts = [...heap.layouts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, layout]) => layout);
  const shapes = new Map<string, Known>();
  for (const { tables, names } of layouts)
    for (const { key, shape } of tables) {
      const known = shapes.get(key) ?? { key, shape, words: tableWords(shape), units: 0 };
      known.units += names.count;
      shapes.set(key, known);
    }
  const sorted = new Map([...shapes].sort(([a], [b]) => (a < b ? -1 : 1)));
  const forms = given ?? ownForms(sorted, layouts, heap).map(({ shape }) => shape);
  const words = forms.map(tableWords);
  return {
    forms,
    ofLayout: new Map(
      layouts.map((layout) => {
        const { ofA } = matchWords(words, layout.tables.flatMap(({ key }) => shapes.get(key)?.words ?? []));
        const of = layout.tables.map(() => -1);
        for (const [form, table] of ofA) of[table] = form;
        return [layout, of];
      }),
    ),
  };
}

/** Tables that have less in common than this do not choose a form together. */
const ALIKE = 0.5;

function ownForms(known: ReadonlyMap<string, Known>, layouts: readonly Layout[], heap: FormHeap): Known[] {
  const left = new Map(known);
  const votes = votesOf([...left.values()]);
  const places = new Map<string, Known[]>();
  for (const one of known.values()) for (const label of one.words.labels.keys()) addTo(places, label, one);
  const found: Known[] = [];
  const least = Math.min(2, heap.units.length);
  while (left.size > 0) {
    const seed = best([...left.values()], ({ shape }) => lineKeys(shape).reduce((sum, key) => sum + (votes.get(key) ?? 0), 0));
    if (!seed) break;
    const near = new Set([seed, ...[...seed.words.labels.keys()].flatMap((label) => places.get(label) ?? [])]);
    const scores = new Map<string, number>();
    for (const one of near) if (left.has(one.key)) scores.set(one.key, one === seed ? 2 : likeness(seed.words, one.words));
    const members = membersOf(scores, layouts);
    const own = [...members].flatMap((key) => left.get(key) ?? []);
    const units = own.reduce((sum, one) => sum + one.units, 0);
    const [lines, columns] = [votesOf(own), votesOf(own, columnKeys)];
    const share = (keys: readonly string[], of: ReadonlyMap<string, number>): number =>
      keys.reduce((sum, key) => sum + (2 * (of.get(key) ?? 0)) / units - 1, 0);
    const chosen = best(own, ({ shape }) => share(lineKeys(shape), lines) + share(columnKeys(shape), columns));
    // two tables of one unit are no form that units have in common
    const senders = layouts.reduce((sum, { tables, names }) => sum + (tables.some(({ key }) => members.has(key)) ? names.count : 0), 0);
    if (chosen && senders >= least) found.push(chosen);
    for (const key of members) left.delete(key);
  }
  return inOrder(found, layouts);
}

/** Forms in the order in which they stand among the tables of most units. */
function inOrder(found: readonly Known[], layouts: readonly Layout[]): Known[] {
  const placeOf = ({ key }: Known): number => {
    const placed = layouts.filter(({ tables }) => tables.some((table) => table.key === key)).sort((a, b) => b.names.count - a.names.count);
    return placed[0]?.tables.findIndex((table) => table.key === key) ?? 0;
  };
  return found.map((one) => ({ one, at: placeOf(one) })).sort((a, b) => a.at - b.at).map(({ one }) => one);
}

/** The shapes that are near enough to the seed: of each layout the nearest alone, since the others are other forms of it. */
function membersOf(scores: ReadonlyMap<string, number>, layouts: readonly Layout[]): Set<string> {
  const members = new Set<string>();
  for (const { tables } of layouts) {
    let [most, nearest]: [number, string | null] = [0, null];
    for (const { key } of tables) {
      const score = scores.get(key) ?? 0;
      if (score >= ALIKE && score > most) [most, nearest] = [score, key];
    }
    if (nearest !== null) members.add(nearest);
  }
  return members;
}

/** The first of those with the highest score, where they stand in a fixed order. */
function best(of: readonly Known[], scoreOf: (one: Known) => number): Known | null {
  let [most, found]: [number, Known | null] = [-Infinity, null];
  for (const one of of) {
    const score = Math.round((scoreOf(one) + one.units * 1e-6) * 1e9);
    if (score > most) [most, found] = [score, one];
  }
  return found;
}

/** How many units have each line (or column). */
function votesOf(shapes: readonly Known[], keysOf: (shape: FormShape) => string[] = lineKeys): Map<string, number> {
  const votes = new Map<string, number>();
  for (const { shape, units } of shapes) for (const key of new Set(keysOf(shape))) votes.set(key, (votes.get(key) ?? 0) + units);
  return votes;
}

function lineKeys({ lines }: FormShape): string[] {
  return lines.map(({ label, number }) => bareKey(label) || number);
}

function columnKeys({ columns }: FormShape): string[] {
  return columns.map(({ head }) => bareKey(head));
}
