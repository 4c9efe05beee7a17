import type { CorrectionData, Finding } from "../findings";
import { decimalsOf, toDong } from "../quantity";
import { type AmountTable, graphOf, hasAmounts, isDefinition, placeOf, type Relation } from "../tables";
import { alikeIn, type ColumnLines, columnLines } from "./alike-columns";
import { cellId, diagnoseTable, suspects } from "./equations";
import { finding, type Rule } from "./rule";

type NumberCell = Relation["total"];

/**
 * The same line in two tables of a workbook: two columns that agree in most of the lines that both have are held to be the same, and told
 * where one does not. One of the two tables is of somebody else's: those that we made are held against each other by the rules of a plan.
 */
export const acrossTables: Rule = {
  name: "across-tables",
  codes: ["tables-differ"],
  severities: ["warning"],
  check: () => [],
  beside: ({ tables }) => differencesIn(tables.filter(hasAmounts)),
};

function differencesIn(tables: readonly AmountTable[]): Finding[] {
  if (tables.length < 2) return [];
  const told = new Set<string>();
  return alikeIn(tables.flatMap(columnLines)).flatMap(({ first, second, agreeing, differing }) =>
    differing.flatMap((line): Finding[] => {
      const [one, other] = [first.cellAt(line), second.cellAt(line)];
      if (!one || !other || told.has(`${second.table.id} ${placeOf(other)}`) || isToldElsewhere(first, one, second, other)) return [];
      told.add(`${second.table.id} ${placeOf(other)}`);
      return [difference([first, one], [second, other], agreeing)];
    }),
  );
}

/** What the sums of its own table name is told there; totals that are right in both tables are of other lines. */
function isToldElsewhere(first: ColumnLines, one: NumberCell, second: ColumnLines, other: NumberCell): boolean {
  const isNamed = ({ table }: ColumnLines, cell: NumberCell): boolean => suspects(diagnoseTable(table)).has(cellId(cell.at));
  return isNamed(first, one) || isNamed(second, other) || (isReached(first, one) && isReached(second, other));
}

/** A total of parts that come to it. */
function isReached({ table }: ColumnLines, cell: NumberCell): boolean {
  const { relations, failing } = graphOf(table);
  return relations.some(
    (relation) =>
      placeOf(relation.total) === placeOf(cell) && relation.parts.length > 1 && relation.op !== "of-which" && !failing.has(relation),
  );
}

/** It stands in a sum that holds: a change would break it. */
function isHeld({ table }: ColumnLines, cell: NumberCell): boolean {
  const { relations, failing } = graphOf(table);
  return relations.some(
    (relation) =>
      relation.op !== "of-which" && !failing.has(relation) && !isDefinition(relation) &&
      [relation.total, ...relation.parts].some((part) => placeOf(part) === placeOf(cell)),
  );
}

type In = readonly [lines: ColumnLines, cell: NumberCell];

function difference(one: In, other: In, agreeing: number): Finding {
  const [firstHeld, secondHeld] = [isHeld(...one), isHeld(...other)];
  // the cell that no sum speaks for is likelier the wrong one
  const [wrong, right] = secondHeld && !firstHeld ? [one, other] : [other, one];
  const correction = firstHeld === secondHeld ? null : correctionOf(wrong, right);
  const amount = ([{ table }, cell]: In) => ({ at: cell.at, label: labelOf(table, cell), value: cell.value, unit: table.unit });
  const [{ table, column }, cell] = wrong;
  return finding(table, "tables-differ", `${column.id}/${labelOf(table, cell)}`, {
    severity: "warning",
    at: cell.at,
    cells: [cell.at, right[1].at],
    data: { here: amount(wrong), there: amount(right), agreeing, correction },
  });
}

function labelOf({ rows }: AmountTable, { at }: NumberCell): string {
  return rows.find(({ row }) => row === at.row)?.label ?? "";
}

function correctionOf([{ table }, { at, value, formula }]: In, [{ table: other }, cell]: In): CorrectionData | null {
  const scale = table.unit !== null && other.unit !== null ? toDong(1, other.unit) / toDong(1, table.unit) : 1;
  const to = Number((cell.value * scale).toPrecision(12));
  const isWritten = decimalsOf(to) <= Math.max(decimalsOf(value), decimalsOf(cell.value));
  return formula === null && isWritten ? { at, from: value, to, kind: null } : null;
}
