export * from "./data";
export * from "./answer-data";
export * from "./indicator-data";
export * from "./other-data";
export * from "./finding";
export * from "./formula-data";
export type { FindingData } from "./finding-data";
export * from "./record";
export * from "./status";
