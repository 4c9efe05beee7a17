export type { XlsxWorkbook } from "./read";
export { newXlsx, openXlsx } from "./read";
export type { WriteOptions } from "./write";
export { writeXlsx } from "./write";
