import { unitOf, yearOf, type ColumnKey } from "../templates";
import { isAcross, isPaid } from "./paid";
import { LONG_NUMBER } from "./gaps";
import { withDefinitions } from "./definitions";
import { isComputedHere } from "./named-cells";
import { isNumber, type BudgetRow, type Relation, type TypedCell } from "./table";

/**
 * What the cells of a budget table have to do with each other: each breakdown is the sum of its lines and reaches the
 * total; a line with lines under it is their sum; what the items get from a source comes to the source; parts "trong đó" do
 * not exceed their whole; the years, and the reporting units, of a line reach its amount once all of them are filled, and
 * until then do not exceed it; what was disbursed in the same way, but that nobody states its totals. A blank is not a zero:
 * it makes a sum partial.
 */
export function budgetRelations(rows: readonly BudgetRow[], columns: readonly ColumnKey[]): Relation[] {
  const tree = treeOf(rows);
  const splits = splitsOf(columns);
  return withDefinitions([...columns.flatMap((column) => columnRelations(tree, column)), ...rows.flatMap((row) => splits.flatMap((split) => splitRelations(tree, row, split)))]);
}

/** The rows with what stands under each of them, and under a source what the items get from it. */
interface Tree {
  readonly rows: readonly BudgetRow[];
  readonly under: ReadonlyMap<BudgetRow, readonly BudgetRow[]>;
  readonly shares: ReadonlyMap<BudgetRow, readonly BudgetRow[]>;
}

function treeOf(rows: readonly BudgetRow[]): Tree {
  const gather = (indexOf: (row: BudgetRow) => number | null): ReadonlyMap<BudgetRow, readonly BudgetRow[]> => {
    const gathered = new Map<BudgetRow, BudgetRow[]>();
    for (const row of rows) {
      const above = rows[indexOf(row) ?? -1];
      if (above) (gathered.get(above) ?? gathered.set(above, []).get(above))?.push(row);
    }
    return gathered;
  };
  return { rows, under: gather(({ parent }) => parent), shares: gather(({ source }) => source) };
}

function linesOf({ under }: Tree, row: BudgetRow): readonly BudgetRow[] {
  return (under.get(row) ?? []).filter(({ kind }) => kind === "line");
}

function isComputed(cell: TypedCell | undefined): boolean {
  return cell !== undefined && cell.formula !== null && isComputedHere(cell.formula);
}

/** Whether a number is there, and in a computed cell also behind it: a sum of cells that are partly blank is not final. */
function isFull(tree: Tree, row: BudgetRow, column: ColumnKey): boolean {
  const cell = row.cells.get(column);
  if (!isNumber(cell)) return false;
  if (row.kind !== "group" && !isComputed(cell)) return true;
  const lines = linesOf(tree, row);
  const behind = lines.length > 0 ? lines : (tree.shares.get(row) ?? []);
  return behind.every((one) => isFull(tree, one, column)) && (row.kind !== "group" || behind.length > 0);
}

/** A dash in the place of a total states none. */
function stated(cell: TypedCell | undefined): TypedCell | undefined {
  return isNumber(cell) && cell.none ? undefined : cell;
}

function columnRelations(tree: Tree, column: ColumnKey): Relation[] {
  if (isAcross(column)) return [];
  const cell = (row: BudgetRow): TypedCell | undefined => row.cells.get(column);
  const full = (row: BudgetRow): boolean => isFull(tree, row, column);
  return tree.rows.flatMap((row): Relation[] => {
    const under = tree.under.get(row) ?? [];
    const shares = tree.shares.get(row) ?? [];
    if (under.length === 0 && shares.length === 0) return [];
    const lines = linesOf(tree, row);
    const groups = under.filter(({ kind }) => kind === "group");
    const whole = groups.length > 0 && isPaid(column) ? undefined : stated(cell(row));
    const ofs = under.filter(({ kind }) => kind === "of");
    // a sum by its place; of other formulas their own cells tell what they add
    const summed = isComputed(whole) && (row.kind === "group" || (tree.shares.size > 0 && row.kind === "line" && column !== "amount"));
    const added = (parts: readonly BudgetRow[], from: Relation["from"], suffix: string): Relation[] =>
      build(row, whole, parts.map(cell), { column, axis: "column", label: row.label, suffix, ...(summed ? { from: "formula", partial: false } : { from, partial: !parts.every(full) }) });
    const reached = groups.flatMap((group) => build(row, whole, [cell(group)], { column, axis: "column", from: "outline", label: group.label, suffix: group.key, partial: !full(group) }));
    const included = build(row, whole, ofs.map(cell), { column, axis: "column", from: "label", label: ofs.map(({ label }) => label).join(", "), suffix: "of", ofWhich: true });
    return [
      ...added(lines, "outline", "lines"),
      ...(lines.length === 0 ? added(shares, "label", "shares") : []),
      ...reached,
      ...included,
      ...(isNumber(whole) ? [] : differing(tree, groups.filter(full), column)),
    ];
  });
}

/** Where no total is stated, two complete breakdowns still have to agree. */
function differing(tree: Tree, complete: readonly BudgetRow[], column: ColumnKey): Relation[] {
  const [first, ...others] = complete;
  return first ? others.flatMap((other) => build(first, first.cells.get(column), [other.cells.get(column)], { column, axis: "column", from: "outline", label: other.label, suffix: other.key })) : [];
}

/** Columns that add up to the amount, and the column of their sum. */
interface Split {
  readonly parts: readonly ColumnKey[];
  readonly sum: ColumnKey;
  /** Years without a column of their sum are some of the years: they need not reach the amount. */
  readonly whole: boolean;
  /** The column that states the whole, and the last part of the keys of the relations with it. */
  readonly of: "amount" | "disbursed";
  readonly suffix: string;
}

function splitsOf(columns: readonly ColumnKey[]): Split[] {
  return [
    { parts: columns.filter((key) => yearOf(key, "y") !== null), sum: "years" as const, whole: columns.includes("years"), of: "amount" as const, suffix: "amount" },
    { parts: columns.filter((key) => unitOf(key, "u") !== null), sum: "units" as const, whole: true, of: "amount" as const, suffix: "units" },
    { parts: columns.filter((key) => yearOf(key, "d") !== null), sum: "dyears" as const, whole: columns.includes("dyears"), of: "disbursed" as const, suffix: "disbursed" },
  ].filter(({ parts }) => parts.length > 0);
}

function splitRelations(tree: Tree, row: BudgetRow, { parts, sum, whole: all, of, suffix }: Split): Relation[] {
  const cells = parts.flatMap((key) => row.cells.get(key) ?? []);
  const total = row.cells.get(sum);
  // blank years are the ordinary state of a plan that has just begun
  const computed = build(row, total, cells.filter(isNumber), { column: sum, axis: "row", from: "formula", label: row.label, suffix: sum, partial: false });
  // a computed amount that still grows is nothing to hold the years against
  const grows = isPaid(of) && (tree.under.get(row) ?? []).some(({ kind }) => kind === "group");
  const whole = !grows && isFull(tree, row, of) ? stated(row.cells.get(of)) : undefined;
  const partial = !all || !parts.every((key) => isFull(tree, row, key));
  return [...(isComputed(total) ? computed : []), ...build(row, whole, cells, { column: of, axis: "row", from: "outline", label: row.label, suffix, partial })];
}

function build(
  row: BudgetRow,
  total: TypedCell | undefined,
  parts: readonly (TypedCell | undefined)[],
  how: { column: ColumnKey; axis: "column" | "row"; from: Relation["from"]; label: string; suffix: string; partial?: boolean; ofWhich?: boolean },
): Relation[] {
  const numbers = parts.filter(isNumber);
  // text and errors are findings of their own: a sum over them would only repeat them
  const isLong = (part: TypedCell): boolean => isNumber(part) && Math.abs(part.value) >= LONG_NUMBER;
  const readable = parts.every((part) => !part || (part.state === "number" && !isLong(part)) || part.state === "blank");
  if (!isNumber(total) || isLong(total) || numbers.length === 0 || !readable) return [];
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
