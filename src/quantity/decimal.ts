import Big from "big.js";

/** Digits that a double holds for certain; what a calculation leaves behind them is noise. */
const CERTAIN_DIGITS = 15;

/** Up to here a double tells numbers of six decimals apart. */
const MOST_DIVIDED = 1e9;

/** The number of decimals of a typed number in its shortest decimal form: 12.5 has 1, 1e-7 has 7, 300 has 0. NaN and infinities have 0. */
export function decimalsOf(value: number): number {
  if (!Number.isFinite(value) || Number.isInteger(value)) return 0;
  // a double that is nearest to a number of few decimals is printed as that number; to divide costs less than to print
  if (Math.abs(value) < MOST_DIVIDED) {
    for (let decimals = 1, scale = 10; decimals <= 6; decimals++, scale *= 10)
      if (Math.round(value * scale) / scale === value) return decimals;
  }
  const [mantissa = "", exponent = "0"] = String(value).split("e");
  const decimals = (mantissa.split(".")[1] ?? "").length - Number(exponent);
  return Math.max(0, decimals);
}

/**
 * The sum of numbers as decimals, not as binary fractions: 0.1 + 0.2 is 0.3. The sum of nothing is 0.
 * @throws RangeError where a value is not finite.
 */
export function sumExact(values: readonly number[]): number {
  // whole numbers are exact as they are, as long as all of them together are
  if (values.every(Number.isInteger) && Number.isSafeInteger(values.reduce((all, value) => all + Math.abs(value), 0))) {
    return values.reduce((all, value) => all + value, 0);
  }
  let sum = new Big(0);
  for (const value of values) {
    if (!Number.isFinite(value)) throw new RangeError(`not a finite number: ${value}`);
    sum = sum.plus(value);
  }
  return sum.toNumber();
}

/** The number without what binary arithmetic left behind its fifteenth digit: 0.30000000000000004 is 0.3. Whole numbers stay. */
export function withoutNoise(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(CERTAIN_DIGITS));
}

/** How many digits a number has without the zeros at either end: 3 of 12.300 and of 0,0123. */
export function significantDigits(value: number): number {
  if (Number.isSafeInteger(value)) {
    let rest = Math.abs(value);
    while (rest >= 10 && rest % 10 === 0) rest /= 10;
    return rest === 0 ? 0 : String(rest).length;
  }
  return String(Math.abs(value)).replace(".", "").replace(/^0+|0+$/g, "").length;
}

/** A value times a power of ten, as decimals: 2.3 tỷ is 2300000000, not a hair less. */
export function scaled(value: number, factor: number): number {
  return factor === 1 ? value : Number((value * factor).toPrecision(15));
}
