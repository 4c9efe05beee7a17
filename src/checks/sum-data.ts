import { SEVERITIES, type ClaimData, type Severity, type SumData } from "../findings";
import { readMoneyUnit, sumExact } from "../quantity";
import type { CellRef } from "../sheet";
import { type AmountTable, CERTAIN, computedOf, isAddition, isPaid, type OtherTable, type Relation } from "../tables";
import { withoutNoise } from "./sum-causes";

/**
 * How bad it is that relations fail together, the worst of them: as people want it; else in a table of ours they cannot, in one of others
 * only what is certain cannot, and where blanks may still be filled nothing is.
 */
export function severityOf(table: AmountTable, broken: readonly Relation[]): Severity {
  const isCertain = ({ sure, partial }: Relation): boolean => table.kind === "budget" || (sure >= CERTAIN && !partial);
  const all = broken.map((one): Severity => {
    const judged = isCertain(one) ? "error" : "warning";
    // what people want is no more than what can be told: of a line that is not there nobody knows
    return one.stated?.incomplete && one.stated.severity === "error" ? judged : (one.stated?.severity ?? judged);
  });
  return SEVERITIES.find((one) => all.includes(one)) ?? "warning";
}

/** What a relation states and what its parts come to, for a sentence. */
export function sumData(table: AmountTable, relation: Relation): SumData {
  const { total, parts, axis, over, labels } = relation;
  const computed = withoutNoise(computedOf(relation));
  const stated = withoutNoise(total.value);
  const at = parts.length === 1 ? (parts[0]?.at ?? total.at) : total.at;
  return {
    unit: unitOf(table, relation),
    axis,
    over,
    stated: { at: total.at, label: labels.total, value: stated },
    computed: { at, label: labels.parts, value: computed },
    gap: sumExact([stated, -computed]),
    ...disbursedIn(relation),
    ...(table.kind === "other" ? { claim: claimOf(table, relation) } : {}),
    ...(relation.stated?.name ? { rule: relation.stated.name } : {}),
  };
}

/** A column that names a unit of its own ("Số hộ") is not in that of its table. */
function unitOf(table: AmountTable, { column }: Relation): SumData["unit"] {
  const unit = table.kind === "other" ? (table.columns.find(({ id }) => id === column.id)?.unit ?? null) : null;
  return unit === null ? table.unit : readMoneyUnit(unit);
}

function disbursedIn({ column }: Relation): Pick<SumData, "disbursed"> {
  return isPaid(column) ? { disbursed: { year: column.year } } : {};
}

/** What a relation of a table that we did not make says, for a sentence. */
function claimOf({ columns }: OtherTable, { op, factor = 1, growth, added = 1, column, parts }: Relation): ClaimData {
  const areas = isAddition({ op }) ? areasOf(parts.map(({ at }) => at)) : parts.map(({ at }) => ({ from: { at }, to: { at } }));
  return { op, factor, ...(growth ? { growth } : {}), added, head: columns.find(({ id }) => id === column.id)?.head ?? "", areas };
}

/** Cells that follow each other down a column or along a row, as one. */
function areasOf(cells: readonly CellRef[]): ClaimData["areas"] {
  const areas: { from: { at: CellRef }; to: { at: CellRef } }[] = [];
  for (const at of cells) {
    const last = areas.at(-1);
    if (last && follows(last.from.at, last.to.at, at)) last.to = { at };
    else areas.push({ from: { at }, to: { at } });
  }
  return areas;
}

function follows(from: CellRef, to: CellRef, next: CellRef): boolean {
  const down = next.col === to.col && next.row === to.row + 1 && from.col === to.col;
  return down || (next.row === to.row && next.col === to.col + 1 && from.row === to.row);
}
