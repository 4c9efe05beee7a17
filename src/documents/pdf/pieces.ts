/** A piece of text on a page. In points, from the upper left corner of the page as it is read. */
export interface Piece {
  readonly text: string;
  /** Where it begins, and how far it reaches. */
  readonly x: number;
  readonly width: number;
  /** Its base line. */
  readonly y: number;
  /** How high its font is. */
  readonly size: number;
}

/** A straight line that is drawn on a page, along one of its sides. */
export interface Rule {
  readonly isUpright: boolean;
  /** Of an upright one its x, of a flat one its y. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** A transformation as PDF writes it: x' = a x + c y + e, y' = b x + d y + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

/** What `inner` and then `outer` make of a point. */
export function combined(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  return [
    a * inner[0] + c * inner[1], b * inner[0] + d * inner[1], a * inner[2] + c * inner[3], b * inner[2] + d * inner[3],
    a * inner[4] + c * inner[5] + e, b * inner[4] + d * inner[5] + f,
  ];
}

export function moved([a, b, c, d, e, f]: Matrix, x: number, y: number): readonly [x: number, y: number] {
  return [a * x + c * y + e, b * x + d * y + f];
}

/** A text of a page with what places it. */
export interface Placed {
  readonly text: string;
  readonly width: number;
  readonly place: Matrix;
}

/** Texts that are turned further than this, in degrees, stand apart from those of the page. */
const SLANT = 10;
const QUARTER = 90;

/**
 * The texts of a page in the direction in which most of it is read, those in other directions after them, and what turns the page so.
 * `page` is what PDF calls the page's own transformation: its origin is the upper left corner.
 */
export function piecesOf(
  texts: readonly Placed[], page: Matrix,
): { readonly straight: Piece[]; readonly others: Piece[]; readonly turn: Matrix } {
  const placed = texts.map(({ text, width, place }) => ({ text, width, place: combined(page, place) }));
  const letters = new Map<number, number>();
  for (const { text, place } of placed) {
    const quarter = quarterOf(place);
    letters.set(quarter, (letters.get(quarter) ?? 0) + text.trim().length);
  }
  const [quarter = 0] = [...letters].sort(([, a], [, b]) => b - a)[0] ?? [];
  const turn = turned(quarter);
  const straight: Piece[] = [];
  const others: Piece[] = [];
  for (const { text, width, place } of placed) {
    const [a, b, c, d, x, y] = combined(turn, place);
    const angle = degrees(a, b);
    (Math.abs(angle) <= SLANT ? straight : others).push({ text, width, x, y, size: Math.hypot(c, d) || Math.hypot(a, b) });
  }
  return { straight, others, turn: combined(turn, page) };
}

function degrees(a: number, b: number): number {
  return (Math.atan2(b, a) * 2 * QUARTER) / Math.PI;
}

/** By how many quarters of a circle a text is turned to the right, from 0 to 3. */
function quarterOf([a, b]: Matrix): number {
  return (Math.round(degrees(a, b) / QUARTER) + 4) % 4;
}

/** Turns the page back by so many quarters. */
function turned(quarter: number): Matrix {
  return ([[1, 0, 0, 1, 0, 0], [0, -1, 1, 0, 0, 0], [-1, 0, 0, -1, 0, 0], [0, 1, -1, 0, 0, 0]] as const)[quarter] ?? [1, 0, 0, 1, 0, 0];
}
