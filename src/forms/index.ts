export type { CellChange, ChangeKind, VersionCell } from "./change";
export {
  comparing, differencesOf, isSameTable, isUnchanged, type Differences, type Renamed, type TableDifferences,
} from "./differences";
export type { Cause, TotalChange } from "./explain";
export type { FormColumn } from "./match-columns";
export { matchingVersions, type MatchedTables } from "./matched";
export {
  formRuleSchema, formRulesSchema, formSchema, readFormRules, usableRules, type Form, type FormColumnRule, type FormCondition,
  type FormLine, type FormRule, type FormRules, type RuleFault, type RuleFaultCode,
} from "./form-rules";
export { withFormRules, withRulesOf } from "./put-rules";
export { rulesOf } from "./write-rules";
export { formName, slipsAgainst, yearOf, type YearSlip } from "./year-slips";
export { shippedForms } from "./shipped";
export * from "./template";
export * from "./roll-up";
