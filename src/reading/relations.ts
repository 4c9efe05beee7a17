import { sumExact } from "../quantity";
import { yearOf, type ColumnKey } from "../templates";
import { isNumber, type BudgetRow, type Relation, type TypedCell } from "./table";

/**
 * What the cells of a budget table have to do with each other: each breakdown is the sum of its lines and reaches the
 * total; a line with lines under it is their sum; parts "trong đó" do not exceed their whole; the years of a line reach its
 * amount once all of them are filled, and until then do not exceed it. A blank is not a zero: it makes a sum partial.
 */
export function budgetRelations(rows: readonly BudgetRow[], columns: readonly ColumnKey[]): Relation[] {
  const under: BudgetRow[][] = rows.map(() => []);
  for (const row of rows) if (row.parent !== null) under[row.parent]?.push(row);
  const tree: Tree = { rows, under: new Map(rows.map((row, index) => [row, under[index] ?? []])) };
  return [...columns.flatMap((column) => columnRelations(tree, column)), ...rows.flatMap((row) => yearRelations(row, row.kind === "group" ? linesOf(tree, row) : []))];
}

/** The rows with what stands under each of them. */
interface Tree {
  readonly rows: readonly BudgetRow[];
  readonly under: ReadonlyMap<BudgetRow, readonly BudgetRow[]>;
}

function linesOf({ under }: Tree, row: BudgetRow): BudgetRow[] {
  return (under.get(row) ?? []).filter(({ kind }) => kind === "line");
}

function columnRelations(tree: Tree, column: ColumnKey): Relation[] {
  if (column === "years") return [];
  const cell = (row: BudgetRow | undefined): TypedCell | undefined => row?.cells.get(column);
  const complete = (group: BudgetRow): boolean => linesOf(tree, group).every((line) => isNumber(cell(line)));
  return tree.rows.flatMap((row): Relation[] => {
    const under = tree.under.get(row) ?? [];
    if (under.length === 0) return [];
    const whole = cell(row);
    const lines = linesOf(tree, row);
    const groups = under.filter(({ kind }) => kind === "group");
    const ofs = under.filter(({ kind }) => kind === "of");
    const sum = build(row, whole, lines.map(cell), {
      column,
      axis: "column",
      label: row.label,
      suffix: "lines",
      ...(whole?.formula ? { from: "formula", partial: false } : { from: "outline" }),
    });
    const reached = groups.flatMap((group) => build(row, whole, [cell(group)], { column, axis: "column", from: "outline", label: group.label, suffix: group.key, partial: !complete(group) }));
    const included = build(row, whole, ofs.map(cell), { column, axis: "column", from: "label", label: ofs.map(({ label }) => label).join(", "), suffix: "of", ofWhich: true });
    return [...sum, ...reached, ...included, ...(isNumber(whole) ? [] : differing(tree, groups.filter(complete), column))];
  });
}

/** Where no total is stated, two complete breakdowns still have to agree. */
function differing(tree: Tree, complete: readonly BudgetRow[], column: ColumnKey): Relation[] {
  const [first, ...others] = complete.filter((group) => linesOf(tree, group).length > 0);
  return first ? others.flatMap((other) => build(first, first.cells.get(column), [other.cells.get(column)], { column, axis: "column", from: "outline", label: other.label, suffix: other.key })) : [];
}

/** `lines`: what a computed row adds up; its years are full only when theirs are. */
function yearRelations(row: BudgetRow, lines: readonly BudgetRow[]): Relation[] {
  const yearCells = ({ cells }: BudgetRow): TypedCell[] => [...cells].filter(([key]) => yearOf(key, "y") !== null).map(([, cell]) => cell);
  const years = yearCells(row);
  const full = [row, ...lines].every((one) => yearCells(one).every(isNumber));
  const sum = row.cells.get("years");
  // blank years are the ordinary state of a plan that has just begun
  const computed = build(row, sum, years.filter(isNumber), { column: "years", axis: "row", from: "formula", label: row.label, suffix: "years", partial: false });
  const reached = build(row, row.cells.get("amount"), years, { column: "amount", axis: "row", from: "outline", label: row.label, suffix: "amount", partial: !full });
  return [...(sum?.formula ? computed : []), ...reached];
}

function build(
  row: BudgetRow,
  total: TypedCell | undefined,
  parts: readonly (TypedCell | undefined)[],
  how: { column: ColumnKey; axis: "column" | "row"; from: Relation["from"]; label: string; suffix: string; partial?: boolean; ofWhich?: boolean },
): Relation[] {
  const numbers = parts.filter(isNumber);
  // text and errors are findings of their own: a sum over them would only repeat them
  const readable = parts.every((part) => !part || part.state === "number" || part.state === "blank");
  if (!isNumber(total) || numbers.length === 0 || !readable) return [];
  const partial = how.partial ?? numbers.length < parts.length;
  const op = how.ofWhich || partial ? "of-which" : parts.length === 1 && how.from !== "formula" ? "same" : "sum";
  return [
    {
      op,
      total,
      parts: numbers,
      axis: how.axis,
      from: how.from,
      labels: { total: row.label, parts: how.label },
      key: `${how.axis}/${how.column}/${row.key}/${how.suffix}`,
      partial,
    },
  ];
}

/** Total minus the sum of the parts, exact, in the table's unit. */
export function relationGap({ total, parts }: Relation): number {
  return sumExact([total.value, ...parts.map(({ value }) => -value)]);
}

/** Binary fractions of a spreadsheet's own sums, far below anything that a person types. */
export function noiseOf({ total, parts }: Relation): number {
  return Math.max(...[total, ...parts].map(({ value }) => Math.abs(value))) * 1e-12;
}

export function relationHolds(relation: Relation): boolean {
  const gap = relationGap(relation);
  return relation.op === "of-which" ? gap >= -noiseOf(relation) : Math.abs(gap) <= noiseOf(relation);
}
