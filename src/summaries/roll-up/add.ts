import { addFew, countIn, few, groupBy } from "../../base";
import { exactOf, plus, times, type Day } from "../../quantity";
import type { PlanTable } from "../../tables";
import type { TableKind } from "../../templates";
import { fingerprint } from "./fingerprint";
import { fewAt, groupAt, leftOutAt, lineAt, tallyAt, type LeftOut, type Line, type RollUp, type Tally } from "./heap";
import { leavesOf, type Leaf, type LeafCell, type LeafRow } from "./leaves";

/** The tree of units: figures are kept for the whole and for these nodes. */
export type Nodes = ReadonlySet<string>;

/** One cell that was added: for the table of sources. */
export interface SourceRow extends Pick<LeafCell, "column" | "part" | "at"> {
  readonly unit: string;
  /** The workbook, "" where it is the one that is open. */
  readonly file: string;
  /** "other": a table of anybody's, with what it is called as its plan. */
  readonly kind: TableKind | "other";
  readonly plan: string;
  readonly budget: string;
  readonly key: string;
  readonly label: string;
  /** The unit of measure as typed; of an amount of a budget the table's unit of money. */
  readonly measure: string;
  readonly value: number | string;
  /** It is a number or status and was added; else it is named among what could not be. */
  readonly counted: boolean;
}

/** How a unit has filled its tables. */
export interface Filled {
  readonly unit: string;
  readonly kinds: readonly TableKind[];
  readonly filled: number;
  readonly cells: number;
}

export interface Added {
  readonly units: readonly Filled[];
  readonly sources: readonly SourceRow[];
}

/** What a file or sheet is called in the tree, from the outermost tier to its own name, joined by "/". */
export type UnitPath = string;

/** A table, and the workbook that it is in; "" for the one in front of the person. */
export interface TableIn {
  readonly table: PlanTable;
  readonly file: string;
}

/** Adds the tables of one unit. `sources: false` spares the list of its cells. */
export function addUnit(
  into: RollUp, path: UnitPath, tables: readonly TableIn[],
  options: { readonly nodes: Nodes; readonly today: Day; readonly sources: boolean },
): Added {
  const units = new Map<string, { kinds: Set<TableKind>; filled: number; cells: number }>();
  const sources: SourceRow[] = [];
  const seen = new Set<string>();
  for (const { leaf, file } of tables.flatMap(({ table, file }) => leavesOf(table, options.today).map((leaf) => ({ leaf, file })))) {
    const unit = leaf.unit === null ? path : `${path}/${leaf.unit.replaceAll("/", "∕")}`;
    const group = groupKey(leaf);
    const known = units.get(unit) ?? { kinds: new Set<TableKind>(), filled: 0, cells: 0 };
    units.set(unit, known);
    known.kinds.add(leaf.kind);
    const twice = seen.has(`${unit}\n${group}`);
    seen.add(`${unit}\n${group}`);
    const reason: LeftOut | null = twice ? "twice" : leaf.kind === "budget" && leaf.moneyUnit === null ? "no-money-unit" : null;
    if (reason) {
      addFew(leftOutAt(into, reason, leaf.kind), unit);
      continue;
    }
    addLeaf(into, group, leaf, unit, nodesOf(unit, options.nodes));
    for (const row of leaf.rows) {
      for (const cell of row.cells) {
        if (cell.part === "numerator" || cell.part === "denominator" || (row.mode === "said" && cell.part === "status")) continue;
        known.cells += 1;
        if (cell.state === "number" || cell.state === "text") known.filled += 1;
      }
      if (options.sources) sources.push(...sourcesOf(unit, file, leaf, row));
    }
  }
  return { units: [...units].map(([unit, { kinds, filled, cells }]) => ({ unit, kinds: [...kinds], filled, cells })), sources };
}

function groupKey({ kind, plan, part }: Leaf): string {
  return [kind, plan, part].join("\n");
}

/** The whole, and the nodes of the tree that a unit stands under. */
function nodesOf(unit: string, nodes: Nodes): string[] {
  const steps = unit.split("/");
  return ["", ...steps.slice(0, -1).map((_, index) => steps.slice(0, index + 1).join("/")).filter((node) => nodes.has(node))];
}

function addLeaf(into: RollUp, key: string, leaf: Leaf, unit: string, nodes: readonly string[]): void {
  const group = groupAt(into, key, leaf);
  group.units += 1;
  addFew(group.names, unit);
  if (leaf.moneyUnit) addFew(fewAt(group.moneyUnits, leaf.moneyUnit), unit);
  const keys = leaf.rows.map((row) => row.key).sort();
  const shapeKey = `${keys.join("\n")}\n\n${leaf.columns.join("\n")}`;
  const shape = group.shapes.get(shapeKey) ?? { keys, columns: leaf.columns, units: few() };
  group.shapes.set(shapeKey, shape);
  addFew(shape.units, unit);
  const print = fingerprint(leaf);
  if (print !== null) addFew(fewAt(group.prints, print), unit);
  for (const row of leaf.rows) addRow(lineAt(group, row.key, row.variant, row.mode, row.row), row, unit, nodes);
}

function addRow(line: Line, row: LeafRow, unit: string, nodes: readonly string[]): void {
  line.units += 1;
  addFew(line.names, unit);
  countIn(line.numbers, row.number);
  countIn(line.labels, row.label);
  countIn(line.measures, row.measure);
  for (const [column, cells] of groupBy(row.cells, (cell) => cell.column)) {
    if (cells.every(({ state }) => state === "blank")) continue;
    for (const node of nodes) addCells(tallyAt(line, node, column), row, cells, unit);
  }
}

function addCells(tally: Tally, { mode, factor }: LeafRow, cells: readonly LeafCell[], unit: string): void {
  const numberOf = (part: LeafCell["part"]): number | null => {
    const cell = cells.find((one) => one.part === part);
    return cell?.state === "number" && typeof cell.value === "number" ? cell.value : null;
  };
  const shown = cells.find(({ part }) => part === "value" || part === "status");
  for (const cell of cells) if (cell.state === "bad") addFew(tally.bad, `${unit}: ${String(cell.value)}`);
  if (shown && shown.met !== null) {
    tally.judged += 1;
    tally.met += shown.met ? 1 : 0;
  }
  if (mode === "status") {
    if (shown?.state !== "text") return;
    tally.units += 1;
    countIn(tally.statuses, String(shown.value));
    return;
  }
  if (mode === "said") {
    const [result, chosen] = (["value", "status"] as const).map((part) => cells.find((one) => one.part === part));
    if (result?.state === "number" || result?.state === "text") tally.units += 1;
    if (chosen?.state === "text") countIn(tally.statuses, String(chosen.value));
    return;
  }
  const value = numberOf("value");
  if (mode === "share") {
    const [numerator, denominator] = [numberOf("numerator"), numberOf("denominator")];
    if (value === null && numerator === null && denominator === null) return;
    tally.units += 1;
    if (numerator === null || denominator === null) return addFew(tally.lacking, unit);
    tally.pairs += 1;
    tally.numerators = plus(tally.numerators, exactOf(numerator));
    tally.denominators = plus(tally.denominators, exactOf(denominator));
    return;
  }
  if (value === null) return;
  tally.units += 1;
  if (mode === "sum") tally.sum = plus(tally.sum, factor === 1 ? exactOf(value) : times(exactOf(value), factor));
  else addFew(tally.listed, `${unit}: ${String(value)}`);
}

function sourcesOf(
  unit: string, file: string, { kind, plan, part, moneyUnit }: Leaf, { key, label, measure: own, cells, mode }: LeafRow,
): SourceRow[] {
  const measure = moneyUnit ?? own;
  return cells.flatMap((cell): SourceRow[] => {
    if (cell.state === "blank" || cell.value === null) return [];
    const { column, at, value, state } = cell;
    // a share's own value takes no part in that of the whole
    const counted = state !== "bad" && !(mode === "share" && cell.part === "value") && mode !== "listed";
    return [{ unit, file, kind, plan, budget: part, key, label, measure, column, part: cell.part, at, value, counted }];
  });
}
