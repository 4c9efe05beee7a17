/** What speaks for and against a pattern, in bits. Chosen on one half of the tables of docs/accuracy.md and looked at on the other. */

/** What a track that holds is worth at most: a long number is no better proof than a middling one. */
export const MOST_BITS = 12;
/** The share of that which is left where the same numbers, or so many times them, were seen on a track before; and all such together. */
export const AGAIN = 0.1;
export const MOST_AGAIN = 4;
/** How much less each further track is worth: tracks of one table are no independent witnesses. */
export const FADING = 0.12;
/** What a track costs that does not hold: inside of the stretch of tracks in which a pattern is believed, and outside. */
export const MISS = 5;
export const MISS_OUTSIDE = 0.7;
/** Misses cost no more than this share of what speaks for it, and one miss: others may add up in another way. */
export const MOST_LOST = 0.5;

/** From here on, after the cost of finding it, a pattern is believed. */
export const ENOUGH = 5;
/** What holds in so many of its tracks is believed in all of them. */
export const EVERYWHERE = 0.8;
/** The same where words or the tree say it. */
export const EVERYWHERE_SAID = 0.5;

/** What speaks for a pattern before its numbers are looked at: the tree, words; and against what stands apart. */
export const OF_TREE = 8;
export const OF_WORDS = 4;
export const OF_EDGE = 3;
export const OF_STRIDE = -6;
export const OF_PAIR = -6;

/** What a sum within another one has over what is enough: it comes before the other one. */
export const INNER = 2;
