export { openFile } from "./open-file";
