import { writeTarget, type MoneyUnit } from "../../quantity";
import { parts, yearRanges } from "../sentences";
import type { FindingWords, Words } from "../types";
import { UNITS } from "./units";

const { number, cell, list } = parts("en", "and");
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

export const findings: FindingWords = {
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
};

export const agreement: Words["agreement"] = ({ value, unit, label, breakdowns }) => `${number(value)} agrees: “${label}” (${unit ? UNITS[unit] : "unit not stated"}) equals ${list(breakdowns.map((one) => `“${one}”`))}.`;
