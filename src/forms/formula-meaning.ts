import { firstFrom } from "../base";
import { formulaTokens, isLinked, lastCell, overlap, referenceArea, type Area, type CellRef } from "../sheet";

/** Rows, or columns, of two versions of a table. */
export interface Places {
  /** Of each place on the left that has its like, that on the right. */
  readonly to: ReadonlyMap<number, number>;
  /** The places on the right that have one on the left, in order. */
  readonly known: readonly number[];
  /** Those on the left that are gone, and those on the right that are new, in order. */
  readonly gone: readonly number[];
  readonly fresh: readonly number[];
}

/** A table's rows and columns as they stand in its other version. */
export interface PlaceMap {
  readonly sheetA: string;
  readonly sheetB: string;
  readonly areaA: Area;
  readonly rows: Places;
  readonly cols: Places;
}

/** What of two lists of places is one; -1 where one has no like. */
export function placesFrom(ofA: Int32Array, placesA: readonly number[], placesB: readonly number[]): Places {
  const to = new Map<number, number>();
  const gone: number[] = [];
  const known = new Set<number>();
  placesA.forEach((place, at) => {
    const other = placesB[ofA[at] ?? -1];
    if (other === undefined) gone.push(place);
    else {
      to.set(place, other);
      known.add(other);
    }
  });
  const inOrder = (places: Iterable<number>): number[] => [...places].sort((x, y) => x - y);
  return { to, known: inOrder(known), gone: inOrder(gone), fresh: inOrder(placesB.filter((place) => !known.has(place))) };
}

/**
 * Whether two formulas say the same of two versions of a workbook: the same pieces, and what they name is the same, whatever its address.
 * Lines and columns that came or went within an area do not change what it means.
 */
export function sameFormula(a: string, atA: CellRef, b: string, atB: CellRef, maps: readonly PlaceMap[]): boolean {
  const [one, other] = [piecesOf(a), piecesOf(b)];
  if (one.length !== other.length) return false;
  return one.every((piece, index) => {
    const like = other[index];
    if (!like) return false;
    if (piece.area === null || like.area === null) return piece.area === null && like.area === null && piece.text === like.text;
    return sameArea(piece.sheet ?? atA.sheet, piece.area, like.sheet ?? atB.sheet, like.area, { atA, atB, maps });
  });
}

interface Piece {
  readonly text: string;
  readonly sheet: string | null;
  readonly area: Area | null;
}

/** The pieces that say something, in Excel's capitals: blanks say nothing. */
function piecesOf(formula: string): Piece[] {
  return formulaTokens(formula.replace(/^=/, "")).flatMap((token): Piece[] => {
    if (token.kind === "space") return [];
    if (token.kind === "reference" && !isLinked(token)) {
      const area = referenceArea(token.address);
      if (area) return [{ text: "", sheet: token.sheet, area }];
    }
    return [{ text: token.kind === "string" ? token.text : token.text.toUpperCase(), sheet: null, area: null }];
  });
}

interface Around {
  readonly atA: CellRef;
  readonly atB: CellRef;
  readonly maps: readonly PlaceMap[];
}

const sameName = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

function sameArea(sheetA: string, a: Area, sheetB: string, b: Area, { atA, atB, maps }: Around): boolean {
  const map = maps.find(({ sheetA: own, areaA }) => sameName(own, sheetA) && overlap(areaA, a));
  if (!map) {
    // beside all tables: the same address, or one that moved with the cell
    const isSame = sameName(sheetA, sheetB) || maps.some((one) => sameName(one.sheetA, sheetA) && sameName(one.sheetB, sheetB));
    const [rows, cols] = [b.row - a.row, b.col - a.col];
    const isMoved = (rows === 0 && cols === 0) || (rows === atB.row - atA.row && cols === atB.col - atA.col);
    return isSame && a.rows === b.rows && a.cols === b.cols && isMoved;
  }
  return (
    sameName(map.sheetB, sheetB) &&
    sameSpan({ first: a.row, last: lastCell(a).row }, { first: b.row, last: lastCell(b).row }, map.rows) &&
    sameSpan({ first: a.col, last: lastCell(a).col }, { first: b.col, last: lastCell(b).col }, map.cols)
  );
}

interface Span {
  readonly first: number;
  readonly last: number;
}

/** Whether two spans hold the same rows (columns), so far as both versions have them. */
function sameSpan(a: Span, b: Span, { to, known, gone, fresh }: Places): boolean {
  let count = 0;
  for (const place of within(a, to)) {
    const other = to.get(place);
    if (other === undefined) continue;
    if (other < b.first || other > b.last) return false;
    count += 1;
  }
  if (countIn(known, b) !== count) return false;
  if (count > 0) return true;
  const [isGone, isFresh] = [countIn(gone, a) > 0, countIn(fresh, b) > 0];
  // both name nothing that has a like: heads, or what came in the place of what went
  return isGone === isFresh && (isGone || b.last - b.first === a.last - a.first);
}

/** The places of a span; of a long one those that are known. */
function* within({ first, last }: Span, places: ReadonlyMap<number, number>): Generator<number> {
  if (last - first < places.size) for (let place = first; place <= last; place++) yield place;
  else for (const place of places.keys()) if (place >= first && place <= last) yield place;
}

function countIn(places: readonly number[], { first, last }: Span): number {
  const upTo = (end: number): number => firstFrom(places.length, (at) => (places[at] ?? 0) > end);
  return upTo(last) - upTo(first - 1);
}
