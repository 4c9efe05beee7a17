import { addTo } from "../base";
import { contains, type Area } from "../sheet";
import { relationHolds } from "./gaps";
import { isOverCells, namedCells } from "./named-cells";
import { relationKey, type Relation, type TypedCell } from "./table";

/**
 * The relations with those "from formula" that a formula makes where a stated amount belongs: it shows what it adds and can contradict
 * only the others. Of several the one whose cells the formula names, itself or the sums of them, and that it reaches; where it names
 * none of them (helper cells, other sheets), any that it reaches. Another workbook states amounts as a hand does.
 * A total that names its breakdowns and reaches none of them (their mean) says nothing of its own: they are held against each other.
 */
export function withDefinitions(relations: readonly Relation[]): Relation[] {
  const made = new Map<TypedCell, Relation>();
  const open = new Map<TypedCell, Relation[]>();
  for (const relation of relations) {
    const { total, from, op, partial } = relation;
    if (total.formula === null || !isOverCells(total.formula)) continue;
    if (from === "formula") made.set(total, relation);
    else if (op !== "of-which" || partial) addTo(open, total, relation);
  }
  const chosen = new Map<Relation, readonly Relation[]>();
  // what stands below is told first: a total may name what it adds up itself
  for (const [total, own] of [...open].reverse()) {
    if (made.has(total)) continue;
    const { areas, linked } = namedCells(total.formula ?? "", total.at.sheet);
    if (linked) continue;
    const named = own.filter(({ parts }) => parts.every((part) => isNamed(part, areas, made)));
    const found = (named.length > 0 ? named : own).map(asDefinition).find(relationHolds);
    const place = found && own.find(({ key }) => key === found.key);
    if (found && place) {
      made.set(total, found);
      chosen.set(place, [found]);
    } else if (named.length > 1) {
      const [first, ...others] = named.filter(({ op }) => op === "same");
      const between = first ? others.map((other) => differing(first, other)) : [];
      if (first && between.some((one) => !relationHolds(one))) for (const one of own) chosen.set(one, one === first ? between : []);
    }
  }
  return chosen.size === 0 ? [...relations] : relations.flatMap((relation) => chosen.get(relation) ?? [relation]);
}

function asDefinition(relation: Relation): Relation {
  return { ...relation, op: "sum", from: "formula", partial: false };
}

/** Whether the areas hold a cell, or all that it adds up. */
function isNamed(cell: TypedCell, areas: readonly Area[], made: ReadonlyMap<TypedCell, Relation>): boolean {
  if (areas.some((area) => contains(area, cell.at))) return true;
  const own = made.get(cell);
  return own !== undefined && own.parts.every((part) => isNamed(part, areas, made));
}

/** Two breakdowns of one total as they are held against each other where none is stated. */
function differing(one: Relation, other: Relation): Relation {
  const [total] = one.parts;
  const key = relationKey(one.axis, one.column, one.about, other.about);
  return { ...other, total: total ?? other.total, labels: { total: one.labels.parts, parts: other.labels.parts }, key };
}
