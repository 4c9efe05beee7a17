import { diagnose, type Correction, type Fault } from "../balance";
import type { Amount, CorrectionData, Finding, SumData } from "../findings";
import { sumExact } from "../quantity";
import type { BudgetTable, Relation } from "../reading";
import type { CellRef } from "../sheet";
import { cellId, system } from "./equations";
import { finding, type Rule } from "./rule";

/** Details against totals, in every direction of a budget table, with the correction that settles every failing sum. */
export const sums: Rule = {
  name: "sums",
  codes: ["sum-mismatch", "over-total", "breakdowns-differ"],
  check: (table) => (table.kind === "budget" ? checkSums(table) : []),
};

function checkSums(table: BudgetTable): Finding[] {
  const { cells, equations } = system(table.relations);
  const relations = new Map(equations.map(({ relation }) => [relation.key, relation]));
  const refs = new Map(table.relations.flatMap(({ total, parts }) => [total, ...parts]).map(({ at }) => [cellId(at), at]));
  const { failed, faults } = diagnose(cells, equations.map(({ equation }) => equation));
  const failing = new Set(failed.map(({ id }) => id));
  return faults.flatMap((fault) => describe(table, fault, relations, refs, failing));
}

function describe(table: BudgetTable, fault: Fault, relations: ReadonlyMap<string, Relation>, refs: ReadonlyMap<string, CellRef>, failing: ReadonlySet<string>): Finding[] {
  const broken = fault.equations.flatMap((id) => relations.get(id) ?? []);
  const first = broken[0];
  if (!first) return [];
  const data = sumData(table, first);
  const involved = unique(broken.flatMap(({ total, parts }) => [total.at, ...parts.map(({ at }) => at)]).concat(typedBehind(table, broken)));
  const about = first.key;
  if (first.op === "of-which" && broken.every(({ op }) => op === "of-which")) {
    return [finding(table, "over-total", about, { severity: "error", at: first.total.at, cells: involved, data })];
  }
  if (first.total.formula !== null && first.op === "same") {
    return [finding(table, "breakdowns-differ", about, { severity: "error", at: first.parts[0]?.at ?? first.total.at, cells: involved, data })];
  }
  const toData = (correction: Correction): CorrectionData[] => {
    const at = refs.get(correction.cell);
    return at ? [{ at, from: correction.from, to: correction.to, kind: correction.kind }] : [];
  };
  const correction = fault.likeliest ? (toData(fault.likeliest)[0] ?? null) : null;
  const best = Math.min(...fault.candidates.map(({ rank }) => rank));
  const candidates = correction ? [] : fault.candidates.filter(({ rank, kind }) => rank === best && kind !== null).flatMap(toData);
  return [
    finding(table, "sum-mismatch", about, {
      severity: "error",
      at: correction?.at ?? first.total.at,
      cells: unique([...(correction ? [correction.at] : []), ...involved]),
      data: { ...data, witness: witnessOf(table, first, failing), correction, candidates },
    }),
  ];
}

function sumData(table: BudgetTable, relation: Relation): SumData {
  const { total, parts, axis, labels } = relation;
  const computed = sumExact(parts.map(({ value }) => value));
  const at = parts.length === 1 ? (parts[0]?.at ?? total.at) : total.at;
  return {
    unit: table.unit,
    axis,
    stated: { at: total.at, label: labels.total, value: total.value },
    computed: { at, label: labels.parts, value: computed },
    gap: sumExact([total.value, -computed]),
  };
}

/** Another sum that reaches the same stated total: it speaks for the total. */
function witnessOf(table: BudgetTable, broken: Relation, failing: ReadonlySet<string>): Amount | null {
  const witness = table.relations.find(
    (other) => !failing.has(other.key) && other.op !== "of-which" && other.axis === broken.axis && cellId(other.total.at) === cellId(broken.total.at),
  );
  const part = witness?.parts[0];
  return witness && part ? { at: part.at, label: witness.labels.parts, value: sumExact(witness.parts.map(({ value }) => value)) } : null;
}

/** The typed cells that a computed row adds up: they take part in the sum too. */
function typedBehind(table: BudgetTable, broken: readonly Relation[]): CellRef[] {
  const computed = new Set(broken.flatMap(({ parts }) => parts).filter(({ formula }) => formula !== null).map(({ at }) => cellId(at)));
  return table.relations.filter(({ total, from }) => from === "formula" && computed.has(cellId(total.at))).flatMap(({ parts }) => parts.map(({ at }) => at));
}

function unique(cells: readonly CellRef[]): CellRef[] {
  return [...new Map(cells.map((cell) => [cellId(cell), cell])).values()];
}
