export { diagnose } from "./diagnose";
export * from "./types";
export { slipBetween, type Slip } from "./one-slip";
