import { writeTarget, type MoneyUnit } from "../quantity";
import { parts, yearRanges } from "./sentences";
import type { Words } from "./types";

const { number, cell, list } = parts("en", "and");
const UNITS = { dong: "dong", "nghin-dong": "thousand dong", "trieu-dong": "million dong", "ty-dong": "billion dong" } as const;
const TYPING: Readonly<Record<string, string>> = {
  "digits-swapped": "two digits swapped",
  "digit-wrong": "one digit wrong",
  "digit-doubled": "one digit doubled",
  "digit-dropped": "one digit dropped",
  zeros: "a zero too many or too few",
  sign: "sign",
  separator: "separator misread",
  "thousand-fold": "a thousand times off",
  "total-not-updated": "total not updated",
};
const typing = (kind: string | null): string => (kind && TYPING[kind] ? ` (${TYPING[kind]})` : "");
const withUnit = (value: number, unit: MoneyUnit | null): string => `${number(value)}${unit ? ` ${UNITS[unit]}` : ""}`;
const gapWords = (gap: number): string => (gap < 0 ? `${number(-gap)} more than` : `${number(gap)} less than`);

/** English: complete beside the Vietnamese. */
export const en: Words = {
  lang: "en",
  units: UNITS,
  severities: { error: "Wrong", warning: "To review", info: "Information" },
  templates: {
    lang: "en",
    attachedTo: (_title, issuer) => `(Attached to the document of ${issuer})`,
    unitCaption: (unit) => `Unit: ${UNITS[unit]}`,
    number: "No.",
    note: "Notes",
    year: (year) => String(year),
    numberInput: { title: "This cell takes a number", refusal: "Type a number only, no words and no unit. Leave it blank while there is no value." },
    shareInput: { title: "This cell takes a percentage", refusal: "Type a number from 0 to 100, without the % sign. Leave it blank while there is no value." },
    budget: {
      sheet: "Budget",
      title: "BUDGET TABLE",
      label: "Item / Funding source",
      amount: "Approved total",
      byYear: "By year",
      years: "Sum of years",
      byItem: "By item",
      bySource: "By funding source",
    },
    indicators: {
      sheet: "Indicators",
      title: "INDICATOR TABLE",
      label: "Indicator",
      unit: "Unit",
      baseline: "Baseline",
      target: "Target",
      toYear: (year) => `By ${year}`,
      actual: "Actual value",
      status: (year) => `Status ${year}`,
      ratioOf: "How the share is computed",
      ratio: (year) => `Basis in ${year}`,
      numerator: "Numerator",
      denominator: "Denominator",
      met: "Met",
      notMet: "Not met",
      direction: { up: "up", down: "down", equal: "equal" },
      directionHead: "Direction",
      key: "Code",
    },
  },
  findings: {
    "sum-mismatch": ({ unit, axis, stated, computed, gap, witness, correction, candidates }) => {
      const sum =
        axis === "row"
          ? `“${stated.label}”: the years add up to ${number(computed.value)}, ${gapWords(gap)} the stated total of ${withUnit(stated.value, unit)} (cell ${cell(stated.at)}).`
          : `“${computed.label}” adds up to ${number(computed.value)}, ${gapWords(gap)} “${stated.label}”, stated as ${withUnit(stated.value, unit)} (cell ${cell(stated.at)})${witness ? `, which “${witness.label}” reaches too` : ""}.`;
      if (correction) return `${sum} The likeliest cause is cell ${cell(correction.at)}: ${number(correction.from)} for ${number(correction.to)}${typing(correction.kind)}.`;
      if (candidates.length > 0) return `${sum} One of these cells may be wrong: ${candidates.slice(0, 5).map((one) => `${cell(one.at)} (${number(one.to)}?)`).join(", ")}.`;
      return `${sum} Which cell is wrong cannot be told: compare with the document.`;
    },
    "over-total": ({ unit, axis, stated, computed, gap }) =>
      axis === "row"
        ? `“${stated.label}”: the years filled so far add up to ${number(computed.value)}, ${number(-gap)} over the total of ${withUnit(stated.value, unit)}, though not all years are filled.`
        : `“${computed.label}”: the lines filled so far add up to ${number(computed.value)}, ${number(-gap)} over “${stated.label}” of ${withUnit(stated.value, unit)}.`,
    "breakdowns-differ": ({ unit, stated, computed, gap }) =>
      `“${computed.label}” adds up to ${number(computed.value)}, ${gapWords(gap)} “${stated.label}” of ${withUnit(stated.value, unit)}: both breakdowns have to be equal.`,
    "target-not-met": ({ indicator, year, actual, target, judgement }) =>
      `Not met: “${indicator}” is ${number(actual)} in ${year}, target ${writeTarget(target, "en")}${
        judgement.status === "not-met" && judgement.distance > 0 ? `, ${number(judgement.distance)} short` : judgement.status === "not-met" ? ", only at the limit that it has to pass" : ""
      }.`,
    "text-for-number": ({ text, reading, others }) =>
      `This cell holds the text “${text}” and no number, so no sum counts it.${
        reading === null ? " Type it again as a number." : ` It may mean ${list([reading, ...others].map(number)).replace(" and ", " or ")}.`
      }`,
    "cell-error": ({ error }) => `The formula of this cell fails with ${error}.`,
    "not-evaluated": ({ formula }) => `The formula ${formula} cannot be computed here, so this cell was not checked; open the file in Excel to check it.`,
    "actual-missing": ({ indicator, years }) => `No actual value for ${yearRanges(years)}: “${indicator}”.`,
    "target-unreadable": ({ indicator, year, text }) => `The target for ${year}, “${text}”, of “${indicator}” cannot be read.`,
  },
  agreement: ({ value, unit, label, breakdowns }) => `${number(value)} agrees: “${label}” (${unit ? UNITS[unit] : "unit not stated"}) equals ${list(breakdowns.map((one) => `“${one}”`))}.`,
  failures: {
    busy: () => "Excel is editing a cell or has a dialog open. Nothing was changed. Press Enter or Esc and try again.",
    protected: ({ sheet }) => `${sheet ? `The sheet “${sheet}”` : "The workbook"} is protected and cannot be written. Nothing was changed. Unprotect it (Review > Unprotect Sheet) and try again.`,
    "sheet-gone": ({ sheet }) => `The sheet “${sheet}” is no longer there. Nothing was changed. Check again.`,
    "name-taken": ({ name }) => `The workbook already has “${name}”. Nothing was changed. Try again to use another name.`,
    "cell-changed": ({ at }) => `Cell ${cell(at)} was edited after the check. Nothing was changed. Check again.`,
    "would-overwrite": ({ sheet, area }) => `${area} of the sheet “${sheet}” holds other content. Nothing was changed. Move that content and try again.`,
    "too-large": ({ what }) => `That is more data than Excel takes at once (${what}). Nothing was changed. Split the table.`,
    "unreadable-file": ({ reason, detail }) =>
      ({
        "not-a-workbook": "the file is no .xlsx workbook",
        "too-large": "the file is larger than allowed",
        encrypted: "the file has a password or is an old .xls; open it in Excel and save it as .xlsx without a password",
        broken: "the file is broken",
      })[reason] + (detail ? ` (${detail})` : ""),
    "not-supported": ({ what }) => `This version of Excel lacks what is needed (${what}). Nothing was changed.`,
    "left-over": ({ sheets }) => `Making the tables stopped half-way and could not be taken back whole. Delete the sheets: ${sheets.join(", ")}.`,
    unknown: ({ code, message }) => `Excel reports ${code}: ${message}`,
  },
  refusals: {
    "sheet-has-entries": ({ sheet }) => `The sheet “${sheet}” holds values typed since, so it was not removed. Nothing was changed. Delete the sheet yourself if you no longer need it.`,
    "no-tables": () => "This workbook has no table yet. Create tables first.",
    "unknown-plan": ({ id }) => `There is no plan “${id}”.`,
    "nothing-chosen": () => "No table is chosen. Choose at least one.",
    "no-budget": () => "This plan has no budget, so no budget table can be made.",
    "no-indicators": () => "This plan has no indicators, so no indicator table can be made.",
  },
  summary: {
    sheet: "Summary",
    title: "SUMMARY OF RESULTS",
    madeOn: (date) => `(Compiled on ${date})`,
    met: ({ met, checkable, notMet, open, words }) =>
      [
        `${met}/${checkable} indicators met`,
        notMet > 0 ? `${notMet} not met` : "",
        open > 0 ? `${open} without a value` : "",
        words > 0 ? `besides, ${words} in words only, not comparable by number` : "",
      ]
        .filter((part) => part !== "")
        .join("; "),
    indicators: "I. INDICATORS",
    budget: (label) => `II. BUDGET: ${label}`,
    findings: "III. FINDINGS",
    noFindings: "Nothing wrong was found.",
    columns: {
      number: "No.",
      indicator: "Indicator",
      unit: "Unit",
      target: "Target",
      actual: "Actual",
      status: "Status",
      line: "Item / Funding source",
      amount: (unit) => (unit ? `Amount (${UNITS[unit]})` : "Amount"),
      share: "Share (%)",
      severity: "Severity",
      place: "Place",
      finding: "Finding",
    },
    status: { met: "Met", notMet: "Not met", open: "No value", words: "In words", unreadable: "Unreadable" },
    total: "Total",
    charts: {
      indicators: "Actual values against targets",
      byLine: (group) => `Budget ${group.toLowerCase()}`,
      targetSeries: "Target",
      actualSeries: "Actual",
      alt: (title, categories) => `Chart “${title}” of ${categories} entries; the figures stand in the table above it.`,
    },
  },
  cli: {
    written: (file, sheets) => `Wrote ${file}: ${sheets.join(", ")}.`,
    clean: (file) => `${file}: nothing wrong was found.`,
    noTables: (file) => `${file}: no table made by Plan Tables.`,
    count: (errors, warnings, infos) => `${errors} wrong, ${warnings} to review, ${infos} information`,
    exists: (file) => `The file ${file} is there already and was not overwritten. Choose another name.`,
    unreadable: (file, why) => `Cannot read ${file}: ${why}.`,
    cannotWrite: (file, why) => `Cannot write ${file}: ${why}.`,
    unknownPlan: (id, known) => `There is no plan “${id}”. Plans at hand: ${known.join(", ")}.`,
    unknownTables: (value) => `There is no table “${value}”. Choose from: indicators, budget.`,
    unknownUnit: (value) => `There is no unit “${value}”. Choose from: dong, nghin-dong, trieu-dong, ty-dong.`,
    usage: (why) => `The command is not right, nothing was done: ${why}. See: plan-tables --help`,
    badDate: (value) => `The date “${value}” is not of the form YYYY-MM-DD.`,
    notThere: "there is no such file or folder",
    help: {
      program: "Makes, checks and sums up the tables of a plan",
      lang: "language",
      json: "print JSON",
      plans: "list the plans at hand",
      parse: "read phrases of targets and amounts from standard input, one a line",
      new: "write the tables of a plan into a new .xlsx file",
      output: "the .xlsx file to write; a file that is there is not overwritten",
      tables: "the tables to make, with commas: indicators,budget",
      unit: "unit of money: dong, nghin-dong, trieu-dong, ty-dong",
      check: "check .xlsx files or folders",
      date: "take this day for today (YYYY-MM-DD)",
      schema: "print the JSON Schema of what --json prints",
    },
    empty: "There is no .xlsx file to check.",
  },
};
