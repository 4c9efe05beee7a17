import { addTo, derived } from "../base";
import { isDefinition, placeOf, sumsAfter, type Retyped } from "./after";
import { relationHolds } from "./gaps";
import { surelyHolds } from "./holds";
import { budgetRelations } from "./relations";
import type { AmountTable, Relation } from "./table";

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

/** The graph of a table of amounts. */
export const graphOf = derived(
  (table: AmountTable): Graph =>
    table.kind === "budget"
      ? graphFrom(() => budgetRelations(table), () => surelyHolds(table))
      : graphFrom(() => table.relations, () => table.holds),
);

/** The graph of relations that `make` tells; `surely`: what can be said before they are made, false where that is not certain. */
export function graphFrom(make: () => readonly Relation[], surely: () => boolean = () => false): Graph {
  return new LazyGraph(make, surely);
}

/** One class for all graphs: getters that each graph had for itself would make every one an object of its own kind to the engine. */
class LazyGraph implements Graph {
  readonly #relations: () => readonly Relation[];
  readonly #holds: () => boolean;
  readonly #failing = once(() => new Set(this.relations.filter((relation) => !relationHolds(relation))));
  readonly #defining = once(
    () => new Map(this.relations.flatMap((relation) => (isDefinition(relation) ? [[placeOf(relation.total), relation] as const] : []))),
  );
  readonly #after = once(() => sumsAfter(usesIn(this.relations)));

  constructor(make: () => readonly Relation[], surely: () => boolean) {
    this.#relations = once(make);
    this.#holds = once(() => surely() || this.failing.size === 0);
  }

  get relations(): readonly Relation[] {
    return this.#relations();
  }

  get holds(): boolean {
    return this.#holds();
  }

  get failing(): ReadonlySet<Relation> {
    return this.#failing();
  }

  get defining(): ReadonlyMap<number, Relation> {
    return this.#defining();
  }

  readonly after = (changes: readonly Retyped[]): boolean => this.#after()(changes);
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
