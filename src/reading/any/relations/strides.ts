import { groupBy } from "../../../base";
import type { Layout } from "../layout";
import type { Way } from "./way";

/** Heads that repeat have two to twelve columns under each. */
const MOST_STEP = 12;
/** Every so many of fewer places than these is anything. */
const FEWEST = 3;

/** Orders in which places are looked at that do not stand side by side: every second, third …, and those under equal heads. */
export function stridesOf(layout: Layout, way: Way, open: readonly number[]): number[][] {
  const orders = new Map<string, number[]>();
  const add = (order: number[]) => {
    if (order.length >= FEWEST && order.length < open.length) orders.set(order.join(), order);
  };
  for (const [words, order] of groupBy(open, (place) => wordsOf(layout, way, place))) if (words !== "") add(order);
  for (let step = 2; step <= Math.min(MOST_STEP, open.length / FEWEST); step++)
    for (const order of groupBy(open.keys(), (at) => at % step).values()) add(order.flatMap((at) => open[at] ?? []));
  return [...orders.values()];
}

function wordsOf({ columns, lines }: Layout, { axis, places }: Way, place: number): string {
  const at = places[place] ?? 0;
  const words = axis === "row" ? (columns[at]?.path.at(-1) ?? "") : (lines[at]?.label ?? "");
  return words.toLowerCase().trim();
}
