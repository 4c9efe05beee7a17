export { openFile, type Apart } from "./open-file";
export { answerReading, readApart } from "./other/apart";
export { openWhole, type WholeBook, type WholeSheet } from "./whole/open-whole";
export { sheetNamed, wholeSpec } from "./whole/whole-spec";
