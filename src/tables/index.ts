export * from "./columns";
export * from "./certainty";
export type { LostTable } from "./lost-table";
export * from "./number-cells";
export * from "./states";
export * from "./structure";
export * from "./table";
export { acrossOf, type Across } from "./across";
export { addedIn, additionOf, type AddedArea, type Addition, type AnyAddition } from "./additions";
export { chosenRows, draftOf, finished, flagsIn, gridOf, isNumberAt, STATE, type AmountGrid } from "./amount-grid";
export { placeOf, isDefinition, type Retyped } from "./after";
export { recalculated, sumFaults, withRightSums, type ExtraReason, type SumDifference, type SumFault } from "./formulas";
export { coefficientOf, computedOf, isAddition, isLinear, LONG_NUMBER, noiseOf, relationGap, relationHolds } from "./gaps";
export { cellsNamed, expressionOf, valueOf, type Expression } from "./expressions";
export { doubleCountsOf, type DoubleCount } from "./double-counts";
export { formulaBreaksOf, type FormulaBreak } from "./formula-breaks";
export { shortRangesOf, type ShortRange } from "./short-ranges";
export { withoutFormulaFaults } from "./formula-faults";
export { formulaGridOf, type FormulaCell, type FormulaGrid, type FormulaKind } from "./formula-grid";
export { graphFrom, graphOf, type Graph } from "./graph";
export {
  columnsOf, indexer, indicatorColumns, isBlankIn, isNumberIn, rowsAt, tableOf, type IndicatorColumns, type NumberColumn,
  type TargetColumn,
} from "./indicator-columns";
export { LazyCells, RowCells } from "./lazy-cells";
export { readClaim, writeClaim, type Said, type SaidClaim } from "./said";
export { lineSums, type LineSums } from "./line-sums";
export { isFromElsewhere, isOverCells, namedCells } from "./named-cells";
export { oddCells } from "./odd-cells";
export { paidFaults } from "./paid-faults";
export type { SumPart } from "./sum-cells";
export { halfStep, isRoundedProduct, multiplied, slackOf, type Factors } from "./rounded-products";
export { statesUnit } from "./stated-unit";
export { saysDirection, takesWords, targetFor } from "./targets";
export { isStillGathered, targetOf, verdictOn, type Verdict } from "./verdicts";
export type { OtherColumn, WordColumn } from "./other-columns";
export type { ResultLine } from "./result-lines";
export type { TaskLine, TermSaid } from "./task-lines";
export type { WrongDay } from "./wrong-day";
