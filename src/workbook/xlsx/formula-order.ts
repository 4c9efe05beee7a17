import { addTo } from "../../base";
import type { Precedent } from "./prepare-formula";

/** A formula cell and what it needs. */
export interface OrderedFormula {
  readonly sheet: number;
  readonly row: number;
  readonly col: number;
  readonly precedents: readonly Precedent[];
}

/** Beyond this many edges the question is not worth its answer. */
const MAX_EDGES = 20_000_000;

/**
 * Which formulas can be computed when those of `lost` cannot: neither a lost one, nor one of a circle, nor one that hangs on such a one.
 * Kahn's algorithm over the areas that formulas read, so that a sum over a column costs its cells once however many formulas read it.
 */
export function computable<F extends OrderedFormula>(formulas: readonly F[], lost: ReadonlySet<F>): Set<F> {
  const byColumn = new Map<string, { row: number; index: number }[]>();
  for (const [index, { sheet, row, col }] of formulas.entries()) {
    addTo(byColumn, `${sheet}:${col}`, { row, index });
  }
  for (const column of byColumn.values()) column.sort((a, b) => a.row - b.row);

  // Nodes: the formulas, then the areas.
  const areas = new Map<string, number>();
  const waiting: number[] = formulas.map((formula) => formula.precedents.length);
  const next: number[][] = formulas.map(() => []);
  let edges = 0;
  const areaNode = ({ sheet, area }: Precedent): number => {
    const key = `${sheet}:${area.row}:${area.col}:${area.rows}:${area.cols}`;
    const known = areas.get(key);
    if (known !== undefined) return known;
    const node = waiting.push(0) - 1;
    next.push([]);
    areas.set(key, node);
    for (let col = area.col; col < area.col + area.cols; col++) {
      const column = byColumn.get(`${sheet}:${col}`);
      if (!column) continue;
      for (let i = firstAtLeast(column, area.row); i < column.length; i++) {
        const cell = column[i];
        if (!cell || cell.row >= area.row + area.rows) break;
        next[cell.index]?.push(node);
        waiting[node] = (waiting[node] ?? 0) + 1;
        edges++;
      }
    }
    return node;
  };
  for (const [index, formula] of formulas.entries()) {
    for (const precedent of formula.precedents) next[areaNode(precedent)]?.push(index);
    if (edges > MAX_EDGES) return new Set();
  }

  const ready = waiting.flatMap((count, node) => (count === 0 ? [node] : []));
  const done = new Set<F>();
  for (let node = ready.pop(); node !== undefined; node = ready.pop()) {
    const formula = formulas[node];
    if (formula) {
      if (lost.has(formula)) continue;
      done.add(formula);
    }
    for (const after of next[node] ?? []) {
      const left = (waiting[after] ?? 0) - 1;
      waiting[after] = left;
      if (left === 0) ready.push(after);
    }
  }
  return done;
}

function firstAtLeast(column: readonly { row: number }[], row: number): number {
  let from = 0;
  let to = column.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((column[middle]?.row ?? 0) < row) from = middle + 1;
    else to = middle;
  }
  return from;
}
