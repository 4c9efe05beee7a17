import { slipBetween, type Slip } from "../balance";
import type { CorrectionData, Finding, SumCause } from "../findings";
import { decimalsOf } from "../quantity";
import { sameCell } from "../sheet";
import {
  type Factors, graphOf, halfStep, isLinear, multiplied, type OtherTable, placeOf, type Relation, slackOf,
} from "../tables";
import { cellId, diagnoseTable, suspects } from "./equations";
import { finding, type Rule } from "./rule";
import { severityOf, sumData } from "./sum-data";

type NumberCell = Relation["total"];

/** Quantities times prices, and shares, against what they come to, as far as rounding does not explain it. */
export const products: Rule = {
  name: "products",
  codes: ["product-mismatch"],
  severities: ["error", "warning"],
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
    // only a slip speaks for a mistake where nothing but numbers says what the column is
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

function factorsIn({ op, parts, factor = 1, rounded }: Relation): Factors {
  return { op: op === "product" ? "product" : "ratio", factor, parts: parts.map(({ value }) => value), rounded: rounded === true };
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
  const { op, total, parts, factor = 1 } = relation;
  const computed = multiplied(factorsIn(relation));
  if (!Number.isFinite(computed) || computed === 0) return null;
  if (cell === total) {
    const slack = halfStep(total.value) + slackOf(factorsIn(relation));
    return slipBetween(total.value, decimalsOf(total.value), computed - slack, computed + slack);
  }
  const isDivisor = op === "ratio" && cell === parts[1];
  const [lo, hi] = [total.value - halfStep(total.value), total.value + halfStep(total.value)].map((stated) =>
    isDivisor ? (factor * (parts[0]?.value ?? 0)) / stated : (cell.value * stated) / computed,
  );
  if (lo === undefined || hi === undefined || !Number.isFinite(lo) || !Number.isFinite(hi)) return null;
  return slipBetween(cell.value, decimalsOf(cell.value), Math.min(lo, hi), Math.max(lo, hi));
}
