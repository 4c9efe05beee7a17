import type { Correction, Fault } from "../balance";
import type { Amount, CorrectionData, Finding, Place, SumData } from "../findings";
import { sumExact } from "../quantity";
import { gridOf, STATE, sumRows, type BudgetTable, type Relation } from "../reading";
import type { CellRef } from "../sheet";
import { cellId, diagnoseTable, type TableDiagnosis } from "./equations";
import { finding, type Rule } from "./rule";

/** Candidates that are told of a tie: nobody looks at more. */
const MOST_TOLD = 20;

/** Of an amount that is taken for the reason of a gap, without the zeros at the end. */
const LEAST_DIGITS = 2;

/** Details against totals, in every direction of a budget table, with the correction that settles every failing sum; gaps that rounding explains apart. */
export const sums: Rule = {
  name: "sums",
  codes: ["sum-mismatch", "over-total", "breakdowns-differ", "sum-rounding"],
  severities: ["error", "info"],
  check: (table) => (table.kind === "budget" ? checkSums(table) : []),
};

/** A table and what its arithmetic says, with the means to look cells up. */
interface Checked {
  readonly table: BudgetTable;
  readonly diagnosis: TableDiagnosis;
  /** The relations of the table that are told, by key. */
  readonly byKey: ReadonlyMap<string, Relation>;
  readonly placeOf: (cell: string) => Place | null;
}

function checkSums(table: BudgetTable): Finding[] {
  const diagnosis = diagnoseTable(table);
  if (diagnosis.failed.length === 0 && diagnosis.rounded.length === 0) return [];
  const told = new Set([...diagnosis.failed, ...diagnosis.rounded].map(({ id }) => id));
  const { rowAt } = sumRows(table);
  const placeOf = (cell: string): Place | null => {
    const [row = -1, col = -1] = cell.split(",").map(Number);
    const label = table.rows[rowAt.get(row) ?? -1]?.label;
    return label === undefined ? null : { at: { sheet: table.sheet, row, col }, label };
  };
  const checked: Checked = { table, diagnosis, byKey: new Map(diagnosis.relations.flatMap((relation) => (told.has(relation.key) ? [[relation.key, relation]] : []))), placeOf };
  return [...diagnosis.faults.flatMap((fault) => describe(checked, fault)), ...diagnosis.rounded.flatMap(({ id }) => rounding(checked, id))];
}

function rounding({ table, byKey }: Checked, id: string): Finding[] {
  const relation = byKey.get(id);
  if (!relation) return [];
  return [finding(table, "sum-rounding", id, { severity: "info", at: relation.total.at, cells: [relation.total.at, ...relation.parts.map(({ at }) => at)], data: sumData(table, relation) })];
}

function describe(checked: Checked, fault: Fault): Finding[] {
  const { table, byKey, placeOf, diagnosis } = checked;
  const broken = fault.equations.flatMap((id) => byKey.get(id) ?? []);
  const first = broken[0];
  if (!first) return [];
  const data = sumData(table, first);
  const involved = unique(broken.flatMap(({ total, parts }) => [total.at, ...parts.map(({ at }) => at)]).concat(typedBehind(diagnosis.relations, broken)));
  const about = first.key;
  if (first.op === "of-which" && broken.every(({ op }) => op === "of-which")) {
    return [finding(table, "over-total", about, { severity: "error", at: first.total.at, cells: involved, data })];
  }
  if (first.total.formula !== null && first.op === "same") {
    return [finding(table, "breakdowns-differ", about, { severity: "error", at: first.parts[0]?.at ?? first.total.at, cells: involved, data })];
  }
  const toData = ({ cell, from, to, kind }: Correction): CorrectionData[] => {
    const at = placeOf(cell)?.at;
    return at ? [{ at, from, to, kind }] : [];
  };
  const likeliest = fault.likeliest && withLine(table, fault.likeliest, involved);
  const correction = likeliest ? (toData(likeliest)[0] ?? null) : null;
  const best = Math.min(...fault.candidates.map(({ rank }) => rank));
  const ties = correction ? [] : fault.candidates.filter(({ rank, kind }) => rank === best && kind !== null);
  const candidates = ties.slice(0, MOST_TOLD).flatMap(toData);
  const together = correction ? [] : (fault.likeliestSet?.corrections ?? []).flatMap(toData);
  const named = [...(correction ? [correction] : []), ...together].map(({ at }) => at);
  const other = likeliest?.other;
  const equals = other === undefined ? lineOf(table, data.gap, involved, named.map(cellId)) : null;
  return [
    finding(table, "sum-mismatch", about, {
      severity: "error",
      at: named[0] ?? first.total.at,
      cells: unique([...named, ...involved]),
      data: { ...data, witness: witnessOf(checked, first), correction, other: other === undefined ? null : placeOf(other), equals, candidates, alike: new Set(ties.map(({ cell }) => cell)).size, together },
    }),
  ];
}

/** A total that is off by exactly one of the lines behind its breakdown was added up without that line, or with it twice. */
function withLine(table: BudgetTable, correction: Correction, involved: readonly CellRef[]): Correction {
  const { kind, cell, from, to } = correction;
  const line = kind === "total-not-updated" ? lineOf(table, to - from, involved, [cell]) : null;
  return line ? { ...correction, kind: to > from ? "row-left-out" : "row-counted-twice", other: cellId(line.at) } : correction;
}

/** The one typed line among the cells whose amount is the gap; null where there are several. Short numbers are equal by chance. */
function lineOf(table: BudgetTable, gap: number, involved: readonly CellRef[], but: readonly string[]): Place | null {
  const size = Math.abs(withoutNoise(gap));
  if (digitsOf(size) < LEAST_DIGITS) return null;
  const { rowAt } = sumRows(table);
  const grid = gridOf(table);
  const columnAt = new Map(grid.columns.map((column, place) => [table.rows[0]?.cells.get(column)?.at.col ?? -1, place]));
  const lines = involved.flatMap((at): Place[] => {
    const [row, column] = [rowAt.get(at.row) ?? -1, columnAt.get(at.col) ?? -1];
    const one = table.rows[row];
    const equal = grid.states[column]?.[row] === STATE.number && Math.abs(grid.values[column]?.[row] ?? 0) === size;
    return one?.kind === "line" && equal && !but.includes(cellId(at)) ? [{ at, label: one.label }] : [];
  });
  return lines.length === 1 ? (lines[0] ?? null) : null;
}

function digitsOf(value: number): number {
  return String(Math.abs(value)).replace(/^0\.0*|\./g, "").replace(/0+$/, "").length;
}

/** What binary arithmetic leaves behind the digits that a number holds for certain is no part of an amount. */
function withoutNoise(value: number): number {
  return Number(value.toPrecision(15));
}

function sumData(table: BudgetTable, relation: Relation): SumData {
  const { total, parts, axis, labels, key } = relation;
  const computed = withoutNoise(sumExact(parts.map(({ value }) => value)));
  const stated = withoutNoise(total.value);
  const at = parts.length === 1 ? (parts[0]?.at ?? total.at) : total.at;
  return {
    unit: table.unit,
    axis,
    over: axis === "column" ? "lines" : key.endsWith("/units") ? "units" : "years",
    stated: { at: total.at, label: labels.total, value: stated },
    computed: { at, label: labels.parts, value: computed },
    gap: sumExact([stated, -computed]),
    ...disbursedIn(relation),
  };
}

/** The column of a relation stands in its key. */
function disbursedIn({ key }: Relation): Pick<SumData, "disbursed"> {
  const [, column = ""] = key.split("/");
  const year = /^d(\d{4})$/.exec(column)?.[1];
  if (year !== undefined) return { disbursed: { year: Number(year) } };
  return column === "disbursed" || column === "dyears" ? { disbursed: { year: null } } : {};
}

/** Another sum that reaches the same stated total: it speaks for the total. */
function witnessOf({ diagnosis: { relations, failed } }: Checked, broken: Relation): Amount | null {
  const failing = new Set(failed.map(({ id }) => id));
  const witness = relations.find(
    (other) => !failing.has(other.key) && other.op !== "of-which" && other.axis === broken.axis && cellId(other.total.at) === cellId(broken.total.at),
  );
  const part = witness?.parts[0];
  return witness && part ? { at: part.at, label: witness.labels.parts, value: sumExact(witness.parts.map(({ value }) => value)) } : null;
}

/** The cells that computed ones add up take part in the sum too, down to those that are typed. */
function typedBehind(relations: readonly Relation[], broken: readonly Relation[]): CellRef[] {
  const definitions = new Map<string, Relation["parts"]>();
  for (const { total, parts, from } of relations) if (from === "formula") definitions.set(cellId(total.at), parts);
  const seen = new Set<string>();
  const behind = (parts: Relation["parts"]): CellRef[] =>
    parts.flatMap(({ at, formula }) => {
      const id = cellId(at);
      if (formula === null || seen.has(id)) return [];
      seen.add(id);
      const own = definitions.get(id) ?? [];
      return [...own.map((part) => part.at), ...behind(own)];
    });
  return behind(broken.flatMap(({ total, parts }) => [total, ...parts]));
}

function unique(cells: readonly CellRef[]): CellRef[] {
  return [...new Map(cells.map((cell) => [cell.row * 16_384 + cell.col, cell])).values()];
}
