export { openFile, type Apart } from "./open-file";
export { answerReading, readApart } from "./other/apart";
export { openWhole, type WholeBook, type WholeSheet } from "./whole/open-whole";
export { copyOfSheet, type SheetCopy } from "./whole/whole-spec";
