export { VERDICTS, type CheckedClaim, type TextVerdict } from "./against";
export type { Computed, Way } from "./computed";
export { factsOf, type FactTable, type PercentAt, type TableFact } from "./facts";
export { judging } from "./judge";
export { indexOf } from "./match";
