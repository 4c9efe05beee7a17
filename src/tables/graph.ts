import { addTo, derived } from "../base";
import { isDefinition, placeOf, sumsAfter, type Retyped } from "./after";
import { relationHolds } from "./gaps";
import { surelyHolds } from "./holds";
import { budgetRelations } from "./relations";
import type { BudgetTable, Relation } from "./table";

/** What the cells of a table have to do with each other. Each answer is worked out when it is first asked for. */
export interface Graph {
  /** In the order of the table: down its columns, then across its rows. */
  readonly relations: readonly Relation[];
  /** Whether all of them hold. Of a table that is right no relation is made for it. */
  readonly holds: boolean;
  readonly failing: ReadonlySet<Relation>;
  /** The relation that says what a formula shows, by the place of the formula's cell (see `placeOf`). */
  readonly defining: ReadonlyMap<number, Relation>;
  /** Whether with other values in typed cells every sum that holds still holds and none that fails is further off, formulas followed. */
  readonly after: (changes: readonly Retyped[]) => boolean;
}

/** The graph of a budget table. */
export const graphOf = derived((table: BudgetTable): Graph => graphFrom(() => budgetRelations(table), () => surelyHolds(table)));

/** The graph of relations that `make` tells; `surely`: what can be said before they are made, false where that is not certain. */
export function graphFrom(make: () => readonly Relation[], surely: () => boolean = () => false): Graph {
  const relations = once(make);
  const failing = once(() => new Set(relations().filter((relation) => !relationHolds(relation))));
  const holds = once(() => surely() || failing().size === 0);
  const defining = once(
    () => new Map(relations().flatMap((relation) => (isDefinition(relation) ? [[placeOf(relation.total), relation] as const] : []))),
  );
  const after = once(() => sumsAfter(usesIn(relations())));
  return {
    get relations() {
      return relations();
    },
    get holds() {
      return holds();
    },
    get failing() {
      return failing();
    },
    get defining() {
      return defining();
    },
    after: (changes) => after()(changes),
  };
}

/** The relations in which cells stand, by their places. */
function usesIn(relations: readonly Relation[]): ReadonlyMap<number, readonly Relation[]> {
  const using = new Map<number, Relation[]>();
  for (const relation of relations) for (const cell of [relation.total, ...relation.parts]) addTo(using, placeOf(cell), relation);
  return using;
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}
