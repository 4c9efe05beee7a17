import type { Relation } from "../reading";
import type { CellRef } from "../sheet";
import { cellId } from "./equations";

/** The cells that computed ones add up take part in the sum too, down to those that are typed. */
export function typedBehind(relations: readonly Relation[], broken: readonly Relation[]): CellRef[] {
  const definitions = new Map<string, Relation["parts"]>();
  for (const { total, parts, from } of relations) if (from === "formula") definitions.set(cellId(total.at), parts);
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
