/** Shifts of a sign or a unit: a zero too many or too few, up to millions. */
const SHIFTS = [10, 100, 1000, 10_000, 100_000, 1_000_000] as const;

/** A gap of more digits says nothing about digits. */
const MOST = 1e12;
/** Of fewer parts one is often as much as the others together. */
const FEWEST_PARTS = 3;

/**
 * Whether one slip of a typing hand in one cell explains that a total differs from its parts by `gap` (total minus parts; all in units of
 * the last decimal): one digit wrong, two swapped, one left out or added, a sign, zeros, one of several parts counted twice. A part that
 * was left out looks like one that need not be in it.
 */
export function isSlip(gap: number, total: number, parts: readonly number[]): boolean {
  const size = Math.abs(Math.round(gap));
  if (size === 0 || size > MOST) return false;
  const digits = strip(size);
  if (digits < 10 || (digits % 9 === 0 && digits / 9 < 10)) return true;
  if (parts.length >= FEWEST_PARTS && parts.some((part) => Math.round(part - gap) === 0)) return true;
  return misread(total, total - gap) || parts.some((part) => misread(part, part + gap));
}

function strip(size: number): number {
  let rest = size;
  while (rest > 9 && rest % 10 === 0) rest /= 10;
  return rest;
}

/** Whether what stands there may be what was meant, with a sign, zeros or one digit more or less. */
function misread(stands: number, meant: number): boolean {
  const [a, b] = [Math.round(Math.abs(stands)), Math.round(Math.abs(meant))];
  if (a > MOST || b > MOST || b === 0) return false;
  if (Math.round(stands + meant) === 0) return true;
  if (a !== 0 && SHIFTS.some((shift) => a === b * shift || b === a * shift)) return true;
  const [long, short] = a > b ? [String(a), String(b)] : [String(b), String(a)];
  return short.length > 1 && long.length === short.length + 1 && isWithoutOne(long, short);
}

function isWithoutOne(long: string, short: string): boolean {
  let at = 0;
  while (at < short.length && long[at] === short[at]) at += 1;
  return long.slice(at + 1) === short.slice(at);
}
