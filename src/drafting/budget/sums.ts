import { groupBy } from "../../base";
import { comesTo, sameCurrency, type Line } from "./line";

/** A whole has so many parts at most that are looked for by adding up. */
const MOST_PARTS = 60;

/**
 * What adds up to what among lines that stand beside each other: a whole before its parts, or behind them ("Tổng cộng"). Inner wholes are
 * found first. Changes the lines.
 */
export function bySums(lines: Line[]): void {
  againstOutline(lines);
  const lists = groupBy(lines.map((_, place) => place), (place) => lines[place]?.list ?? "");
  for (const list of lists.values()) {
    if (isFull(lines, list) || wholeOfAll(lines, list)) continue;
    const rest = wholesBefore(lines, list);
    wholesBehind(lines, rest);
  }
  sharedWholes(lines);
  acrossLists(lines);
}

/** Lines that come to their whole are beside each other, whatever some of them come to by chance. */
function isFull(lines: readonly Line[], list: readonly number[]): boolean {
  const parts = list.flatMap((place) => lines[place] ?? []);
  const parent = parts[0]?.parent ?? null;
  const whole = parent === null ? undefined : lines[parent];
  return whole !== undefined && parts.length > 1 && parts.every((part) => part.parent === parent) && comesTo(whole, parts);
}

/** A whole whose parts stand under headings of their own, before it or behind it. */
function acrossLists(lines: Line[]): void {
  const wholes = new Set(lines.flatMap(({ parent }) => parent ?? []));
  const isFree = (place: number): boolean => lines[place]?.parent === null;
  const isOpen = (place: number): boolean => lines[place]?.mention.isWhole === true && !wholes.has(place) && isFree(place);
  const free = lines.map((_, place) => place).filter(isFree);
  for (const order of [free, free.toReversed()]) {
    const before: number[] = [];
    for (const place of order) {
      const whole = lines[place];
      const parts = whole && isOpen(place) ? partsNext(lines, whole, before) : [];
      for (const part of parts) adopt(lines, part, place, "sum");
      if (parts.length > 0) wholes.add(place);
      before.length -= parts.length;
      if (isFree(place)) before.push(place);
    }
  }
}

/**
 * Where the outline is not marked well, what is below a whole does not come to it as the outline has it, and does where its lines are put
 * under each other by what they come to.
 */
function againstOutline(lines: Line[]): void {
  const below = belowEach(lines);
  const done = new Set<number>();
  for (const [whole, { all, direct }] of below) {
    const line = lines[whole];
    const partsAt = (places: readonly number[]): Line[] => places.flatMap((place) => lines[place] ?? []);
    if (!line || done.has(whole) || all.length > MOST_BELOW || direct.length < 3 || comesTo(line, partsAt(direct))) continue;
    const trial = partsAt(all).map((part): Line => ({ ...part, parent: null }));
    const top = wholesBefore(trial, trial.map((_, at) => at));
    if (top.length < 2 || top.length === trial.length || !comesTo(line, top.flatMap((at) => trial[at] ?? []))) continue;
    for (const [at, place] of all.entries()) {
      const parent = trial[at]?.parent ?? null;
      adopt(lines, place, parent === null ? whole : (all[parent] ?? whole), "sum");
      done.add(place);
    }
  }
}

const MOST_BELOW = 300;

/** For each whole, in the order of the text: what is right below it, and all below it. */
function belowEach(lines: readonly Line[]): Map<number, { readonly all: number[]; readonly direct: number[] }> {
  const below = new Map<number, { readonly all: number[]; readonly direct: number[] }>();
  for (const [place, line] of lines.entries()) {
    for (let [at, depth] = [line.parent, 0]; at !== null && depth < MOST_DEEP; [at, depth] = [lines[at]?.parent ?? null, depth + 1]) {
      const known = below.get(at) ?? { all: [], direct: [] };
      known.all.push(place);
      if (depth === 0) known.direct.push(place);
      below.set(at, known);
    }
  }
  return new Map([...below].sort(([a], [b]) => a - b));
}

const MOST_DEEP = 20;

/** "Tổng cộng" at either end of a list that all others of it come to: no other sum is looked for. */
function wholeOfAll(lines: Line[], list: readonly number[]): boolean {
  for (const place of [list.at(-1), list[0]]) {
    const whole = place === undefined ? undefined : lines[place];
    const parts = list.filter((other) => other !== place);
    if (place === undefined || !whole?.mention.isWhole || parts.length < 2) continue;
    if (!comesTo(whole, parts.flatMap((part) => lines[part] ?? []))) continue;
    for (const part of parts) adopt(lines, part, place, "sum");
    return true;
  }
  return false;
}

/** From the last to the first: what is left are the lines that are part of none of the list. */
function wholesBefore(lines: Line[], list: readonly number[]): number[] {
  /** The nearest one is the last. */
  const following: number[] = [];
  for (const place of list.toReversed()) {
    const whole = lines[place];
    const parts = whole ? partsNext(lines, whole, following) : [];
    for (const part of parts) adopt(lines, part, place, "sum");
    following.length -= parts.length;
    following.push(place);
  }
  return following.reverse();
}

/** The lines at the end of `near` that come to it, the nearest first; none where they do not. */
function partsNext(lines: readonly Line[], whole: Line, near: readonly number[]): readonly number[] {
  const parts: Line[] = [];
  const places: number[] = [];
  let sum = 0;
  for (let at = near.length - 1; at >= 0 && parts.length < MOST_PARTS; at -= 1) {
    const place = near[at] ?? 0;
    const part = lines[place];
    if (!part || !sameCurrency(part, whole) || sum + part.worth > whole.worth * (1 + 1e-6)) return [];
    parts.push(part);
    places.push(place);
    sum += part.worth;
    if (parts.length > 1 && comesTo(whole, parts)) return places;
  }
  return [];
}

/** "Tổng cộng" at the end of a list. */
function wholesBehind(lines: Line[], list: readonly number[]): void {
  const before: number[] = [];
  for (const place of list) {
    const whole = lines[place];
    const parts = whole && /^(?:tổng|cộng)/iu.test(whole.mention.name) ? partsNext(lines, whole, before) : [];
    for (const part of parts) adopt(lines, part, place, "sum");
    before.length -= parts.length;
    before.push(place);
  }
}

function adopt(lines: Line[], part: number, whole: number, by: Line["by"]): void {
  const line = lines[part];
  if (!line) return;
  [line.parent, line.by, line.isSome] = [whole, by, false];
  line.list = `${line.list} of ${whole}`;
}

/** Lists that no amount stands over and that come to a whole elsewhere: the same money told by who pays. */
function sharedWholes(lines: Line[]): void {
  const free = lines.map((_, place) => place).filter((place) => lines[place]?.parent === null);
  const lists = groupBy(free, (place) => lines[place]?.list ?? "");
  const wholes = groupBy(lines.map((_, place) => place), (place) => printOf(lines[place]?.worth ?? 0));
  for (const list of lists.values()) {
    const parts = list.flatMap((place) => lines[place] ?? []);
    const [first] = parts;
    if (!first || parts.length < 2) continue;
    const sum = parts.reduce((total, { worth }) => total + worth, 0);
    const whole = (wholes.get(printOf(sum)) ?? []).find((place) => {
      const line = lines[place];
      return line !== undefined && !list.includes(place) && sameCurrency(line, first) && comesTo(line, parts);
    });
    if (whole !== undefined) for (const part of list) adopt(lines, part, whole, "sum");
  }
}

const printOf = (worth: number): string => worth.toPrecision(12);
