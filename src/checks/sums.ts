import type { Fault } from "../balance";
import type { Amount, Finding, Place, SumData } from "../findings";
import { sumExact } from "../quantity";
import { type AmountTable, hasAmounts, isDefinition, lineSums, type Relation, statesUnit } from "../tables";
import { cellId, diagnoseTable, type TableDiagnosis } from "./equations";
import { finding, type Rule } from "./rule";
import { separateFaults } from "./separate-faults";
import { severityOf, sumData } from "./sum-data";
import { causeOf } from "./sum-causes";
import { definitionsIn, typedBehind, unique } from "./sum-cells";

/**
 * Details against totals, in every direction of a budget table, with the correction that settles every failing sum; gaps that rounding
 * explains apart.
 */
export const sums: Rule = {
  name: "sums",
  codes: ["sum-mismatch", "over-total", "breakdowns-differ", "sum-rounding"],
  severities: ["error", "warning", "info"],
  check: (table) => (hasAmounts(table) ? checkSums(table) : []),
};

/** A table and what its arithmetic says, with the means to look cells up. */
interface Checked {
  readonly table: AmountTable;
  readonly diagnosis: TableDiagnosis;
  /** The relations of the table that are told, by key. */
  readonly byKey: ReadonlyMap<string, Relation>;
  readonly placeOf: (cell: string) => Place | null;
  readonly definitions: ReadonlyMap<string, Relation["parts"]>;
}

function checkSums(table: AmountTable): Finding[] {
  const diagnosis = diagnoseTable(table);
  if (diagnosis.failed.length === 0 && diagnosis.rounded.length === 0) return [];
  const told = new Set([...diagnosis.failed, ...diagnosis.rounded].map(({ id }) => id));
  const { rowAt } = lineSums(table);
  const placeOf = (cell: string): Place | null => {
    const [row = -1, col = -1] = cell.split(",").map(Number);
    const label = table.rows[rowAt(row)]?.label;
    return label === undefined ? null : { at: { sheet: table.sheet, row, col }, label };
  };
  const { relations } = diagnosis.graph;
  const byKey = new Map(relations.flatMap((relation) => (told.has(relation.key) ? [[relation.key, relation]] : [])));
  const checked: Checked = { table, diagnosis, byKey, placeOf, definitions: definitionsIn(relations) };
  return [
    ...diagnosis.faults
      .flatMap((fault) => separateFaults(fault, (id) => byKey.get(id)?.op === "of-which"))
      .flatMap((fault) => describe(checked, fault)),
    ...(tellsRounding(table, diagnosis) ? diagnosis.rounded.flatMap(({ id }) => rounding(checked, id)) : []),
  ];
}

/** Of a table of others that many sums are off. */
const ROUNDED_THROUGHOUT = 4;

/** What others have published is rounded as often as not; in a table of accounts a few sums that are off may be wrong all the same. */
function tellsRounding(table: AmountTable, { rounded }: TableDiagnosis): boolean {
  return table.kind === "budget" || (statesUnit(table) && rounded.length < ROUNDED_THROUGHOUT);
}

function rounding({ table, byKey }: Checked, id: string): Finding[] {
  const relation = byKey.get(id);
  if (!relation) return [];
  return [
    finding(table, "sum-rounding", id, {
      severity: "info",
      at: relation.total.at,
      cells: [relation.total.at, ...relation.parts.map(({ at }) => at)],
      data: sumData(table, relation),
    }),
  ];
}

function describe(checked: Checked, fault: Fault): Finding[] {
  const { table, byKey, placeOf, definitions } = checked;
  const broken = fault.equations.flatMap((id) => byKey.get(id) ?? []);
  const first = broken[0];
  if (!first) return [];
  const involvedIn = (some: readonly Relation[]) =>
    unique(some.flatMap(({ total, parts }) => [total.at, ...parts.map(({ at }) => at)]).concat(typedBehind(definitions, some)));
  // each says something of another total, and what settles one need not settle the next
  if (broken.every(({ op }) => op === "of-which")) {
    return broken.map((one) =>
      finding(table, "over-total", one.key, {
        severity: severityOf(table, [one]),
        at: one.total.at,
        cells: involvedIn([one]),
        data: { ...sumData(table, one), partial: one.partial },
      }),
    );
  }
  const own = definitionOf(checked, first.total);
  const data = withBreakdown(sumData(table, first), own);
  const involved = involvedIn(broken);
  const about = first.key;
  const { named, ...cause } = causeOf(table, fault, involved, data, placeOf);
  const rest = { severity: severityOf(table, broken), cells: unique([...named, ...involved]) };
  // with a stated total it is the total that a breakdown does not reach; one that a formula takes from a breakdown states nothing
  const between = data.stated.at !== first.total.at ? first.total.at : (first.parts[0]?.at ?? first.total.at);
  return own && first.op === "same"
    ? [finding(table, "breakdowns-differ", about, { ...rest, at: named[0] ?? between, data: { ...data, ...cause } })]
    : [
        finding(table, "sum-mismatch", about, {
          ...rest,
          at: named[0] ?? first.total.at,
          data: { ...data, witness: witnessOf(checked, first), ...cause },
        }),
      ];
}

/** The relation that says what a formula shows, of one that stands in a failing relation. */
function definitionOf({ diagnosis: { graph } }: Checked, total: Relation["total"]): Relation | null {
  return graph.relations.find((relation) => relation.total === total && isDefinition(relation)) ?? null;
}

/** Of a total that a formula takes from one breakdown, that breakdown is what the other one is held against. */
function withBreakdown(data: SumData, own: Relation | null): SumData {
  const [part, ...others] = own?.parts ?? [];
  return own && part && others.length === 0 && own.axis === "column" && data.stated.label !== own.labels.parts
    ? { ...data, stated: { ...data.stated, at: part.at, label: own.labels.parts } }
    : data;
}

/** Another sum that reaches the same stated total: it speaks for the total. */
function witnessOf({ diagnosis: { graph, failed } }: Checked, broken: Relation): Amount | null {
  const failing = new Set(failed.map(({ id }) => id));
  const witness = graph.relations.find(
    (other) =>
      !failing.has(other.key) &&
      other.op !== "of-which" &&
      other.axis === broken.axis &&
      cellId(other.total.at) === cellId(broken.total.at),
  );
  const part = witness?.parts[0];
  return witness && part ? { at: part.at, label: witness.labels.parts, value: sumExact(witness.parts.map(({ value }) => value)) } : null;
}
