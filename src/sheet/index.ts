export * from "./address";
export * from "./snapshot";
export * from "./spec";
