import { rules, type Rule } from "../../src/checks";
import { findingSentence, wordsOf } from "../../src/i18n";
import { rulePage } from "../../src/i18n/rule-pages";
import type { Finding } from "../../src/findings";
import { writeNumber } from "../../src/quantity";
import { columnLetters, isCellError, toA1 } from "../../src/sheet";
import { today } from "../support/context";
import type { GridCell } from "../support/grids";
import { budgetExamples } from "./budget-examples";
import { HIDDEN, gridOf, isFormula, readExample, type Example } from "./example";
import { indicatorExamples } from "./indicator-examples";
import { otherExamples } from "./other-examples";
import { taskExamples } from "./task-examples";

export const examples: readonly Example[] = [...budgetExamples, ...indicatorExamples, ...taskExamples, ...otherExamples];

const [vi, en] = [wordsOf("vi"), wordsOf("en")];

/** What a rule finds in each table of an example. */
export function findingsOf(rule: Rule, { tables, lost = [], sheets = [], calculation = [], today: day = today }: Example): Finding[][] {
  const read = tables.map(readExample);
  const context = { today: day, tables: read, lost, sheets, calculation };
  return [...read.map((table) => rule.check(table, context)), ...(rule.beside ? [rule.beside(context)] : [])];
}

/** The pages of docs/checks by their names, as the rules and their examples are now: one for each rule, and the list of all. */
export function rulePages(): ReadonlyMap<string, string> {
  return new Map([["README.md", list()], ...rules.map((rule) => [`${rule.name}.md`, page(rule)] as const)]);
}

const codes = (all: readonly string[]): string => all.map((code) => `\`${code}\``).join(", ");
const NOTICE = "<!-- Written by `npm run rules`; the words stand in src/i18n, the examples in tests/rule-pages. -->";

function list(): string {
  const rows = rules.map(({ name, codes: own, severities }) => {
    const severity = severities.map((one) => `${vi.severities[one].toLocaleLowerCase("vi")} (${one})`).join(", ");
    return `| [${vi.rules[name] ?? name}](${name}.md)<br>${en.rules[name] ?? name} | ${severity} | ${codes(own)} |`;
  });
  return [
    "# Quy tắc kiểm tra / Rules of the check",
    NOTICE,
    "Mỗi quy tắc có một trang với ví dụ đã chạy qua chính quy tắc đó. Each rule has a page, with examples that the rule itself has been run on.",
    ["| Quy tắc / rule | Mức độ / severity | Mã / codes |", "|---|---|---|", ...rows].join("\n"),
  ].join("\n\n").concat("\n");
}

function page(rule: Rule): string {
  const { name } = rule;
  const [one, other] = [rulePage(name, "vi"), rulePage(name, "en")];
  if (!one || !other) throw new Error(`${name} has no words for its page`);
  const shown = examples.filter((example) => example.rule === name).map((example) => describe(rule, example));
  return [
    `# ${vi.rules[name] ?? name} / ${en.rules[name] ?? name}`,
    NOTICE,
    `Quy tắc / rule \`${name}\` · mã / codes: ${codes(rule.codes)}`,
    "## Tiếng Việt",
    `Mức độ: ${one.when}.`,
    one.looks,
    `**Ví dụ.** ${one.example}`,
    `**Lưu ý.** ${one.note}`,
    "## English",
    `Severity: ${other.when}.`,
    other.looks,
    `**Example.** ${other.example}`,
    `**Note.** ${other.note}`,
    "## Biểu mẫu có sai sót / Tables with a mistake",
    ...shown,
  ].join("\n\n").concat("\n");
}

function describe(rule: Rule, example: Example): string {
  const found = findingsOf(rule, example);
  const marked = new Set(found.flat().map(({ at }) => `${at.sheet}!${toA1(at)}`));
  const day = example.today ? [`Ngày kiểm tra / on ${[example.today.day, example.today.month, example.today.year].join("/")}:`] : [];
  return [...day, ...example.tables.map((table) => grid(table, marked)), found.flat().map(said).join("\n")].join("\n\n");
}

function said(finding: Finding): string {
  const { code, severity, at } = finding;
  return [
    `- **${toA1(at)}** ${vi.severities[severity]} · ${en.severities[severity]} · \`${code}\``,
    `  - ${escaped(findingSentence(finding, vi))}`,
    `  - ${escaped(findingSentence(finding, en))}`,
  ].join("\n");
}

/** Its sheet with the letters of columns and the numbers of rows; where something is found the cell is bold. */
function grid(table: Example["tables"][number], marked: ReadonlySet<string>): string {
  const { caption = "", hiddenRows = [], merges = [] } = table.kind === "other" ? {} : table;
  const { sheet = "Biểu" } = table;
  const shown =
    table.kind === "other"
      ? (gridOf(table)[0] ?? []).map((_, col) => col)
      : table.columns.flatMap((key, col) => (HIDDEN.has(key) ? [] : [col]));
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  const rows = gridOf(table).map((cells, row) => {
    const texts = shown.map((col) => {
      const text = cellText(cells[col] ?? null);
      return marked.has(`${sheet}!${toA1({ row, col })}`) ? `**${text === "" ? "…" : text}**` : text;
    });
    return line([`${row + 1}${hiddenRows.includes(row + 1) ? " (ẩn / hidden)" : ""}`, ...texts]);
  });
  const about = [`“${sheet}”`, ...(caption === "" ? [] : [caption]), ...merges.map((merge) => `ô gộp / merged ${merge}`)].join(" · ");
  return [about, "", line(["", ...shown.map(columnLetters)]), line(["---", ...shown.map(() => "---")]), ...rows].join("\n");
}

function cellText(cell: GridCell): string {
  if (isFormula(cell)) return `\`${cell.formula}\` → ${cellText(cell.value)}`;
  if (cell === null) return "";
  if (isCellError(cell)) return cell.error;
  return typeof cell === "number" ? writeNumber(cell, "vi") : escaped(String(cell));
}

function escaped(text: string): string {
  return text.replace(/[|*_<>]/g, (sign) => `\\${sign}`);
}
