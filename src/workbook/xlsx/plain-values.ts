import Big from "big.js";
import { isCellError, type Area, type CellValue } from "../../sheet";
import { plainFormula, type PlainArea, type PlainFormula, type Sign } from "./plain-formula";
import type { StoredBook, StoredCell } from "./stored";
import { cellKey } from "./stored";

/** A cell that holds a formula. */
interface FormulaAt {
  readonly sheet: number;
  readonly row: number;
  readonly col: number;
}

/** The value of each formula that could be reckoned, those that others need among them, by sheet and `cellKey`. */
export type PlainValues = readonly ReadonlyMap<number, number | string>[];

/** What is nested deeper than this, formulas in the formulas that they need counted in, is left to the engine. */
const MOST_DEEP = 400;
/** So many cells are read for one book; formulas that need more are left to the engine, which counts what they take. */
const MOST_READ = 2_000_000;
/** The engine reckons with so many digits and rounds to a number each time. */
const DIGITS = 20;

const Quotient = Big();

/** As the engine reckons: whole numbers as they are, decimals as decimals, rounded to a number each time. */
function reckoned(sign: Sign, a: number, b: number): number {
  const plain = sign === "+" ? a + b : sign === "-" ? a - b : sign === "*" ? a * b : a / b;
  if (Number.isSafeInteger(plain) || !Number.isFinite(plain)) return plain;
  if (sign === "+") return new Big(a).plus(b).toNumber();
  if (sign === "-") return new Big(a).minus(b).toNumber();
  if (sign === "*") return new Big(a).times(b).toNumber();
  Quotient.DP = Math.max(DIGITS, DIGITS - Math.floor(Math.log10(Math.abs(plain))));
  return new Quotient(a).div(b).toNumber();
}

/** What cells of an area come to, without the texts among them. */
interface Tallied {
  readonly rows: number;
  readonly sum: number;
  readonly count: number;
  readonly least: number;
  readonly most: number;
}

const NOTHING_YET: Tallied = { rows: 0, sum: 0, count: 0, least: Infinity, most: -Infinity };

/** What is left to the engine. */
const NOT_PLAIN = Symbol("not plain");
type Plain<T> = T | typeof NOT_PLAIN;

/**
 * What formulas come to that, with all they need, are plain arithmetic over the cells of the workbook: what the engine gives for them, at
 * a fraction of its time. One of another kind, one that meets an error, a truth value or a text where a number belongs, one that needs
 * itself, what hangs on such a one, and all that is looked at once more than `mostRead` cells were read, is left to the engine.
 */
export function plainValues(book: StoredBook, wanted: readonly FormulaAt[], mostRead = MOST_READ): PlainValues {
  const cells = book.sheets.map((sheet) => sheet.cells);
  const places = new Map(book.sheets.map(({ name }, sheet) => [name.toLowerCase(), sheet]));
  // null: it is being evaluated, so it needs itself
  const values = cells.map(() => new Map<number, Plain<number | string> | null>());
  // tallies that begin with the same cell and are as wide: each goes on where the one before it ended
  const begun = new Map<string, Tallied>();
  let read = 0;

  const valueAt = (sheet: number, row: number, col: number, depth: number): Plain<number | string | null> => {
    const at = cellKey(row, col);
    const cell = cells[sheet]?.get(at);
    if (!cell) return null;
    const value = cell.formula && !cell.formula.linked?.constant ? evaluated(sheet, at, cell, depth) : cell.value;
    return value === NOT_PLAIN || typeof value === "boolean" || isCellError(value) || isErrorText(value) ? NOT_PLAIN : value;
  };
  const evaluated = (sheet: number, key: number, cell: StoredCell, depth: number): Plain<number | string> => {
    const before = values[sheet]?.get(key);
    if (before !== undefined) return before ?? NOT_PLAIN;
    const { formula } = cell;
    const plain = formula && !formula.spill && !formula.unreadable && depth < MOST_DEEP ? plainFormula(formula.text) : null;
    values[sheet]?.set(key, null);
    const found = plain ? result(plain, sheet, depth + 1) : NOT_PLAIN;
    const value = typeof found === "number" && !Number.isFinite(found) ? NOT_PLAIN : found;
    values[sheet]?.set(key, value);
    return value;
  };
  const result = (formula: PlainFormula, sheet: number, depth: number): Plain<number | string> => {
    if (formula.kind === "cell") return shown(formula.at, sheet, depth) ?? 0;
    if (formula.kind !== "unless-blank") return number(formula, sheet, depth);
    const counted = tallied(formula.counted, sheet, depth);
    return counted === NOT_PLAIN ? NOT_PLAIN : counted.count === 0 ? "" : result(formula.of, sheet, depth);
  };
  const shown = ({ sheet: name, area }: PlainArea, own: number, depth: number): Plain<number | string | null> => {
    const sheet = name === null ? own : places.get(name);
    return sheet === undefined ? NOT_PLAIN : valueAt(sheet, area.row, area.col, depth);
  };
  const number = (formula: PlainFormula, sheet: number, depth: number): Plain<number> => {
    if (depth > MOST_DEEP) return NOT_PLAIN;
    switch (formula.kind) {
      case "number":
        return formula.value;
      case "cell": {
        const value = shown(formula.at, sheet, depth) ?? 0;
        return typeof value === "string" ? NOT_PLAIN : value;
      }
      case "negative": {
        const of = number(formula.of, sheet, depth + 1);
        return of === NOT_PLAIN ? of : reckoned("-", 0, of);
      }
      case "chain": {
        let all = number(formula.first, sheet, depth + 1);
        for (const { sign, of } of formula.steps) {
          const next = all === NOT_PLAIN ? all : number(of, sheet, depth + 1);
          // by nothing is an error
          if (all === NOT_PLAIN || next === NOT_PLAIN || (sign === "/" && next === 0)) return NOT_PLAIN;
          all = finite(reckoned(sign, all, next));
        }
        return all;
      }
      case "tally": {
        const of = tallied(formula.of, sheet, depth + 1);
        if (of === NOT_PLAIN) return of;
        const { sum, count, least, most } = of;
        if (formula.name === "SUM") return sum;
        if (formula.name === "COUNT") return count;
        if (formula.name === "AVERAGE") return count === 0 ? NOT_PLAIN : finite(reckoned("/", sum, count));
        return count === 0 ? 0 : formula.name === "MIN" ? least : most;
      }
      case "unless-blank":
        return NOT_PLAIN;
    }
  };
  const tallied = (parts: readonly (PlainArea | PlainFormula)[], own: number, depth: number): Plain<Tallied> => {
    let all = NOTHING_YET;
    for (const part of parts) {
      const one = "area" in part ? inArea(part, own, depth) : ofNumber(number(part, own, depth));
      if (one === NOT_PLAIN) return one;
      all = {
        rows: 0, sum: reckoned("+", all.sum, one.sum), count: all.count + one.count,
        least: Math.min(all.least, one.least), most: Math.max(all.most, one.most),
      };
      if (!Number.isFinite(all.sum)) return NOT_PLAIN;
    }
    return all;
  };
  const inArea = ({ sheet: name, area }: PlainArea, own: number, depth: number): Plain<Tallied> => {
    const sheet = name === null ? own : places.get(name);
    if (sheet === undefined) return NOT_PLAIN;
    const { row, col, rows, cols }: Area = area;
    const start = `${sheet}:${row}:${col}:${cols}`;
    const before = begun.get(start);
    const from = before && before.rows <= rows ? before : NOTHING_YET;
    let { sum, count, least, most } = from;
    read += (rows - from.rows) * cols;
    if (read > mostRead) return NOT_PLAIN;
    for (let r = row + from.rows; r < row + rows; r++) {
      for (let c = col; c < col + cols; c++) {
        const value = valueAt(sheet, r, c, depth);
        if (value === NOT_PLAIN) return NOT_PLAIN;
        if (typeof value !== "number") continue;
        sum = reckoned("+", sum, value);
        count += 1;
        if (value < least) least = value;
        if (value > most) most = value;
      }
    }
    if (!Number.isFinite(sum)) return NOT_PLAIN;
    const found = { rows, sum, count, least, most };
    if (!before || before.rows < rows) begun.set(start, found);
    return found;
  };

  for (const { sheet, row, col } of wanted) {
    const cell = cells[sheet]?.get(cellKey(row, col));
    if (cell) evaluated(sheet, cellKey(row, col), cell, 0);
  }
  return values.map((own) => new Map([...own].flatMap(([key, value]) => (value === NOT_PLAIN || value === null ? [] : [[key, value]]))));
}

function ofNumber(value: Plain<number>): Plain<Tallied> {
  return value === NOT_PLAIN ? value : { rows: 0, sum: value, count: 1, least: value, most: value };
}

function finite(value: number): Plain<number> {
  return Number.isFinite(value) ? value : NOT_PLAIN;
}

/** To the engine a text that is spelled as an error is one. */
function isErrorText(value: CellValue): boolean {
  return typeof value === "string" && value.startsWith("#");
}

/** The book with what is known of its formulas in their place. */
export function withPlainValues(book: StoredBook, values: PlainValues): StoredBook {
  const sheets = book.sheets.map((sheet, index) => {
    const own = values[index];
    if (!own || own.size === 0) return sheet;
    const cells = new Map(sheet.cells);
    for (const [key, value] of own) cells.set(key, { value, formula: null });
    return { ...sheet, cells };
  });
  return { ...book, sheets };
}
