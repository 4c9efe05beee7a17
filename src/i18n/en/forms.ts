import type { FormWords } from "../form-types";
import { short } from "../sentences";

const cellsIn = (areas: readonly string[], more: number): string => `${areas.join(", ")}${more > 0 ? ` and ${more} other areas` : ""}`;
const cells = (count: number): string => `${count} ${count === 1 ? "cell" : "cells"}`;

export const forms: FormWords = {
  counts: ({ tables, columns, lines, rules }) =>
    `${tables} ${tables === 1 ? "table" : "tables"}: ${columns} columns, ${lines} lines, ${rules} relations held by formulas.`,
  cleared: (count, areas, more) => `${cells(count)} with typed numbers ${count === 1 ? "is" : "are"} cleared: ${cellsIn(areas, more)}.`,
  nothingCleared: "There is no number to clear.",
  added: (count, areas, more) => `Formulas come into ${cells(count)}, as the form's relations say: ${cellsIn(areas, more)}.`,
  dropped: (count, areas, more) => `${count} formulas that read other sheets, files or named areas go: ${cellsIn(areas, more)}.`,
  reworded: (cell, from, to) => `${cell}: “${short(from)}” becomes “${short(to)}”.`,
  moreReworded: (count) => `and ${count} other texts get another year or unit.`,
  inputs: (count) => `${cells(count)} for numbers, coloured, taking nothing else.`,
  cli: {
    form: "make a template of anybody's form: typed numbers go, formulas stay, and come where the form's relations say so; from a spreadsheet file, a template .json or the id of a form that ships",
    forms: "list the public forms that ship",
    sheet: "the sheet with the form",
    output: "write the template into a new file, .xlsx or .json",
    year: "this becomes the form's year; the other years of its title and heads move with it",
    unit: "the unit of money that the form states",
    written: (file) => `Wrote ${file}.`,
    whichSheet: (file, sheets) => `${file} has several sheets with tables; choose one with --sheet: ${sheets.join(", ")}.`,
    badEnding: (file) => `The name of the file ${file} has to end in .xlsx or .json. Nothing was done.`,
    badYear: (text) => `The year “${short(text)}” cannot be used: one from 1990 to 2100 is needed. Nothing was done.`,
    badUnit: (text, units) => `“${short(text)}” is no unit of money. Choose from: ${units.join(", ")}. Nothing was done.`,
    unknown: (text) => `There is no file and no form that ships called “${short(text)}”. For those that ship: plan-tables forms`,
    noTable: (file) => `${file}: no table was recognised.`,
    onlyForWorkbook: "--sheet, --year and --unit are for forms in spreadsheet files. Nothing was done.",
  },
};
