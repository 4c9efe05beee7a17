import type { IndicatorFindings, Missed, SlipData, TwoTargets } from "../../findings";
import type { Target } from "../../quantity";
import { parts, yearRanges } from "../sentences";
import { templates } from "./templates";
import type { FindingWords } from "../types";
import { UNITS } from "./units";

const { number, target, cell, list } = parts("en", "and");

const targetWithUnit = (one: Target): string => `${target(one)}${one.unit === null ? "" : /^[%‰/]/.test(one.unit) ? one.unit : ` ${one.unit}`}`;
const DIRECTIONS = templates.indicators.direction;
export const withUnit = (value: number, unit: string | null): string => (unit === null ? number(value) : /^[%‰/]/.test(unit) ? `${number(value)}${unit}` : `${number(value)} ${unit}`);
/** The value as it is typed: a fraction of many decimals would be rounded to something else. */
const exact = (value: number): string => number(value, 10);
/** How far apart two values are: of shares in points, which are no per cent of anything. */
const apart = (value: number, unit: string | null, write: (value: number) => string = number): string => `${write(value)}${POINTS[unit ?? ""] ?? ""}`;
const POINTS: Readonly<Record<string, string>> = { "%": " points", "‰": " points" };
const points = (value: number): string => number(value, 2);
const of = (year: number | null, unit: string | null): string => `${unit === null ? "" : ` of ${unit}`}${year === null ? "" : ` in ${year}`}`;

const WAYS: Readonly<Record<SlipData["kind"], string>> = {
  fraction: "this cell takes points (95, not 0.95), and Excel makes 0.95 of “95%”",
  hundredfold: "it was multiplied by 100",
  separator: "a decimal mark is missing",
  percent: "it looks like a value in %, while the indicator is in ‰",
  "per-mille": "it looks like a value in ‰, while the indicator is in %",
};
const EVIDENCE: Readonly<Record<SlipData["evidence"], string>> = { ratio: "by its numerator and denominator", history: "beside the indicator’s other values", target: "beside the target" };
const slip = ({ indicator, value, likely, kind, evidence }: SlipData, unit: string): string =>
  `“${indicator}”: ${exact(value)}${unit} is likely ${exact(likely)}${unit} (${EVIDENCE[evidence]}): ${WAYS[kind]}. Type it again if so.`;

const { met, notMet, watched } = templates.indicators;
const LIST = `“${met}”, “${notMet}” or “${watched}”`;

const MOST_UNITS = 10;
const units = (names: readonly string[]): string => (names.length <= MOST_UNITS ? list(names) : `${names.slice(0, MOST_UNITS).join(", ")} and ${names.length - MOST_UNITS} more`);

const two = ({ indicator, year, target: one, other }: TwoTargets): string => `“${indicator}” in ${year}: the target is ${target(one)} here and ${target(other.target)} in ${other.at.sheet} ${cell(other.at)}`;
/** By how much a target is missed, or that its strict limit is only just reached. */
export const missed = ({ side, distance }: Pick<Missed, "side" | "distance">, unit: string | null, write: (value: number) => string = number): string =>
  distance > 0 ? `${apart(distance, unit, write)} ${side === "high" ? "over" : "short"}` : `just at the level, has to be ${side === "high" ? "below" : "above"} it`;

const STRICTER = { this: "the one here is stricter", other: "the other one is stricter" } as const;

export const indicatorsFindings: FindingWords<IndicatorFindings> = {
  "target-not-met": ({ indicator, year, actual, target: aim, judgement }) =>
    `Not met: “${indicator}” is ${number(actual)} in ${year}, target ${target(aim)}, ${missed(judgement, aim.unit)}.`,
  "behind-target": ({ indicator, year, actual, target: aim, targetYear, baseline, baselineYear, expected, distance }) =>
    `Behind: “${indicator}” is ${number(actual)} in ${year}; on a straight line from the baseline ${number(baseline)} (taken as of ${baselineYear}) to the target ${target(aim)} in ${targetYear} it would be ${points(expected)}, ${apart(distance, aim.unit, points)} away. See what the remaining years need.`,
  "actual-missing": ({ indicator, years }) => `No actual value for ${yearRanges(years)}: “${indicator}”.`,
  "actuals-missing": ({ indicators, years }) => `No actual value for ${yearRanges(years)} of the ${indicators} indicators of this table has been typed yet.`,
  "units-missing": ({ indicator, year, units: names, of: all }) => `“${indicator}” in ${year}: ${names.length} of ${all} units have not reported: ${units(names)}. The common value is not yet one of all units.`,
  "assessment-unknown": ({ indicator, year, text }) => `“${text}” is none of the list of assessments, so “${indicator}” counts as not assessed in ${year}. Choose ${LIST}.`,
  "assessments-missing": ({ results }) => `${results === 1 ? "1 result" : `${results} results`} of targets in words not assessed yet: choose ${LIST} in the column of the status.`,
  "target-unreadable": ({ indicator, year, text, date }) =>
    date
      ? `The target of ${year} of “${indicator}” is the date ${text}: Excel has turned what was typed, such as “4-6”, into a date. Format the cell as Text and type it again, or write “4 to 6”.`
      : `The target for ${year}${text === "" ? "" : `, “${text}”,`} of “${indicator}” cannot be read. Write it anew, such as “≥ 95”.`,
  "targets-several": ({ indicator, year, targets }) =>
    `“${indicator}”: this cell has ${targets.length} targets for ${year} (${targets.map(targetWithUnit).join("; ")}); one value cannot be held against all of them, so none was judged. Give each target a row of its own.`,
  "direction-differs": ({ indicator, year, declared, direction, baseline, target: aim, hidden }) =>
    `“${indicator}”: its direction is given as “${DIRECTIONS[declared]}”, but from the baseline ${number(baseline)} to the target ${target(aim)} for ${year} it goes ${DIRECTIONS[direction]}; it was judged as going ${DIRECTIONS[direction]}. ${hidden ? "Check the baseline and the target." : `Choose “${DIRECTIONS[direction]}” in this cell, or check the baseline and the target.`}`,
  "direction-unknown": ({ indicator, year, target: aim, chosen }) =>
    `“${indicator}”: not judged, since its direction is not known: the target ${target(aim)} for ${year} does not say whether the value has to be at least or at most that. ${chosen ? `Choose up, down or equal in ${cell(chosen.at)}, or write` : "Write"} ≥ or ≤ before the target, or type the baseline.`,
  "over-whole": ({ indicator, value, unit, whole }) => `“${indicator}”: ${number(value)}${unit} is ${apart(value - whole, unit)} more than ${number(whole)}${unit}. Check the value or its unit.`,
  "below-zero": ({ indicator, value, unit, correction }) => `“${indicator}”: ${withUnit(value, unit)} is negative, which this measure cannot be.${correction ? ` It may mean ${number(correction.to)}.` : " Type it again."}`,
  "numerator-over-denominator": ({ indicator, year, reportingUnit, numerator, denominator }) =>
    `“${indicator}”${of(year, reportingUnit)}: the numerator ${number(numerator)} is ${number(numerator - denominator)} more than the denominator ${number(denominator)}. Check both; they may have been swapped.`,
  "part-of-a-thing": ({ indicator, value, unit, correction }) =>
    `“${indicator}”: ${number(value)} ${unit} has decimals, but things that are counted are whole.${correction ? ` It may mean ${number(correction.to)} (a mark of thousands read as a decimal one).` : " Type it again."}`,
  "progress-fraction": ({ task, value, likely }) => `The progress ${exact(value)} of “${task}” is likely ${number(likely)}%: this cell takes points, and Excel makes 0.5 of “50%”. Type it again if so.`,
  "percent-slip": (data) => slip(data, "%"),
  "per-mille-slip": (data) => slip(data, data.unit),
  "per-mille-unit": ({ indicator, unit, written }) =>
    written === null
      ? `“${indicator}” is given in ‰ by custom, but its unit here is ${unit}, for which the value is too large. Compare with the document and correct the unit.`
      : `“${indicator}”: the target says “${written}” but the unit of the row is ${unit}, ten times apart, so nothing could be held against it. Use one unit.`,
  "share-mismatch": ({ indicator, year, reportingUnit, unit, share, numerator, denominator, expected, gap, correction }) =>
    `“${indicator}”${of(year, reportingUnit)}: ${withUnit(share, unit)} is typed, but ${number(numerator)} of ${number(denominator)} is ${withUnit(expected, unit)}, ${apart(Math.abs(gap), unit)} away. ${
      correction ? "Take the computed value, or check numerator and denominator." : "Check numerator, denominator and share."
    }`,
  "target-weaker": ({ indicator, year, target: later, earlierYear, earlier, side }) =>
    `“${indicator}”: the target for ${year} (${target(later)}) asks for less than the one for ${earlierYear} (${target(earlier)})${
      side === "low" && later.value < earlier.value ? `, by ${apart(earlier.value - later.value, later.unit)}` : side === "high" && later.value > earlier.value ? `, by ${apart(later.value - earlier.value, later.unit)}` : ""
    }. Compare with the document.`,
  "worse-than-ever": ({ indicator, unit, year, value, beforeYear, before, worse, largest, direction }) =>
    `“${indicator}”: ${number(value)} in ${year} is ${apart(worse, unit)} ${direction === "up" ? "less" : "more"} than ${number(before)} in ${beforeYear}; no year before it moved by more than ${apart(largest, unit)}. Check the value; if it is right it needs an explanation.`,
  "targets-differ": (data) => `${two(data)}. An indicator has one target for a year${data.stricter ? `; ${STRICTER[data.stricter]}` : ""}. Compare with the document.`,
  "plans-differ": (data) => `Two plans set different targets. ${two(data)}${data.stricter ? `; ${STRICTER[data.stricter]}` : ""}.`,
  "budget-share-missed": ({ indicator, year, target: aim, share, side, distance, unit, part, total }) =>
    `“${indicator}” in ${year}, target ${target(aim)}%: “${part.label}” ${number(part.value)} (${part.at.sheet} ${cell(part.at)}) of “${total.label}” ${number(total.value)}${unit ? ` ${UNITS[unit]}` : ""} (${cell(total.at)}) is ${side === "high" ? "" : "only "}${points(share)}%, ${missed({ side, distance }, "%", points)}. Adjust the budget or explain it.`,
};
