import { BINARY_NOISE, decimalsOf } from "../quantity";

/** Numbers of a product, or of `factor` times the first over the second; of a growth, of what the first has more than the second. */
export interface Factors {
  readonly op: "product" | "ratio";
  readonly factor: number;
  readonly parts: readonly number[];
  /** The factors were rounded to the digits that they show; else only what they come to was. */
  readonly rounded: boolean;
  readonly growth?: boolean;
}

/** What the factors come to; NaN over nothing. */
export function multiplied({ op, factor, parts, growth }: Omit<Factors, "rounded">): number {
  const [first = Number.NaN, divisor = 0] = parts;
  if (op === "product") return parts.length === 2 ? first * divisor : parts.slice(1).reduce((product, value) => product * value, first);
  return divisor === 0 ? Number.NaN : (factor * (growth ? first - divisor : first)) / divisor;
}

/** Half of the last digit that a number shows. */
export function halfStep(value: number): number {
  return 0.5 * 10 ** -decimalsOf(value);
}

/** By how much what rounded factors come to may be off: fractions are, counts and whole amounts are exact. */
export function slackOf(factors: Factors): number {
  if (!factors.rounded) return 0;
  const share = factors.parts.reduce((all, value) => all + (Number.isInteger(value) ? 0 : halfStep(value) / Math.abs(value)), 0);
  return sizeOf(factors, multiplied(factors)) * share;
}

/** What rounding of the factors is a share of: a growth is the small rest of two amounts. */
function sizeOf({ growth, factor }: Factors, computed: number): number {
  return Math.abs(growth ? computed + factor : computed);
}

/** No less than `slackOf` whatever decimals the factors show. */
function mostSlack(factors: Factors, computed: number): number {
  const { rounded, parts } = factors;
  if (!rounded) return 0;
  let share = 0;
  for (const value of parts) if (!Number.isInteger(value)) share += 0.5 / Math.abs(value);
  return sizeOf(factors, computed) * share;
}

/** Whether a stated number is what its factors come to, as far as rounding lets it be told. */
export function isRoundedProduct(stated: number, factors: Factors): boolean {
  const computed = multiplied(factors);
  // most are off by more than any rounding could be, which is told without looking for decimals
  if (Math.abs(stated - computed) > 0.5 + mostSlack(factors, computed) + Math.abs(computed) * BINARY_NOISE) return false;
  return Math.abs(stated - computed) <= halfStep(stated) + slackOf(factors) + Math.abs(computed) * BINARY_NOISE;
}
