import { commonest, type Few } from "../../base";
import { sumExact, toNumber } from "../../quantity";
import type { FormShape } from "./copy";
import { readTrackRule, type TrackRule } from "./rules";
import type { FormSums } from "./sums";
import { addsUp } from "./units-of-measure";

/** What a cell of the summed form is reckoned from: cells of its own, by place. */
export interface PlacedRule extends Pick<TrackRule, "op" | "factor" | "growth" | "added"> {
  readonly parts: readonly number[];
  /** What is reckoned is a factor of the first part, which can follow from it no more. */
  readonly isFactor: boolean;
}

/** A figure of the summed form. */
export interface SumCell {
  readonly value: number | null;
  /** Units that have given a number. */
  readonly units: number;
  /** Added, reckoned by a rule of the form, the number that all units have given; or nothing, since it cannot be added. */
  readonly how: "sum" | "rule" | "common" | "not-added";
  readonly rule: PlacedRule | null;
}

/** A total that its parts, added up over all units, do not come to. */
export interface SumGap {
  readonly place: number;
  /** How many other totals of the same rule are not reached either, by less. */
  readonly others: number;
  readonly stated: number;
  readonly computed: number;
}

/** So many of the units with a form have to have a rule that it counts. */
const LEAST_SHARE = 0.5;

/** The rules that most copies tell; of those of one total the one that most do. */
export function rulesIn({ rules, units }: FormSums): TrackRule[] {
  const known = [...rules].filter(([, count]) => count >= LEAST_SHARE * units.count).sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  return known.map(([text]) => readTrackRule(text));
}

/** The figures of a form by place, and the sums in it that do not come out. */
export function cellsOf(form: FormShape, sums: FormSums): { readonly cells: readonly SumCell[]; readonly gaps: readonly SumGap[] } {
  const { lines, columns } = form;
  const width = columns.length;
  const rules = rulesIn(sums);
  const valueAt = (place: number): number | null => {
    const sum = sums.sums[place] ?? null;
    return sum === null ? null : toNumber(sum);
  };
  const isAdded = (place: number): boolean => {
    const [line, column] = [lines[Math.floor(place / width)], columns[place % width]];
    return line !== undefined && column !== undefined && column.id !== null && addsUp(form, line, column);
  };
  const byRule = new Map<number, PlacedRule>();
  for (const rule of rules) {
    if (rule.op === "sum") continue;
    for (const { total, parts } of tracksOf(rule, form)) {
      const placed = { ...pick(rule), parts };
      if (rule.op === "product") priced(total, placed, { sums, isAdded, byRule });
      else if (!byRule.has(total) && (rule.op === "ratio" || isAdded(total))) byRule.set(total, placed);
    }
  }
  const cells = sums.sums.map((_, place): SumCell => {
    const units = sums.counts[place] ?? 0;
    const rule = byRule.get(place) ?? null;
    const common = sums.common[place] ?? Number.NaN;
    if (columns[place % width]?.id === null) return { value: null, units: 0, how: "sum", rule: null };
    if (rule && units > 0) {
      const value = reckoned(rule, valueAt);
      if (value !== null) return { value, units, how: "rule", rule };
      if (rule.op === "difference") return { value: valueAt(place), units, how: "sum", rule: null };
      return { value: null, units, how: "not-added", rule: null };
    }
    if (isAdded(place)) return { value: valueAt(place), units, how: "sum", rule: null };
    return units > 0 && !Number.isNaN(common)
      ? { value: common, units, how: "common", rule: null }
      : { value: null, units, how: units > 0 ? "not-added" : "sum", rule: null };
  });
  return { cells, gaps: gapsIn(rules, form, sums, { valueAt, isAdded }) };
}

const pick = ({ op, factor, growth, added }: TrackRule): Omit<PlacedRule, "parts"> => ({ op, factor, growth, added, isFactor: false });

/** The cells of a rule on each of its tracks. */
function* tracksOf(
  { axis, total, parts }: TrackRule, { lines, columns }: FormShape,
): Generator<{ readonly total: number; readonly parts: number[] }> {
  const width = columns.length;
  const tracks = axis === "row" ? lines.keys() : columns.flatMap(({ id }, column) => (id === null ? [] : [column]));
  for (const track of tracks) {
    const placeOf = (at: number): number => (axis === "row" ? track * width + at : at * width + track);
    yield { total: placeOf(total), parts: parts.map(placeOf) };
  }
}

interface Around {
  readonly sums: FormSums;
  readonly isAdded: (place: number) => boolean;
  readonly byRule: Map<number, PlacedRule>;
}

/**
 * Amounts that are a quantity times a price are added, and so are quantities; what is left of the factors is what they come to over all
 * units, unless it is the same in all of them.
 */
function priced(total: number, { parts, ...rule }: PlacedRule, { sums, isAdded, byRule }: Around): void {
  const counted = parts.find(isAdded);
  if (counted === undefined || !isAdded(total)) return;
  const others = parts.filter((part) => part !== counted);
  const open = others.filter((part) => Number.isNaN(sums.common[part] ?? Number.NaN));
  const [only] = open;
  if (open.length === 1 && only !== undefined && others.length === 1)
    byRule.set(only, { ...rule, op: "ratio", factor: 1 / rule.factor, parts: [total, counted], isFactor: true });
}

function reckoned({ op, parts, factor, growth, added }: PlacedRule, valueAt: (place: number) => number | null): number | null {
  const values = parts.map(valueAt);
  if (!values.every((value) => value !== null)) return null;
  if (op === "difference") return sumExact(values.map((value, at) => (at < added ? value : -value)));
  const [above = 0, below = 0] = values;
  if (op !== "ratio" || below === 0) return null;
  return (factor * (growth ? above - below : above)) / below;
}

function gapsIn(
  rules: readonly TrackRule[], form: FormShape, { counts, units }: FormSums,
  { valueAt, isAdded }: Pick<Around, "isAdded"> & { readonly valueAt: (place: number) => number | null },
): SumGap[] {
  const seen = new Set<number>();
  const gapOf = (rule: TrackRule, total: number, parts: readonly number[]): Omit<SumGap, "others"> | null => {
    const stated = valueAt(total);
    if (stated === null || !isAdded(total) || seen.has(total) || parts.every((part) => (counts[part] ?? 0) === 0)) return null;
    const values = parts.map((part) => valueAt(part) ?? 0);
    const computed = sumExact(values.map((value, at) => (rule.op === "difference" && at >= rule.added ? -value : value)));
    const decimals = Math.max(0, ...[stated, ...values].map(decimalsIn));
    // every unit may have rounded each of its figures
    const slack = decimals === 0 ? 0 : 0.5 * 10 ** -decimals * units.count * (parts.length + 1);
    if (Math.abs(sumExact([stated, -computed])) <= slack + Math.abs(stated) * NOISE) return null;
    seen.add(total);
    return { place: total, stated, computed };
  };
  const size = ({ stated, computed }: Omit<SumGap, "others">): number => Math.abs(stated - computed);
  const worst = rules.flatMap((rule): SumGap[] => {
    if (rule.op !== "sum" && rule.op !== "difference") return [];
    const gaps = [...tracksOf(rule, form)].flatMap(({ total, parts }) => gapOf(rule, total, parts) ?? []);
    const [first] = gaps.toSorted((a, b) => size(b) - size(a) || a.place - b.place);
    return first ? [{ ...first, others: gaps.length - 1 }] : [];
  });
  return worst.sort((a, b) => a.place - b.place);
}

const NOISE = 1e-11;

const decimalsIn = (value: number): number => (String(value).split(".")[1] ?? "").length;

/** The text that all units have written in a cell of words; null where they differ, or not all have. */
export function commonWords(texts: ReadonlyMap<string, Few> | undefined, units: number): string | null {
  if (!texts) return null;
  const counts = new Map([...texts].map(([text, { count }]) => [text, count]));
  const text = commonest(counts);
  return texts.size === 1 && (counts.get(text) ?? 0) === units ? text : null;
}
