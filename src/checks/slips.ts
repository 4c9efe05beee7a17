import { derived } from "../base";
import type { IndicatorRow } from "../tables";
import { agrees } from "./agrees";
import { rowUnit } from "./row-unit";
import { clean, isOpenEnded, ratioOf, rowValues, type RowValue } from "./row-values";

/**
 * How a value came to be off by a power of ten: a fraction typed for points ("95%" in Excel is 0.95), a hundredfold (9500), a decimal
 * mark that was lost (955), per cent in a cell of per mille, per mille in a cell of per cent.
 */
export type SlipKind = "fraction" | "hundredfold" | "separator" | "percent" | "per-mille";

export interface Slip {
  readonly value: RowValue;
  readonly likely: number;
  readonly kind: SlipKind;
  /** What speaks for it, the strongest: its own numerator and denominator, other values of the row, nothing but a target. */
  readonly evidence: "ratio" | "history" | "target";
}

/** Measures that are given per mille by custom: deaths and births among a thousand. */
const BY_CUSTOM_PER_MILLE = /(?<!\p{L})(?:(?:tử vong|chết)(?: (?:của|ở))? (?:trẻ|sơ sinh)|(?:sinh|chết|tử vong) thô|tăng dân số tự nhiên|tăng tự nhiên dân số|(?:infant|child|under-five|neonatal) mortality|crude (?:birth|death) rate)(?!\p{L})/iu;

/** Letters that such words have in every spelling; to look for them costs far less. */
const LETTERS_OF_THEM = /vong|ch.{1,3}t|inh th|nhi|morta|crude/i;

/** Whether a name may be one of such a measure. */
export function mayBePerMille(label: string): boolean {
  return LETTERS_OF_THEM.test(label);
}

export function isPerMilleByCustom({ label }: IndicatorRow): boolean {
  return BY_CUSTOM_PER_MILLE.test(label.normalize("NFC"));
}

/** The values of a row that are off by a power of ten, and what was likely meant; nothing without evidence in the row itself. */
export const slipsOf = derived((row: IndicatorRow): readonly Slip[] => {
  const { unit } = rowUnit(row);
  if (unit !== "%" && unit !== "‰") return [];
  const values = rowValues(row);
  const counted = row.numerators.size + row.unitNumerators.size > 0;
  const plain = unit === "%" && !counted && !isPerMilleByCustom(row);
  return values.flatMap((value) => {
    // nearly every percentage of a table is between the two
    if (!(value.value > 0) || (plain && value.value > 1 && value.value <= 100 && !(value.value <= OPEN_FRACTION && isOpenEnded(row))))
      return [];
    const others = values.filter((other) => other.column !== value.column && other.value > 0);
    const slip = byRatio(row, value, others, unit) ?? byNeighbours(row, value, others, unit);
    return slip === null || slip === "sound" ? [] : [slip];
  });
});

/** Numerator and denominator decide, unless the row's other values stand by the value as it is: then the counts are in doubt. */
function byRatio(row: IndicatorRow, value: RowValue, others: readonly RowValue[], unit: "%" | "‰"): Slip | "sound" | null {
  const ratio = ratioOf(row, value);
  if (!ratio) return null;
  const share = ((unit === "%" ? 100 : 1000) * ratio.numerator.value) / ratio.denominator.value;
  if (agrees(value.value, share)) return "sound";
  const factors: readonly (readonly [number, SlipKind])[] =
    unit === "%"
      ? [[100, "fraction"], [0.01, "hundredfold"], [0.1, isPerMilleByCustom(row) ? "per-mille" : "separator"], [0.001, "separator"]]
      : [[10, "percent"], [1000, "fraction"], [0.1, "separator"], [0.001, "separator"]];
  const found = factors
    .map(([factor, kind]) => ({ likely: clean(value.value * factor), kind }))
    .find(({ likely }) => agrees(likely, share));
  const stands = found && others.some((other) => isNear(value.value, other)) && !others.some((other) => isNear(found.likely, other));
  return found && !stands ? { value, ...found, evidence: "ratio" } : "sound";
}

const isNear = (value: number, other: RowValue): boolean => value > other.value / 2 && value < other.value * 2;

interface Span {
  readonly min: number;
  readonly max: number;
  readonly evidence: "history" | "target";
}

function spanOf(values: readonly RowValue[]): Span | null {
  if (values.length === 0) return null;
  const numbers = values.map(({ value }) => value);
  return {
    min: Math.min(...numbers),
    max: Math.max(...numbers),
    evidence: values.some(({ role }) => role !== "target") ? "history" : "target",
  };
}

const within = (value: number, { min, max }: Span, below: number, above = below): boolean => value >= min / below && value <= max * above;

function byNeighbours(row: IndicatorRow, value: RowValue, others: readonly RowValue[], unit: "%" | "‰"): Slip | null {
  const slip = (factor: number, kind: SlipKind, evidence: Slip["evidence"]): Slip => ({
    value,
    likely: clean(value.value * factor),
    kind,
    evidence,
  });
  if (unit === "%") {
    const fraction = fractionSpan(row, value, others);
    if (fraction) return slip(100, "fraction", fraction.evidence);
  }
  const span = spanOf(others);
  if (!span) return null;
  const near = (factor: number, room: number): boolean => within(value.value * factor, span, room);
  if (unit === "%") {
    if (value.value > 100 && value.value >= 5 * span.max) {
      const kinds = ([[0.01, "hundredfold"], [0.1, "separator"], [0.001, "separator"]] as const).filter(([factor]) => near(factor, 1.5));
      const best = kinds.toSorted(([a], [b]) => farness(value.value * a, span) - farness(value.value * b, span))[0];
      if (best) return slip(best[0], best[1], span.evidence);
    }
    return value.role !== "target" && isPerMilleByCustom(row) && value.value >= 5 * span.max && near(0.1, 1.6)
      ? slip(0.1, "per-mille", span.evidence)
      : null;
  }
  // a target comes from a document: beside few values it is no suspect
  if (value.role === "target") return null;
  if (value.value <= span.min / 5 && near(10, 1.6)) return slip(10, "percent", span.evidence);
  if (value.value <= span.min / 500 && near(1000, 1.6)) return slip(1000, "fraction", span.evidence);
  return value.value >= 5 * span.max && near(0.1, 1.6) ? slip(0.1, "separator", span.evidence) : null;
}

/** How many times a value is away from the middle of a span. */
function farness(value: number, { min, max }: Span): number {
  return Math.abs(Math.log(value / Math.sqrt(min * max)));
}

/**
 * What shows that a value of at most one is a fraction of the whole: everything else in the row is ten times as much or more, and a
 * hundred times the value is of their order. Other years that were typed as fractions too say nothing; a small baseline does.
 */
function fractionSpan(row: IndicatorRow, { value, role }: RowValue, others: readonly RowValue[]): Span | null {
  if (isOpenEnded(row)) return openFractionSpan(value, others);
  if (value > 1) return null;
  // what begins small and stays small is small
  if (role === "baseline" && others.some((other) => other.role !== "target" && other.value <= 1)) return null;
  const span = spanOf(others.filter((other) => other.value > 1 || other.role === "baseline"));
  if (!span || value > span.min / 10 || (value === 1 && span.min < 50)) return null;
  // with a target alone a value far under "dưới 18" may be a good one
  const loose = (row.direction !== "down" && row.direction !== null) || span.evidence === "history" || role === "target";
  return within(value * 100, span, 3, loose ? 3 : 1.5) ? span : null;
}

/** "160%" typed into Excel, of what may pass the whole. */
const OPEN_FRACTION = 2;

/** What may pass the whole may also be next to nothing, as growth is: two years at least have to say that it is about the whole. */
function openFractionSpan(value: number, others: readonly RowValue[]): Span | null {
  const history = others.filter(({ role }) => role !== "target");
  const span = spanOf(history);
  return value <= OPEN_FRACTION && span && history.length > 1 && span.min >= 50 && within(value * 100, span, 1.5) ? span : null;
}

/** Whether a cell's value is off by a power of ten: other rules have nothing to say of it then. */
export function slipAt(slips: readonly Slip[], column: string): boolean {
  return slips.some(({ value }) => value.column === column);
}
