import { overlap, type Area, type CellValue } from "../../sheet";
import type { EngineResult, EngineSheet } from "./engine";
import { computable } from "./formula-order";
import { plainSums } from "./plain-sums";
import type { Precedent } from "./prepare-formula";
import { prepareFormula } from "./prepare-formula";
import type { StoredBook, StoredFormula, StoredSheet } from "./stored";
import { cellKey, colOf, rowOf } from "./stored";

/** The values of a sheet's formulas by `cellKey`; undefined where nobody could compute one. */
export type FormulaValues = ReadonlyMap<number, CellValue | undefined>;

type Engine = typeof import("./engine");

interface Formula {
  readonly sheet: number;
  readonly row: number;
  readonly col: number;
  /** The area of an array formula. */
  readonly spill: Area | null;
  /** As the engine is given it; null where it cannot be given. */
  readonly text: string | null;
  readonly precedents: readonly Precedent[];
  readonly dynamic: boolean;
}

/** So many times the engine may fail at a formula, or spread one, before all are given up. */
const MAX_ATTEMPTS = 20;

/** Of more formulas than this all are evaluated: to look for those that are needed would take longer. */
const MOST_LOOKED_THROUGH = 2_000;

/**
 * Evaluates the formulas of a book anew; the results that the file holds are not looked at. One entry for each sheet, in order.
 * A formula stays without value when the engine does not know a part of it, when it needs itself, or when it needs such a one.
 * A book without formulas costs nothing, and one whose formulas only add up little: the engine is loaded when first needed. With `wanted` only the formulas in those areas, and
 * those that they need, have an entry; their values are the same.
 */
export async function calculate(book: StoredBook, wanted: readonly Precedent[] | null = null): Promise<FormulaValues[]> {
  const values = book.sheets.map(() => new Map<number, CellValue | undefined>());
  const cells = formulaCells(book);
  const asked = wanted === null ? cells : cells.filter((cell) => isIn(cell, wanted));
  if (asked.length === 0) return values;
  // an array formula fills cells that hold no formula of their own
  const sums = cells.some(({ formula }) => formula.spill) ? null : plainSums(book, asked);
  if (sums) {
    for (const [{ sheet, row, col }, value] of sums) values[sheet]?.set(cellKey(row, col), value);
    return values;
  }
  const engine = await import("./engine");
  const formulas = prepare(book, cells, wanted, engine);
  const lost = new Set(formulas.filter((formula) => formula.text === null));
  const result = await run(book, formulas, lost, engine);
  const sound = result === null ? new Set<Formula>() : lost.size > 0 || result.circular ? computed(formulas, lost) : new Set(formulas);
  for (const formula of formulas) {
    for (const { row, col } of cellsOf(formula)) {
      values[formula.sheet]?.set(cellKey(row, col), result && sound.has(formula) ? result.at(formula.sheet, row, col) : undefined);
    }
  }
  return values;
}

/** A cell that holds a formula, before anything is known of it. */
interface FormulaCell {
  readonly sheet: number;
  readonly row: number;
  readonly col: number;
  readonly formula: StoredFormula;
}

function formulaCells(book: StoredBook): FormulaCell[] {
  return book.sheets.flatMap(({ cells }, sheet) => {
    const found: FormulaCell[] = [];
    for (const [key, { formula }] of cells) if (formula) found.push({ sheet, row: rowOf(key), col: colOf(key), formula });
    return found;
  });
}

/** Whether the formula, or what it fills, stands in one of the areas. */
function isIn({ sheet, row, col, formula }: FormulaCell, areas: readonly Precedent[]): boolean {
  const own = formula.spill ?? { row, col, rows: 1, cols: 1 };
  return areas.some((one) => one.sheet === sheet && overlap(one.area, own));
}

/** The formulas that are wanted, and those that they need: all of them where one finds its cells by itself. */
function prepare(book: StoredBook, cells: readonly FormulaCell[], wanted: readonly Precedent[] | null, engine: Engine): Formula[] {
  const context = {
    sheets: new Map(book.sheets.map((sheet, i) => [sheet.name.toLowerCase(), i])),
    sheetNames: book.sheets.map((sheet) => sheet.name),
    names: book.names,
    used: used(book),
    knows: engine.knowsFunction,
  };
  const prepared = ({ sheet, row, col, formula }: FormulaCell): Formula => {
    const found = formula.unreadable ? null : prepareFormula(formula.text, sheet, context);
    const at = { sheet, row, col, spill: formula.spill };
    return found ? { ...at, ...found } : { ...at, text: null, precedents: [], dynamic: false };
  };
  if (wanted === null || cells.length > MOST_LOOKED_THROUGH) return cells.map(prepared);
  const needed: Formula[] = [];
  let left = cells;
  for (let areas = wanted; areas.length > 0; ) {
    const next = left.filter((cell) => isIn(cell, areas)).map(prepared);
    if (next.some(({ dynamic }) => dynamic)) return cells.map(prepared);
    left = left.filter((cell) => !isIn(cell, areas));
    needed.push(...next);
    areas = next.flatMap(({ precedents }) => precedents);
  }
  return needed;
}

/** Runs the engine until no formula fails in it; what fails is added to `lost`. Null when it is given up. */
async function run(book: StoredBook, formulas: readonly Formula[], lost: Set<Formula>, engine: Engine): Promise<EngineResult | null> {
  const at = new Map(formulas.map((formula) => [`${formula.sheet}:${formula.row}:${formula.col}`, formula]));
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
    try {
      const result = await engine.runFormulas(engineSheets(book, formulas, lost));
      // An ordinary formula of a file gives one value; the engine lets every formula fill its neighbours.
      const strays = result.spills.flatMap((spill) => {
        const formula = at.get(`${spill.sheet}:${spill.row}:${spill.col}`);
        return formula && (formula.spill?.rows ?? 1) === spill.rows && (formula.spill?.cols ?? 1) === spill.cols ? [] : [formula];
      });
      if (strays.length === 0) return result;
      for (const formula of strays) if (formula) lost.add(formula);
    } catch (error) {
      if (!(error instanceof engine.FormulaFailure)) throw error;
      const formula = at.get(`${error.sheet}:${error.row}:${error.col}`);
      if (!formula || lost.has(formula)) return null;
      lost.add(formula);
    }
  }
  return null;
}

/** The formulas whose values mean something although some are lost or go in a circle. */
function computed(formulas: readonly Formula[], lost: ReadonlySet<Formula>): Set<Formula> {
  const nodes = formulas.flatMap((formula) => cellsOf(formula).map((cell) => ({ ...cell, sheet: formula.sheet, precedents: formula.precedents, formula })));
  // A formula that finds its cells by itself may hang on any of the lost ones.
  const done = computable(nodes, new Set(nodes.filter(({ formula }) => lost.has(formula) || formula.dynamic)));
  return new Set([...done].map((node) => node.formula));
}

function cellsOf({ row, col, spill }: Formula): { row: number; col: number }[] {
  const cols = spill?.cols ?? 1;
  return Array.from({ length: (spill?.rows ?? 1) * cols }, (_, i) => ({ row: row + Math.floor(i / cols), col: col + (i % cols) }));
}

function engineSheets(book: StoredBook, formulas: readonly Formula[], lost: ReadonlySet<Formula>): EngineSheet[] {
  const texts = book.sheets.map(() => new Map<number, string | null>());
  for (const formula of formulas) {
    // The cells of an array formula have to be free, and a formula that is not computed has no value.
    for (const { row, col } of cellsOf(formula)) texts[formula.sheet]?.set(cellKey(row, col), null);
    if (!lost.has(formula)) texts[formula.sheet]?.set(cellKey(formula.row, formula.col), formula.text);
  }
  return book.sheets.map((sheet, i) => ({ name: sheet.name, hiddenRows: sheet.hiddenRows, filteredRows: filteredRows(sheet), cells: engineCells(sheet, texts[i] ?? new Map()) }));
}

/** Hidden rows where a filter is at work: it does not tell which of them somebody hid by hand. */
function filteredRows({ hiddenRows, filtered }: StoredSheet): Set<number> {
  return new Set(filtered.length === 0 ? [] : [...hiddenRows].filter((row) => filtered.some((area) => row >= area.row && row < area.row + area.rows)));
}

function* engineCells(sheet: StoredSheet, texts: ReadonlyMap<number, string | null>): Generator<{ row: number; col: number; value: CellValue; formula: string | null }> {
  for (const [key, { value, formula }] of sheet.cells) {
    const at = { row: rowOf(key), col: colOf(key) };
    const text = texts.get(key);
    // what a file says that a formula comes to is not looked at
    if (text === undefined && !formula) yield { ...at, value, formula: null };
    else if (text) yield { ...at, value: null, formula: text };
  }
}

function used(book: StoredBook): { rows: number; cols: number } {
  let rows = 1;
  let cols = 1;
  for (const sheet of book.sheets) {
    for (const key of sheet.cells.keys()) {
      rows = Math.max(rows, rowOf(key) + 1);
      cols = Math.max(cols, colOf(key) + 1);
    }
  }
  return { rows, cols };
}
