import { sumExact } from "../quantity";
import { addTo, doubtOf, fits, NOISE, type Running } from "./binary-sums";
import { isRoundedProduct, multiplied } from "./rounded-products";
import type { Relation } from "./table";

/** From here on a number has 16 digits, of which a spreadsheet keeps 15: nothing is told of its sums. */
export const LONG_NUMBER = 1e15;

/** What a relation compares. */
type Claim = Pick<Relation, "op" | "total" | "parts" | "factor" | "rounded" | "growth" | "added" | "slack" | "stated">;

/** What the parts of a relation come to, exact where they are added; NaN of a ratio over nothing. */
export function computedOf(claim: Omit<Claim, "total">): number {
  const { op, parts, factor = 1, growth = false } = claim;
  const values = parts.map(({ value }) => value);
  if (isLinear(claim)) return sumExact(values.map((value, place) => coefficientOf(claim, place) * value));
  return multiplied({ op: op === "product" ? op : "ratio", factor, parts: values, growth });
}

/** Whether its parts are added and nothing else: they may be named as areas, and blanks among them say nothing. */
export function isAddition({ op }: Pick<Relation, "op">): boolean {
  return op === "sum" || op === "same" || op === "of-which";
}

/** Whether what the parts come to moves with each of them by so much, whatever the others are. */
export function isLinear({ op }: Pick<Relation, "op">): boolean {
  return op !== "product" && op !== "ratio";
}

/**
 * By how much the parts of a linear relation move with its part at a place in the list: all but the first of a difference, or the first
 * few, are taken away.
 */
export function coefficientOf({ op, added = 1 }: Pick<Relation, "op" | "added">, place: number): number {
  return op === "difference" && place >= added ? -1 : 1;
}

/** Total minus what the parts come to, in the unit of the total; exact where they are added. */
export function relationGap(relation: Claim): number {
  const { total, parts } = relation;
  if (isLinear(relation)) return sumExact([total.value, ...parts.map(({ value }, place) => -coefficientOf(relation, place) * value)]);
  return total.value - computedOf(relation);
}

/** By how much it may be off: its slack, and binary fractions of a spreadsheet's own sums, far below anything that a person types. */
export function noiseOf({ op, total, parts, slack = 0 }: Claim): number {
  let most = Math.abs(total.value);
  // parts that are multiplied are of other sizes than what they come to
  if (isLinear({ op })) for (const { value } of parts) most = Math.max(most, Math.abs(value));
  return most * NOISE + slack;
}

/**
 * A look in binary numbers is enough for nearly all sums; the others are added up as decimals. What is multiplied holds as far as rounding
 * lets it be told. What cannot be computed does not hold.
 */
export function relationHolds(relation: Claim): boolean {
  const { op, total, parts } = relation;
  if (isAddition(relation)) {
    const running: Running = { sum: 0, lost: 0, size: Math.abs(total.value) };
    for (const { value } of parts) addTo(running, value);
    if (fits(total.value, running.sum + running.lost, doubtOf(running.size), op === "of-which")) return true;
  }
  // of what people have said how far it may be off nothing else is asked
  const isExact = relation.stated?.tolerance !== undefined;
  if (!isExact && (op === "product" || op === "ratio"))
    return isRoundedProduct(total.value, {
      op, factor: relation.factor ?? 1, parts: parts.map(({ value }) => value), rounded: relation.rounded === true,
      growth: relation.growth === true,
    });
  const gap = relationGap(relation);
  return op === "of-which" ? gap >= -noiseOf(relation) : Math.abs(gap) <= noiseOf(relation);
}
