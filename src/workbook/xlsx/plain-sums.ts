import { kept } from "../../base";
import Big from "big.js";
import { isCellError, parseAreaA1, readPlainSum, type Area, type CellValue } from "../../sheet";
import type { StoredBook, StoredCell } from "./stored";
import { cellKey } from "./stored";

/** A cell that holds a formula. */
interface FormulaAt {
  readonly sheet: number;
  readonly row: number;
  readonly col: number;
}

/** "=SUM(C4:C6,C9)", or "=IF(COUNT(C4:C6)=0,"",SUM(C4:C6))": blank while nothing is there. */
interface PlainSum {
  readonly areas: readonly Area[];
  readonly keepBlank: boolean;
}

const CORNERS = /^\$?[A-Z]{1,3}\$?[1-9]\d*(?::\$?[A-Z]{1,3}\$?[1-9]\d*)?$/;
/** Sums over more cells than this, and chains longer than this, are left to the engine. */
const MOST_CELLS = 20_000;
const MOST_DEEP = 100;
/** So many cells are read for one book; sums that need more are left to the engine, which counts what they take. */
const MOST_READ = 2_000_000;

const plainSum = kept(parse, 5_000);

function parse(text: string): PlainSum | null {
  const sum = readPlainSum(text);
  const parts = sum?.cells.split(",");
  if (!parts?.every((part) => CORNERS.test(part))) return null;
  const areas = parts.map((part) => parseAreaA1(part.replaceAll("$", "")));
  const cells = areas.reduce((sum, area) => sum + (area ? area.rows * area.cols : Infinity), 0);
  return cells <= MOST_CELLS ? { areas: areas.filter((area) => area !== null), keepBlank: sum?.keepBlank === true } : null;
}

/** As the engine adds, each area by itself: whole numbers as they are, decimals as decimals, rounded to a number each time. */
function plus(a: number, b: number): number {
  const sum = a + b;
  return Number.isSafeInteger(sum) ? sum : new Big(a).plus(b).toNumber();
}

const NOTHING_YET = { rows: 0, own: 0, count: 0 };

/** What is left to the engine. */
const NOT_PLAIN = Symbol("not plain");

/**
 * The values of formulas that, with all they need, only add up cells of their own sheet: what the engine gives for them, at a fraction of
 * its time. Null as soon as one is of another kind, holds an error or a truth value, or needs itself, or once more than `mostRead` cells
 * were read: then they are the engine's.
 */
export function plainSums<F extends FormulaAt>(book: StoredBook, wanted: readonly F[], mostRead = MOST_READ): Map<F, CellValue> | null {
  const cells = book.sheets.map((sheet) => sheet.cells);
  const values = cells.map(() => new Map<number, number | "" | null>());
  // sums that begin with the same cell and are as wide: each goes on where the one before it ended
  const begun = new Map<string, { rows: number; own: number; count: number }>();
  let read = 0;
  const evaluate = (sheet: number, key: number, cell: StoredCell, depth: number): number | "" | typeof NOT_PLAIN => {
    const known = values[sheet]?.get(key);
    // null: it is being evaluated, so it needs itself
    if (known !== undefined) return known ?? NOT_PLAIN;
    const sum = cell.formula && !cell.formula.spill && !cell.formula.unreadable && depth < MOST_DEEP ? plainSum(cell.formula.text) : null;
    if (!sum) return NOT_PLAIN;
    values[sheet]?.set(key, null);
    let total = 0;
    let count = 0;
    for (const { row, col, rows, cols } of sum.areas) {
      const start = `${sheet}:${row}:${col}:${cols}`;
      const before = begun.get(start);
      const from = before && before.rows <= rows ? before : NOTHING_YET;
      let { own, count: counted } = from;
      read += (rows - from.rows) * cols;
      if (read > mostRead) return NOT_PLAIN;
      for (let r = row + from.rows; r < row + rows; r++) {
        for (let c = col; c < col + cols; c++) {
          const at = cellKey(r, c);
          const part = cells[sheet]?.get(at);
          const value = part?.formula && !part.formula.linked?.constant ? evaluate(sheet, at, part, depth + 1) : (part?.value ?? null);
          if (value === NOT_PLAIN || typeof value === "boolean" || isCellError(value)) return NOT_PLAIN;
          if (typeof value !== "number") continue;
          own = plus(own, value);
          counted += 1;
        }
      }
      if (!before || before.rows < rows) begun.set(start, { rows, own, count: counted });
      count += counted;
      total = plus(total, own);
    }
    if (!Number.isFinite(total)) return NOT_PLAIN;
    const result = sum.keepBlank && count === 0 ? "" : total;
    values[sheet]?.set(key, result);
    return result;
  };
  const results = new Map<F, CellValue>();
  for (const formula of wanted) {
    const key = cellKey(formula.row, formula.col);
    const cell = cells[formula.sheet]?.get(key);
    const value = cell ? evaluate(formula.sheet, key, cell, 0) : NOT_PLAIN;
    if (value === NOT_PLAIN) return null;
    results.set(formula, value);
  }
  return results;
}
