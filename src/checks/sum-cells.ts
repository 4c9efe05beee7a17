import type { CellRef } from "../sheet";
import type { Relation } from "../tables";
import { cellId } from "./equations";

/** What the formulas of a table add up, by the id of the formula's cell. */
export function definitionsIn(relations: readonly Relation[]): ReadonlyMap<string, Relation["parts"]> {
  return new Map(relations.flatMap(({ total, parts, from }) => (from === "formula" ? [[cellId(total.at), parts]] : [])));
}

/** The cells that computed ones add up take part in the sum too, down to those that are typed. */
export function typedBehind(definitions: ReadonlyMap<string, Relation["parts"]>, broken: readonly Relation[]): CellRef[] {
  const seen = new Set<string>();
  const behind = (parts: Relation["parts"]): CellRef[] =>
    parts.flatMap(({ at, formula }) => {
      const id = cellId(at);
      if (formula === null || seen.has(id)) return [];
      seen.add(id);
      const own = definitions.get(id) ?? [];
      return [...own.map((part) => part.at), ...behind(own)];
    });
  return behind(broken.flatMap(({ total, parts }) => [total, ...parts]));
}

/** Each cell once, in their order. */
export function unique(cells: readonly CellRef[]): CellRef[] {
  return [...new Map(cells.map((cell) => [cell.row * 16_384 + cell.col, cell])).values()];
}
