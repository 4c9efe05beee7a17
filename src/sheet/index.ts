export * from "./address";
export * from "./formula-tokens";
export * from "./snapshot";
export * from "./spec";
