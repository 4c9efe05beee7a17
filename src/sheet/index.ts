export * from "./address";
export * from "./circles";
export * from "./dates";
export * from "./formula-tokens";
export * from "./row-origins";
export * from "./snapshot";
export * from "./spec";
export * from "./standing";
