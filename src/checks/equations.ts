import { derived } from "../base";
import { diagnose, type BalanceCell, type Diagnosis, type Equation } from "../balance";
import { decimalsOf, sumExact, toDong } from "../quantity";
import { overlap, type Area, type CellRef } from "../sheet";
import {
  additionOf, type AmountTable, cellIn, coefficientOf, type Graph, graphOf, gridOf, isDefinition, isLinear, isNumber, isOverCells, lineSums,
  namedCells, noiseOf, type Relation, spanOf, STATE, statesUnit, sumFaults, withoutFormulaFaults, withRightSums,
} from "../tables";
import { connected, type Connected } from "./connected";
import { MOST_DONG } from "./limits";

export function cellId({ row, col }: Pick<CellRef, "row" | "col">): string {
  return `${row},${col}`;
}

/** What the arithmetic of a table says: which of its relations fail and why. Where all is well nobody asks its graph for them. */
export interface TableDiagnosis extends Diagnosis {
  readonly graph: Graph;
}

/**
 * All relations of a table as one system. Sums whose formula is gone or adds the wrong cells are taken for what they should be: that
 * they are wrong is said of themselves, and says nothing against the cells that they stand for.
 */
export const diagnoseTable = derived((table: AmountTable): TableDiagnosis => {
  const right = table.kind === "budget" ? withRightSums(table, sumFaults(table)) : withoutFormulaFaults(table);
  const graph = graphOf(right);
  return graph.holds ? { graph, failed: [], rounded: [], faults: [] } : { graph, ...diagnoseConnected(right, connected(graph)) };
});

/** What the relations of a table that take part say of its failing ones. */
export function diagnoseConnected(table: AmountTable, taking: Connected): Diagnosis {
  // what is multiplied is checked by itself: no sum says which factor is the wrong one
  const terms = taking.relations.filter(isLinear).map((relation) => termsOf(relation, taking));
  const all = [...terms, ...formulaTerms(table, terms, taking)];
  const cells = cellsOf(table, all, taking);
  return diagnose(cells, equationsOf(all, cells, table.kind === "budget" || table.unit === "dong"), {
    rounding: table.kind === "other" && statesUnit(table) ? "where likely" : true,
    ...(table.unit === null ? {} : { most: MOST_DONG / toDong(1, table.unit) }),
  });
}

/** The cells in which the sums see a likely mistake, ties included. Where nothing but a limit is passed they name none. */
export function suspects(diagnosis: TableDiagnosis): ReadonlySet<string> {
  const { faults } = diagnosis;
  if (faults.length === 0) return new Set();
  const { relations } = diagnosis.graph;
  const limits = new Set(relations.flatMap(({ op, key }) => (op === "of-which" ? [key] : [])));
  const named = faults
    .filter(({ equations }) => !equations.every((id) => limits.has(id)))
    .flatMap(({ likeliest, candidates, sets }) =>
      likeliest ? [likeliest] : [...candidates.filter(({ kind }) => kind !== null), ...sets.flatMap(({ corrections }) => corrections)],
    );
  return new Set(named.map(({ cell }) => cell));
}

type NumberCell = Relation["total"];

/** A relation as its equation has it. */
interface Terms extends Pick<Relation, "key" | "op" | "total" | "slack"> {
  readonly definition: boolean;
  /** People have said how far it may be off. */
  readonly exact?: boolean;
  readonly parts: readonly NumberCell[];
  /** How often a formula adds each part; once where it is not told. */
  readonly times?: readonly number[];
  /** The cells of a relation that holds which do not move, as one; what a formula adds that is none of the table's amounts. */
  readonly rest: { readonly id: string; readonly value: number; readonly count: number } | null;
}

/** Formula cells that reach their sum are definitions: they follow from their parts. */
function termsOf(relation: Relation, { fails, moves }: Connected): Terms {
  const { key, op, total, parts, slack, stated } = relation;
  const definition = isDefinition(relation);
  const exact = stated?.tolerance !== undefined;
  const taking = parts
    .map((part, place) => ({ part, times: coefficientOf(relation, place) }))
    .filter(({ part }) => fails(relation) || moves(part));
  const [moving, times] = [taking.map(({ part }) => part), taking.map((one) => one.times)];
  if (moving.length === parts.length) return { key, op, total, slack, definition, exact, parts, times, rest: null };
  const values =
    op === "of-which"
      ? parts.filter((part) => !moves(part)).map(({ value }) => value)
      : [total.value, ...taking.map((one) => -one.times * one.part.value)];
  return {
    key, op, total, slack, definition, exact,
    parts: moving,
    times,
    rest: { id: `rest of ${key}`, value: sumExact(values), count: parts.length - moving.length },
  };
}

/** What formulas in other places than those of sums add ("=C8-C10-C11"), so that they follow from it. */
function formulaTerms(table: AmountTable, terms: readonly Terms[], { moves }: Connected): Terms[] {
  const defined = new Set(terms.flatMap(({ definition, total }) => (definition ? [total] : [])));
  const found: Terms[] = [];
  const seen = new Set<NumberCell>(defined);
  const open = terms.flatMap(({ total, parts }) => [total, ...parts]);
  for (let cell = open.pop(); cell; cell = open.pop()) {
    if (seen.has(cell) || !isComputed(cell) || !moves(cell)) continue;
    seen.add(cell);
    const added = amountsAdded(table, cell);
    if (added.length === 0) continue;
    const [parts, times] = [added.map((one) => one.cell), added.map((one) => one.times)];
    const value = sumExact([cell.value, ...added.map((one) => -one.times * one.cell.value)]);
    found.push({
      key: `formula ${cellId(cell.at)}`,
      op: "sum",
      total: cell,
      definition: true,
      parts,
      times,
      rest: value === 0 ? null : { id: `rest of ${cellId(cell.at)}`, value, count: 0 },
    });
    open.push(...parts);
  }
  return found;
}

/** The amounts of the table that a formula adds; none where it does something else. */
function amountsAdded(table: AmountTable, { at, formula }: NumberCell): { readonly cell: NumberCell; readonly times: number }[] {
  const addition = formula === null ? null : additionOf(formula, table.sheet);
  const { rowAt } = lineSums(table);
  const [first] = table.rows;
  return (addition?.terms ?? []).flatMap(({ area, times }) =>
    table.columns.flatMap((column) => {
      const col = first?.cells.get(column.id)?.at.col ?? -1;
      if (col < area.col || col >= area.col + area.cols) return [];
      return rowsIn(area, table).flatMap((row) => {
        const cell = table.rows[rowAt(row)]?.cells.get(column.id);
        return isNumber(cell) && !(cell.at.row === at.row && cell.at.col === at.col) ? [{ cell, times }] : [];
      });
    }),
  );
}

function rowsIn({ row, rows }: Area, table: AmountTable): number[] {
  const [first, last] = [Math.max(row, table.rows[0]?.row ?? 0), Math.min(row + rows - 1, table.rows.at(-1)?.row ?? -1)];
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}

/** Whether a cell may hold the mistake itself: typed, or a formula about nothing in the table, which is as right as what it shows. */
function isTyped(table: AmountTable, { formula }: NumberCell): boolean {
  return formula === null || !isOverCells(formula) || !namedCells(formula, table.sheet).areas.some((area) => overlap(area, table.area));
}

function isComputed({ formula }: NumberCell): boolean {
  return formula !== null && isOverCells(formula);
}

/**
 * The cells that take part in relations, with the decimals that their column shows and the amounts of their line in the other years or
 * units.
 */
function cellsOf(table: AmountTable, terms: readonly Terms[], { moves }: Connected): BalanceCell[] {
  const taking = new Map(terms.flatMap(({ total, parts }) => [total, ...parts]).map((cell) => [cell, cellId(cell.at)]));
  const rests = terms.flatMap(({ rest }): BalanceCell[] =>
    rest ? [{ id: rest.id, value: rest.value, typed: true, fixed: true, decimals: 0 }] : [],
  );
  const defined = new Set(terms.flatMap(({ definition, total }) => (definition ? [total] : [])));
  const decimals = decimalsOfColumns(table);
  const { rowAt } = lineSums(table);
  return [...taking].map(([cell, id]): BalanceCell => {
    const { at, value } = cell;
    return {
      id,
      value,
      typed: !defined.has(cell) && isTyped(table, cell),
      fixed: !moves(cell),
      ...(cell.none ? { none: true } : {}),
      decimals: decimals.get(at.col) ?? 0,
      // asked for by few cells, and only where a sum fails
      get peers() {
        const row = table.rows[rowAt(at.row)];
        const own = row && table.columns.find((column) => cellIn(row, column)?.at.col === at.col);
        if (!own || spanOf(own) === null) return [];
        return table.columns.flatMap((column) => {
          const peer = column !== own && column.role === own.role && spanOf(column) === spanOf(own) ? cellIn(row, column) : undefined;
          return isNumber(peer) ? [peer.value] : [];
        });
      },
    };
  }).concat(rests);
}

/** The most decimals that are typed in each column of the sheet. */
function decimalsOfColumns(table: AmountTable): ReadonlyMap<number, number> {
  const { columns, values, states, whole } = gridOf(table);
  return new Map(columns.map((column, place) => {
    const most = (): number =>
      Array.from(values[place] ?? []).reduce(
        (all, value, row) => (states[place]?.[row] === STATE.number ? Math.max(all, decimalsOf(value)) : all),
        0,
      );
    return [table.rows[0]?.cells.get(column.id)?.at.col ?? -1, whole[place] === true ? 0 : most()];
  }));
}

/**
 * Whole amounts are exact ones; only those with decimals may have been rounded. In tables of others whole ones may be so too, but for đồng.
 */
function equationsOf(terms: readonly Terms[], cells: readonly BalanceCell[], exact: boolean): Equation[] {
  const decimals = new Map(cells.map((cell) => [cell.id, cell.decimals]));
  const definitions = new Map(terms.flatMap((one) => (one.definition ? [[cellId(one.total.at), one] as const] : [])));
  // a computed cell is as far off as the typed ones that it adds up
  const counts = new Map<string, number>();
  const typedIn = ({ at, formula }: NumberCell): number => {
    const id = cellId(at);
    const known = counts.get(id);
    if (known !== undefined) return known;
    counts.set(id, 1);
    const behind = formula === null ? undefined : definitions.get(id);
    const count = behind ? behind.parts.reduce((all, part) => all + typedIn(part), behind.rest?.count ?? 0) : 1;
    counts.set(id, count);
    return count;
  };
  return terms.map(({ key, op, total, slack, parts, times, rest, definition, exact: isExact }): Equation => {
    const shown = [total, ...parts].reduce((most, { at }) => Math.max(most, decimals.get(cellId(at)) ?? 0), 0);
    return {
      id: key,
      op: op === "of-which" ? "<=" : "=",
      // the total comes first: it is the cell that a definition defines
      terms: [
        { cell: cellId(total.at), coefficient: -1 },
        ...parts.map(({ at }, index) => ({ cell: cellId(at), coefficient: times?.[index] ?? 1 })),
        ...(rest ? [{ cell: rest.id, coefficient: 1 }] : []),
      ],
      tolerance: noiseOf({ op, total, parts, slack }),
      decimals: isExact || (shown === 0 && exact) ? Infinity : shown,
      parts: [total, ...parts].reduce((all, cell) => all + typedIn(cell), (rest?.count ?? 0) - 1),
      ...(definition ? { definition } : {}),
    };
  });
}
