import { parts, short } from "../sentences";
import type { VersionsWords } from "../versions-types";
import { UNITS } from "./units";

const { number, formula, list } = parts("en", "and");

const signed = (gap: number): string => `${gap > 0 ? "+" : ""}${number(gap)}`;

export const versions: VersionsWords = {
  sheet: "Two versions compared",
  title: "WHAT CHANGED BETWEEN TWO VERSIONS",
  between: (old, now, date) => `(Old version: ${old}; new version: ${now}; compared on ${date})`,
  note: "Tables, lines and columns are matched by what they say, not by their cells. Capitals, blanks, punctuation and the place of tone marks are no change. Only tables that were recognised are compared.",
  heads: {
    number: "No.", line: "Line", column: "Column", old: "Old version", now: "New version", gap: "Increase (+), decrease (-)", cell: "Cell", what: "What changed",
  },
  table: (title, old, now) => (old === now ? `${title} (${old})` : `${title} (${old} → ${now})`),
  cameTable: (title, at) => `New table: ${title} (${at})`,
  wentTable: (title, at) => `Table that is gone: ${title} (${at})`,
  sameTable: "No change.",
  same: "The two versions do not differ in any line, column, figure or formula of their tables.",
  years: (count) => `The years in the heads of the new version are ${Math.abs(count)} ${Math.abs(count) === 1 ? "year" : "years"} ${count > 0 ? "later" : "earlier"}; columns are matched accordingly.`,
  units: (old, now, factor, stated) => {
    const name = (unit: typeof old): string => (unit === null ? "no unit stated" : UNITS[unit]);
    return stated
      ? `The unit of money changed from ${name(old)} to ${name(now)}; figures of the old version are converted before they are compared.`
      : `Nearly all figures of the new version are ${number(factor)} times those of the old one (old: ${name(old)}; new: ${name(now)}): the unit of money may have changed. Figures of the old version are multiplied accordingly before they are compared.`;
  },
  cameLine: "New line",
  wentLine: "Line that is gone",
  cameColumn: "New column",
  wentColumn: "Column that is gone",
  renamed: (near) => (near ? "Nearly the same name, taken for one" : "Renamed"),
  moved: (count) => `${count} ${count === 1 ? "line" : "lines"} moved among the others.`,
  frozen: (count, cells) => `${count} formulas became typed figures of the same value: ${cells.join(", ")}${count > cells.length ? "…" : "."}`,
  thawed: (count, cells) => `${count} typed figures became formulas of the same value: ${cells.join(", ")}${count > cells.length ? "…" : "."}`,
  kinds: {
    value: "Figure changed",
    filled: "Filled in",
    cleared: "Cleared",
    words: "Words changed",
    formula: "Formula changed",
    "typed-over": "Typed over a formula",
    "made-formula": "Replaced by a formula",
    computed: "Result of the formula changed with its parts",
    error: "Formula error",
  },
  because: (causes, more, rest) => {
    const told = causes.map(({ name, gap, state }) => `${short(name)} ${signed(gap)}${state === "came" ? " (new)" : state === "went" ? " (gone)" : ""}`);
    const all = [...told, ...(more > 0 ? [`${more} others`] : [])];
    const reason = all.length === 0 ? "" : `Because of ${list(all)}.`;
    const left = rest === 0 ? "" : all.length === 0 ? `No part explains ${signed(rest)}.` : `These do not explain ${signed(rest)}.`;
    return [reason, left].filter((text) => text !== "").join(" ");
  },
  slip: (to, factor) =>
    factor === null
      ? `May be a slip for ${number(to)}: two digits changed places since last year, where nearly all other lines are the same`
      : `May be a slip for ${number(to)}: some ${number(factor)} times off last year, where no other line of the column is off by twice`,
  shown: (value) => {
    if (value === null) return "(blank)";
    if (typeof value === "number") return number(value);
    if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
    return typeof value === "string" ? short(value) : formula(short(value.formula));
  },
  gap: signed,
  counts: ({ cells, came, went, tables }) =>
    `${tables} ${tables === 1 ? "table is" : "tables are"} in both versions: ${cells} ${cells === 1 ? "cell" : "cells"} changed, ${came} new lines or columns, ${went} lines or columns gone.`,
  adjustment: {
    sheet: "Adjustment",
    title: (table) => `ADJUSTMENT: ${table}`,
    number: "No.",
    label: "Item",
    before: "Before",
    increase: "Increase",
    decrease: "Decrease",
    after: "After",
    note: "Note",
    came: "New",
    went: "Gone",
  },
  cli: {
    adjustment: "make the form that adjusts (before, increase, decrease, after) in the file of -o",
    needsOutput: "--adjustment needs -o, a new .xlsx for the form. Nothing was done.",
    diff: "compare two versions of tables: which lines, columns, figures and formulas changed, and why totals did",
    output: "write what changed to a new .xlsx file",
    oldSheet: "compare only this sheet of the old version",
    newSheet: "compare only this sheet of the new version",
    nothing: "No table of the old version is in the new one; nothing could be compared. The two files may not be two versions of one form.",
    noTables: (file) => `${file}: no table was recognised; nothing could be compared.`,
    noSheet: (sheet, file, sheets) => `${file} has no sheet “${short(sheet)}”. Its sheets: ${sheets.join(", ")}.`,
    oneFile: "Both versions are the same file: name two different sheets with --old-sheet and --new-sheet.",
  },
};
