import { acrossOf, type Across } from "./across";
import { amountColumn, isAcross, isPaid, type Column } from "./columns";
import { withDefinitions } from "./definitions";
import { isFull } from "./fullness";
import { LONG_NUMBER } from "./gaps";
import { lineSums } from "./line-sums";
import { isComputedHere } from "./named-cells";
import { isNumber, relationKey, type BudgetRow, type BudgetTable, type Relation, type TypedCell } from "./table";

/**
 * What the cells of a budget table have to do with each other: each breakdown is the sum of its lines and reaches the
 * total; a line with lines under it is their sum; what the items get from a source comes to the source; parts "trong đó" do
 * not exceed their whole; the years, and the reporting units, of a line reach its amount once all of them are filled, and
 * until then do not exceed it; what was disbursed in the same way, but that nobody states its totals. A blank is not a zero:
 * it makes a sum partial.
 */
export function budgetRelations(table: BudgetTable): Relation[] {
  const { rows, columns } = table;
  const across = acrossOf(table);
  return withDefinitions([
    ...columns.flatMap((column, place) => columnRelations(table, column, place)),
    ...rows.flatMap((row, index) => across.flatMap((split) => rowRelations(table, row, index, split))),
  ]);
}

function isComputed(cell: TypedCell | undefined): boolean {
  return cell !== undefined && cell.formula !== null && isComputedHere(cell.formula);
}

/** A dash in the place of a total states none. */
function stated(cell: TypedCell | undefined): TypedCell | undefined {
  return isNumber(cell) && cell.none ? undefined : cell;
}

function columnRelations(table: BudgetTable, column: Column, place: number): Relation[] {
  if (isAcross(column)) return [];
  const { rows } = table;
  const amount = amountColumn(table.columns);
  const { wholes, partsOf, groupsOf, ofsOf, isShared, crossed } = lineSums(table);
  const cell = (index: number): TypedCell | undefined => rows[index]?.cells.get(column.id);
  const label = (index: number): string => rows[index]?.label ?? "";
  const full = (index: number): boolean => isFull(table, place, index);
  return wholes.flatMap((index): Relation[] => {
    const row = rows[index] as BudgetRow;
    const [parts, groups, ofs] = [partsOf(index), groupsOf(index), ofsOf(index)];
    const whole = groups.length > 0 && isPaid(column) ? undefined : stated(cell(index));
    // a sum by its place; of other formulas their own cells tell what they add
    const summed = isComputed(whole) && (row.kind === "group" || (crossed && row.kind === "line" && column !== amount));
    const shared = isShared(index);
    const added: Draft = {
      column,
      axis: "column",
      over: "lines",
      label: row.label,
      about: shared ? "shares" : "lines",
      from: shared ? "label" : "outline",
    };
    const reached = groups.flatMap((group) =>
      build(row, whole, [cell(group)], {
        column,
        axis: "column",
        over: "lines",
        from: "outline",
        label: label(group),
        about: rows[group]?.key ?? "",
        partial: !full(group),
      }),
    );
    const included = build(row, whole, ofs.map(cell), {
      column,
      axis: "column",
      over: "lines",
      from: "label",
      label: ofs.map(label).join(", "),
      about: "of",
      ofWhich: true,
    });
    return [
      ...build(row, whole, parts.map(cell), {
        ...added,
        ...(summed ? { from: "formula", partial: false } : { partial: !parts.every(full) }),
      }),
      ...reached,
      ...included,
      ...(isNumber(whole) ? [] : differing(table, groups.filter(full), column)),
    ];
  });
}

/** Where no total is stated, two complete breakdowns still have to agree. */
function differing({ rows }: BudgetTable, complete: readonly number[], column: Column): Relation[] {
  const [first, ...others] = complete.flatMap((index) => rows[index] ?? []);
  if (!first) return [];
  return others.flatMap((other) =>
    build(first, first.cells.get(column.id), [other.cells.get(column.id)], {
      column,
      axis: "column",
      over: "lines",
      from: "outline",
      label: other.label,
      about: other.key,
    }),
  );
}

function rowRelations(table: BudgetTable, row: BudgetRow, index: number, split: Across): Relation[] {
  const [sum, whole] = [table.columns[split.sum], table.columns[split.whole]];
  const cells = split.parts.flatMap((place) => row.cells.get(table.columns[place]?.id ?? "") ?? []);
  const how = { axis: "row", over: split.span, label: row.label } as const;
  const total = sum && row.cells.get(sum.id);
  // blank years are the ordinary state of a plan that has just begun
  const computed =
    sum && isComputed(total)
      ? build(row, total, cells.filter(isNumber), { ...how, column: sum, from: "formula", about: sum.id, partial: false })
      : [];
  // a computed amount that still grows is nothing to hold the years against
  const grows = split.role === "disbursed" && lineSums(table).groupsOf(index).length > 0;
  const reached = whole && !grows && isFull(table, split.whole, index) ? stated(row.cells.get(whole.id)) : undefined;
  const partial = !split.complete || !split.parts.every((place) => isFull(table, place, index));
  const about = split.span === "units" ? "units" : (whole?.id ?? "");
  return [...computed, ...(whole ? build(row, reached, cells, { ...how, column: whole, from: "outline", about, partial }) : [])];
}

/** What a relation is to be, before its cells are looked at. */
type Draft = Pick<Relation, "column" | "axis" | "over" | "from" | "about"> & {
  readonly label: string;
  readonly partial?: boolean;
  readonly ofWhich?: boolean;
};

function build(
  row: BudgetRow, total: TypedCell | undefined, parts: readonly (TypedCell | undefined)[], { label, ofWhich, ...how }: Draft,
): Relation[] {
  const numbers = parts.filter(isNumber);
  // text and errors are findings of their own: a sum over them would only repeat them
  const isLong = (part: TypedCell): boolean => isNumber(part) && Math.abs(part.value) >= LONG_NUMBER;
  const readable = parts.every((part) => !part || (part.state === "number" && !isLong(part)) || part.state === "blank");
  if (!isNumber(total) || isLong(total) || numbers.length === 0 || !readable) return [];
  const partial = how.partial ?? numbers.length < parts.length;
  const op = ofWhich === true || partial ? "of-which" : parts.length === 1 && how.from !== "formula" ? "same" : "sum";
  return [
    {
      ...how, op, total,
      parts: numbers,
      labels: { total: row.label, parts: label },
      key: relationKey(how.axis, how.column, row.key, how.about),
      partial,
      sure: 1,
    },
  ];
}
