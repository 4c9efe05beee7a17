import type { TypingError } from "./types";

/**
 * How well a mistake explains a value, best first: what leaves a mark that chance rarely leaves (few values can come of it); one
 * digit for another (the commonest slip, but nine digits in each place fit) or one typed twice; a digit left out (rarer, and any digit at
 * any place fits); what needs two slips, or is odd among its neighbours; nothing. Shares of slips: Verhoeff, Error detecting decimal codes
 * (1969).
 */
export const LIKELIHOOD = { telling: 0, replaced: 1, dropped: 2, odd: 3, none: 4 } as const;

/** A value that may have been meant, in the same units as the typed one, and the mistake that made the typed one of it. */
export interface Misprint {
  readonly to: number;
  readonly kind: TypingError;
  readonly likelihood: number;
}

/** A number as typed: `units` of 10^-scale, of which the last `scale - decimals` places were not written. */
export interface Written {
  readonly units: number;
  readonly scale: number;
  readonly decimals: number;
  /** Whether other numbers of its sums are negative: else a lost minus is no likely mistake. */
  readonly amongNegatives: boolean;
}

/** Safe integers have no more digits; larger ones are not explained. */
const MAX_DIGITS = 16;

/** Powers of ten by which a slipped sign or a wrong unit makes a number too big or too small. */
const SHIFTS = [1, 2, 3, 4, 5, 6] as const;

const TENS = Array.from({ length: MAX_DIGITS + 8 }, (_, n) => 10 ** n);
const ten = (n: number) => TENS[n] ?? Infinity;
const digitAt = (n: number, place: number) => Math.floor(n / ten(place)) % 10;

/**
 * Every value of which a typing hand makes the written one by a single mistake, between `lo` and `hi` (units, both included).
 * A value may come more than once, by several mistakes. Source of the list: the errors that Scholtus (2009) corrects in
 * balance equations, and the slips of decimal and thousands signs that tables in two notations show.
 */
export function misprints(written: Written, lo: number, hi: number): Misprint[] {
  const { units } = written;
  const found: Misprint[] = [];
  if (!Number.isSafeInteger(units)) return found;
  const sign = units < 0 ? -1 : 1;
  const add = (size: number, kind: TypingError, likelihood: number) => {
    const to = sign * size;
    if (to >= lo && to <= hi && to !== units && Number.isSafeInteger(to)) found.push({ to, kind, likelihood });
  };
  if (-units >= lo && -units <= hi && units !== 0) {
    found.push({ to: -units, kind: "sign", likelihood: sign < 0 || written.amongNegatives ? LIKELIHOOD.telling : LIKELIHOOD.odd });
  }
  const number = { ...written, units: Math.abs(units) };
  shifted(number, add);
  digitsRemoved(number, add);
  digitsSwapped(number, add);
  digitsInserted(number, add);
  digitsReplaced(number, add);
  return found;
}

type Add = (size: number, kind: TypingError, likelihood: number) => void;

/** Places of the digits that stand in the number, from the last one (0) on: a number below one has a zero before its sign. */
function places({ units, scale }: Written): number {
  let count = scale + 1;
  while (ten(count) <= units) count += 1;
  return count;
}

/** The same digits with the decimal sign elsewhere: zeros too many or too few, a sign misread, thousands for millions. */
function shifted({ units, scale, decimals }: Written, add: Add): void {
  const one = ten(scale);
  for (const shift of SHIFTS) {
    for (const to of [units * ten(shift), units / ten(shift)]) {
      if (!Number.isInteger(to)) continue;
      const fractional = units % one !== 0 || to % one !== 0 || (decimals > 0 && shift === decimals);
      const kind = fractional ? "separator" : shift % 3 === 0 ? "thousand-fold" : "zeros";
      add(to, kind, kind === "zeros" && shift > 1 ? LIKELIHOOD.odd : LIKELIHOOD.telling);
    }
  }
}

/** A digit typed twice: one of two equal neighbours goes. */
function digitsRemoved(number: Written, add: Add): void {
  const { units, scale } = number;
  const count = places(number);
  for (let place = 0; place + 1 < count; place += 1) {
    if (digitAt(units, place) !== digitAt(units, place + 1) || place + 1 === scale) continue;
    const above = Math.floor(units / ten(place + 1));
    const below = units % ten(place);
    const to = place < scale ? above * ten(place + 1) + below * 10 : above * ten(place) + below;
    const zero = digitAt(units, place) === 0;
    add(to, zero ? "zeros" : "digit-doubled", zero ? LIKELIHOOD.telling : LIKELIHOOD.replaced);
  }
}

function digitsSwapped(number: Written, add: Add): void {
  const { units, scale } = number;
  const count = places(number);
  for (let low = 0; low < count; low += 1) {
    const lower = digitAt(units, low);
    for (let high = low + 1; high < count; high += 1) {
      const upper = digitAt(units, high);
      const leadingZero = lower === 0 && high === count - 1 && high > scale;
      if (upper === lower || leadingZero) continue;
      const likelihood = high === low + 1 ? LIKELIHOOD.telling : LIKELIHOOD.odd;
      add(units + (upper - lower) * (ten(low) - ten(high)), "digits-swapped", likelihood);
    }
  }
}

/** A digit left out: any digit comes back at any place, before the decimal sign or behind it. */
function digitsInserted(number: Written, add: Add): void {
  const { units, scale } = number;
  const count = places(number);
  for (let place = scale; place <= count; place += 1) {
    const above = Math.floor(units / ten(place)) * ten(place + 1);
    const below = units % ten(place);
    for (let digit = place === count ? 1 : 0; digit < 10; digit += 1) {
      const besideZero = digit === 0 && (digitAt(units, place) === 0 || (place > scale && digitAt(units, place - 1) === 0));
      add(above + digit * ten(place) + below, besideZero ? "zeros" : "digit-dropped", besideZero ? LIKELIHOOD.telling : LIKELIHOOD.dropped);
    }
  }
  for (let place = Math.max(1, scale - number.decimals); place <= scale; place += 1) {
    const below = units % ten(place);
    if (below % 10 !== 0) continue;
    const above = units - below;
    for (let digit = 0; digit < 10; digit += 1) add(above + digit * ten(place - 1) + below / 10, "digit-dropped", LIKELIHOOD.dropped);
  }
}

function digitsReplaced(number: Written, add: Add): void {
  const { units, scale, decimals } = number;
  const count = places(number);
  for (let place = scale - decimals; place < count; place += 1) {
    const rest = units - digitAt(units, place) * ten(place);
    const first = place === count - 1 && place > scale ? 1 : 0;
    for (let digit = first; digit < 10; digit += 1) add(rest + digit * ten(place), "digit-wrong", LIKELIHOOD.replaced);
  }
}
