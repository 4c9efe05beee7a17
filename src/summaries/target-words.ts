import { writeNumber, writeTarget, type Target } from "../quantity";
import { chartBlock } from "./charts";
import type { Block } from "./lines";
import type { Scene } from "./parts";
import type { Standing } from "./status";

/** Targets as they are shown in a cell: a bare number stays a number. */
export function shownTarget(target: Target, { words: { lang, notation } }: Scene): string | number {
  return target.comparator === "=" && target.value2 === null ? target.value : writeTarget(target, lang, { notation });
}

/** The same in a sentence, with its unit. */
export function targetWords(target: Target, row: { readonly unit: string | null }, { words: { lang, notation } }: Scene): string {
  const unit = row.unit === null ? "" : /^[%‰]/.test(row.unit) ? row.unit : row.unit.startsWith("/") ? "" : ` ${row.unit}`;
  return writeTarget({ ...target, baseline: null }, lang, { notation }) + unit;
}

/** "+1,5" is more than asked for, "−2" lacking; below what must not be passed, or above it, is said in words, since neither sign would. */
export function distanceText({ judgement }: Pick<Standing, "judgement">, { words: { summary: own, notation } }: Scene): string | null {
  if (judgement === null) return null;
  const by = writeNumber(Math.abs(judgement.distance), notation);
  if (judgement.distance === 0 || judgement.side === "both") return "0";
  if (judgement.status === "not-met") return judgement.side === "high" ? own.over(by) : `−${by}`;
  return judgement.side === "high" ? own.under(by) : `+${by}`;
}

/** More pairs of bars than this do not fit a page with what stands over them. */
export const MOST_PAIRS = 12;

/** A target and what was reached of it, as a pair of bars. */
export interface Pair {
  readonly label: string;
  /** As it is called beside its bars. */
  readonly name: string;
  readonly unit: string | null;
  readonly year: number | null;
  readonly target: Target;
  readonly actual: number;
}

/** The last pairs as bars; nothing where there are none. */
export function targetChart(key: string, pairs: readonly Pair[], scene: Scene): Block[] {
  const { charts: own } = scene.words.summary;
  const drawn = pairs.slice(-MOST_PAIRS);
  if (drawn.length === 0) return [];
  const years = new Set(drawn.map(({ year }) => year)).size > 1;
  return [
    chartBlock({
      key,
      kind: "bar",
      title: own.indicators,
      alt: own.alt(
        own.indicators,
        drawn.map(
          ({ label, unit, actual, target }) =>
            `${label}: ${writeNumber(actual, scene.words.notation)} / ${targetWords(target, { unit }, scene)}`,
        ),
      ),
      caption: own.figures,
      series: [own.targetSeries, own.actualSeries],
      rows: drawn.map(({ name, year, target, actual }) => ({
        label: `${name}${years && year !== null ? ` (${year})` : ""}`,
        values: [target.value, actual],
      })),
    }),
  ];
}
