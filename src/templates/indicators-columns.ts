import { ownTargets, targetsElsewhere, type Plan } from "../plan";
import type { TableChoices } from "./choices";
import { isBlankRow, targetInput } from "./indicators-lines";
import type { Column } from "./layout";
import type { ColumnKey } from "./keys";
import type { TemplateWords } from "./words";

/** Widths in characters: alone, and beside columns of reporting units or of more years than `ROOMY`, which need the room. */
const WIDTHS = { label: [48, 36], unit: [9, 8], baseline: [10, 8], words: [26, 18], status: [11, 9], note: [16, 10] } as const;
const ROOMY = 5;
/** Of a note column that tells of other places in the document. */
const TOLD = 28;
/** A target of more characters is words, which take several lines. */
const LONGEST_NUMBER = 11;

/** So many columns of years go on two pages side by side in a size that is read; a longer period is not reported year by year. */
const MOST_YEARS = 15;
/** Plans of five years end in years that end in 0 or 5. */
const STAGE = 5;
/** More addends than this are written with dots in the column-number row. */
const MOST_ADDENDS = 6;

export interface IndicatorYears {
  /**
   * Years with a column of actual values: those that were chosen, else all of the period (of a very long one those that have targets or end
   * a stage of five years) and target years beyond it. With reporting units it is one.
   */
  readonly years: readonly number[];
  readonly targetYears: readonly number[];
  /** The years whose actual values are held against their targets, each in a column of its own, rising. */
  readonly judged: readonly { readonly year: number; readonly key: ColumnKey }[];
}

export function yearsOf(plan: Plan, { years: chosen, reportingUnits }: TableChoices): IndicatorYears {
  const { to } = plan.period;
  const named = [...new Set(plan.indicators.flatMap((indicator) => ownTargets(indicator).map(({ year }) => year)))].sort((a, b) => a - b);
  const targetYears = named.length > 0 ? named : [to];
  const all = periodOf(plan);
  const milestones = all.filter((year) => named.includes(year) || year % STAGE === 0 || year === to);
  const planned = all.length > MOST_YEARS ? milestones : all;
  const held = planned.findLast((year) => targetYears.includes(year));
  const years =
    reportingUnits.length === 0
      ? (chosen ?? [...new Set([...planned, ...targetYears])].sort((a, b) => a - b))
      : [chosen?.at(-1) ?? held ?? planned.at(-1) ?? to];
  const compared = years.filter((year) => targetYears.includes(year));
  // the name that workbooks have had before there was more than one: of the last year of the plan's own time
  const main = compared.findLast((year) => year <= to) ?? compared.at(-1);
  return { years, targetYears, judged: compared.map((year) => ({ year, key: year === main ? "status" : `status${year}` })) };
}

/**
 * The years that can be reported in a plan's indicator table, those of its period that have no column, and the target years that have none,
 * so that nothing is compared with them; all rising.
 */
export function resultYears(
  plan: Plan, choices: TableChoices,
): { readonly years: readonly number[]; readonly without: readonly number[]; readonly uncompared: readonly number[] } {
  const { years, targetYears } = yearsOf(plan, choices);
  const open = (all: readonly number[]): number[] => all.filter((year) => !years.includes(year));
  return { years, without: open(periodOf(plan)), uncompared: open(targetYears) };
}

function periodOf({ period: { from, to } }: Plan): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

type Head = Omit<Column, "rule">;

/** The columns of an indicator table; `page`: where the numerators and denominators begin, null where there are none. */
export function columnsOf(
  plan: Plan, choices: TableChoices, words: TemplateWords,
): { readonly columns: readonly Column[]; readonly page: number | null } {
  const { years, targetYears, judged } = yearsOf(plan, choices);
  const own = words.indicators;
  const units = choices.reportingUnits.map((name, index) => ({ name, place: index + 1 }));
  const widthOf = (key: keyof typeof WIDTHS): number => WIDTHS[key][units.length === 0 && years.length <= ROOMY ? 0 : 1];
  const targetWidth = (year: number): number => {
    const longest = Math.max(
      0,
      ...plan.indicators.flatMap((indicator) =>
        ownTargets(indicator).flatMap((target) => (target.year === year ? String(targetInput(target, words.lang)).length : [])),
      ),
    );
    return longest > LONGEST_NUMBER ? widthOf("words") : LONGEST_NUMBER;
  };
  const narrow = years.length > 2 ? 9 : 13;
  const direction: Head = { key: "direction", width: 10, upper: own.directionHead, lower: null };
  const lettered: Head[] = [
    { key: "number", width: 6, upper: words.number, lower: null },
    { key: "label", width: widthOf("label"), upper: own.label, lower: null },
    { key: "unit", width: widthOf("unit"), upper: own.unit, lower: null },
    // where people write their own targets they have to say which way a bare number is meant
    ...(plan.indicators.some(isBlankRow) ? [direction] : []),
  ];
  const main: Head[] = [
    ...lettered,
    { key: "baseline", width: widthOf("baseline"), upper: own.baseline, lower: null },
    ...targetYears.map((year): Head => ({ key: `target${year}`, width: targetWidth(year), upper: own.target, lower: own.toYear(year) })),
    ...units.map(({ name, place }): Head => ({ key: `u${place}`, width: 10, upper: words.reportingUnits, lower: name })),
    ...years.map((year): Head =>
      units.length > 0
        ? { key: `actual${year}`, width: 10, upper: own.whole(year), lower: null }
        : { key: `actual${year}`, width: narrow, upper: own.actual, lower: words.year(year) },
    ),
    ...judged.map(({ year, key }): Head => ({ key, width: widthOf("status"), upper: own.status(year), lower: null })),
    {
      key: "note",
      width: units.length === 0 && plan.indicators.some((one) => targetsElsewhere(one).length > 0) ? TOLD : widthOf("note"),
      upper: words.note,
      lower: null,
    },
  ];
  const pair = (above: Column["key"], below: Column["key"], upper: string, width = 10): Head[] => [
    { key: above, width, upper, lower: own.numerator }, { key: below, width, upper, lower: own.denominator },
  ];
  const shares: Head[] = plan.indicators.some(({ ratio }) => ratio)
    ? [
        { key: "numerator", width: 28, upper: own.ratioOf, lower: own.numerator },
        { key: "denominator", width: 28, upper: own.ratioOf, lower: own.denominator },
        ...units.flatMap(({ name, place }) => pair(`un${place}`, `ud${place}`, own.unitRatio(name))),
        ...years.flatMap((year) => pair(`num${year}`, `den${year}`, own.ratio(year), units.length > 0 ? 15 : 10)),
      ]
    : [];
  const visible = [...main, ...shares];
  const numberOf = (index: number): number => index - lettered.length + 1;
  const rule = ({ key }: Head, index: number): string => {
    if (index < lettered.length) return "ABCD"[index] ?? "";
    const parts = units.length === 0 ? [] : visible.flatMap((part, at) => (isPartOf(part.key, key) ? [numberOf(at)] : []));
    return parts.length === 0 ? String(numberOf(index)) : `${numberOf(index)}=${added(parts)}`;
  };
  const hidden: Head[] = [
    { key: "key", width: 10, upper: own.key, lower: null, hidden: true },
    ...(lettered.includes(direction) ? [] : [{ ...direction, hidden: true }]),
  ];
  return {
    columns: [
      ...visible.map((one, index): Column => ({ ...one, rule: rule(one, index) })),
      ...hidden.map((one): Column => ({ ...one, rule: "" })),
    ],
    page: shares.length === 0 ? null : main.length,
  };
}

/**
 * Numerators and denominators of the whole are the sums of those of the units, in every row that has them; the values of the units add up
 * in some rows only, so that nothing is written of them.
 */
function isPartOf(part: Column["key"], whole: Column["key"]): boolean {
  return (/^num\d/.test(whole) && /^un\d/.test(part)) || (/^den\d/.test(whole) && /^ud\d/.test(part));
}

function added(numbers: readonly number[]): string {
  return numbers.length <= MOST_ADDENDS ? numbers.join("+") : `${numbers.slice(0, 2).join("+")}+…+${String(numbers.at(-1))}`;
}
