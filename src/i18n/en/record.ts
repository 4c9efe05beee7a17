import type { AnswerData, ClaimData } from "../../findings";
import type { RecordWords } from "../record-types";
import { parts } from "../sentences";

const { list } = parts("en", "and");

const OPS: Readonly<Record<ClaimData["op"], string>> = { sum: "the sum of", same: "the same as", "of-which": "the whole of", difference: "the difference of", product: "the product of", ratio: "the ratio of" };

const USES: Readonly<Record<NonNullable<AnswerData["is"]>, string>> = {
  amount: "amounts that are added up", share: "shares", quantity: "quantities or prices, which nobody adds up", words: "no numbers of the table",
};

export const record: RecordWords = {
  sheet: "Findings",
  title: "FINDINGS",
  note: "(Status, explanation, handled by and date may be typed. “Fixed” is confirmed by a check: what is still wrong becomes “Open” again.)",
  columns: { number: "No.", severity: "Severity", place: "Place", text: "Finding", status: "Status", explanation: "Explanation", who: "Handled by", date: "Date" },
  statuses: { open: "Open", explained: "Explained", fixed: "Fixed", off: "Not applied", gone: "Table gone", yes: "Yes", no: "No" },
  spellings: {
    open: ["Not fixed", "Not explained", "To do", "Todo", "In progress", "Reopened"],
    explained: ["Explanation", "Justified"],
    fixed: ["Fix", "Done", "Corrected", "Resolved"],
    off: ["Off", "Turned off", "Not applicable", "N/A"],
    gone: ["Table deleted", "Deleted", "No table"],
    yes: ["True", "Right", "It is"],
    no: ["False", "Wrong", "It is not"],
  },
  input: {
    title: "Status",
    refusal: "This status is not in the list; Plan Tables will take it for open.",
    promptTitle: "Status",
    prompt: "Choose “Explained” where the figure is right and the reason is given. “Fixed” is written by a check once nothing is wrong any more, “Table gone” where the table was deleted and nobody can tell.",
  },
  rule: (name) => `Rule: ${name}`,
  ruleAgain: (name) => `Rule: ${name} (applied again)`,
  answer: "Answer",
  answered: ({ kind, axis, op, total, parts: of, is }) => {
    const [one, what] = axis === "column" ? ["Line", "line"] : ["Column", "column"];
    if (kind === "head") return `${one} ${total} is a row of heads`;
    if (kind === "column") return `${one} ${total} holds ${USES[is ?? "amount"]}`;
    if (kind === "total") return `${one} ${total} is a total`;
    return `${one} ${total} is ${kind === "only" ? "only " : ""}${OPS[op]} ${what} ${list(of)}`;
  },
  answerGone: " (these cells are gone)",
  answerUnread: " (counts for nothing: the status has to be “Yes” or “No”, and the content is written by Plan Tables)",
};

/** The name of each rule. */
export const rules: Readonly<Record<string, string>> = {
  sums: "Details add up to their totals",
  "linked-values": "Values from other workbooks",
  "number-text": "Numbers typed as text",
  "cell-errors": "Cells whose formula fails",
  "unreadable-targets": "Targets that cannot be read",
  directions: "Directions of indicators",
  targets: "Actual values against targets",
  "unit-limits": "Values that the unit does not allow",
  "percent-slips": "Fractions and percentages mixed up",
  "per-mille": "% and ‰ mixed up",
  shares: "Shares against numerator and denominator",
  "target-order": "Later targets against earlier ones",
  jumps: "Unusual fall against the year before",
  "duplicate-targets": "One indicator with two different targets",
  "budget-shares": "Shares of the budget against targets",
  assessments: "Assessments of results in words",
  "missing-actuals": "Values missing for years that are over",
  columns: "Columns that are gone or renamed",
  "outside-entries": "Rows and columns outside of the table",
  "outline-numbers": "Outline numbers",
  "lost-tables": "Tables that have lost their names",
  "merged-inputs": "Merged input cells",
  "formula-replaced": "Formulas replaced by numbers",
  "formula-parts": "Formulas that leave out, repeat or mistake rows",
  "same-amount": "The same amount in two lines",
  "hidden-parts": "Hidden rows or columns that count",
  disbursement: "Disbursed against planned",
  signs: "Negative or blank amounts",
  "table-units": "The unit of a whole table",
  "unit-slips": "Amounts a thousand or a million times off",
  "task-leads": "Tasks without a lead",
  "across-tables": "The same line in two tables",
  products: "Products and shares",
  "form-rules": "Rules of a form",
  "table-questions": "Questions about a table that was not made here",
  "formula-numbers": "Numbers typed into summing formulas",
  "formula-references": "Formulas that add blank cells or words",
  "double-counts": "Totals that add a subtotal and its parts",
  "formula-runs": "Runs of alike formulas that are interrupted",
  "short-ranges": "Sums whose area stops short",
  "unseen-numbers": "Numbers in totals that do not show",
  "calculation-settings": "How the workbook computes",
  "reported-tasks": "Status and terms of tasks in anybody's tables",
  "reported-results": "Results and what is said of them in anybody's tables",
  "wrong-days": "Days that no calendar has",
  "very-hidden": "Very hidden sheets with figures",
  "task-status": "Status and progress of tasks",
  "task-times": "Times of tasks",
};
