export * from "./budget";
export * from "./choices";
export * from "./indicators";
export * from "./tasks";
export * from "./keys";
export { COLOURS, FONT, MARGINS, SIZE, heightFor } from "./layout";
export * from "./words";
export { rateFormula, totalFormula } from "./budget-formulas";
export { lineCount } from "./parts";
