/** Decimal fractions as scaled integers, so that no binary rounding is taken for a gap. */

/** Digits that a spreadsheet keeps of a number; what a formula leaves beyond them is noise of binary arithmetic. */
const KEPT_DIGITS = 15;

/** More decimals than this are never typed and never shown; a scale has to end somewhere. */
export const MAX_DECIMALS = 15;

/** "1234.5e-3" → digits "12345", exponent -4: the value is digits × 10^exponent. Finite numbers only. */
function parts(value: number): { readonly digits: string; readonly exponent: number } {
  const [mantissa = "0", power = "0"] = value.toExponential(KEPT_DIGITS - 1).split("e");
  const digits = mantissa.replace(".", "").replace(/0+$/, "");
  const point = mantissa.startsWith("-") ? 2 : 1;
  return digits === "" || digits === "-" ? { digits: "0", exponent: 0 } : { digits, exponent: Number(power) - (digits.length - point) };
}

/** Decimals of a finite number within its 15 certain digits: 39.7050 → 3, 1000 → 0, 0.1 + 0.2 → 1. */
export function keptDecimals(value: number): number {
  return Number.isSafeInteger(value) ? 0 : Math.max(0, -parts(value).exponent);
}

const POWERS = Array.from({ length: 2 * MAX_DECIMALS + 1 }, (_, n) => 10n ** BigInt(n));

/** 10^n for n ≥ 0. */
export function powerOfTen(n: number): bigint {
  return POWERS[n] ?? 10n ** BigInt(n);
}

/** A finite number in units of 10^-scale; what is smaller than half a unit is rounded away, halves away from zero. */
export function toUnits(value: number, scale: number): bigint {
  if (Number.isSafeInteger(value)) return scale === 0 ? BigInt(value) : BigInt(value) * powerOfTen(scale);
  const { digits, exponent } = parts(value);
  const shift = exponent + scale;
  if (shift >= 0) return BigInt(digits) * powerOfTen(shift);
  const divisor = powerOfTen(-shift);
  const units = BigInt(digits);
  const half = divisor / 2n;
  return (units < 0n ? units - half : units + half) / divisor;
}

/** Units of 10^-scale as the nearest number. */
export function fromUnits(units: bigint, scale: number): number {
  return Number(`${units}e${-scale}`);
}

export function absolute(value: bigint): bigint {
  return value < 0n ? -value : value;
}

/** The quotient rounded towards minus infinity. */
export function floorDiv(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a % b !== 0n && a < 0n !== b < 0n ? quotient - 1n : quotient;
}

/** The quotient rounded towards plus infinity. */
export function ceilDiv(a: bigint, b: bigint): bigint {
  return -floorDiv(-a, b);
}

/** A fraction in lowest terms; the denominator is positive. */
export interface Fraction {
  readonly num: bigint;
  readonly den: bigint;
}

export const ONE: Fraction = { num: 1n, den: 1n };

export function fraction(num: bigint, den: bigint): Fraction {
  if (den === 1n) return { num, den };
  let [a, b] = [absolute(num), absolute(den)];
  while (b !== 0n) [a, b] = [b, a % b];
  const divisor = den < 0n ? -a : a;
  return { num: num / divisor, den: den / divisor };
}

export function addFractions(a: Fraction, b: Fraction): Fraction {
  return fraction(a.num * b.den + b.num * a.den, a.den * b.den);
}

export function multiplyFractions(a: Fraction, b: Fraction): Fraction {
  return fraction(a.num * b.num, a.den * b.den);
}

/** Whole numbers from `lo` to `hi`, both included; null where there is no end. */
export interface Interval {
  readonly lo: bigint | null;
  readonly hi: bigint | null;
}

export const EVERYWHERE: Interval = { lo: null, hi: null };

/** What both hold; an empty one has lo > hi. */
export function intersect(a: Interval, b: Interval): Interval {
  return {
    lo: a.lo === null ? b.lo : b.lo === null || a.lo > b.lo ? a.lo : b.lo,
    hi: a.hi === null ? b.hi : b.hi === null || a.hi < b.hi ? a.hi : b.hi,
  };
}

export function isEmpty({ lo, hi }: Interval): boolean {
  return lo !== null && hi !== null && lo > hi;
}

/** All whole d with low ≤ start + slope × d ≤ high; an end that is null is open. The slope is not zero. */
export function solve(start: bigint, slope: Fraction, low: bigint | null, high: bigint | null): Interval {
  const { num, den } = slope;
  const [least, most] = num > 0n ? [low, high] : [high, low];
  return {
    lo: least === null ? null : ceilDiv((least - start) * den, num),
    hi: most === null ? null : floorDiv((most - start) * den, num),
  };
}
