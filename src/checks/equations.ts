import type { BalanceCell, Equation } from "../balance";
import { decimalsOf } from "../quantity";
import { noiseOf, relationHolds, type Relation } from "../reading";
import type { CellRef } from "../sheet";

export function cellId({ row, col }: Pick<CellRef, "row" | "col">): string {
  return `${row},${col}`;
}

/** A relation and the equation that it makes. */
export interface RelationEquation {
  readonly relation: Relation;
  readonly equation: Equation;
}

/** The cells and equations of relations. Formula cells that reach their sum are definitions: they follow from their parts. */
export function system(relations: readonly Relation[]): { cells: BalanceCell[]; equations: RelationEquation[] } {
  const cells = new Map<string, BalanceCell>();
  for (const cell of relations.flatMap(({ total, parts }) => [total, ...parts])) {
    cells.set(cellId(cell.at), { id: cellId(cell.at), value: cell.value, typed: cell.formula === null, decimals: decimalsOf(cell.value) });
  }
  return {
    cells: [...cells.values()],
    equations: relations.map((relation) => ({
      relation,
      equation: {
        id: relation.key,
        op: relation.op === "of-which" ? "<=" : "=",
        // the total comes first: it is the cell that a definition defines
        terms: [{ cell: cellId(relation.total.at), coefficient: -1 }, ...relation.parts.map(({ at }) => ({ cell: cellId(at), coefficient: 1 }))],
        tolerance: noiseOf(relation),
        ...(relation.from === "formula" && relation.total.formula !== null && relationHolds(relation) ? { definition: true } : {}),
      },
    })),
  };
}
