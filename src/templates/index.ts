export * from "./budget";
export * from "./indicators";
export * from "./keys";
export * from "./words";
