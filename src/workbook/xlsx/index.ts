import { LIMITS } from "./archive";
import { MAX_CELLS } from "./read-sheet";

export type { Evaluate } from "./calculate";
export { answer, supervised } from "./supervised";
export { tooLarge, unreadable } from "./failures";
export { paced } from "./paced";
export { openXlsx } from "./read";
export type { WriteOptions } from "./write";
export { writeXlsx } from "./write";

/** A file of more bytes is refused. */
export const LARGEST_FILE = LIMITS.file;

/** A sheet of more cells is refused. */
export const MOST_CELLS = MAX_CELLS;
