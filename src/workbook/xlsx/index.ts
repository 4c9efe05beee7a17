import { LIMITS } from "../../bytes";
import { MAX_CELLS } from "./read-sheet";

export { namesInZip, unzipped } from "./archive";
export { readDress } from "./dress/read-dress";
export type { ConditionalDress } from "./dress/conditional-dress";
export type { CellDress } from "./dress/cell-dress";
export { LeftParts, type LeftBehind, type LeftPart } from "./dress/left-behind";
export type { SheetDress } from "./dress/sheet-dress";
export type { Evaluate } from "./calculate";
export { answer, supervised } from "./supervised";
export { broken, failing, tooLarge, unreadable } from "./failures";
export { paced } from "./paced";
export { openXlsx, storedWorkbook } from "./read";
export { shownWidth, usualWidth, type SheetLooks } from "./read-looks";
export { cellKey, type StoredCell, type StoredName, type StoredSheet } from "./stored";
export { prefixedAttribute, readXml } from "./xml-events";
export type { WriteOptions } from "./write";
export { writeXlsx } from "./write";

/** A file of more bytes is refused. */
export const LARGEST_FILE = LIMITS.file;

/** A sheet of more cells is refused. */
export const MOST_CELLS = MAX_CELLS;
