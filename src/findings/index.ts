export * from "./data";
export * from "./finding";
export * from "./record";
export * from "./status";
