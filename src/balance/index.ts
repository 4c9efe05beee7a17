export { diagnose } from "./diagnose";
export * from "./types";
