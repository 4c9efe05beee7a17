import { coefficientOf, isLinear, noiseOf, relationGap, relationHolds } from "./gaps";
import type { Relation, TypedCell } from "./table";

/** A cell of a sheet as one number. */
export function placeOf({ at }: TypedCell): number {
  return at.row * 16_384 + at.col;
}

/** Whether a formula shows what a relation adds up. */
export function isDefinition(relation: Relation): boolean {
  return relation.from === "formula" && relationHolds(relation);
}

/** A typed cell with another value. */
export interface Retyped {
  readonly cell: TypedCell & { readonly state: "number" };
  readonly to: number;
}

/** By how much what the parts come to moves with the one at a place; NaN where that hangs on the others: then nothing is certain. */
function influenceOf(relation: Relation, place: number): number {
  if (relation.op === "difference") return coefficientOf(relation, relation.parts.findIndex((part) => placeOf(part) === place));
  return isLinear(relation) ? 1 : Number.NaN;
}

/** A relation as it stands. */
interface Standing {
  readonly definition: boolean;
  readonly holds: boolean;
  readonly gap: number;
  readonly noise: number;
}

/**
 * Tells of other values in typed cells whether every sum that holds then still holds and none that fails is further off, formulas followed.
 * What is asked costs the sums above the cells and not what those add up beside them. `using`: the relations in which each cell stands.
 */
export function sumsAfter(using: ReadonlyMap<number, readonly Relation[]>): (changes: readonly Retyped[]) => boolean {
  const known = new Map<Relation, Standing>();
  const standing = (relation: Relation): Standing => {
    const before = known.get(relation);
    if (before) return before;
    const found = {
      definition: isDefinition(relation),
      holds: relationHolds(relation),
      gap: relationGap(relation),
      noise: noiseOf(relation),
    };
    known.set(relation, found);
    return found;
  };
  return (changes) => {
    const moved = new Map<Relation, number>();
    // each formula follows from what it adds up, once for each way
    const follow = (place: number, change: number): void => {
      for (const relation of using.get(place) ?? []) {
        const total = placeOf(relation.total);
        const by = total === place ? -change : change * influenceOf(relation, place);
        if (total !== place && standing(relation).definition) follow(total, by);
        else if (!standing(relation).definition) moved.set(relation, (moved.get(relation) ?? 0) - by);
      }
    };
    for (const { cell, to } of changes) follow(placeOf(cell), to - cell.value);
    return [...moved].every(([relation, by]) => {
      const { holds, gap, noise } = standing(relation);
      const after = gap + by;
      const least = noise + Math.abs(by) * 1e-12;
      return (
        by === 0 || (relation.op === "of-which" ? after >= -least : Math.abs(after) <= least) || (!holds && Math.abs(after) < Math.abs(gap))
      );
    });
  };
}
