import { slipBetween, type Slip } from "../balance";
import type { CorrectionData, Finding, SumCause } from "../findings";
import { BINARY_NOISE, bareText, decimalsOf } from "../quantity";
import { sameCell } from "../sheet";
import {
  computedOf, type Factors, graphOf, halfStep, isLinear, multiplied, type OtherTable, placeOf, type Relation, relationGap, slackOf,
} from "../tables";
import { cellId, diagnoseTable, suspects } from "./equations";
import { finding, type Rule } from "./rule";
import { severityOf, sumData } from "./sum-data";

type NumberCell = Relation["total"];

/** Quantities times prices, and shares, against what they come to, as far as rounding does not explain it. */
export const products: Rule = {
  name: "products",
  codes: ["product-mismatch"],
  severities: ["error", "warning", "info"],
  check: (table) => (table.kind === "other" && !table.holds ? productsIn(table) : []),
};

function productsIn(table: OtherTable): Finding[] {
  const graph = graphOf(table);
  const broken = graph.relations.filter((relation) => !isLinear(relation) && graph.failing.has(relation));
  if (broken.length === 0) return [];
  // a cell of a sum that holds is as right as its neighbours say
  const sums = graph.relations.filter((relation) => isLinear(relation) && relation.op !== "of-which" && !graph.failing.has(relation));
  const held = new Set(sums.flatMap(({ total, parts }) => [total, ...parts]).map(placeOf));
  const named = suspects(diagnoseTable(table));
  return broken.flatMap((relation): Finding[] => {
    const { total, parts } = relation;
    const cause = causeOf(relation, (cell) => held.has(placeOf(cell)));
    const isStated = relation.stated?.tolerance !== undefined;
    if (!isStated && relation.op === "ratio" && isNearly(relation, lastDigitOf(relation, graph.relations))) return [];
    // a line of means is none of ratios; only a slip speaks for a mistake where nothing but numbers says what the column is
    if (!isStated && relation.from !== "rule-row" && MEANS.test(bareText(relation.labels.total))) return [];
    if (relation.from === "numbers" && !cause.correction && cause.candidates.length === 0) return [];
    // what the sums name is told there, once
    if ([...(cause.correction ? [cause.correction] : []), ...cause.candidates].some((one) => named.has(cellId(one.at)))) return [];
    const at = cause.correction?.at ?? total.at;
    return [
      finding(table, "product-mismatch", relation.key, {
        severity: severityOf(table, [relation]),
        at,
        cells: [at, ...[total, ...parts].flatMap((cell) => (sameCell(cell.at, at) ? [] : [cell.at]))],
        data: { ...sumData(table, relation), ...cause },
      }),
    ];
  });
}

/** Lines that show what others have at most, at least or on average. */
const MEANS = /^(?:avg|average|mean|median|max|min|highest|lowest|binh quan|trung binh|cao nhat|thap nhat)(?!\p{L})/u;

/** Nobody types more digits of a share than so many of its whole. */
const FINEST = 1e-4;
/** Amounts from here on may have been rounded; below, they may be counts, which are exact. */
const LEAST_ROUNDED = 100;
/** What differs by less was reckoned of other sources. */
const FEWEST_DIGITS = 1e-3;

/** What one of the last digit is worth that the shares of a column show. */
function lastDigitOf({ column, factor = 1 }: Relation, relations: readonly Relation[]): number {
  const alike = relations.filter((one) => one.op === "ratio" && one.column.id === column.id);
  const decimals = alike.map(({ total }) => decimalsOf(total.value));
  return Math.max(10 ** -Math.max(...decimals), FINEST * factor);
}

/** Whether a share is cut off, or reckoned of amounts with more digits than they show: no mistake that anybody could find. */
function isNearly(relation: Relation, digit: number): boolean {
  const { from, growth, factor = 1, parts } = relation;
  const digits = from === "rule-row" ? 0 : FEWEST_DIGITS;
  const isRounded = ({ value }: NumberCell): boolean => growth === true || !Number.isInteger(value) || value >= LEAST_ROUNDED;
  const mayBeRounded = from === "rule-row" ? [] : parts.filter(isRounded);
  const share = mayBeRounded.reduce((all, { value }) => all + halfStep(value) / Math.abs(value), 0);
  const size = Math.abs(computedOf(relation) + (growth ? factor : 0));
  return Math.abs(relationGap(relation)) <= (digit + size * (share + digits)) * (1 + BINARY_NOISE);
}

function factorsIn({ op, parts, factor = 1, rounded, growth }: Relation): Factors {
  return {
    op: op === "product" ? "product" : "ratio", factor, parts: parts.map(({ value }) => value), rounded: rounded === true,
    growth: growth === true,
  };
}

function causeOf(relation: Relation, isHeld: (cell: NumberCell) => boolean): SumCause {
  const slips = [relation.total, ...relation.parts].flatMap((cell) => {
    const slip = isHeld(cell) || cell.formula !== null ? null : slipIn(relation, cell);
    return slip ? [{ cell, slip }] : [];
  });
  const best = Math.min(...slips.map(({ slip }) => slip.rank));
  const told = slips.filter(({ slip }) => slip.rank === best).map(({ cell, slip }) => correctionOf(cell, slip));
  const [only] = told;
  const correction = only && told.length === 1 ? only : null;
  return {
    correction,
    other: null,
    candidates: correction ? [] : told,
    alike: correction ? 0 : told.length,
    rarer: slips.filter(({ slip }) => slip.rank > best).map(({ cell, slip }) => correctionOf(cell, slip)),
    equals: null,
    together: [],
    copied: [],
    typedIn: null,
  };
}

function correctionOf({ at, value }: NumberCell, { to, kind }: Slip): CorrectionData {
  return { at, from: value, to, kind };
}

/** The value of a cell that settles the relation, if one slip makes the typed one of it. */
function slipIn(relation: Relation, cell: NumberCell): Slip | null {
  const { op, total, parts, factor = 1, growth = false } = relation;
  const computed = multiplied(factorsIn(relation));
  if (!Number.isFinite(computed) || computed === 0) return null;
  if (cell === total) {
    const slack = halfStep(total.value) + slackOf(factorsIn(relation));
    const slip = slipBetween(total.value, decimalsOf(total.value), computed - slack, computed + slack);
    return slip ?? (op === "ratio" ? shiftedShare(total.value, computed) : null);
  }
  const isDivisor = op === "ratio" && cell === parts[1];
  // of a growth, what the first is of the second
  const whole = growth ? factor : 0;
  const [lo, hi] = [total.value - halfStep(total.value), total.value + halfStep(total.value)].map((stated) =>
    isDivisor ? (factor * (parts[0]?.value ?? 0)) / (stated + whole) : (cell.value * (stated + whole)) / (computed + whole),
  );
  if (lo === undefined || hi === undefined || !Number.isFinite(lo) || !Number.isFinite(hi)) return null;
  return slipBetween(cell.value, decimalsOf(cell.value), Math.min(lo, hi), Math.max(lo, hi));
}

/** A share as a fraction for points, or points for a fraction: "0,95" for 95,3. */
function shiftedShare(value: number, computed: number): Slip | null {
  const factor = [100, 0.01].find((one) => Math.abs(value * one - computed) <= halfStep(value) * one * (1 + BINARY_NOISE));
  return factor === undefined ? null : { to: Number((value * factor).toPrecision(12)), kind: "separator", rank: 0 };
}
