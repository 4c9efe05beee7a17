import type { CorrectionData, FindingData, Place, SumCause, SumData, SumFindings } from "../../findings";
import { sumExact, type MoneyUnit } from "../../quantity";
import { columnLetters, type CellRef } from "../../sheet";
import { arithmetic, parts, place } from "../sentences";
import type { FindingWords } from "../types";
import { UNITS } from "./units";

const { number, cell, list, formula } = parts("en", "and");
/** What a typing hand did, by its code. */
export const TYPING: Readonly<Record<string, string>> = {
  "digits-swapped": "two digits swapped",
  "digit-wrong": "one digit wrong",
  "digit-doubled": "one digit doubled",
  "digit-dropped": "one digit dropped",
  zeros: "a zero too many or too few",
  sign: "sign",
  separator: "separator misread",
  "thousand-fold": "a thousand times off",
  "amount-left-out": "said to be none",
  "row-left-out": "the total leaves a line out",
  "row-counted-twice": "the total counts a line twice",
  "cells-swapped": "typed in each other's place",
  "total-not-updated": "total not updated",
};
/** As many as a sentence names; of cells that tie, all that are told, since the wrong one may be any of them. */
const MOST = 5;
const MOST_TIES = 20;

const typing = (kind: string | null, other: Place | null = null): string => (kind && TYPING[kind] ? ` (${TYPING[kind]}${other ? `: “${other.label}”, cell ${cell(other.at)}` : ""})` : "");
const withUnit = (value: number, unit: MoneyUnit | null): string => `${number(value)}${unit ? ` ${UNITS[unit]}` : ""}`;
const gapWords = (gap: number): string => (gap < 0 ? `${number(-gap)} more than` : `${number(gap)} less than`);
const OVER: Readonly<Record<SumData["over"], string>> = { lines: "lines", years: "years", units: "reporting units", columns: "columns" };
const written = ({ from, source }: CorrectionData): string => `${number(from)}${source ? ` (formula ${formula(source.formula)})` : ""}`;
const change = (one: CorrectionData): string => `${cell(one.at)} from ${written(one)} to ${number(one.to)}${typing(one.kind)}`;
const some = (items: readonly string[]): string => (items.length <= MOST ? list(items) : `${items.slice(0, MOST).join(", ")} and ${items.length - MOST} more`);

/** Before a sentence about what was disbursed; others are about the plan. */
const paid = (disbursed: SumData["disbursed"] | undefined): string => (disbursed ? `Disbursed${disbursed.year === null ? "" : ` in ${disbursed.year}`}: ` : "");
/** Before a sentence about what a rule of a form wants that people have given a name. */
const ruled = (rule: SumData["rule"] | undefined): string => (rule === undefined ? "" : `By the rule “${rule}”: `);
const compared = ({ unit, over, axis, stated, computed, gap, disbursed, claim, rule }: SumData, witness: string): string =>
  claim
    ? `${ruled(rule)}Cell ${cell(stated.at)} (“${stated.label}”${claim.head === "" ? "" : `, column “${claim.head}”`}) states ${withUnit(stated.value, unit)}, and ${arithmetic(claim, "the sum of", cell)} is ${number(computed.value)}: ${gapWords(gap)} it.`
    : axis === "row"
    ? `${paid(disbursed)}“${stated.label}”: the ${OVER[over]} add up to ${number(computed.value)}, ${gapWords(gap)} the stated total of ${withUnit(stated.value, unit)} (cell ${cell(stated.at)}).`
    : computed.label === stated.label
      ? `${paid(disbursed)}“${stated.label}”: its lines add up to ${number(computed.value)}, ${gapWords(gap)} the ${withUnit(stated.value, unit)} that it states (cell ${cell(stated.at)}).`
      : `${paid(disbursed)}“${computed.label}” adds up to ${number(computed.value)}, ${gapWords(gap)} “${stated.label}”, stated as ${withUnit(stated.value, unit)} (cell ${cell(stated.at)})${witness}.`;

const alike = (also: readonly { readonly at: CellRef }[]): string => (also.length === 0 ? "" : ` The same in ${some(also.map(({ at }) => cell(at)))}.`);

const or = (items: readonly string[]): string => (items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} or ${items.at(-1) ?? ""}`);

/** Where the gap is the amount of a line. */
const exactly = ({ equals }: SumCause): string => (equals ? ` The difference is exactly “${equals.label}” (cell ${cell(equals.at)}): that line may be counted too often or left out.` : "");
/** Cells any one of which would settle it; what no slip explains has no value to tell. */
const either = (items: readonly CorrectionData[]): string =>
  `${or(items.map((one) => (one.kind === null ? cell(one.at) : change(one))))}${items.every(({ kind }) => kind === null) ? "; the difference is like no typing error" : ""}`;
/** An amount with one of the cells that were made to agree with it. */
const copies = (items: SumCause["copied"]): string =>
  items.length === 0 ? "" : ` One mistake may also stand in two cells: ${or(items.slice(0, MOST).map(({ amount, parts: [one, ...others] }) => `${change(amount)} together with ${one && others.length === 0 ? change(one) : `one of ${some([...(one ? [one] : []), ...others].map(({ at }) => cell(at)))}`}`))}.`;
/** The cell that is likely wrong, or those that are. */
const likeliest = ({ unit, correction, other, candidates, alike: ties, rarer, together, copied, typedIn }: SumData & SumCause): string => {
  if (correction) {
    const elsewhere = correction.source?.linked ? ` Put it right in the cells that the formula shows.` : "";
    const others = rarer.length > 0 ? ` If that cell is right, look at ${or(rarer.map(change))}.` : "";
    return `The cell most likely wrong is ${cell(correction.at)}: it holds ${written(correction)} and may have to be ${withUnit(correction.to, unit)}${typing(correction.kind, other)}.${elsewhere}${others}`;
  }
  const [one, two] = together;
  if (one && two && one.kind === "cells-swapped" && together.length === 2) return `No single cell settles it; ${cell(one.at)} (${number(one.from)}) and ${cell(two.at)} (${number(two.from)}) may have been typed in each other's place.`;
  if (typedIn && one) {
    const unit = typedIn.unit ? `, probably ${UNITS[typedIn.unit]}` : "";
    const all = `${some(together.map(({ at }) => cell(at)))} are ${number(typedIn.factor)} times too ${typedIn.small ? "small" : "large"}: all ${number(together.length)} may have been typed in another unit${unit}, such as ${change({ ...one, kind: null })}`;
    return candidates.length > 0 ? `${all}. Or only this is wrong: ${or(candidates.map(change))}.` : `${all}.`;
  }
  if (together.length > 0 && rarer.length > 0) return `One mistake may stand in two cells that have to agree: ${list(together.map(change))}.${copies(copied)} If these cells are right, look at ${either(rarer)}.`;
  if (together.length > 0) return `No single cell settles it; these may be wrong together: ${some(together.map(change))}.${copies(copied)}`;
  if (ties > MOST_TIES) return `Which cell is wrong cannot be told: any one of ${number(ties)} would settle it, such as ${list(candidates.slice(0, MOST).map(change))}.${copies(copied)} Compare with the document.`;
  if (candidates.length > 0 && (copied.length > 0 || candidates.every(({ kind }) => kind === null))) return `If only one cell is wrong, it is ${either(candidates)}.${copies(copied)} Compare with the document.`;
  if (candidates.length > 0) return `One of these cells may be wrong, any one of them would settle it: ${or(candidates.map(change))}.${rarer.length > 0 ? ` Less likely: ${or(rarer.map(change))}.` : ""}`;
  if (copied.length > 0) return `No single cell settles it.${copies(copied)} Compare with the document.`;
  return `Which cell is wrong cannot be told: compare with the document.`;
};

const WHY: Readonly<Record<FindingData["formula-parts"]["extra"][number]["why"], string>> = {
  total: "which is a total",
  "of-which": "which is part of the line above",
  within: "which is part of another line that is added",
  column: "in another column",
  row: "which does not belong here",
};

export const sumsFindings: FindingWords<SumFindings> = {
  "sum-mismatch": ({ witness, ...data }) => `${compared(data, witness ? `, which “${witness.label}” reaches too` : "")}${exactly(data)} ${likeliest(data)}`,
  "over-total": ({ unit, axis, over, stated, computed, gap, partial, disbursed, rule }) =>
    axis === "row"
      ? `${ruled(rule)}${paid(disbursed)}“${stated.label}”: the ${OVER[over]} filled so far add up to ${number(computed.value)}, ${number(-gap)} over the total of ${withUnit(stated.value, unit)}, though not all ${OVER[over]} are filled.`
      : `${ruled(rule)}${paid(disbursed)}“${computed.label}”: ${partial ? "the lines filled so far" : "these parts of it"} add up to ${number(computed.value)}, ${number(-gap)} over ${partial && stated.label === computed.label ? "its stated amount" : `“${stated.label}”`} of ${withUnit(stated.value, unit)} (cell ${cell(stated.at)}).`,
  "breakdowns-differ": (data) =>
    `${paid(data.disbursed)}“${data.computed.label}” adds up to ${number(data.computed.value)}, ${gapWords(data.gap)} “${data.stated.label}” of ${withUnit(data.stated.value, data.unit)}: both breakdowns have to be equal.${exactly(data)} ${likeliest(data)}`,
  "sum-rounding": (data) => `${compared(data, "")} Rounding of the amounts explains the difference; look at the amounts again, or write more decimals, where they have to agree.`,
  "formula-replaced": ({ unit, label, value, right, linked, formula: { at, to }, also }) => {
    const where = `Cell ${cell(at)} (“${label}”)`;
    const restore = `Put the formula ${formula(to)} back`;
    if (value === null) return `${where} has lost its formula and is blank, while its parts give ${withUnit(right ?? 0, unit)}. ${restore}.${alike(also)}`;
    if (right === null) return `${where} holds ${withUnit(value, unit)}, typed in place of its formula; its parts are blank, so nothing can be compared. ${restore} once they are filled.${alike(also)}`;
    if (value === right) return `${where} holds ${withUnit(value, unit)}, typed in place of its formula: it still agrees with its parts but will not follow them any more. ${restore}.${alike(also)}`;
    return `${where} holds ${withUnit(value, unit)}, ${linked ? "from another workbook" : "typed"} in place of its formula, ${number(Math.abs(sumExact([value, -right])))} ${value > right ? "more" : "less"} than the ${number(right)} that its parts give. ${restore} and see which number is right.${alike(also)}`;
  },
  "formula-parts": ({ unit, label, value, right, formula: { at, from, to }, missing, extra, twice, subtracted, constant, also }) => {
    const named = (one: Place): string => (one.label === label ? cell(one.at) : `${cell(one.at)} (“${one.label}”)`);
    const faults = [
      ...(missing.length > 0 ? [`leaves out ${some(missing.map(named))}`] : []),
      ...(twice.length > 0 ? [`adds ${some(twice.map(named))} twice`] : []),
      ...(subtracted.length > 0 ? [`subtracts ${some(subtracted.map(named))}`] : []),
      ...(extra.length > 0 ? [`adds ${some(extra.map((one) => `${named(one)}, ${WHY[one.why]}`))}`] : []),
      ...(constant === 0 ? [] : [`adds the number ${number(constant)} that is typed into it`]),
    ];
    const shown = value === null || right === null ? "" : value === right ? " Its result is right as yet, but will be wrong once those cells change." : ` It gives ${withUnit(value, unit)} instead of ${number(right)} (${number(Math.abs(sumExact([value, -right])))} too ${value > right ? "much" : "little"}).`;
    return `The formula ${formula(from ?? "")} of cell ${cell(at)} (“${label}”) ${faults.length > 0 ? faults.join("; ") : "does not give what its parts come to"}.${shown} Change it to ${formula(to)}.${alike(also)}`;
  },
  "same-amount": ({ unit, value, lines, sameName }) =>
    `${list(lines.map(({ at, label }) => `“${label}” (cell ${cell(at)})`))} both have ${withUnit(value, unit)}${sameName ? " and the same name" : ""}. See whether one amount was entered twice; if they are two amounts, leave them.`,
  "unit-slip": ({ unit, label, factor, small, against, last, correction: { at, from, to }, also }) => {
    if (last)
      return factor === 1
        ? `“${label}” (cell ${cell(at)}) has ${withUnit(from, unit)}, last year (${place(last.at)}) ${number(last.value)}: the same with two digits swapped, while nearly all other figures of the column stayed. If nothing changed it means ${number(to)}. Compare with the document.`
        : `“${label}” (cell ${cell(at)}) has ${withUnit(from, unit)}, some ${number(factor)} times too ${small ? "small" : "large"} beside last year (${number(last.value)} at ${place(last.at)}), while no other line of the column moved by more than two times: it may be mistyped and mean ${number(to)}. Compare with the document.`;
    const than = against === "whole" ? (small ? "its parts" : "the total that it is part of") : against === "row" ? "the other columns of its row" : against === "planned" ? "its plan" : against === "sheets" ? "the same line and column on the other sheets" : "the lines beside it";
    return `“${label}” (cell ${cell(at)}) has ${withUnit(from, unit)}, some ${number(factor)} times too ${small ? "small" : "large"} beside ${than}: it may have been typed in another unit and mean ${number(to)}.${alike(also)} Compare with the document.`;
  },
  "table-unit": ({ unit, to, total, other }) => {
    const fix = `The amounts look typed in ${UNITS[to]}: correct the unit's caption, or convert the whole table.`;
    return other
      ? `“${total.label}” is ${withUnit(total.value, unit)} here (cell ${cell(total.at)}) and ${withUnit(other.value, other.unit)} in ${place(other.at)}: they differ by exactly the step between two units. ${fix}`
      : `The table says ${UNITS[unit]}, but “${total.label}” is ${withUnit(total.value, unit)} (cell ${cell(total.at)}), more than any budget. ${fix}`;
  },
  "table-unit-unread": ({ text }) =>
    `${text === "" ? "The cell for the unit of this table is blank" : `The unit of this table cannot be read from “${text}”`}: its sums are checked, but amounts are not turned into dong, compared with other tables or rolled up. Enter dong, thousand dong, million dong or billion dong.`,
  "negative-amount": ({ unit, label, value }) => `“${label}” is negative, ${withUnit(value, unit)}: an amount cannot be, unless it is a reduction. Check the sign, or say in the line's name that it is a reduction.`,
  "amount-missing": ({ unit, total, gap, missing }) =>
    `${some(missing.map(({ at, label }) => `“${label}” (cell ${cell(at)})`))} ${missing.length === 1 ? "has" : "have"} no amount, and ${number(gap)} of “${total.label}”, ${withUnit(total.value, unit)}, stands in no line. ${
      missing.length === 1 ? `If that is the amount of this line, enter ${number(gap)}` : "Enter the amount of each line"
    }; enter 0 for a line that gets nothing.`,
  "hidden-parts": ({ unit, axis, parts: hidden }) => {
    const values = hidden.flatMap(({ value }) => value ?? []);
    return axis === "rows"
      ? `Hidden but counted in the total: row ${some(hidden.map(({ at, label }) => `${at.row + 1} (“${label}”)`))}${values.length > 0 ? `, ${withUnit(sumExact(values), unit)} together` : ""}. Show what is hidden before the table is signed.`
      : `Hidden but counted in the total: column ${some(hidden.map(({ at, label }) => `${columnLetters(at.col)}${label === "" ? "" : ` (${label})`}`))}. Show what is hidden before the table is signed.`;
  },
};
