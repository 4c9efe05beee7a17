import type { TableKind } from "../../templates";
import { few, mergeCounts, mergeFew, type Counts, type Few } from "../../base";
import { plus, ZERO, type Exact } from "../../quantity";
import type { Mode } from "./leaves";

/** What the units under a node of the tree give to one figure. */
export interface Tally {
  /** Units with a number (of a task: with a status). */
  units: number;
  sum: Exact;
  /** Of shares: units with both numerator and denominator, and their sums. */
  pairs: number;
  numerators: Exact;
  denominators: Exact;
  /** Units that have given something of a share, but not both its numerator and denominator. */
  readonly lacking: Few;
  /** Units in whose cell stands something that is no number. */
  readonly bad: Few;
  /** Units held against the target of the year, and those that meet it. */
  judged: number;
  met: number;
  /** How many units have which status. */
  readonly statuses: Counts;
  /** "unit: value", of what cannot be added. */
  readonly listed: Few;
}

/** One line of a table as units with the same name and unit of measure have it. */
export interface Line {
  readonly mode: Mode;
  /** Units that have the line. */
  units: number;
  /** Its first place among the rows of a sheet. */
  row: number;
  /** As units have written them. */
  readonly numbers: Counts;
  readonly labels: Counts;
  readonly measures: Counts;
  readonly names: Few;
  /** By node ("" the whole, then "folder", "folder/folder"), then by column. */
  readonly nodes: Map<string, Map<string, Tally>>;
}

/** A set of lines and columns as units have it. */
export interface Shape {
  readonly keys: readonly string[];
  readonly columns: readonly string[];
  readonly units: Few;
}

/** All tables of one kind, plan and budget. */
export interface Group {
  readonly kind: TableKind;
  readonly plan: string;
  readonly part: string;
  units: number;
  readonly names: Few;
  /** Units by the unit of money of their table. */
  readonly moneyUnits: Map<string, Few>;
  readonly shapes: Map<string, Shape>;
  /** Units by the fingerprint of their figures. */
  readonly prints: Map<string, Few>;
  /** By code, then by variant. */
  readonly lines: Map<string, Map<string, Line>>;
}

/** A table, or a unit's second one of the same kind, that was not added. */
export type LeftOut = "no-money-unit" | "twice";

/** What is known of the units that have been added so far. Two of them merge into what adding all units to one would have given. */
export interface RollUp {
  readonly groups: Map<string, Group>;
  readonly leftOut: Map<string, { readonly reason: LeftOut; readonly kind: TableKind; readonly units: Few }>;
}

export function emptyRollUp(): RollUp {
  return { groups: new Map(), leftOut: new Map() };
}

/** The group of a key, made where it is not there. */
export function groupAt(into: RollUp, key: string, like: Pick<Group, "kind" | "plan" | "part">): Group {
  const known = into.groups.get(key);
  if (known) return known;
  const { kind, plan, part } = like;
  const group: Group = {
    kind, plan, part,
    units: 0,
    names: few(),
    moneyUnits: new Map(),
    shapes: new Map(),
    prints: new Map(),
    lines: new Map(),
  };
  into.groups.set(key, group);
  return group;
}

export function fewAt(of: Map<string, Few>, key: string): Few {
  const known = of.get(key) ?? few();
  of.set(key, known);
  return known;
}

export function leftOutAt(into: RollUp, reason: LeftOut, kind: TableKind): Few {
  const key = `${reason}\n${kind}`;
  const known = into.leftOut.get(key) ?? { reason, kind, units: few() };
  into.leftOut.set(key, known);
  return known.units;
}

export function lineAt(group: Group, code: string, variant: string, mode: Mode, row: number): Line {
  const variants = group.lines.get(code) ?? new Map<string, Line>();
  group.lines.set(code, variants);
  const line = variants.get(variant) ?? {
    mode,
    units: 0,
    row,
    numbers: new Map(),
    labels: new Map(),
    measures: new Map(),
    names: few(),
    nodes: new Map(),
  };
  variants.set(variant, line);
  line.row = Math.min(line.row, row);
  return line;
}

export function tallyAt(line: Line, node: string, column: string): Tally {
  const columns = line.nodes.get(node) ?? new Map<string, Tally>();
  line.nodes.set(node, columns);
  const tally = columns.get(column) ?? {
    units: 0,
    sum: ZERO,
    pairs: 0,
    numerators: ZERO,
    denominators: ZERO,
    lacking: few(),
    bad: few(),
    judged: 0,
    met: 0,
    statuses: new Map(),
    listed: few(),
  };
  columns.set(column, tally);
  return tally;
}

/** Adds what another heap of units has come to; `from` is not used again. */
export function mergeRollUps(into: RollUp, from: RollUp): void {
  for (const { reason, kind, units } of from.leftOut.values()) mergeFew(leftOutAt(into, reason, kind), units);
  for (const [key, group] of from.groups) mergeGroup(groupAt(into, key, group), group);
}

function mergeGroup(into: Group, from: Group): void {
  into.units += from.units;
  mergeFew(into.names, from.names);
  for (const [unit, names] of from.moneyUnits) mergeFew(fewAt(into.moneyUnits, unit), names);
  for (const [key, shape] of from.shapes) {
    const known = into.shapes.get(key) ?? { ...shape, units: few() };
    into.shapes.set(key, known);
    mergeFew(known.units, shape.units);
  }
  for (const [print, units] of from.prints) mergeFew(fewAt(into.prints, print), units);
  for (const [code, variants] of from.lines)
    for (const [variant, line] of variants) mergeLine(lineAt(into, code, variant, line.mode, line.row), line);
}

function mergeLine(into: Line, from: Line): void {
  into.units += from.units;
  mergeCounts(into.numbers, from.numbers);
  mergeCounts(into.labels, from.labels);
  mergeCounts(into.measures, from.measures);
  mergeFew(into.names, from.names);
  for (const [node, columns] of from.nodes) for (const [column, tally] of columns) mergeTally(tallyAt(into, node, column), tally);
}

function mergeTally(into: Tally, from: Tally): void {
  into.units += from.units;
  into.sum = plus(into.sum, from.sum);
  into.pairs += from.pairs;
  into.numerators = plus(into.numerators, from.numerators);
  into.denominators = plus(into.denominators, from.denominators);
  mergeFew(into.lacking, from.lacking);
  mergeFew(into.bad, from.bad);
  into.judged += from.judged;
  into.met += from.met;
  mergeCounts(into.statuses, from.statuses);
  mergeFew(into.listed, from.listed);
}
