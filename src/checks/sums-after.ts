import { relationGap, relationHolds, noiseOf, type Relation, type TypedCell } from "../reading";

/** A cell of a sheet as one number. */
export function placeOf({ at }: TypedCell): number {
  return at.row * 16_384 + at.col;
}

/** Whether a formula shows what a relation adds up. */
export function isDefinition(relation: Relation): boolean {
  return relation.from === "formula" && relation.total.formula !== null && relationHolds(relation);
}

/**
 * Tells of another value in a typed cell whether every sum that holds then still holds and none that fails is further off, formulas followed.
 * The relations are gone through once; what is asked costs the sums above the cell.
 */
export function sumsAfter(relations: readonly Relation[]): (cell: TypedCell & { readonly state: "number" }, value: number) => boolean {
  const using = new Map<number, Relation[]>();
  for (const relation of relations) {
    for (const cell of [relation.total, ...relation.parts]) {
      const place = placeOf(cell);
      const users = using.get(place);
      if (users) users.push(relation);
      else using.set(place, [relation]);
    }
  }
  return (cell, value) => {
    const by = new Map([[placeOf(cell), value - cell.value]]);
    const touched = new Set<Relation>();
    // each formula follows from what it adds up, once for each way
    const follow = (place: number, change: number): void => {
      for (const relation of using.get(place) ?? []) {
        const total = placeOf(relation.total);
        if (total === place || !isDefinition(relation)) touched.add(relation);
        else {
          by.set(total, (by.get(total) ?? 0) + change);
          follow(total, change);
        }
      }
    };
    follow(placeOf(cell), value - cell.value);
    return [...touched].every((relation) => {
      const { total, parts, op } = relation;
      if (isDefinition(relation)) return true;
      const moved = parts.reduce((left, part) => left - (by.get(placeOf(part)) ?? 0), by.get(placeOf(total)) ?? 0);
      const before = relationGap(relation);
      const after = before + moved;
      const noise = noiseOf(relation) + Math.abs(moved) * 1e-12;
      const holds = op === "of-which" ? after >= -noise : Math.abs(after) <= noise;
      return holds || (!relationHolds(relation) && Math.abs(after) < Math.abs(before));
    });
  };
}
