import { groupBy } from "../base";
import { BINARY_NOISE, sumExact } from "../quantity";
import { gridOf } from "./amount-grid";
import { doubleCountsOf } from "./double-counts";
import { formulaGridOf } from "./formula-grid";
import { relationGap } from "./gaps";
import { graphOf } from "./graph";
import { shortRangesOf } from "./short-ranges";
import type { OtherTable, Relation } from "./table";

/**
 * The table without failing relations whose gap is just what a formula of one of their cells has wrong (a typed number, a subtotal counted
 * twice, a line left out): that is told of the formula, and says nothing against other cells. The same table where there is none.
 */
export function withoutFormulaFaults(table: OtherTable): OtherTable {
  const graph = graphOf(table);
  // where nothing fails its formulas are not gone through for it
  if (graph.holds) return table;
  const amounts = faultAmounts(table);
  if (amounts.size === 0) return table;
  const isExplained = (relation: Relation): boolean => {
    const cells = [relation.total, ...relation.parts].filter(({ formula, at }) => formula !== null && amounts.has(`${at.row},${at.col}`));
    if (cells.length === 0) return false;
    const gap = Math.abs(relationGap(relation));
    return cells.some(({ at }) => amounts.get(`${at.row},${at.col}`)?.some((amount) => Math.abs(amount - gap) <= gap * BINARY_NOISE));
  };
  const explained = new Set([...graph.failing].filter(isExplained));
  if (explained.size === 0) return table;
  const relations = table.relations.filter((relation) => !explained.has(relation));
  const copy: OtherTable = { ...table, relations, questions: table.questions, holds: false };
  // it has the same rows and columns
  gridOf.give(copy, gridOf(table));
  return copy;
}

/** By how much formulas are wrong, by row and column of the sheet. */
function faultAmounts(table: OtherTable): ReadonlyMap<string, readonly number[]> {
  const grid = formulaGridOf(table);
  if (!grid) return new Map();
  const valuesOf = (places: readonly number[]): number => sumExact(places.flatMap((place) => grid.valueAt(place) ?? []));
  const typed = grid.kinds.flatMap(({ places }) => {
    const numbers = grid.additionAt(places[0] ?? -1)?.numbers ?? [];
    return numbers.length === 0 ? [] : places.map((place) => ({ place, amount: sumExact([...numbers]) }));
  });
  const all = [
    ...typed,
    ...doubleCountsOf(table).map(({ place, by }) => ({ place, amount: valuesOf(by) })),
    ...shortRangesOf(table).map(({ place, missing }) => ({ place, amount: valuesOf(missing) })),
  ].filter(({ amount }) => amount !== 0);
  const idOf = ({ place }: { readonly place: number }): string => {
    const at = grid.cellAt(place)?.cell.at;
    return `${at?.row ?? -1},${at?.col ?? -1}`;
  };
  return new Map([...groupBy(all, idOf)].map(([id, some]) => [id, some.map(({ amount }) => Math.abs(amount))]));
}
