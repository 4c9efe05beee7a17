import { kept } from "../base";
import { contains, lastCell, MAX_COLS, sameCell, type CellRef, type SheetArea } from "./address";
import { namedIn } from "./named-in";
import type { Circles, SheetSnapshot, WorkbookOutline } from "./snapshot";

const NO_CIRCLES: Circles = { circles: [], hanging: [] };

/** Of more formulas and links between them than this nothing is told. */
const MOST_FORMULAS = 20_000;
const MOST_LINKS = 2_000_000;

/** The areas that a formula on a sheet reads; names by what they refer to. */
export type AreasRead = (formula: string, sheet: string) => SheetArea[];

/** Reads formulas of a workbook. */
export function areasRead({ sheets, names }: WorkbookOutline): AreasRead {
  const own = new Map(sheets.map(({ name }) => [name.toLowerCase(), name]));
  const called = kept((name: string): string | null => own.get(name.toLowerCase()) ?? null);
  return (formula, sheet) =>
    namedIn(formula).flatMap((one): SheetArea[] => {
      if ("area" in one) {
        const on = called(one.sheet ?? sheet);
        return on === null ? [] : [{ sheet: on, area: one.area }];
      }
      const alike = names.filter(({ name }) => name.toLowerCase() === one.name.toLowerCase());
      const found = alike.find(({ scope }) => scope === (one.sheet ?? sheet)) ?? alike.find(({ scope }) => scope === null);
      return found ? [found.refersTo] : [];
    });
}

/** A formula, and the areas that it reads. */
export interface FormulaReads {
  readonly at: CellRef;
  readonly areas: readonly SheetArea[];
}

interface Node {
  readonly at: CellRef | null;
  next: readonly number[];
}

/**
 * The circles among formulas, each told once, from its first cell in their order. What a formula does with the cells that it names is not
 * looked at, but that ROW, COLUMNS and their like read none.
 */
export function circlesIn(formulas: readonly FormulaReads[]): Circles {
  if (formulas.length === 0) return NO_CIRCLES;
  const nodes: Node[] = formulas.map(({ at }) => ({ at, next: [] }));
  const columns = columnsOf(formulas);
  const known = new Map<string, number>();
  let links = 0;
  // single cells are most of what formulas name: by the formula that stands there, and where none does they read nothing
  const single = new Map<number, number>();
  const nodesOf = ({ sheet, area }: SheetArea): readonly number[] => {
    if (area.rows !== 1 || area.cols !== 1) return [nodeOf({ sheet, area })];
    const cells = columns.get(sheet)?.get(area.col) ?? [];
    const found = cells[firstFrom(cells, area.row)];
    if (found?.row !== area.row) return [];
    let node = single.get(found.node);
    if (node === undefined) {
      links += 1;
      node = nodes.push({ at: null, next: [found.node] }) - 1;
      single.set(found.node, node);
    }
    return [node];
  };
  const nodeOf = ({ sheet, area }: SheetArea): number => {
    const key = `${area.row} ${area.col} ${area.rows} ${area.cols} ${sheet}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const end = lastCell(area);
    const cols = [...(columns.get(sheet) ?? [])].filter(([col]) => col >= area.col && col <= end.col);
    const next = cols.flatMap(([, cells]) =>
      cells.slice(firstFrom(cells, area.row), firstFrom(cells, end.row + 1)).map(({ node }) => node).sort((a, b) => a - b),
    );
    links += next.length;
    nodes.push({ at: null, next });
    known.set(key, nodes.length - 1);
    return nodes.length - 1;
  };
  for (const [index, { areas }] of formulas.entries()) {
    const node = nodes[index];
    if (node) node.next = areas.flatMap(nodesOf);
    if (links > MOST_LINKS) return NO_CIRCLES;
  }
  return told(nodes);
}

interface Placed {
  readonly row: number;
  readonly node: number;
}

/** The formulas of each sheet by column, from the top down: an area is looked up in them, not held against each. */
function columnsOf(formulas: readonly { readonly at: CellRef }[]): ReadonlyMap<string, ReadonlyMap<number, readonly Placed[]>> {
  const sheets = new Map<string, Map<number, Placed[]>>();
  formulas.forEach(({ at }, node) => {
    const columns = sheets.get(at.sheet) ?? new Map<number, Placed[]>();
    const cells = columns.get(at.col) ?? [];
    cells.push({ row: at.row, node });
    sheets.set(at.sheet, columns.set(at.col, cells));
  });
  for (const columns of sheets.values()) for (const cells of columns.values()) cells.sort((a, b) => a.row - b.row);
  return sheets;
}

/** The place of the first cell at or below a row. */
function firstFrom(cells: readonly Placed[], row: number): number {
  let [low, high] = [0, cells.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cells[middle]?.row ?? 0) < row) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The formulas of snapshots, each once, although areas may overlap; none where they are too many. */
export function formulasRead(snapshots: readonly SheetSnapshot[], read: AreasRead): FormulaReads[] {
  const found: { readonly at: CellRef; readonly formula: string }[] = [];
  const places = new Map<string, Set<number>>();
  for (const { sheet, area, formulas } of snapshots) {
    const own = places.get(sheet) ?? new Set<number>();
    places.set(sheet, own);
    for (const [row, cells] of formulas.entries()) {
      cells.forEach((formula, col) => {
        if (formula === null) return;
        const at = { sheet, row: area.row + row, col: area.col + col };
        const place = at.row * MAX_COLS + at.col;
        if (!own.has(place)) found.push({ at, formula });
        own.add(place);
      });
      if (found.length > MOST_FORMULAS) return [];
    }
  }
  return found.map(({ at, formula }) => ({ at, areas: read(formula, at.sheet) }));
}

/** Strongly connected groups of more than one node (R. Tarjan, Depth-first search and linear graph algorithms, 1972), without recursion. */
function told(nodes: readonly Node[]): Circles {
  const [order, low, group] = [new Int32Array(nodes.length).fill(-1), new Int32Array(nodes.length), new Int32Array(nodes.length).fill(-1)];
  const groups: number[][] = [];
  const stack: number[] = [];
  let time = 0;
  for (let root = 0; root < nodes.length; root++) {
    if (order[root] !== -1) continue;
    const path: { node: number; at: number }[] = [{ node: root, at: 0 }];
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const { node } = top;
      if (top.at === 0) {
        order[node] = low[node] = time++;
        stack.push(node);
      }
      const next = nodes[node]?.next[top.at++];
      if (next !== undefined) {
        if (order[next] === -1) path.push({ node: next, at: 0 });
        else if (group[next] === -1) low[node] = Math.min(low[node] ?? 0, order[next] ?? 0);
        continue;
      }
      path.pop();
      const above = path.at(-1)?.node;
      if (above !== undefined) low[above] = Math.min(low[above] ?? 0, low[node] ?? 0);
      if (low[node] !== order[node]) continue;
      const members = stack.splice(stack.lastIndexOf(node));
      for (const member of members) group[member] = groups.length;
      groups.push(members);
    }
  }
  // groups come after those that they read
  const hangs = groups.map(() => false);
  groups.forEach((members, index) => {
    hangs[index] = members.length > 1 || members.some((node) => nodes[node]?.next.some((next) => hangs[group[next] ?? -1] === true));
  });
  const circles = groups
    .filter(({ length }) => length > 1)
    .map((members) => shortest(nodes, Math.min(...members.filter((node) => nodes[node]?.at)), new Set(members)));
  const first = (cells: readonly number[]): number => cells[0] ?? 0;
  const cellsOf = (list: readonly number[]): CellRef[] => list.flatMap((node) => nodes[node]?.at ?? []);
  return {
    circles: circles.sort((a, b) => first(a) - first(b)).map(cellsOf),
    hanging: cellsOf(nodes.map((_, node) => node).filter((node) => hangs[group[node] ?? -1])),
  };
}

/** The shortest way from a node back to itself within its group. */
function shortest(nodes: readonly Node[], start: number, members: ReadonlySet<number>): number[] {
  const from = new Map<number, number>();
  const queue = [start];
  for (const node of queue) {
    for (const next of nodes[node]?.next ?? []) {
      if (next === start) {
        const way = [node];
        for (let at = from.get(node); at !== undefined; at = from.get(at)) way.unshift(at);
        return way;
      }
      if (!members.has(next) || from.has(next)) continue;
      from.set(next, node);
      queue.push(next);
    }
  }
  return [start];
}

/** The areas that formulas read and that are not among what was read. */
export function areasBeyond(snapshots: readonly SheetSnapshot[], formulas: readonly FormulaReads[]): SheetArea[] {
  const isRead = ({ sheet, area }: SheetArea): boolean =>
    snapshots.some((one) => one.sheet === sheet && contains(one.area, area) && contains(one.area, lastCell(area)));
  const found = new Map<string, SheetArea>();
  for (const { areas } of formulas) {
    for (const one of areas)
      if (!isRead(one)) found.set(`${one.area.row} ${one.area.col} ${one.area.rows} ${one.area.cols} ${one.sheet}`, one);
  }
  return [...found.values()];
}

/**
 * The snapshot with the circles that have to do with it; their cells as such that nobody could compute, since what a program shows in them
 * means nothing.
 */
export function withCircles(snapshot: SheetSnapshot, { circles, hanging }: Circles): SheetSnapshot {
  const { sheet, area, formulas, unevaluated } = snapshot;
  const own = hanging.filter((cell) => cell.sheet === sheet && contains(area, cell));
  if (own.length === 0) return snapshot;
  const lost = own.filter((cell) => !unevaluated.some(({ row, col }) => row === cell.row && col === cell.col));
  return {
    ...snapshot,
    unevaluated: [
      ...unevaluated,
      ...lost.map(({ row, col }) => ({ row, col, formula: formulas[row - area.row]?.[col - area.col] ?? "", kept: null })),
    ],
    circles: { circles: circles.filter((cells) => cells.some((cell) => own.some((one) => sameCell(one, cell)))), hanging: own },
  };
}
