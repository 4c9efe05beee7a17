import { decimalsOf } from "./decimal";

/** A decimal number without any rounding: `digits` divided by ten to the power of `scale`. Sums of such come to the same in every order. */
export interface Exact {
  readonly digits: bigint;
  readonly scale: number;
}

export const ZERO: Exact = { digits: 0n, scale: 0 };

/** A number as its shortest decimal form says it: 0.1 is one tenth. Throws RangeError where it is not finite. */
export function exactOf(value: number): Exact {
  if (!Number.isFinite(value)) throw new RangeError(`not a finite number: ${value}`);
  if (Number.isSafeInteger(value)) return { digits: BigInt(value), scale: 0 };
  const [mantissa = "", exponent = "0"] = String(value).split("e");
  const scale = decimalsOf(value);
  const decimals = (mantissa.split(".")[1] ?? "").length;
  return { digits: BigInt(mantissa.replace(".", "")) * power(Number(exponent) - decimals + scale), scale };
}

const power = (exponent: number): bigint => 10n ** BigInt(exponent);

const digitsAt = ({ digits, scale }: Exact, wanted: number): bigint => (scale === wanted ? digits : digits * power(wanted - scale));

export function plus(a: Exact, b: Exact): Exact {
  const scale = Math.max(a.scale, b.scale);
  return { digits: digitsAt(a, scale) + digitsAt(b, scale), scale };
}

/** Times a whole number or a decimal. */
export function times(a: Exact, factor: number): Exact {
  const b = exactOf(factor);
  return { digits: a.digits * b.digits, scale: a.scale + b.scale };
}

/** Decimals that a quotient is told with: more than anybody types, few enough that a number holds them. */
const DECIMALS = 6;

/** a divided by b, times a whole number, to six decimals, halves away from zero; null where b is zero. */
export function quotient(a: Exact, b: Exact, whole: number): number | null {
  if (b.digits === 0n) return null;
  const scale = Math.max(a.scale, b.scale);
  const above = digitsAt(a, scale) * BigInt(whole) * power(DECIMALS);
  const below = digitsAt(b, scale);
  const negative = above < 0n !== below < 0n;
  const size = (value: bigint): bigint => (value < 0n ? -value : value);
  const rounded = (2n * size(above) + size(below)) / (2n * size(below));
  return toNumber({ digits: negative ? -rounded : rounded, scale: DECIMALS });
}

/** The nearest number; one of fifteen digits or less comes back as it was. */
export function toNumber({ digits, scale }: Exact): number {
  return Number(`${digits}e-${scale}`);
}

/** Divided by ten to the power of `tens`: đồng into millions. */
export function shifted({ digits, scale }: Exact, tens: number): Exact {
  return { digits, scale: scale + tens };
}
