export * from "./model";
export * from "./catalogue";
