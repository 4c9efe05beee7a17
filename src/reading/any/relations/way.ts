import { dueAfter } from "../../../base";
import type { GridCell } from "../../../tables";
import { isYear } from "../cells";
import { isBareLine, numberAt } from "../grid-cells";
import type { Layout } from "../layout";
import { lotRoundingOf, roundingOf, stepOf } from "./steps";

/**
 * One way of adding up in a layout: down its columns or across its lines. A track is what is added up along (a column, or a line), a place
 * is where on it a number stands (a line, or a column): the same place stands on every track.
 */
export interface Way {
  readonly axis: "column" | "row";
  /** Its numbers are shares: words such as "Tổng" say nothing of how they add up. */
  readonly isOfShares: boolean;
  /** By place and by track: lines and columns of the layout. */
  readonly places: readonly number[];
  readonly tracks: readonly number[];
  /** `track * places.length + place`; NaN where there is no number. */
  readonly values: Float64Array;
  /** Decimals that each of them shows, and the most of each track. */
  readonly decimals: Uint8Array;
  readonly most: Uint8Array;
  /** By track: what its numbers are rounded to by lot, see `stepOf`; 1 for nothing. */
  readonly steps: Uint8Array;
  /** By place: its words say that it is a total. */
  readonly said: readonly boolean[];
  /** By place: something parts it from the place before it (blank rows, a heading, another head above). The first and the end are so. */
  readonly breaks: readonly boolean[];
}

/** More decimals are what a division left behind. */
const MOST_DECIMALS = 6;
/** What the last of so many decimals is worth. */
const UNITS = Array.from({ length: MOST_DECIMALS + 1 }, (_, decimals) => 10 ** -decimals);

/** The ways of a layout, in steps. Shares are added up among themselves only. */
export function* waysOf(layout: Layout): Generator<void, Way[]> {
  const step = stepOf(layout);
  yield;
  const headings = headingsOf(layout);
  yield;
  const lines = layout.lines.flatMap(({ unit, label }, line) => (isShare(unit) || isShare(label) || headings.has(line) ? [] : [line]));
  const kindOf = (kind: string) =>
    layout.columns.flatMap((column, place) => (column.kind === kind && !isYears(layout, place) ? [place] : []));
  const [amounts, shares] = [kindOf("amount"), kindOf("share")];
  yield;
  const ways: Way[] = [];
  for (const [columns, isOfShares] of [[amounts, false], [shares, true]] as const) {
    for (const axis of ["column", "row"] as const) {
      const [places, tracks] = axis === "column" ? [lines, columns] : [columns, lines];
      if (places.length < 2 || tracks.length === 0) continue;
      ways.push({ ...(yield* wayOf(layout, axis, places, tracks, isOfShares ? 1 : step)), isOfShares });
      yield;
    }
  }
  return ways;
}

/** Lines without a number, which are no parts that are still to be filled in: lines lie under them, or they have no outline number. */
function headingsOf(layout: Layout): ReadonlySet<number> {
  const { lines } = layout;
  const parents = new Set(lines.map(({ parent }) => parent));
  return new Set(
    lines.flatMap(({ number }, line) => (isBareLine(layout, line) && (parents.has(line) || number === "") ? [line] : [])),
  );
}

/** Whether something stands between a place and the one before it. */
function breaksOf({ lines, columns }: Layout, axis: Way["axis"], places: readonly number[]): boolean[] {
  const isBroken = (before: number, after: number): boolean => {
    if (axis === "row") return columns[before]?.path[0] !== columns[after]?.path[0];
    return after - before > 1 || lines[after]?.apart === true;
  };
  return [...places.map((place, at) => at === 0 || isBroken(places[at - 1] ?? 0, place)), true];
}

/** Whether words begin as those of a share do, in its unit or label: "%", "(% of GDP)". */
export const isShare = (words: string | null): boolean => words !== null && /^[(\s]*[%‰]/.test(words);

/** A column of years is no amount, whatever its head says. */
function isYears(layout: Layout, column: number): boolean {
  let seen = 0;
  for (let line = 0; line < layout.lines.length; line++) {
    const value = numberAt(layout, [line, column]);
    if (Number.isNaN(value)) continue;
    if (!isYear(value)) return false;
    seen += 1;
  }
  return seen > 2;
}

/** So many numbers are taken before others may run. */
const STEP = 200_000;

function* wayOf(
  layout: Layout, axis: Way["axis"], places: readonly number[], tracks: readonly number[], step: number,
): Generator<void, Way> {
  const { numbers, columns, lines } = layout;
  const values = new Float64Array(tracks.length * places.length);
  const decimals = new Uint8Array(values.length);
  const most = new Uint8Array(tracks.length);
  const isDue = dueAfter(STEP);
  for (const [t, track] of tracks.entries()) {
    if (isDue(places.length)) yield;
    places.forEach((place, p) => {
      const at = axis === "column" ? place * columns.length + track : track * columns.length + place;
      const value = numbers.values[at] ?? Number.NaN;
      values[t * places.length + p] = value;
      if (Number.isNaN(value)) return;
      const shown = Math.min(numbers.decimals[at] ?? 0, MOST_DECIMALS);
      decimals[t * places.length + p] = shown;
      most[t] = Math.max(most[t] ?? 0, shown);
    });
  }
  const said = places.map((place) => (axis === "column" ? lines[place]?.total : columns[place]?.total) === true);
  // averages and percent among them have decimals, and were not drawn by lot
  const steps = most.map((shown) => (shown === 0 ? step : 1));
  return { axis, isOfShares: false, places, tracks, values, decimals, most, steps, said, breaks: breaksOf(layout, axis, places) };
}

export function valueAt({ values, places }: Way, track: number, place: number): number {
  return values[track * places.length + place] ?? Number.NaN;
}

/** What the last decimal is worth that one of the numbers shows. */
export function unitOf({ decimals, places }: Way, track: number, ...shown: readonly number[]): number {
  let most = 0;
  for (const place of shown) most = Math.max(most, decimals[track * places.length + place] ?? 0);
  return UNITS[most] ?? 1;
}

/** `unitOf` of two numbers, without a list of them. */
export function unitOfTwo({ decimals, places }: Way, track: number, one: number, other: number): number {
  const row = track * places.length;
  return UNITS[Math.max(decimals[row + one] ?? 0, decimals[row + other] ?? 0)] ?? 1;
}

/** What the last decimal of any number on a track is worth. */
export function leastUnitOf({ most }: Way, track: number): number {
  return UNITS[most[track] ?? 0] ?? 1;
}

/** What rounding may make of a sum of so many parts on a track. */
export function slackOf({ steps }: Way, track: number, unit: number, parts: number): number {
  const step = steps[track] ?? 1;
  return step > 1 ? lotRoundingOf(step, parts) : roundingOf(unit, parts);
}

/** The cell of the layout where a place of a track stands. */
export function cellOf({ axis, places, tracks }: Way, track: number, place: number): GridCell {
  const [p, t] = [places[place] ?? 0, tracks[track] ?? 0];
  return axis === "column" ? [p, t] : [t, p];
}
