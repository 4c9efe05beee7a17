import { addTo } from "../base";
import { typedCells, type System } from "./eliminate";

/**
 * Failing checks (by index) in groups: two are in one group where a typed cell stands in both, itself or through formulas,
 * or where other failing checks join them.
 */
export function groupFailing(system: System): number[][] {
  const { failing } = system;
  const parent = new Map<number, number>();
  const root = (cell: number): number => {
    let top = cell;
    for (let next = parent.get(top); next !== undefined && next !== top; next = parent.get(top)) top = next;
    for (let at = cell; at !== top;) {
      const next = parent.get(at) ?? top;
      parent.set(at, top);
      at = next;
    }
    return top;
  };
  /** Makes a cell and all that it follows from known, each once. */
  const entered = new Set<number>();
  const enter = (cell: number): void => {
    const stack = [cell];
    for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
      if (entered.has(next)) continue;
      entered.add(next);
      parent.set(next, next);
      for (const part of system.definitions.get(next)?.parts ?? []) stack.push(part.cell);
    }
  };
  const isVariable = (cell: number) => system.cells[cell]?.typed !== false || system.definitions.has(cell);
  for (const check of failing) for (const { cell } of system.check(check).terms) if (isVariable(cell)) enter(cell);
  for (const cell of entered) {
    for (const part of system.definitions.get(cell)?.parts ?? []) if (isVariable(part.cell)) parent.set(root(part.cell), root(cell));
  }
  const groups = new Map<number, number[]>();
  for (const check of failing) {
    const [first, ...rest] = system.check(check).terms.filter(({ cell }) => isVariable(cell));
    if (first) for (const { cell } of rest) parent.set(root(cell), root(first.cell));
  }
  failing.forEach((check, place) => {
    const first = system.check(check).terms.find(({ cell }) => isVariable(cell));
    // A check of constants alone is a group of its own.
    const key = first ? root(first.cell) : -1 - place;
    addTo(groups, key, check);
  });
  return [...groups.values()];
}

/** The typed cells of the smallest of the checks: only they can stand in all of them. */
export function sharedCells(system: System, failing: readonly number[]): number[] {
  let smallest: number[] | null = null;
  for (const index of failing) {
    const limit: number = smallest === null ? Infinity : smallest.length;
    const cells = typedCells(system, system.check(index), limit);
    if (cells.length <= limit) smallest = cells;
  }
  return smallest ?? [];
}
