import { isCellError, type CellValue } from "../../sheet";
import { evaluate } from "./evaluate";
import { formulaCells, isIn, type FormulaValues } from "./formula-cells";
import { plainValues, withPlainValues } from "./plain-values";
import type { Precedent } from "./prepare-formula";
import type { StoredBook, StoredCell } from "./stored";
import { cellKey } from "./stored";

export type { FormulaValues } from "./formula-cells";

/** Evaluates the formulas in the areas, and those that they need; null for all. See `evaluate`; `supervised` is one that cannot hang. */
export type Evaluate = (book: StoredBook, wanted: readonly Precedent[] | null) => Promise<FormulaValues[]>;

/**
 * Evaluates the formulas of a book anew; the results that the file holds are not looked at. One entry for each sheet, in order.
 * A formula stays without value when the engine does not know a part of it, when it would take more than the budget, when it needs itself,
 * or when it needs such a one. A book without formulas costs nothing, and one whose formulas only add up little: the engine is loaded when
 * first needed. With `wanted` only the formulas in those areas, and those that they need, have an entry; their values are the same.
 */
export async function calculate(
  book: StoredBook, wanted: readonly Precedent[] | null = null, byEngine: Evaluate = evaluate,
): Promise<FormulaValues[]> {
  const cells = formulaCells(book);
  const asked = wanted === null ? cells : cells.filter((cell) => isIn(cell, wanted));
  const values = book.sheets.map(() => new Map<number, CellValue | undefined>());
  if (asked.length === 0) return values;
  // an array formula fills cells that hold no formula of their own, and some functions ask what formula a cell holds
  if (cells.some(({ formula }) => formula.spill !== null || READS_FORMULAS.test(formula.text)))
    return withLinks(book, await byEngine(book, wanted), (kept) => byEngine(kept, wanted));
  const plain = plainValues(book, asked);
  const left = asked.filter(({ sheet, row, col }) => !plain[sheet]?.has(cellKey(row, col)));
  const known = left.length === 0 ? book : withPlainValues(book, plain);
  const others = left.length === 0 ? [] : await withLinks(known, await byEngine(known, wanted), (kept) => byEngine(kept, wanted));
  for (const [sheet, own] of values.entries())
    for (const [key, value] of others[sheet] ?? []) own.set(key, value);
  for (const { sheet, row, col } of asked) {
    const value = plain[sheet]?.get(cellKey(row, col));
    if (value !== undefined) values[sheet]?.set(cellKey(row, col), value);
  }
  return values;
}

const READS_FORMULAS = /\b(?:ISFORMULA|FORMULATEXT|CELL)\(/i;

/** Where a link comes to nothing with what the file kept of the other workbook, what it kept of the cell itself serves. */
async function withLinks(
  book: StoredBook, values: FormulaValues[], again: (book: StoredBook) => Promise<FormulaValues[]>,
): Promise<FormulaValues[]> {
  let found = false;
  const sheets = book.sheets.map((sheet, index) => {
    const failed = [...(values[index] ?? [])].flatMap(([key, value]): [number, StoredCell][] => {
      const cell = sheet.cells.get(key);
      const lost = cell?.formula?.linked && cell.value !== null && !isCellError(cell.value) && (value === undefined || isCellError(value));
      return lost
        ? [[key, { value: cell.value, formula: { ...cell.formula, spill: null, linked: { ...cell.formula.linked, constant: true } } }]]
        : [];
    });
    found ||= failed.length > 0;
    return failed.length === 0 ? sheet : { ...sheet, cells: new Map([...sheet.cells, ...failed]) };
  });
  return found ? again({ ...book, sheets }) : values;
}
