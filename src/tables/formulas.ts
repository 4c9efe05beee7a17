import { derived } from "../base";
import { sumExact } from "../quantity";
import { lastCell } from "../sheet";
import { additionOf, type Addition } from "./additions";
import { isAcross, type Column } from "./columns";
import { lineSums, type LineSums } from "./line-sums";
import { isFromElsewhere } from "./named-cells";
import { sumCells, wayFormula, type SumCell, type SumPart } from "./sum-cells";
import { isNumber, type BudgetTable, type TypedCell } from "./table";

/**
 * Why a cell has no place in a sum: a total or breakdown, a part "trong đó", part of a line that is added whole, another column, any other
 * row.
 */
export type ExtraReason = "total" | "of-which" | "within" | "column" | "row";

/** What a formula adds that it should not, and the other way round. */
export interface SumDifference {
  readonly missing: readonly SumPart[];
  readonly extra: readonly (SumPart & { readonly why: ExtraReason })[];
  readonly twice: readonly SumPart[];
  readonly subtracted: readonly SumPart[];
  /** A number typed into the formula. */
  readonly constant: number;
}

/** A cell that should be a sum and is none, or is another one. */
export interface SumFault extends SumPart {
  readonly computed: boolean;
  readonly parts: readonly SumPart[];
  /** The formula that its place asks for. */
  readonly formula: string;
  /** What that formula would show; null where all of its cells are blank. */
  readonly right: number | null;
  /** Null where there is no formula. Nothing in any list: its formula is of another kind and comes to another number. */
  readonly difference: SumDifference | null;
}

/**
 * The cells of a budget table whose formula is gone or adds the wrong cells. Sums over text and errors are left out: those are told by
 * themselves.
 */
export const sumFaults = derived((table: BudgetTable): readonly SumFault[] => {
  const odd = sumCells(table, false);
  const places = odd.length === 0 ? null : placesOf(table);
  return places ? odd.flatMap((sum) => faultOf(sum, places) ?? []) : [];
});

/** The table as it were if every sum of it added what it should; the same one where all of them do. */
export function withRightSums(table: BudgetTable, faults: readonly SumFault[]): BudgetTable {
  const wrong = faults.filter(({ right }) => right !== null);
  return wrong.length === 0 ? table : recalculated(table, wrong);
}

/** The table with its sums added up anew, those of `wrong` as their place asks for. Formulas that are no sums keep their values. */
export function recalculated(table: BudgetTable, wrong: readonly SumFault[] = []): BudgetTable {
  const places = placesOf(table);
  const faulty = new Map(wrong.map((fault) => [fault.cell, fault]));
  const cells = new Map<TypedCell, TypedCell>();
  const now = (cell: TypedCell): TypedCell => cells.get(cell) ?? cell;
  const sums = sumCells(table, true);
  const across = ({ column }: SumCell): boolean => isAcross(column);
  // what stands below is added first, and the columns of a row after its cells
  for (const sum of [...sums.filter((one) => !across(one)).sort((a, b) => b.row.row - a.row.row), ...sums.filter(across)]) {
    const fault = faulty.get(sum.cell);
    const parts = fault?.parts ?? (sum.cell.formula === null ? null : wayOf(sum, places));
    const right = parts && readable(parts) ? totalOf(parts.map(({ cell }) => now(cell))) : null;
    const text = fault?.formula ?? sum.cell.formula;
    if (right !== null && text !== null) cells.set(sum.cell, { at: sum.cell.at, formula: text, state: "number", value: right });
  }
  const rows = table.rows.map((row) => ({ ...row, cells: new Map([...row.cells].map(([column, cell]) => [column, now(cell)])) }));
  return { ...table, rows };
}

/** Cells of a table by their place in the sheet. */
interface Places {
  readonly sheet: string;
  readonly table: BudgetTable;
  readonly rowsOf: LineSums;
  readonly columnAt: ReadonlyMap<number, Column>;
  readonly at: (row: number, col: number) => SumPart | null;
}

function placesOf(table: BudgetTable): Places {
  const rowsOf = lineSums(table);
  const [first] = table.rows;
  const columnAt = new Map(table.columns.flatMap((column) => {
    const cell = first?.cells.get(column.id);
    return cell ? [[cell.at.col, column] as const] : [];
  }));
  const at: Places["at"] = (rowNumber, col) => {
    const row = table.rows[rowsOf.rowAt(rowNumber)];
    const column = columnAt.get(col);
    const cell = column && row?.cells.get(column.id);
    return row && column && cell ? { row, column, cell } : null;
  };
  return { sheet: table.sheet, table, rowsOf, columnAt, at };
}

function totalOf(cells: readonly TypedCell[]): number | null {
  const numbers = cells.filter(isNumber).map(({ value }) => value);
  return numbers.length === 0 ? null : sumExact(numbers);
}

function readable(parts: readonly SumPart[]): boolean {
  return parts.every(({ cell }) => cell.state === "number" || cell.state === "blank");
}

function faultOf(sum: SumCell, places: Places): SumFault | null {
  const { row, column, cell, computed, formula, ways } = sum;
  if (cell.state === "text" || cell.state === "error" || cell.state === "unevaluated") return null;
  const fault = (parts: readonly SumPart[], text: string, difference: SumDifference | null): SumFault | null =>
    readable(parts)
      ? { row, column, cell, computed, parts, formula: text, right: totalOf(parts.map((part) => part.cell)), difference }
      : null;
  const addition = cell.formula === null ? null : additionOf(cell.formula, places.sheet);
  const [parts = []] = ways;
  if (computed && (cell.formula === null || addition?.terms.length === 0)) {
    return cell.state === "blank" && parts.every((part) => part.cell.state === "blank") ? null : fault(parts, formula, null);
  }
  if (!addition) {
    const right = totalOf(parts.map((part) => part.cell));
    // SUMIFS, SUBTOTAL and the like are judged by what they come to
    if (!computed || right === null || !isNumber(cell) || Math.abs(cell.value - right) <= Math.abs(right) * 1e-12) return null;
    // what another workbook says stands there as a typed number does
    return fault(parts, formula, isFromElsewhere(cell.formula) ? null : { missing: [], extra: [], twice: [], subtracted: [], constant: 0 });
  }
  const [best] = ways
    .map((way) => ({ way, difference: differenceOf(addition, way, sum, places) }))
    .filter(({ way, difference }) => computed || difference.missing.length < way.length)
    .sort((a, b) => sizeOf(a.difference) - sizeOf(b.difference));
  return best && sizeOf(best.difference) > 0 ? fault(best.way, computed ? formula : wayFormula(best.way), best.difference) : null;
}

function sizeOf({ missing, extra, twice, subtracted, constant }: SumDifference): number {
  return missing.length + extra.length + twice.length + subtracted.length + (constant === 0 ? 0 : 1);
}

/** What a sum adds that is right; null where that cannot be told. */
function wayOf(sum: SumCell, places: Places): readonly SumPart[] | null {
  if (sum.computed) return sum.ways[0] ?? null;
  const addition = sum.cell.formula === null ? null : additionOf(sum.cell.formula, places.sheet);
  return (addition && sum.ways.find((way) => sizeOf(differenceOf(addition, way, sum, places)) === 0)) ?? null;
}

/** How often a formula adds each cell of the table; cells beside it are not known. */
function countsOf({ terms }: Addition, { table, columnAt, at }: Places): Map<TypedCell, { part: SumPart; times: number }> {
  const counts = new Map<TypedCell, { part: SumPart; times: number }>();
  const [firstRow = 0, lastRow = -1] = [table.rows[0]?.row, table.rows.at(-1)?.row];
  for (const { area, times } of terms) {
    const end = lastCell(area);
    for (let row = Math.max(area.row, firstRow); row <= Math.min(end.row, lastRow); row++) {
      for (const col of columnAt.keys()) {
        if (col < area.col || col > end.col) continue;
        const part = at(row, col);
        if (part) counts.set(part.cell, { part, times: (counts.get(part.cell)?.times ?? 0) + times });
      }
    }
  }
  return counts;
}

function differenceOf(addition: Addition, parts: readonly SumPart[], sum: SumCell, places: Places): SumDifference {
  const counts = countsOf(addition, places);
  const times = ({ cell }: SumPart): number => counts.get(cell)?.times ?? 0;
  const added = new Set<TypedCell>();
  const expected = new Set(parts.map(({ cell }) => cell));
  // a line may stand for itself or be added line by line
  const present = (part: SumPart): boolean => times(part) !== 0 || belowOf(part, places).some(present);
  const missingOf = (part: SumPart): readonly SumPart[] => {
    if (times(part) === 0) {
      const below = belowOf(part, places);
      return below.some(present) ? below.flatMap(missingOf) : [part];
    }
    added.add(part.cell);
    return [];
  };
  const missing = parts.flatMap(missingOf);
  const others = [...counts.values()].filter(
    ({ part, times: often }) => often !== 0 && !added.has(part.cell) && part.cell !== sum.cell && isNumber(part.cell),
  );
  return {
    missing,
    extra: others.map(({ part }) => ({ ...part, why: reasonOf(part, sum, expected, places) })),
    twice: [...counts.values()].flatMap(({ part, times: often }) => (often > 1 && added.has(part.cell) ? [part] : [])),
    subtracted: [...counts.values()].flatMap(({ part, times: often }) => (often < 0 && added.has(part.cell) ? [part] : [])),
    constant: addition.constant,
  };
}

function belowOf({ row, column }: SumPart, { table, rowsOf }: Places): SumPart[] {
  return rowsOf.partsOf(rowsOf.rowAt(row.row)).flatMap((index) => {
    const below = table.rows[index];
    const cell = below?.cells.get(column.id);
    return below && cell ? [{ row: below, column, cell }] : [];
  });
}

function reasonOf(part: SumPart, sum: SumCell, expected: ReadonlySet<TypedCell>, { table }: Places): ExtraReason {
  if (part.row.kind === "of") return "of-which";
  if (part.row === sum.row || (part.column !== sum.column && !isAcross(sum.column))) return "column";
  if (part.row.kind === "group" || part.row.kind === "total") return "total";
  for (let above = table.rows[part.row.parent ?? -1]; above; above = table.rows[above.parent ?? -1]) {
    const cell = above.cells.get(part.column.id);
    if (cell && expected.has(cell)) return "within";
  }
  return "row";
}
