export { checkReportSheets, type CheckedFile } from "./check-report";
export { idHead, langInHead, recordSheet, type RecordInput } from "./record-sheet";
export { summarySheet, type SummaryInput } from "./summary";
