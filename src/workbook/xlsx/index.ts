import { LIMITS } from "./archive";

export type { Evaluate } from "./calculate";
export { answer, supervised } from "./supervised";
export { openXlsx } from "./read";
export type { WriteOptions } from "./write";
export { writeXlsx } from "./write";

/** A file of more bytes is refused. */
export const LARGEST_FILE = LIMITS.file;
