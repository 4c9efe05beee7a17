import { allSteps, dueAfter } from "../../base";
import type { GridRelation } from "../../tables";
import type { Layout } from "./layout";
import type { Accepted } from "./relations/ledger";
import { besideFormulas, formulasIn } from "./relations/formulas";
import { ofWhichIn } from "./relations/of-which";
import { periodsIn } from "./relations/periods";
import { productsIn } from "./relations/products";
import { lotRoundingOf } from "./relations/steps";
import { settling } from "./relations/search";
import { addingNothing, sureOf } from "./relations/sure";
import { cellOf, waysOf, type Way } from "./relations/way";

/** What cells of a layout have to do with each other, as far as it is believed. */
export function believedIn(layout: Layout): GridRelation[] {
  return allSteps(believing(layout));
}

/** `believedIn` in steps, between which others may run. */
export function* believing(layout: Layout): Generator<void, GridRelation[]> {
  const sums: GridRelation[] = [];
  const isDue = dueAfter(STEP);
  for (const [place, way] of (yield* waysOf(layout)).entries()) {
    yield;
    const { accepted } = yield* settling(layout, way);
    const passed = yield* addingNothing(way, accepted);
    for (const [index, one] of accepted.entries()) {
      const relation = relationMaker(way, one, `${place}.${index}`, passed);
      for (const on of one.on) {
        sums.push(relation(on));
        if (isDue(on.parts.length)) yield;
      }
    }
  }
  yield;
  const formulas = yield* formulasIn(layout);
  yield;
  const added = [...formulas, ...besideFormulas(sums, formulas)];
  yield;
  const months = yield* periodsIn(layout, added);
  yield;
  const ofWhich = yield* ofWhichIn(layout, [...added, ...months]);
  yield;
  return [...added, ...months, ...ofWhich, ...(yield* productsIn(layout))];
}

/** So many parts of relations are told at once. */
const STEP = 50_000;

const differenceOf = ({ added = 1 }: { readonly added?: number }) => ({ op: "difference", ...(added === 1 ? {} : { added }) }) as const;

const FROM = { said: "rule-row", tree: "outline", run: "numbers", stride: "numbers", pair: "numbers" } as const;

/** What a pattern says on each of its tracks. */
function relationMaker(
  way: Way, accepted: Accepted, name: string, passed: ReadonlySet<number>,
): (on: Accepted["on"][number]) => GridRelation {
  const { pattern } = accepted;
  const { difference, total, rule } = pattern;
  return ({ track, parts }) => {
    const cells = (places: readonly number[]) => places.map((place) => cellOf(way, track, place));
    const claim = difference
      ? { ...differenceOf(difference), total: cellOf(way, track, difference.total), parts: cells(difference.parts) }
      : { op: "sum", total: cellOf(way, track, total), parts: cells(parts) } as const;
    const from = rule?.from ?? (pattern.kind === "run" && way.said[total] === true ? "label" : FROM[pattern.kind]);
    const step = way.steps[track] ?? 1;
    const slack = step > 1 ? { slack: lotRoundingOf(step, parts.length) } : {};
    return { ...claim, ...slack, axis: way.axis, from, sure: sureOf(way, accepted, track, parts, passed), pattern: name };
  };
}
