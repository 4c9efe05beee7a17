import type { Correction, Fault } from "../balance";
import type { CorrectionData, Place, SumCause, SumData } from "../findings";
import { MONEY_UNITS, significantDigits, toDong } from "../quantity";
import type { CellRef } from "../sheet";
import { type AmountTable, gridOf, isOverCells, lineSums, STATE } from "../tables";
import { cellId } from "./equations";

/** Candidates that are told of a tie: nobody looks at more. */
const MOST_TOLD = 20;

/** Of an amount that is taken for the reason of a gap, without the zeros at the end. */
const LEAST_DIGITS = 2;

/**
 * What is likely wrong where sums fail, out of the cells that are `involved` in them, the first of which the data tell; `named`: the cells
 * of the one correction, or of those that are needed together.
 */
export function causeOf(
  table: AmountTable,
  fault: Fault,
  involved: readonly CellRef[],
  { axis, stated, gap }: SumData,
  placeOf: (cell: string) => Place | null,
): SumCause & { readonly named: readonly CellRef[] } {
  const toData = ({ cell, from, to, kind }: Correction): CorrectionData[] => {
    const at = placeOf(cell)?.at;
    return at ? [{ at, from, to, kind, ...formulaIn(table, at) }] : [];
  };
  const likeliest = fault.likeliest && withLine(table, fault.likeliest, involved);
  const correction = likeliest ? (toData(likeliest)[0] ?? null) : null;
  // all cells of a sum in another unit are told beside the one cell that would explain it as well
  const units = fault.sets.filter(({ rank, corrections }) => rank === 0 && isStep(corrections));
  const set = correction ? null : (fault.likeliestSet ?? (units.length === 1 ? units[0] : null));
  const together = (set?.corrections ?? []).flatMap(toData);
  const explained = fault.candidates.filter(({ kind }) => kind !== null);
  const best = Math.min(...explained.map(({ rank }) => rank));
  const ties =
    correction || fault.likeliestSet
      ? []
      : explained.length > 0
        ? explained.filter(({ rank }) => rank === best)
        : together.length > 0
          ? []
          : fault.candidates.filter(isPossible);
  const copied = copiedIn(fault).flatMap(({ amount, parts }) =>
    toData(amount).map((one) => ({ amount: one, parts: parts.flatMap(toData) })),
  );
  const unlike = fault.likeliestSet?.copied ? fault.candidates.filter(isPossible) : [];
  const rarer = fault.likeliestSet && !correction ? unlike : explained.filter((one) => !ties.includes(one) && one.cell !== likeliest?.cell);
  const named = [...(correction ? [correction] : []), ...together].map(({ at }) => at);
  const other = likeliest?.other;
  return {
    named,
    correction,
    other: other === undefined ? null : placeOf(other),
    equals:
      other === undefined
        ? lineOf(
            table, gap,
            involved.filter(({ row, col }) => (axis === "row" ? row === stated.at.row : col === stated.at.col)),
            named.map(cellId),
          )
        : null,
    candidates: ties.slice(0, MOST_TOLD).flatMap(toData),
    alike: new Set(ties.map(({ cell }) => cell)).size,
    rarer: rarer.slice(0, Math.max(0, MOST_TOLD - ties.length)).flatMap(toData),
    together,
    copied,
    typedIn: set && isStep(set.corrections) ? typedIn(table, set.corrections) : null,
  };
}

/** The mistakes that may stand in two cells, by amount and best first, but for those of the amount that is told already. */
function copiedIn({ sets, likeliestSet }: Fault): { readonly amount: Correction; readonly parts: readonly Correction[] }[] {
  const byAmount = new Map<string, { amount: Correction; parts: Correction[] }>();
  for (const { corrections: [amount, part], copied } of sets) {
    if (!copied || !amount || !part || amount.cell === likeliestSet?.corrections[0]?.cell) continue;
    const key = `${amount.cell} ${amount.to}`;
    (byAmount.get(key) ?? byAmount.set(key, { amount, parts: [] }).get(key))?.parts.push(part);
  }
  return [...byAmount.values()];
}

/** Several amounts that are off by one step between units of money. */
function isStep(corrections: readonly Correction[]): boolean {
  return corrections.length > 1 && corrections.every(({ kind }) => kind === "thousand-fold");
}

function typedIn({ unit }: AmountTable, [first]: readonly Correction[]): SumCause["typedIn"] {
  if (!first) return null;
  const small = Math.abs(first.to) > Math.abs(first.from);
  const factor = Math.round(small ? first.to / first.from : first.from / first.to);
  const dong = unit === null ? null : small ? toDong(1, unit) * factor : toDong(1, unit) / factor;
  return { factor, small, unit: MONEY_UNITS.find((one) => toDong(1, one) === dong) ?? null };
}

/** What no slip explains is any amount, but none below zero. */
function isPossible({ from, to }: Correction): boolean {
  return to >= 0 || from < 0;
}

function formulaIn({ rows, columns }: AmountTable, at: CellRef): Pick<CorrectionData, "source"> {
  const row = rows.find((one) => one.row === at.row);
  const cell = columns.flatMap((column) => row?.cells.get(column.id) ?? []).find((one) => one.at.col === at.col);
  return cell?.formula ? { source: { formula: cell.formula, linked: isOverCells(cell.formula) } } : {};
}

/** A total that is off by exactly one of the lines behind its breakdown was added up without that line, or with it twice. */
function withLine(table: AmountTable, correction: Correction, involved: readonly CellRef[]): Correction {
  const { kind, cell, from, to } = correction;
  const line = kind === "total-not-updated" ? lineOf(table, to - from, involved, [cell]) : null;
  return line ? { ...correction, kind: to > from ? "row-left-out" : "row-counted-twice", other: cellId(line.at) } : correction;
}

/** The one typed line among the cells whose amount is the gap; null where there are several. Short numbers are equal by chance. */
function lineOf(table: AmountTable, gap: number, involved: readonly CellRef[], but: readonly string[]): Place | null {
  const size = Math.abs(withoutNoise(gap));
  if (significantDigits(size) < LEAST_DIGITS) return null;
  const { rowAt } = lineSums(table);
  const grid = gridOf(table);
  const columnAt = new Map(grid.columns.map((column, place) => [table.rows[0]?.cells.get(column.id)?.at.col ?? -1, place]));
  const lines = involved.flatMap((at): Place[] => {
    const [row, column] = [rowAt(at.row), columnAt.get(at.col) ?? -1];
    const one = table.rows[row];
    const equal = grid.states[column]?.[row] === STATE.number && Math.abs(grid.values[column]?.[row] ?? 0) === size;
    return one?.kind === "line" && equal && !but.includes(cellId(at)) ? [{ at, label: one.label }] : [];
  });
  return lines.length === 1 ? (lines[0] ?? null) : null;
}

/** What binary arithmetic leaves behind the digits that a number holds for certain is no part of an amount. */
export function withoutNoise(value: number): number {
  return Number(value.toPrecision(15));
}
