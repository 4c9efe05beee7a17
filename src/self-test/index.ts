export type { ContractId, Outcome, QuestionId } from "./names";
export type { Answers } from "./question";
export type { CaseResult, Difference, Host, QuestionResult, Report, Result } from "./report";
export { differences, readReport } from "./report";
export { SELF_TEST_LENGTH, selfTest, type Occupied, type SelfTestOptions } from "./run";
