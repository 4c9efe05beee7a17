import type { SummaryWords } from "../types";
import { UNITS } from "./units";

export const summary: SummaryWords = {
  sheet: "Summary",
  title: "SUMMARY OF RESULTS",
  madeOn: (date) => `(Compiled on ${date})`,
  met: ({ met, checkable, notMet, open, words }) =>
    [
      `${met}/${checkable} indicators met`,
      notMet > 0 ? `${notMet} not met` : "",
      open > 0 ? `${open} without a value` : "",
      words > 0 ? `besides, ${words} in words only, not comparable by number` : "",
    ]
      .filter((part) => part !== "")
      .join("; "),
  indicators: "I. INDICATORS",
  budget: (label) => `II. BUDGET: ${label}`,
  findings: "III. FINDINGS",
  noFindings: "Nothing wrong was found.",
  columns: {
    number: "No.",
    indicator: "Indicator",
    unit: "Unit",
    target: "Target",
    actual: "Actual",
    status: "Status",
    line: "Item / Funding source",
    amount: (unit) => (unit ? `Amount (${UNITS[unit]})` : "Amount"),
    share: "Share (%)",
    severity: "Severity",
    place: "Place",
    finding: "Finding",
  },
  status: { met: "Met", notMet: "Not met", open: "No value", words: "In words", unreadable: "Unreadable" },
  total: "Total",
  charts: {
    indicators: "Actual values against targets",
    byLine: (group) => `Budget ${group.toLowerCase()}`,
    targetSeries: "Target",
    actualSeries: "Actual",
    alt: (title, categories) => `Chart “${title}” of ${categories} entries; the figures stand in the table above it.`,
  },
};
