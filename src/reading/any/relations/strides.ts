import { addTo, groupBy } from "../../../base";
import type { Layout } from "../layout";
import type { Way } from "./way";

/** Heads that repeat have two to twelve columns under each. */
const MOST_STEP = 12;
/** Every so many of fewer places than these is anything. */
const FEWEST = 3;

/** Orders in which places are looked at that do not stand side by side: every second, third …, and those under equal heads. In steps. */
export function* stridesOf(layout: Layout, way: Way, open: readonly number[]): Generator<void, number[][]> {
  const orders: number[][] = [];
  // equal ones have the same ends
  const known = new Map<string, number[][]>();
  const add = (order: number[]) => {
    if (order.length < FEWEST || order.length >= open.length) return;
    const key = `${order.length} ${order[0] ?? 0} ${order.at(-1) ?? 0}`;
    if (known.get(key)?.some((other) => other.every((place, at) => place === order[at]))) return;
    addTo(known, key, order);
    orders.push(order);
  };
  for (const [words, order] of groupBy(open, (place) => wordsOf(layout, way, place))) if (words !== "") add(order);
  for (let step = 2; step <= Math.min(MOST_STEP, open.length / FEWEST); step++) {
    yield;
    for (let first = 0; first < step; first++) {
      const order: number[] = [];
      for (let at = first; at < open.length; at += step) order.push(open[at] ?? 0);
      add(order);
    }
  }
  return orders;
}

function wordsOf({ columns, lines }: Layout, { axis, places }: Way, place: number): string {
  const at = places[place] ?? 0;
  const words = axis === "row" ? (columns[at]?.path.at(-1) ?? "") : (lines[at]?.label ?? "");
  return words.toLowerCase().trim();
}
