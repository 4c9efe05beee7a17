export * from "./model";
export * from "./catalogue";
export * from "./own";
export * from "./read-plan";
