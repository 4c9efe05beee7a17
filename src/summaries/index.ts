export { summarySheet, type SummaryInput } from "./summary";
