export type { Claim, Manner, MeasureKind } from "./claim";
export { claimsIn } from "./claims";
export type { PlanRole } from "./roles";
