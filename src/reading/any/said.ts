import { contains, overlap, type Area } from "../../sheet";
import type { GridCell, GridRelation, Relation, Said } from "../../tables";
import type { ColumnKind } from "./layout";

/** What of a table says which of its cells people speak of. */
interface Places {
  readonly area: Area;
  readonly lines: readonly { readonly row: number }[];
  /** Every column of the area, from left to right. */
  readonly columns: readonly { readonly col: number; readonly kind: ColumnKind }[];
}

/**
 * What is believed, with what people have said: what they call so is certain, what they call not so is neither believed nor asked. What was
 * said of cells that are no lines or columns of this table is passed over.
 */
export function withSaid(layout: Places, believed: readonly GridRelation[], said: readonly Said[]): readonly GridRelation[] {
  const here = said.filter(({ totals }) => totals.some((area) => overlap(area, layout.area)));
  return here.reduce<readonly GridRelation[]>((all, one, index) => applied(layout, all, one, `said ${index}`), believed);
}

function applied(
  layout: Places, believed: readonly GridRelation[], { claim, so, totals, parts }: Said, pattern: string,
): readonly GridRelation[] {
  const { kind, axis } = claim;
  // the layout follows them already
  if (kind === "head" || kind === "column") return believed;
  const total = placesIn(layout, axis, totals)[0];
  if (total === undefined) return believed;
  const isOfTotal = (one: GridRelation): boolean => one.axis === axis && placeOn(axis, one.total) === total;
  if (kind === "total") return so ? believed : believed.filter((one) => !isOfTotal(one));
  // nothing is a part of itself, whatever stands in a name that somebody changed
  const named = new Set(parts.flatMap((area) => placesIn(layout, axis, [area])));
  const places = [...named].filter((place) => place !== total);
  const op = claim.kind === "parts" ? claim.op : "sum";
  const isSame = (one: GridRelation): boolean => isOfTotal(one) && one.op === op && isAbout(one, places);
  if (!so) return believed.filter((one) => !isSame(one));
  if (places.length === 0) return believed;
  const tracks = new Set(tracksIn(layout, axis, totals));
  const isOver = (one: GridRelation): boolean => isOfTotal(one) && tracks.has(trackOf(axis, one.total));
  const rest = believed.flatMap((one): GridRelation[] => {
    if (isOver(one) && (kind === "only" || isSame(one))) return [];
    return [isSame(one) ? { ...one, sure: 1 } : one];
  });
  const more = claim.kind === "parts" ? numbersOf(claim) : {};
  const added = [...tracks].map((track): GridRelation => ({
    op, axis, pattern, ...more,
    from: "answer",
    sure: 1,
    total: cellAt(axis, total, track),
    parts: places.map((place) => cellAt(axis, place, track)),
  }));
  return [...rest, ...added];
}

function numbersOf({ factor, added }: Pick<Relation, "factor" | "added">): Pick<Relation, "factor" | "added"> {
  return { ...(factor === undefined ? {} : { factor }), ...(added === undefined ? {} : { added }) };
}

/** Whether a relation has these parts, or is what was asked of them: then its first part is the same. */
function isAbout({ axis, parts }: GridRelation, places: readonly number[]): boolean {
  const [first] = parts;
  return first !== undefined && placeOn(axis, first) === places[0];
}

const placeOn = (axis: Relation["axis"], [line, column]: GridCell): number => (axis === "column" ? line : column);
const trackOf = (axis: Relation["axis"], [line, column]: GridCell): number => (axis === "column" ? column : line);
const cellAt = (axis: Relation["axis"], place: number, track: number): GridCell => (axis === "column" ? [place, track] : [track, place]);

/** The lines of areas, of the axis "column", else their columns. */
function placesIn(layout: Places, axis: Relation["axis"], areas: readonly Area[]): number[] {
  return axis === "column" ? linesIn(layout, areas) : columnsIn(layout, areas);
}

function tracksIn(layout: Places, axis: Relation["axis"], areas: readonly Area[]): number[] {
  return axis === "column" ? columnsIn(layout, areas) : linesIn(layout, areas);
}

function linesIn({ lines }: Places, areas: readonly Area[]): number[] {
  return lines.flatMap(({ row }, at) => (areas.some((area) => contains({ ...area, col: 0, cols: 1 }, { row, col: 0 })) ? [at] : []));
}

/** Nobody adds up shares. */
function columnsIn({ columns }: Places, areas: readonly Area[]): number[] {
  return columns.flatMap(({ col, kind }, at) =>
    kind === "amount" && areas.some((area) => contains({ ...area, row: 0, rows: 1 }, { row: 0, col })) ? [at] : [],
  );
}
