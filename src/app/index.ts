export * from "./answer";
export * from "./check-scope";
export * from "./check-workbook";
export * from "./compare-plans";
export * from "./compare-versions";
export * from "./correct";
export { correctTable, tableBelow, type Saying } from "./correct-table";
export * from "./check-text";
export * from "./choose";
export * from "./create-tables";
export * from "./describe-check";
export { describeDraft, factLines, unreadLines, type DraftReport } from "./describe-draft";
export { draftText, draftedText } from "./draft-text";
export { keptPlans } from "./draft-kept";
export {
  missingIn, planOf, shownGap, yearsOf, type DraftedPlan, type MissingHead, type PlanChoices,
} from "./draft-plan";
export * from "./describe-table";
export * from "./describe-text";
export * from "./describe-versions";
export * from "./form-templates";
export * from "./has-data";
export * from "./mark-findings";
export * from "./record";
export * from "./refusal";
export * from "./roll-up";
export * from "./roll-up-draft";
export * from "./roll-up-files";
export * from "./roll-up-forms";
export * from "./roll-up-sheets";
export * from "./roll-up-units";
export * from "./table-files";
export { isTaken, letGo, takeOver, type TakenOver } from "./take-over";
export * from "./watch-workbook";
export * from "./write-summary";
export * from "./write-text-check";
export * from "./write-versions";
export {
  adjustmentSheets, changeName, changeText, checkReportSheets, loneTables, noAdjustment, shareOf, shownUnit, tableRows, tableSentences,
  versionsSheet,
  type Between, type InVersions, type OtherFindings, type TableRows, type VersionRow,
} from "../summaries";
export { formRulesSchema, readFormRules, type Form, type RuleFault, type RuleFaultCode } from "../forms";
export { VERDICTS, type CheckedClaim, type TextVerdict } from "../drafting";
export {
  addFact, changeFact, confirmFact, dropFact, joinWithNext, partFact, readDocument, restoreFact, type BudgetFact, type BudgetGap,
  type Doubt, type Draft, type DraftHead, type Fact, type FactChange, type FactList, type IndicatorFact, type ListedFact, type TaskFact,
  type TextDocument,
} from "../drafting";
export { formsUsed, writtenRules } from "./written-rules";
export type { Done } from "./done";
export { takeBack, type Undo } from "./undo";
export { ruleOf, type KnownRecord } from "./known-record";
export type { Agreement, RuleFailure, Today } from "../checks";
export {
  WEIGHTS, explanationIn, rowOf, weighed, weightOf, type CorrectionData, type Finding, type FindingStatus, type OffRule, type Severity,
  type Weight,
} from "../findings";
export { catalogue, planFile, readPlanFile, type BlankRows, type Plan, type PlanFault } from "../plan";
export type { MoneyUnit } from "../quantity";
export { COLUMN_USES, type ColumnUse, type OtherTable } from "../tables";
export { areaToA1, contains, quoteSheet, toA1, type CellRef, type SheetArea, type SheetInfo, type SheetSpec } from "../sheet";
export { BUDGET_LAYOUTS, TABLE_KINDS, type BudgetLayout, type TableKind } from "../templates";
export {
  WorkbookFailure, type Course, type FailureCode, type LiveWorkbook, type Notice, type Workbook, type WorkbookChange,
} from "../workbook/port";
