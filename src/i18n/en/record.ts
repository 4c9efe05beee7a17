import type { RecordWords } from "../record-types";

export const record: RecordWords = {
  sheet: "Findings",
  title: "FINDINGS",
  note: "(Status, explanation, handled by and date may be typed. “Fixed” is confirmed by a check: what is still wrong becomes “Open” again.)",
  columns: { number: "No.", severity: "Severity", place: "Place", text: "Finding", status: "Status", explanation: "Explanation", who: "Handled by", date: "Date" },
  statuses: { open: "Open", explained: "Explained", fixed: "Fixed", off: "Not applied" },
  spellings: {
    open: ["Not fixed", "Not explained", "To do", "Todo", "In progress", "Reopened"],
    explained: ["Explanation", "Justified"],
    fixed: ["Fix", "Done", "Corrected", "Resolved"],
    off: ["Off", "Turned off", "Not applicable", "N/A"],
  },
  input: {
    title: "Status",
    refusal: "This status is not in the list; Plan Tables will take it for open.",
    promptTitle: "Status",
    prompt: "Choose “Explained” where the figure is right and the reason is given. “Fixed” is written by a check once nothing is wrong any more.",
  },
  rule: (name) => `Rule: ${name}`,
  ruleAgain: (name) => `Rule: ${name} (applied again)`,
};

/** The name of each rule. */
export const rules: Readonly<Record<string, string>> = {
  sums: "Details add up to their totals",
  "number-text": "Numbers typed as text",
  "cell-errors": "Cells whose formula fails",
  "unreadable-targets": "Targets that cannot be read",
  targets: "Actual values against targets",
  "unit-limits": "Values that the unit does not allow",
  "percent-slips": "Fractions and percentages mixed up",
  "per-mille": "% and ‰ mixed up",
  shares: "Shares against numerator and denominator",
  "target-order": "Later targets against earlier ones",
  jumps: "Unusual fall against the year before",
  "duplicate-targets": "One indicator with two different targets",
  "budget-shares": "Shares of the budget against targets",
  "missing-actuals": "Values missing for years that are over",
  columns: "Columns that are gone or renamed",
  "outline-numbers": "Outline numbers",
  "merged-inputs": "Merged input cells",
  "formula-replaced": "Formulas replaced by numbers",
  "formula-parts": "Formulas that leave out, repeat or mistake rows",
  "same-amount": "The same amount in two lines",
  "hidden-parts": "Hidden rows or columns that count",
  signs: "Negative or blank amounts",
  "table-units": "The unit of a whole table",
  "unit-slips": "Amounts a thousand or a million times off",
  "task-leads": "Tasks without a lead",
  "task-status": "Status and progress of tasks",
  "task-times": "Times of tasks",
};
