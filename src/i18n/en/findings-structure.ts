import type { StructureFindings } from "../../findings";
import type { Day } from "../../quantity";
import { parts, place, short } from "../sentences";
import type { CellRef } from "../../sheet";
import type { FindingWords, Words } from "../types";
import { templates } from "./templates";
import { UNITS } from "./units";

const { number, list, cell } = parts("en", "and");
const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"] as const;
export const day = ({ day: d, month, year }: Day): string => `${d} ${MONTHS[month - 1] ?? ""} ${year}`;
const quoted = (labels: readonly string[]): string => list(labels.map((label) => `“${label}”`));
/** Of a long list its beginning, and how many there are. */
const some = (labels: readonly string[]): string => (labels.length > 5 ? `${labels.slice(0, 5).map((label) => `“${label}”`).join(", ")}… (${labels.length} rows)` : quoted(labels));
const someOf = (items: readonly string[]): string => (items.length > 5 ? `${items.slice(0, 5).join(", ")}…` : list(items));
const someCells = (cells: readonly CellRef[]): string => someOf(cells.map(cell));
const unchecked = (sums: readonly string[]): string => (sums.length === 0 ? "" : ` Because of it the sums of ${some(sums)} were not checked.`);

/** Of a long circle its beginning. */
const MOST_IN_CIRCLE = 8;

/** What a column is called in the tables, by its key. */
function columnName(kind: StructureFindings["columns-gone"]["kind"], key: string): string {
  const [, column = "", digits = ""] = /^([a-z]+)(\d*)$/.exec(key) ?? [];
  const words: Readonly<Record<string, string>> = {
    number: templates.number, label: templates[kind].label, key: templates.indicators.key, direction: templates.indicators.directionHead, amount: templates.budget.total, years: templates.budget.years,
    disbursed: templates.budget.disbursed, dyears: templates.budget.disbursed, rate: templates.budget.rate, d: templates.budget.disbursed,
    unit: templates.indicators.unit, baseline: templates.indicators.baseline, target: templates.indicators.target, actual: templates.indicators.actual, num: templates.indicators.numerator, den: templates.indicators.denominator,
    where: templates.tasks.where, lead: templates.tasks.lead, cooperating: templates.tasks.cooperating, time: templates.tasks.time, status: templates.tasks.status, progress: templates.tasks.progress, units: templates.unitsTotal, note: templates.note,
    u: `Unit ${digits}`, un: `${templates.indicators.numerator} of unit ${digits}`, ud: `${templates.indicators.denominator} of unit ${digits}`, y: templates.year(Number(digits)),
  };
  if (kind === "indicators" && column === "status" && digits !== "") return templates.indicators.status(Number(digits));
  const name = words[column] ?? key;
  return digits.length === 4 && column !== "y" ? `${name} ${templates.year(Number(digits))}` : name;
}

const STATUS = { ...templates.tasks.statuses, blank: "none filled in" } as const;

export const structureFindings: FindingWords<StructureFindings> = {
  "text-for-number": ({ text, reading, others, unit, letters, formula }) =>
    formula ? `This cell has the formula “${short(text)}”, kept as text: it is not computed and counted nowhere. Set the format of the cell to General, press F2, remove an apostrophe before it if there is one, type a plain = and press Enter${text.includes(";") || text.includes(",") ? "; arguments are parted by the sign that this Excel uses (“,” or “;”)" : ""}.` : `This cell holds the text “${text}” and no number, so no sum counts it.${
      reading === null ? " Type it again as a number." : ` It may mean ${list([reading, ...others].map((one) => number(one))).replace(" and ", " or ")}${unit ? ` ${UNITS[unit]}` : ""}${letters ? " (the letters O, l or I typed for 0 or 1)" : ""}.`
    }`,
  "date-for-number": ({ label, value, day: date }) =>
    `“${label}” is ${number(value)}, far from every value beside it: Excel may have turned an entry like “${date.day}/${date.month}” into the date ${day(date)}. Format the cell as a number and type it again.`,
  "cell-error": ({ error, sums, also }) => `The formula of this cell fails with ${error}.${also.length > 0 ? ` So do ${also.length} other cells (${someCells(also.map(({ at }) => at))}).` : ""}${unchecked(sums)}`,
  "not-evaluated": ({ formula, kept, sums, also }) =>
    `The formula ${formula} cannot be computed here, so this cell was not checked${kept === null || kept === "" ? "" : ` (the file kept ${typeof kept === "number" ? number(kept) : `“${kept}”`} when it was last saved)`}; open the file in Excel to check it.${also.length > 0 ? ` The same in ${also.length} other cells (${someCells(also.map(({ at }) => at))}).` : ""}${unchecked(sums)}`,
  "linked-values": ({ places, books }) =>
    `${places.length === 1 ? "This cell takes its value" : `${places.length} cells (${someCells(places)}) take their values`} from another workbook${books.length === 0 ? "" : ` (${someOf(books)})`}: what the file kept is used, it was not updated here. If that workbook has changed, update the links in Excel and check again.`,
  circular: ({ circle, sums }) => {
    const [first, ...others] = circle;
    const at = (one: CellRef): string => (one.sheet === first?.at.sheet ? cell(one) : place(one));
    const formulas = circle.flatMap((one) => (one.formula === null ? [] : [`${at(one.at)} ${short(one.formula)}`])).slice(0, MOST_IN_CIRCLE);
    const said = formulas.length === 0 ? "" : ` (${formulas.join("; ")})`;
    const what = others.length === 0 && first ? `The formula of ${at(first.at)} reads its own cell${said}` : `Formulas in a circle ${circle.length > MOST_IN_CIRCLE ? `of ${circle.length} cells: ${circle.slice(0, MOST_IN_CIRCLE).map((one) => at(one.at)).join(" ← ")} ← …` : [...circle, ...circle.slice(0, 1)].map((one) => at(one.at)).join(" ← ")}, each computed from the next${said}`;
    return `${what}: it cannot be computed. Type a number into one of these cells, or change a formula so that it does not come back to itself.${unchecked(sums)}`;
  },
  "digits-lost": ({ value, digits, unit, sums }) => `This cell holds a number of ${digits} digits (${number(value)}${unit ? ` ${UNITS[unit]}` : ""}); Excel keeps 15 of them and makes the others 0. See whether something was typed too often or two numbers ran together; if it is as large as that, write it in a larger unit.${unchecked(sums)}`,
  "table-lost": ({ kind, sheet }) =>
    `The sheet “${sheet}” shows a table of Plan Tables (${templates[kind].sheet.toLowerCase()}) that has lost its defined names (by copying, deleting or joining workbooks), so this table was not checked or added up. Make the table again and copy the figures into it, or copy the sheet anew from its workbook with Move or Copy.`,
  "columns-gone": ({ kind, keys, numbers }) =>
    [
      ...(keys.length > 0 ? [`The table has lost ${keys.length === 1 ? "the column" : "the columns"} ${quoted(keys.map((key) => columnName(kind, key)))}: deleted, or without the defined name. What depends on it is not checked.`] : []),
      ...(numbers.length > 0 ? [`The row of column numbers leaves out ${list(numbers.map(String))}: a column may have been deleted.`] : []),
    ].join(" "),
  "column-head-blank": ({ kind, keys }) => `No words stand over ${quoted(keys.map((key) => columnName(kind, key)))}; the values are still checked by the defined names of the columns.`,
  "column-head-year": ({ text, year }) => `The head says “${text}”, but the column was made for ${year} and its values are checked for ${year}. Correct the head, or type the values into the column of their year.`,
  "rows-outside": ({ kind, rows }) =>
    `${rows.length === 1 ? "The row" : `${rows.length} rows,`} ${some(rows.map(({ label }) => label))}${rows.length === 1 ? "" : ","} typed below the last row of the table, ${rows.length === 1 ? "is" : "are"} outside of it: ${kind === "budget" ? "no sum counts what is there and nothing checks it" : "nothing there is checked or summarized"}. Insert rows above the table's last row and move the entries there.`,
  "columns-outside": ({ columns }) => `${columns.length === 1 ? "The column" : "The columns"} ${quoted(columns.map(({ label }) => label))} ${columns.length === 1 ? "was" : "were"} added to the table and ${columns.length === 1 ? "is none" : "are none"} of its own: no sum counts the numbers there and nothing checks them.`,
  "outline-twice": ({ number: one, rows }) => `The number ${one} stands in ${rows.length} rows: ${some(rows.map(({ label }) => label))}.`,
  "outline-order": ({ number: one, before, under }) => (under === null ? `The number ${one} stands after ${before ?? ""}: out of order.` : `The number ${one} stands under ${under}, to which it does not belong.`),
  "outline-skipped": ({ jumps }) => `The numbers have gaps: ${list(jumps.map(({ after, next }) => (after === null ? `they begin with ${next}` : `${next} follows ${after}`)))}.`,
  "merged-inputs": ({ from, to, hidden }) =>
    `The cells ${cell(from.at)}:${cell(to.at)}, which take entries, are merged into one.${
      hidden.length > 0 ? ` Beneath it ${list(hidden.map(({ at }) => cell(at)))} still ${hidden.length === 1 ? "holds a value that nobody sees and that counts" : "hold values that nobody sees and that count"}.` : ""
    } Unmerge them to type into each.`,
  "task-lead-missing": ({ tasks, all }) => (all ? `None of the ${tasks.length} tasks names who leads it.` : `Nobody is named to lead ${tasks.length > 5 ? `${tasks.length} tasks, such as ` : ""}${quoted(tasks.slice(0, tasks.length > 5 ? 2 : undefined))}.`),
  "task-late": ({ task, time, due, status, units, silent }) =>
    status === "blank"
      ? `Due, without a status: “${task}”, “${time}” (last day ${day(due)})${units.length > 0 ? `, in ${units.length} ${units.length === 1 ? "unit" : "units"}: ${list(units)}` : ""}.`
      : `Late: “${task}” was due “${time}” (last day ${day(due)}), ${units.length > 0 ? `not done in ${units.length - silent.length} ${units.length - silent.length === 1 ? "unit" : "units"}: ${list(units.filter((unit) => !silent.includes(unit)))}${silent.length > 0 ? `; no status from ${list(silent)}` : ""}` : `status: ${STATUS[status].toLowerCase()}`}.`,
  "task-time-unreadable": ({ task, time }) => `The time “${time}” of “${task}” cannot be read, so nobody can tell whether it is late. Write it like “Quý II/2024”, “Trước ngày 30/6/2024”, “Hằng năm” or “Thường xuyên”.`,
  "task-statuses-missing": ({ late, tasks }) => `No status is filled in for any of the ${tasks} tasks; the time of ${late} of them is past.`,
  "task-status-unknown": ({ task, text }) => `The status “${text}” of “${task}” is none of the list. Choose ${list(Object.values(templates.tasks.statuses).map((status) => `“${status}”`)).replace(" and ", " or ")}.`,
  "task-progress-differs": ({ task, done, progress }) => (done ? `“${task}” is said to be done, but its progress is ${number(progress)} %.` : `The progress of “${task}” is ${number(progress)} %, but it is not said to be done.`),
  "task-progress-range": ({ task, progress }) => `The progress of “${task}” is ${number(progress)} %, which is not between 0 and 100.`,
};

export const brokenRule: Words["brokenRule"] = ({ rule, error }) =>
  `A fault of Plan Tables: the rule “${rule}” failed (${short(error)}), so nothing was checked by it. The other rules were checked; the figures in the tables have nothing to do with this.`;
