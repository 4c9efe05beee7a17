import type { Correction, Fault } from "../balance";

/** Among more figures than these nobody finds the wrong one. */
const MOST = 3;

/**
 * The corrections of one figure that a slip of the hand explains best and that settle a fault equally well; one alone is the likely one.
 * None where nothing stands out, or where more than three do.
 */
export function suspectsOf({ likeliest, likeliestSet, candidates }: Fault): readonly Correction[] {
  if (likeliest !== null) return [likeliest];
  if (likeliestSet !== null) return [];
  const equals = candidates.filter(({ kind, rank }) => kind !== null && rank === 0);
  return equals.length <= MOST ? equals : [];
}
