import type { FormRollUpWords } from "../form-roll-up-types";
import { leftBehind } from "../left-behind";
import { parts } from "../sentences";
import { UNITS } from "./units";

const { number } = parts("en", "and");

const list = (words: readonly string[]): string =>
  words.length > 8 ? `${words.slice(0, 8).map((word) => `“${word}”`).join("; ")} and ${words.length - 8} more` : words.map((word) => `“${word}”`).join("; ");
const some = (count: number, cells: readonly string[]): string => `${cells.join(", ")}${count > cells.length ? ` and ${count - cells.length} more` : ""}`;
const unitName = ({ text, money }: Parameters<FormRollUpWords["notes"]["unit-unsaid"]>[1]): string => (money ? UNITS[money] : text);
const inColumns = (columns: readonly string[]): string => (columns.length === 0 ? "The whole table" : `Column ${list(columns)}`);
const left: Readonly<Record<string, string>> = leftBehind.en;

export const forms: FormRollUpWords = {
  sheets: { byUnit: "By unit", extra: "Added lines", words: "Words and dates" },
  titles: { byUnit: (line) => `FIGURES OF EACH UNIT: ${line}`, extra: "LINES THAT SOME UNITS HAVE ADDED", words: "WORDS AND DATES OF EACH UNIT" },
  columns: { parent: "Under the line", line: "Line", column: "Column", text: "Words" },
  all: "All units",
  unit: (unit) => `Unit: ${UNITS[unit]}`,
  extraNote: "These lines are not in the form and are added into none of its lines; see whether they belong there.",
  notAdded: "No table of this file could be added; see the sheet “Not rolled up”.",
  nothing: "No two units have sent copies of one form, so that nothing can be added. See whether the files are of the same form.",
  more: (count) => `${count} more stand on the sheet “Not rolled up”.`,
  notes: {
    "other-year": (years, wanted) => `A table of ${years.join(", ")}, where most units have sent one of ${wanted.join(", ")}; not added.`,
    "other-form": (table) => `The table “${table}” is like none that units have in common; not added.`,
    "near-line": (text, wanted) => `The line “${text}” was taken for the line “${wanted}” of the form; see whether that is right.`,
    "near-column": (text, wanted) => `The column “${text}” was taken for the column “${wanted}” of the form; see whether that is right.`,
    "missing-lines": (lines) => `Lacks ${lines.length} lines of the form: ${list(lines)}.`,
    "extra-lines": (lines) => `Has ${lines.length} lines that the form has not; they stand on the sheet “Added lines” and are added into none of its lines: ${list(lines)}.`,
    "missing-columns": (columns) => `Lacks columns of the form: ${list(columns)}.`,
    "extra-columns": (columns) => `Has columns that the form has not; not added: ${list(columns)}.`,
    converted: (columns, from, to) => `${inColumns(columns)} is in ${unitName(from)}; turned into ${unitName(to)} before it was added.`,
    "other-unit": (columns, from, to) => `${inColumns(columns)} is in “${unitName(from)}”, the form in “${unitName(to)}”; it cannot be turned into that and was not added.`,
    "unit-unsaid": (columns, to) => `${inColumns(columns)} does not say its unit; it was added as ${unitName(to)}.`,
    scale: (column, tens) =>
      `Column “${column}”: the figures are about ${number(10 ** Math.abs(tens))} times ${tens > 0 ? "as large" : "smaller"} than those of the other units; they may be in another unit. They were added as they stand, and the total of this column may be wrong.`,
    "half-filled": (filled, usual) => `Only ${filled} cells are filled in, where others fill in about ${usual}; a blank is no zero.`,
    "same-figures": "These units have the very same figures in all cells; see whether one was sent twice or is another one's. All are added.",
    unread: (text, label, column) => `“${label}”, column “${column}”: “${text}” is no number; not added.`,
    "not-added": (columns) => `Shares, prices and means in the column ${list(columns)} have no rule to reckon them by; they are left blank, never averaged.`,
    gap: ({ label, column, stated, computed, others }) => `“${label}”, column “${column}”: what the units have there comes to ${number(stated)}, its parts to ${number(computed)}; the gap is ${number(Number((stated - computed).toPrecision(12)))}.${others > 0 ? ` ${others} more cells of the same rule are off as well.` : ""}`,
  },
  remarks: {
    base: (file) => `The form is that of the file ${file}: its title, the name of the unit, the date and the signatures are those of that file; change them before it is used.`,
    left: (kinds) => `Not carried along: ${kinds.map((kind) => left[kind] ?? kind).join("; ")}.`,
    outside: (count, cells) => `Numbers typed beside the tables, which are one unit's, were taken out: ${some(count, cells)}.`,
    foreign: (count, cells) => `Formulas that name other sheets or names that are not here were replaced by figures: ${some(count, cells)}.`,
    replaced: (count, cells) => `Formulas that come to something else over sums than what the units have (as a quantity times a price) were replaced by the sum of the units: ${some(count, cells)}.`,
    "other-sum": (count, cells) => `Formulas of the form that add were kept, but come to something else than what the units have in that cell: ${some(count, cells)}.`,
    unchecked: (count, cells) => `Formulas that were kept and could not be held against the figures of the units; look at them: ${some(count, cells)}.`,
  },
  cli: {
    line: "a line of the form (its words or its number) for which the figures of each unit are written as a table; may be given several times",
    form: "a file with the form into which the files are added, in place of that which most of them have",
    noLine: (text) => `No table has a line “${text}”.`,
    lineForForms: "--line and --form are for adding up tables that Plan Tables did not make.",
  },
};
