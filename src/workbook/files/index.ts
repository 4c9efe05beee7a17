export { openFile, type Apart } from "./open-file";
export { answerReading, readApart } from "./other/apart";
