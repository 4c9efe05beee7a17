import type { GridCell } from "../believed";
import type { Layout } from "../layout";

/**
 * One way of adding up in a layout: down its columns or across its lines. A track is what is added up along (a column, or a line), a place
 * is where on it a number stands (a line, or a column): the same place stands on every track.
 */
export interface Way {
  readonly axis: "column" | "row";
  /** By place and by track: lines and columns of the layout. */
  readonly places: readonly number[];
  readonly tracks: readonly number[];
  /** `track * places.length + place`; NaN where there is no number. */
  readonly values: Float64Array;
  /** What the last decimal that a track shows is worth. */
  readonly units: Float64Array;
  /** By place: its words say that it is a total. */
  readonly said: readonly boolean[];
}

/** More decimals are what a division left behind. */
const MOST_DECIMALS = 6;

/** The ways of a layout. Shares are added up among themselves only. */
export function waysOf(layout: Layout): Way[] {
  const lines = layout.lines.flatMap(({ unit }, line) => (isShare(unit) ? [] : [line]));
  const kindOf = (kind: string) =>
    layout.columns.flatMap((column, place) => (column.kind === kind && !isYears(layout, place) ? [place] : []));
  const [amounts, shares] = [kindOf("amount"), kindOf("share")];
  return [
    wayOf(layout, "column", lines, amounts),
    wayOf(layout, "row", amounts, lines),
    wayOf(layout, "column", lines, shares),
    wayOf(layout, "row", shares, lines),
  ].filter(({ places, tracks }) => places.length > 1 && tracks.length > 0);
}

const isShare = (unit: string | null): boolean => unit !== null && /^[%‰]/.test(unit.trim());

/** A column of years is no amount, whatever its head says. */
function isYears({ lines, columns, numbers }: Layout, column: number): boolean {
  let seen = 0;
  for (let line = 0; line < lines.length; line++) {
    const value = numbers.values[line * columns.length + column] ?? Number.NaN;
    if (Number.isNaN(value)) continue;
    if (!Number.isInteger(value) || value < 1900 || value > 2100) return false;
    seen += 1;
  }
  return seen > 2;
}

function wayOf(layout: Layout, axis: Way["axis"], places: readonly number[], tracks: readonly number[]): Way {
  const { numbers, columns, lines } = layout;
  const values = new Float64Array(tracks.length * places.length);
  const units = new Float64Array(tracks.length);
  tracks.forEach((track, t) => {
    let most = 0;
    places.forEach((place, p) => {
      const at = axis === "column" ? place * columns.length + track : track * columns.length + place;
      const value = numbers.values[at] ?? Number.NaN;
      values[t * places.length + p] = value;
      if (!Number.isNaN(value)) most = Math.max(most, numbers.decimals[at] ?? 0);
    });
    units[t] = 10 ** -Math.min(most, MOST_DECIMALS);
  });
  const said = places.map((place) => (axis === "column" ? lines[place]?.total : columns[place]?.total) === true);
  return { axis, places, tracks, values, units, said };
}

export function valueAt({ values, places }: Way, track: number, place: number): number {
  return values[track * places.length + place] ?? Number.NaN;
}

/** The cell of the layout where a place of a track stands. */
export function cellOf({ axis, places, tracks }: Way, track: number, place: number): GridCell {
  const [p, t] = [places[place] ?? 0, tracks[track] ?? 0];
  return axis === "column" ? [p, t] : [t, p];
}
