import { decimalsOf } from "../quantity";
import { LIKELIHOOD, misprints } from "./typing-errors";
import type { TypingError } from "./types";

/** A value that may have been meant, and the mistake that made the typed one of it. */
export interface Slip {
  readonly to: number;
  readonly kind: TypingError;
  /** 0 for what leaves a mark that chance rarely leaves; the higher, the less it explains. */
  readonly rank: number;
}

/**
 * The likeliest single typing mistake that made `value` of one between `lo` and `hi` (both included, the same unit); null where none did.
 * `decimals`: as many as its column shows, at least as many as it was typed with.
 */
export function slipBetween(value: number, decimals: number, lo: number, hi: number): Slip | null {
  const places = Math.max(decimals, decimalsOf(value));
  const scale = 10 ** places;
  const units = Math.round(value * scale);
  const written = { units, scale: places, decimals: places, amongNegatives: value < 0 };
  const [best] = misprints(written, Math.ceil(lo * scale - NOISE), Math.floor(hi * scale + NOISE))
    .filter(({ likelihood }) => likelihood < LIKELIHOOD.odd)
    .sort((a, b) => a.likelihood - b.likelihood || Math.abs(a.to - units) - Math.abs(b.to - units));
  return best ? { to: best.to / scale, kind: best.kind, rank: best.likelihood } : null;
}

/** What binary fractions leave of a limit, in units of the last decimal. */
const NOISE = 1e-6;
