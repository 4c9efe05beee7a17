import { isAddition, type OtherColumn, type OtherTable, type Relation } from "../tables";

/**
 * The places in which a rule holds where nothing else is said: over lines all columns of numbers, but that nobody adds up shares,
 * quantities and prices; over columns all lines.
 */
export function tracksOf({ area, columns, rows }: OtherTable, axis: Relation["axis"], op: Relation["op"]): number[] {
  if (axis === "row") return [...rows.keys()];
  const adds = isAddition({ op }) || op === "difference";
  return columns.flatMap(({ col, use }) => (adds && use !== "amount" ? [] : [col - area.col]));
}

/** Finds a column of numbers by its place, counted from the first column of the area of its table. */
export function columnByPlace({ area, columns }: OtherTable): (place: number) => OtherColumn | undefined {
  const places = new Map(columns.map((column) => [column.col - area.col, column]));
  return (place) => places.get(place);
}
