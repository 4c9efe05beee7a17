export { adjustmentSheets, noAdjustment, type NoAdjustment } from "./adjustment";
export { checkReportSheets, type CheckedFile } from "./check-report";
export { summaryLines, summarySheet, type SummaryInput } from "./summary";
export { inputsOf, originsOf, readPrevious, type Previous } from "./previous";
export { SUMMARY_WIDTH, inOwnColumns, linesOf, sheetOfLines, summaryColumnName } from "./sheet";
export {
  comparablesOfPlans, comparablesOfTables, comparePlans, type Comparable, type Compared, type Comparison, type Against,
  type ComparisonGroup, type Verdict,
} from "./comparison";
export { matchKey } from "./comparison-match";
export { nearMisses, type NearMiss } from "./comparison-near";
export { targetText, verdictText } from "./comparison-verdict";
export { PARTED, type Code, type Codes } from "./comparison-codes";
export { COMPARISON_NAMES, comparisonKeys, comparisonOfCells, comparisonSheet, readCodes } from "./comparison-sheet";
export { hiddenTelling, shareOf, shownUnit, tellingOf, type OtherFindings } from "./other";
export { count, headline, standings, type Counts, type Standing, type Status } from "./status";
export { KEPT_FIELDS, planSheet, type KeptRow } from "./plan-sheet";
export { textCheckSheet, type TextCheckRow } from "./text-check-sheet";
export { TAKEN_FIELDS, takenSheet, type TakenInput } from "./taken-sheet";
export { idHead, langInHead, recordSheet, type RecordInput } from "./record-sheet";
export {
  changeName, changeText, loneTables, tableRows, tableSentences, versionsSheet,
  type Between, type InVersions, type LoneTable, type TableRows, type VersionRow,
} from "./versions";
