import type { FormulaAt, FormulaFindings } from "../../findings";
import { parts, place, short } from "../sentences";
import type { FindingWords } from "../types";
import { UNITS } from "./units";

const { number, cell, list, formula } = parts("en", "and");

const also = (others: readonly { readonly at: FormulaAt["at"] }[]): string =>
  others.length === 0 ? "" : ` The same in ${others.length > 5 ? `${others.slice(0, 5).map(({ at }) => cell(at)).join(", ")}… (${number(others.length)} cells)` : list(others.map(({ at }) => cell(at)))}.`;
const money = (value: number, unit: FormulaFindings["range-short"]["unit"]): string => `${number(value)}${unit ? ` ${UNITS[unit]}` : ""}`;
const named = (label: string): string => (label === "" ? "" : ` (“${short(label)}”)`);
const signed = (value: number): string => (value < 0 ? `−${number(-value)}` : `+${number(value)}`);

export const formulaFindings: FindingWords<FormulaFindings> = {
  "formula-number": ({ at, label, formula: text, numbers, also: others }) =>
    `The formula ${formula(text)} of ${cell(at)}${named(label)} has a number typed into it: ${list(numbers.map(signed))}. Readers of the table do not see it and no line says what it is; put it into a line of its own and add that.${also(others)}`,
  "formula-empty": ({ at, label, formula: text, cells, open, also: others }) => {
    const what = list(cells.map((one) => `${cell(one.at)}${one.text === null ? " (blank)" : ` (the words “${short(one.text)}”)`}`));
    return `The formula ${formula(text)} of ${cell(at)}${named(label)} also adds ${what}. ${open ? "If a number is still to come there, the result is not complete." : "It may name the wrong cell; check which cells are added."}${also(others)}`;
  },
  "double-count": ({ at, unit, label, formula: text, value, extra, by, also: others }) => {
    const what = list(by.slice(0, 5).map((one) => `${cell(one.at)}${named(one.label)}`));
    const shown = extra !== null && value !== null && extra !== 0 ? ` So ${money(value, unit)} is ${money(extra, unit)} too much.` : "";
    return `The formula ${formula(text)} of ${cell(at)}${named(label)} adds ${what}${by.length > 5 ? "…" : ""} and the cells that ${by.length > 1 ? "these add" : "it adds"} already: they are counted twice.${shown} Add either the subtotal or its parts.${also(others)}`;
  },
  "formula-interrupted": ({ unit, at, label, axis, formula: text, expected, value, right, also: others }) => {
    const beside = axis === "column" ? "the cells above and below" : "the cells on both sides";
    const what = text === null ? `${cell(at)}${named(label)} is a typed number, while ${beside} all have the same formula` : `${cell(at)}${named(label)} has the formula ${formula(text)}, other than the one of ${beside}`;
    const gap = value === null || right === null ? "" : value === right ? "; the number still is what that formula gives, but will not follow a change" : `: it shows ${money(value, unit)}, that formula gives ${money(right, unit)}, a difference of ${money(Number((value - right).toPrecision(12)), unit)}`;
    return `${what}${gap}. Unless it is meant so, enter ${formula(expected)}.${also(others)}`;
  },
  "unseen-number": ({ unit, parts: found }) => {
    const why = { ink: "its text has the colour of its ground", format: "its number format shows nothing" };
    const what = list(found.slice(0, 5).map((one) => `${cell(one.at)}${named(one.label)} ${money(one.value, unit)} (${why[one.why]}; added in ${cell(one.by)})`));
    return `Numbers that do not show on the table are in its totals: ${what}${found.length > 5 ? `… (${number(found.length)} cells)` : ""}. Who signs cannot add the totals up again; let the number be seen, or delete it if it does not belong there.`;
  },
  "calculation-setting": ({ settings }) => {
    const what = {
      manual: "formulas are computed only when asked for (manual), so that what they show may be old; press F9 and save",
      iterative: "circular references are allowed (iterative calculation), so that a formula that needs itself is no error",
      "as-displayed": "numbers are cut to what they show (precision as displayed), and the decimals do not come back",
    };
    return `The workbook computes otherwise than usual: ${list(settings.map((one) => what[one]))}. In Excel see File > Options > Formulas and Advanced.`;
  },
  "very-hidden": ({ sheets }) =>
    `The workbook has sheets that are very hidden, which no menu of Excel shows again: ${list(sheets.map(({ sheet, reader }) => `“${short(sheet)}” (${reader ? `the formula in ${place(reader)} reads it` : "it holds figures"})`))}. Who signs cannot see these figures; show the sheet in the VBA editor (its property Visible), or put them on an ordinary sheet.`,
  "range-short": ({ at, unit, label, formula: text, expected, missing, axis, by, also: others }) => {
    const what = list(missing.slice(0, 5).map((one) => `${cell(one.at)}${named(one.label)} ${money(one.value, unit)}`));
    const [line, beside] = axis === "column" ? ["line", "columns beside it"] : ["column", "lines above and below it"];
    const why = {
      neighbours: `the formulas of the ${beside} add that ${line}`,
      outline: axis === "column" ? "that line is of the same level as those that are added" : "that column stands under the same head as those that are added",
      place: `that ${line} stands between those that are added and the total`,
    }[by];
    return `The formula ${formula(text)} of ${cell(at)}${named(label)} stops before ${what}${missing.length > 5 ? "…" : ""}: ${why}. ${by === "place" ? "If it belongs to the total, change the formula" : "Change it"} to ${formula(expected)}.${also(others)}`;
  },
};
