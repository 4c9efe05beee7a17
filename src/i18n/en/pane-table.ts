import type { PaneTableWords } from "../pane-table-types";
import { reckoned } from "../vi/pane-table";
import { UNITS } from "./units";

const KINDS = { indicators: "Indicator table", budget: "Budget table", tasks: "Task table", other: "Table" } as const;

const counted = (count: number, what: string): string => `in ${count} ${what}${count === 1 ? "" : "s"}`;

const USES: PaneTableWords["uses"] = {
  amount: "amounts that are added up", share: "shares", quantity: "quantities or prices, which nobody adds up", words: "words or codes, no numbers",
};

export const paneTable: PaneTableWords = {
  title: "This table",
  working: "Reading the table…",
  none: "The selected cell is in no table that was recognised. Select a cell of a table and press “This table”; after typing a new table press “Check” first.",
  understood: ({ range, kind, unit, heads, lines, levels, columns }) =>
    [
      `${KINDS[kind]} ${range}`,
      ...(unit === null ? (kind === "budget" || kind === "other" ? ["unit not known"] : []) : [`unit: ${UNITS[unit]}`]),
      ...(heads === "" ? [] : [`heads: row ${heads}`]),
      `${lines} ${lines === 1 ? "line" : "lines"}${levels > 1 ? ` on ${levels} levels` : ""}`,
      ...(columns === "" ? [] : [`columns of numbers: ${columns}`]),
    ].join("; "),
  rule: (rule) => {
    const { axis, op, total, count, failing, everywhere } = rule;
    const [what, where] = axis === "row" ? ["column", "line"] : ["line", "column"];
    const of = axis === "row" ? (everywhere ? "in every line" : counted(count, "line")) : everywhere ? "" : counted(count, "column");
    const wrong = failing === 0 ? "" : ` (differs ${counted(failing, where)})`;
    return `${what} ${total} ${op === "of-which" ? "≥" : "="} ${reckoned(rule)}${of === "" ? "" : ` ${of}`}${wrong}`;
  },
  noRules: "No line or column was recognised as the sum of others.",
  more: (count) => `and ${count} more`,
  doubts: (count) => `Not certain (${count}):`,
  total: (cell, stated, computed, holds) => (holds ? `${cell} states ${stated}, as its parts come to:` : `${cell} states ${stated}, and its parts come to ${computed}:`),
  partsOf: (cell) => `Parts of ${cell}`,
  noTotal: (axis) => (axis === "column" ? "This line is no total" : "This column is no total"),
  takeOver: "Take this table over",
  letGo: "Let go",
  takingOver: "Writing how the table is understood…",
  takeOverHint: "Taking over gives names to the parts of the table and writes how it is understood on a sheet, where it may be changed; the cells of the table stay as they are.",
  taken: "Taken over; how it is understood stands on:",
  correct: "Correct how this table is understood",
  head: (row, so) => (so ? `Row ${row} is a row of heads` : `Row ${row} is no row of heads`),
  headOf: (row, range) => `Row ${row} is a head of the table ${range}`,
  column: (column, use) => `Column ${column} is taken for ${USES[use]}. It really holds:`,
  uses: { amount: "Amounts to add up", share: "Shares", quantity: "Quantities, prices", words: "No numbers" },
  partsHint: (cell) => `What does ${cell} add up? Select the lines (or columns) that are its parts on the sheet, with Ctrl for several areas, then press:`,
  isTotal: (axis, name) => (axis === "column" ? `Line ${name} is the total of the selected lines` : `Column ${name} is the total of the selected columns`),
  hint: "Select a total and press “This table” to see its parts.",
};
