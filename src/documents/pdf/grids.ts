import { linesOf } from "./lines";
import type { Piece, Rule } from "./pieces";

/** A table with ruled cells. In points, down from the top of the page. */
export interface Grid {
  readonly top: number;
  readonly bottom: number;
  /** A line each, its cells parted by "\t" and their lines by "\v"; a merged cell is empty behind its first. */
  readonly rows: readonly string[];
}

/** Rules that are no further apart are one, in points. */
const NEAR = 2.5;
/** Where in a font its middle is, above its base line. */
const MIDDLE = 0.3;

/** The ruled tables of a page, from above, and the pieces that stand in none. */
export function gridsOf(rules: readonly Rule[], pieces: readonly Piece[]): { readonly grids: Grid[]; readonly rest: Piece[] } {
  let rest = [...pieces];
  const grids: Grid[] = [];
  for (const together of touching(rules)) {
    const cells = cellsOf(together);
    if (!cells) continue;
    const inside = new Map<number, Piece[]>();
    const outside: Piece[] = [];
    for (const piece of rest) {
      const cell = cells.at(piece.x + piece.width / 2, piece.y - MIDDLE * piece.size);
      if (cell === null) outside.push(piece);
      else inside.set(cell, [...(inside.get(cell) ?? []), piece]);
    }
    const filled = new Map([...inside].map(([cell, own]) => [cell, linesOf(own).map(({ text }) => text.replace(/\t/g, " ")).join("\v")]));
    const rows = cells.rows.map((row) => row.map((cell) => (cell === null ? "" : filled.get(cell) ?? "")));
    if (rows.every((row) => row.filter((text) => text !== "").length < 2)) continue;
    rest = outside;
    const kept = rows.filter((row) => row.some((text) => text !== ""));
    grids.push({ top: cells.top, bottom: cells.bottom, rows: kept.map((row) => row.join("\t")) });
  }
  return { grids: grids.sort((a, b) => a.top - b.top), rest };
}

/** Rules that touch each other, over whatever others. */
function touching(rules: readonly Rule[]): Rule[][] {
  const [upright, flat] = [rules.filter(({ isUpright }) => isUpright), rules.filter(({ isUpright }) => !isUpright)];
  const all = [...upright, ...flat];
  const parent = all.map((_, at) => at);
  const root = (at: number): number => {
    let top = at;
    while (parent[top] !== undefined && parent[top] !== top) top = parent[top] ?? top;
    parent[at] = top;
    return top;
  };
  for (const [a, one] of upright.entries()) {
    for (const [b, other] of flat.entries()) {
      const meets = one.at >= other.from - NEAR && one.at <= other.to + NEAR && other.at >= one.from - NEAR && other.at <= one.to + NEAR;
      if (meets) parent[root(upright.length + b)] = root(a);
    }
  }
  const groups = new Map<number, Rule[]>();
  for (const [at, rule] of all.entries()) groups.set(root(at), [...(groups.get(root(at)) ?? []), rule]);
  return [...groups.values()].filter((group) => group.length > 3);
}

interface Cells {
  readonly top: number;
  readonly bottom: number;
  /** By rows and columns the number of the cell that begins there; null where another goes on. */
  readonly rows: readonly (readonly (number | null)[])[];
  /** The cell at a point; null outside. */
  readonly at: (x: number, y: number) => number | null;
}

/** Null where the rules make less than two columns or no row. */
function cellsOf(rules: readonly Rule[]): Cells | null {
  const upright = rules.filter(({ isUpright }) => isUpright);
  const flat = rules.filter(({ isUpright }) => !isUpright);
  const xs = places([...upright.map(({ at }) => at), ...flat.flatMap(({ from, to }) => [from, to])]);
  const ys = places([...flat.map(({ at }) => at), ...upright.flatMap(({ from, to }) => [from, to])]);
  const [wide, high] = [xs.length - 1, ys.length - 1];
  if (wide < 2 || high < 1) return null;

  const parent = Array.from({ length: wide * high }, (_, at) => at);
  const root = (at: number): number => {
    let top = at;
    while (parent[top] !== top) top = parent[top] ?? top;
    return top;
  };
  const join = (a: number, b: number): void => {
    const [first, second] = [root(a), root(b)].sort((one, other) => one - other);
    if (first !== undefined && second !== undefined) parent[second] = first;
  };
  const isRuled = (of: readonly Rule[], at: number, middle: number): boolean =>
    of.some((rule) => Math.abs(rule.at - at) <= NEAR && rule.from - NEAR <= middle && middle <= rule.to + NEAR);
  for (let row = 0; row < high; row += 1) {
    for (let col = 0; col < wide; col += 1) {
      const [right = 0, below = 0] = [xs[col + 1], ys[row + 1]];
      const [middleX, middleY] = [((xs[col] ?? 0) + right) / 2, ((ys[row] ?? 0) + below) / 2];
      if (col + 1 < wide && !isRuled(upright, right, middleY)) join(row * wide + col, row * wide + col + 1);
      if (row + 1 < high && !isRuled(flat, below, middleX)) join(row * wide + col, (row + 1) * wide + col);
    }
  }
  const rows = Array.from({ length: high }, (_, row) =>
    Array.from({ length: wide }, (_cell, col) => (root(row * wide + col) === row * wide + col ? row * wide + col : null)),
  );
  return {
    top: ys[0] ?? 0, bottom: ys.at(-1) ?? 0, rows,
    at: (x, y) => {
      const [col, row] = [band(xs, x), band(ys, y)];
      return col === null || row === null ? null : root(row * wide + col);
    },
  };
}

/** Numbers in order, those that are near each other as one. */
function places(numbers: readonly number[]): number[] {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted.reduce<number[]>((kept, number) => {
    if (kept.length === 0 || number - (kept.at(-1) ?? 0) > NEAR) kept.push(number);
    return kept;
  }, []);
}

function band(places_: readonly number[], at: number): number | null {
  const next = places_.findIndex((place) => place > at);
  return next < 1 ? null : next - 1;
}
