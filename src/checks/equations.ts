import { diagnose, type BalanceCell, type Diagnosis, type Equation } from "../balance";
import { decimalsOf } from "../quantity";
import { allHold, isNumber, noiseOf, relationHolds, splitOf, sumFaults, withRightSums, type BudgetTable, type Relation, type TypedCell } from "../reading";
import type { CellRef } from "../sheet";

export function cellId({ row, col }: Pick<CellRef, "row" | "col">): string {
  return `${row},${col}`;
}

/** What the arithmetic of a table says: its relations, and which of them fail and why. */
export interface TableDiagnosis extends Diagnosis {
  readonly relations: readonly Relation[];
}

/**
 * All relations of a table as one system. Sums whose formula is gone or adds the wrong cells are taken for what they should be: that
 * they are wrong is said of themselves, and says nothing against the cells that they stand for.
 */
export function diagnoseTable(table: BudgetTable): TableDiagnosis {
  const before = known.get(table);
  if (before) return before;
  const found = diagnosed(withRightSums(table, sumFaults(table)));
  known.set(table, found);
  return found;
}

/** Several rules ask of the same table, which never changes. */
const known = new WeakMap<BudgetTable, TableDiagnosis>();

function diagnosed(right: BudgetTable): TableDiagnosis {
  // where all is well nobody asks for the relations, and they are not made
  if (allHold(right)) return { get relations() { return right.relations; }, failed: [], rounded: [], faults: [] };
  const { relations } = right;
  const cells = cellsOf(right);
  return { relations, ...diagnose(cells, equationsOf(relations, cells), { rounding: true }) };
}

/** The cells in which the sums see a likely mistake, ties included. Where nothing but a limit is passed they name none. */
export function suspects(diagnosis: TableDiagnosis): ReadonlySet<string> {
  const { faults } = diagnosis;
  if (faults.length === 0) return new Set();
  const { relations } = diagnosis;
  const limits = new Set(relations.flatMap(({ op, key }) => (op === "of-which" ? [key] : [])));
  const named = faults
    .filter(({ equations }) => !equations.every((id) => limits.has(id)))
    .flatMap(({ likeliest, candidates, sets }) => (likeliest ? [likeliest] : [...candidates.filter(({ kind }) => kind !== null), ...sets.flatMap(({ corrections }) => corrections)]));
  return new Set(named.map(({ cell }) => cell));
}

/** The cells that take part in relations, with the decimals that their column shows and the amounts of their line in the other years or units. */
function cellsOf({ rows, columns, relations }: BudgetTable): BalanceCell[] {
  const taking = new Set(relations.flatMap(({ total, parts }) => [total, ...parts].map(({ at }) => cellId(at))));
  const decimals = new Map(columns.map((column) => [column, rows.reduce((most, row) => Math.max(most, decimalsTyped(row.cells.get(column))), 0)]));
  return rows.flatMap(({ cells }) =>
    [...cells].flatMap(([column, cell]): BalanceCell[] => {
      const id = cellId(cell.at);
      if (!isNumber(cell) || !taking.has(id)) return [];
      const { value, formula } = cell;
      return [
        {
          id,
          value,
          typed: formula === null,
          decimals: decimals.get(column) ?? 0,
          // asked for by few cells, and only where a sum fails
          get peers() {
            const sum = splitOf(column)?.sum;
            return sum === undefined ? [] : [...cells].flatMap(([other, peer]) => (other !== column && splitOf(other)?.sum === sum && isNumber(peer) ? [peer.value] : []));
          },
        },
      ];
    }),
  );
}

function decimalsTyped(cell: TypedCell | undefined): number {
  return isNumber(cell) && cell.formula === null && !Number.isInteger(cell.value) ? decimalsOf(cell.value) : 0;
}

/** Formula cells that reach their sum are definitions: they follow from their parts. Whole amounts are exact ones; only those with decimals may have been rounded. */
function equationsOf(relations: readonly Relation[], cells: readonly BalanceCell[]): Equation[] {
  const decimals = new Map(cells.map((cell) => [cell.id, cell.decimals]));
  const definitions = new Map(relations.flatMap((relation) => (isDefinition(relation) ? [[cellId(relation.total.at), relation] as const] : [])));
  // a computed cell is as far off as the typed ones that it adds up
  const counts = new Map<string, number>();
  const typedIn = (cell: TypedCell): number => {
    const id = cellId(cell.at);
    const known = counts.get(id);
    if (known !== undefined) return known;
    counts.set(id, 1);
    const parts = cell.formula === null ? undefined : definitions.get(id)?.parts;
    const count = parts ? parts.reduce((all, part) => all + typedIn(part), 0) : 1;
    counts.set(id, count);
    return count;
  };
  return relations.map((relation): Equation => {
    const { key, op, total, parts } = relation;
    const shown = [total, ...parts].reduce((most, { at }) => Math.max(most, decimals.get(cellId(at)) ?? 0), 0);
    return {
      id: key,
      op: op === "of-which" ? "<=" : "=",
      // the total comes first: it is the cell that a definition defines
      terms: [{ cell: cellId(total.at), coefficient: -1 }, ...parts.map(({ at }) => ({ cell: cellId(at), coefficient: 1 }))],
      tolerance: noiseOf(relation),
      decimals: shown === 0 ? Infinity : shown,
      parts: [total, ...parts].reduce((all, cell) => all + typedIn(cell), -1),
      ...(isDefinition(relation) ? { definition: true } : {}),
    };
  });
}

function isDefinition(relation: Relation): boolean {
  return relation.from === "formula" && relation.total.formula !== null && relationHolds(relation);
}
