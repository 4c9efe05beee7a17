import type { OtherSummaryWords } from "../summary-others-types";
import { parts, short } from "../sentences";
import { UNITS } from "./units";

const { number, list } = parts("en", "and");
const unitOf = (money: keyof typeof UNITS | null, unit: string | null): string => (money ? UNITS[money] : (unit ?? ""));
const told = ({ label, value, share }: Parameters<OtherSummaryWords["total"]>[0]["parts"][number]): string =>
  `${short(label)} ${number(value, 6)}${share === null ? "" : ` (${number(share, 1)}%)`}`;
const s = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

export const others: OtherSummaryWords = {
  title: "SUMMARY OF TABLES",
  part: "OTHER TABLES OF THE WORKBOOK",
  sentence: ({ tables, totals, results, tasks, plain }) => {
    const each = ([[totals, "with totals"], [results, "with results against targets"], [tasks, "of tasks"], [plain, "told by lines and columns only"]] as const).flatMap(([count, what]) => (count > 0 ? [`${count} ${what}`] : []));
    return `${s(tables, "table")}${each.length > 0 ? `: ${each.join("; ")}` : ""}`;
  },
  unnamed: (sheet, range) => `Table at ${sheet}, cells ${range}`,
  where: (sheet, range, lines, columns) => `(Sheet ${sheet}, cells ${range}; ${s(lines, "line")}, ${s(columns, "column")} of numbers)`,
  headline: ({ label, value, money, unit }) => `${short(label)}: ${number(value, 6)}${unitOf(money, unit) === "" ? "" : ` ${unitOf(money, unit)}`}`,
  total: ({ label, value, money, unit, parts: largest, more, across, acrossMore, beside }) => {
    const name = unitOf(money, unit);
    const inner = largest.length === 0 ? "" : `, ${more > 0 ? "of which the largest are" : "made up of"} ${list([...largest.map(told), ...(more > 0 ? [s(more, "other")] : [])])}`;
    return `- ${short(label)}: ${number(value, 6)}${name === "" ? "" : ` ${name}`}${inner}${across.length > 0 ? `; by column ${list([...across.map(told), ...(acrossMore > 0 ? [s(acrossMore, "other")] : [])])}` : ""}${beside.length > 0 ? `; other columns: ${list(beside.map(told))}` : ""}.`;
  },
  wrong: ({ label, at, stated, computed }) => `- ${short(label)} (cell ${at}) says ${number(stated, 6)}, its parts add up to ${number(computed, 6)}: no share of it is reckoned, see what the check found.`,
  wrongAcross: (label) => `- ${short(label)}: its columns do not add up to their total, no share by column is reckoned; see what the check found.`,
  left: (count) => `(${s(count, "line")} of detail in the table, not told here.)`,
  moreTotals: (count) => `(${s(count, "other total")} in the table, not told here.)`,
  line: "Item",
  head: (head, money, unit) => {
    const name = unitOf(money, unit);
    return `${short(head) || "Figures"}${name === "" || head.toLowerCase().includes(name.toLowerCase()) ? "" : ` (${name})`}`;
  },
  chart: (label, head) => `${short(label)}: ${head}`,
  shares: (label) => `Shares: ${short(label)}`,
  columnShares: (head) => `Shares by column: ${head}`,
  resultsHeading: "Results against targets",
  results: (sentence, lines) => `- ${sentence} (of ${s(lines, "line")} with both a target and a result in numbers).`,
  tasksHeading: "Status of tasks (of the lines that say one)",
  plainHeading: "TABLES TOLD BY LINES AND COLUMNS ONLY",
  plain: ({ name, lines, columns, questions, hidden }) =>
    hidden
      ? `- ${short(name)}: on a hidden sheet, not summarized.`
      : `- ${short(name)}: ${s(lines, "line")}, ${s(columns, "column")} of numbers; no total is known for sure${questions > 0 ? ` (${s(questions, "question")} to be answered under Check)` : ""}.`,
};
