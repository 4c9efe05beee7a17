import { sumExact } from "../quantity";
import { addTo, doubtOf, fits, NOISE, type Running } from "./binary-sums";
import type { Relation } from "./table";

/** From here on a number has 16 digits, of which a spreadsheet keeps 15: nothing is told of its sums. */
export const LONG_NUMBER = 1e15;

/** Total minus the sum of the parts, exact, in the table's unit. */
export function relationGap({ total, parts }: Relation): number {
  return sumExact([total.value, ...parts.map(({ value }) => -value)]);
}

/** Binary fractions of a spreadsheet's own sums, far below anything that a person types. */
export function noiseOf({ total, parts }: Pick<Relation, "total" | "parts">): number {
  let most = Math.abs(total.value);
  for (const { value } of parts) most = Math.max(most, Math.abs(value));
  return most * NOISE;
}

/** A look in binary numbers is enough for nearly all sums; the others are added up as decimals. */
export function relationHolds(relation: Relation): boolean {
  const { op, total, parts } = relation;
  const running: Running = { sum: 0, lost: 0, size: Math.abs(total.value) };
  for (const { value } of parts) addTo(running, value);
  if (fits(total.value, running.sum + running.lost, doubtOf(running.size), op === "of-which")) return true;
  const gap = relationGap(relation);
  return op === "of-which" ? gap >= -noiseOf(relation) : Math.abs(gap) <= noiseOf(relation);
}
