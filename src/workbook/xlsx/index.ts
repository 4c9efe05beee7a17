export type { XlsxWorkbook } from "./read";
export { newXlsx, openXlsx, openXlsxToRead } from "./read";
export type { WriteOptions } from "./write";
export { writeXlsx } from "./write";
