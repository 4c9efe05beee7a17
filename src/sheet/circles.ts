import { contains, lastCell, sameCell, type CellRef, type SheetArea } from "./address";
import { formulaTokens, isLinked, referenceArea } from "./formula-tokens";
import type { Circles, SheetSnapshot, WorkbookOutline } from "./snapshot";

const NO_CIRCLES: Circles = { circles: [], hanging: [] };

/** Of more formulas and links between them than this nothing is told. */
const MOST_FORMULAS = 20_000;
const MOST_LINKS = 2_000_000;

/** Functions that look at where a cell stands and not at what it shows. */
const OF_PLACES = /^(?:ROWS?|COLUMNS?|AREAS|SHEETS?|ISREF|ISFORMULA|FORMULATEXT)$/i;

/** The areas that a formula reads, by its text; names by what they refer to. Cells of other workbooks, and those that a function finds by itself, are not told. */
export function areasRead(formula: string, sheet: string, { sheets, names }: WorkbookOutline): SheetArea[] {
  const own = new Map(sheets.map(({ name }) => [name.toLowerCase(), name]));
  const found: SheetArea[] = [];
  const inside: string[] = [];
  let called = "";
  for (const token of formulaTokens(formula.replace(/^=/, ""))) {
    if (token.kind === "function") called = token.name;
    else if (token.text === "(") inside.push(called);
    else if (token.text === ")") inside.pop();
    if (token.kind !== "function" && token.kind !== "space") called = "";
    if (isLinked(token) || inside.some((name) => OF_PLACES.test(name))) continue;
    if (token.kind === "reference") {
      const [on, area] = [own.get((token.sheet ?? sheet).toLowerCase()), referenceArea(token.address)];
      if (on !== undefined && area) found.push({ sheet: on, area });
    } else if (token.kind === "name") {
      const named = names.filter(({ name }) => name.toLowerCase() === token.name.toLowerCase());
      const one = named.find(({ scope }) => scope === (token.sheet ?? sheet)) ?? named.find(({ scope }) => scope === null);
      if (one) found.push(one.refersTo);
    }
  }
  return found;
}

interface Node {
  readonly at: CellRef | null;
  next: readonly number[];
}

/**
 * The circles among the formulas of what was read, each told once, from its first cell in the order of the snapshots. What a formula does
 * with the cells that it names is not looked at, but that ROW, COLUMNS and their like read none.
 */
export function circlesIn(snapshots: readonly SheetSnapshot[], outline: WorkbookOutline): Circles {
  const formulas = formulasOf(snapshots);
  if (formulas.length === 0 || formulas.length > MOST_FORMULAS) return NO_CIRCLES;
  const nodes: Node[] = formulas.map(({ at }) => ({ at, next: [] }));
  const columns = new Map<string, { row: number; node: number }[]>();
  formulas.forEach(({ at }, node) => (columns.get(`${at.col} ${at.sheet}`) ?? columns.set(`${at.col} ${at.sheet}`, []).get(`${at.col} ${at.sheet}`))?.push({ row: at.row, node }));
  const known = new Map<string, number>();
  let links = 0;
  const nodeOf = ({ sheet, area }: SheetArea): number => {
    const key = `${area.row} ${area.col} ${area.rows} ${area.cols} ${sheet}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const end = lastCell(area);
    const cols = [...columns].filter(([column]) => column.slice(column.indexOf(" ") + 1) === sheet && within(Number.parseInt(column, 10), area.col, end.col));
    const next = cols.flatMap(([, cells]) => cells.filter(({ row }) => within(row, area.row, end.row)).map(({ node }) => node));
    links += next.length;
    nodes.push({ at: null, next });
    known.set(key, nodes.length - 1);
    return nodes.length - 1;
  };
  for (const [index, { at, formula }] of formulas.entries()) {
    const node = nodes[index];
    if (node) node.next = areasRead(formula, at.sheet, outline).map(nodeOf);
    if (links > MOST_LINKS) return NO_CIRCLES;
  }
  return told(nodes);
}

const within = (place: number, from: number, to: number): boolean => place >= from && place <= to;

/** Each formula once, although areas may overlap. */
function formulasOf(snapshots: readonly SheetSnapshot[]): { readonly at: CellRef; readonly formula: string }[] {
  const found = new Map<string, { readonly at: CellRef; readonly formula: string }>();
  for (const { sheet, area, formulas } of snapshots) {
    formulas.forEach((cells, row) =>
      cells.forEach((formula, col) => {
        if (formula === null) return;
        const at = { sheet, row: area.row + row, col: area.col + col };
        const key = `${at.row} ${at.col} ${sheet}`;
        if (!found.has(key)) found.set(key, { at, formula });
      }),
    );
  }
  return [...found.values()];
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
  const circles = groups.filter(({ length }) => length > 1).map((members) => shortest(nodes, Math.min(...members.filter((node) => nodes[node]?.at)), new Set(members)));
  const first = (cells: readonly number[]): number => cells[0] ?? 0;
  const cellsOf = (list: readonly number[]): CellRef[] => list.flatMap((node) => nodes[node]?.at ?? []);
  return { circles: circles.sort((a, b) => first(a) - first(b)).map(cellsOf), hanging: cellsOf(nodes.map((_, node) => node).filter((node) => hangs[group[node] ?? -1])) };
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
export function areasBeyond(snapshots: readonly SheetSnapshot[], outline: WorkbookOutline, from: readonly SheetSnapshot[] = snapshots): SheetArea[] {
  const formulas = formulasOf(from);
  if (formulas.length > MOST_FORMULAS) return [];
  const isRead = ({ sheet, area }: SheetArea): boolean => snapshots.some((one) => one.sheet === sheet && contains(one.area, area) && contains(one.area, lastCell(area)));
  const found = new Map<string, SheetArea>();
  for (const { at, formula } of formulas) {
    for (const one of areasRead(formula, at.sheet, outline)) if (!isRead(one)) found.set(`${one.area.row} ${one.area.col} ${one.area.rows} ${one.area.cols} ${one.sheet}`, one);
  }
  return [...found.values()];
}

/** The snapshot with the circles that have to do with it; their cells as such that nobody could compute, since what a program shows in them means nothing. */
export function withCircles(snapshot: SheetSnapshot, { circles, hanging }: Circles): SheetSnapshot {
  const { sheet, area, formulas, unevaluated } = snapshot;
  const own = hanging.filter((cell) => cell.sheet === sheet && contains(area, cell));
  if (own.length === 0) return snapshot;
  const lost = own.filter((cell) => !unevaluated.some(({ row, col }) => row === cell.row && col === cell.col));
  return {
    ...snapshot,
    unevaluated: [...unevaluated, ...lost.map(({ row, col }) => ({ row, col, formula: formulas[row - area.row]?.[col - area.col] ?? "", kept: null }))],
    circles: { circles: circles.filter((cells) => cells.some((cell) => own.some((one) => sameCell(one, cell)))), hanging: own },
  };
}
