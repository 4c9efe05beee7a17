import type { Area, CellValue } from "../../sheet";
import type { EngineResult, EngineSheet } from "./engine";
import { computable } from "./formula-order";
import type { Precedent } from "./prepare-formula";
import { prepareFormula } from "./prepare-formula";
import type { StoredBook, StoredSheet } from "./stored";
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

/**
 * Evaluates all formulas of a book anew; the results that the file holds are not looked at. One entry for each sheet, in order.
 * A formula stays without value when the engine does not know a part of it, when it needs itself, or when it needs such a one.
 * A book without formulas costs nothing: the engine is loaded when first needed.
 */
export async function calculate(book: StoredBook): Promise<FormulaValues[]> {
  const values = book.sheets.map(() => new Map<number, CellValue | undefined>());
  if (!book.sheets.some((sheet) => [...sheet.cells.values()].some((cell) => cell.formula))) return values;
  const engine = await import("./engine");
  const formulas = prepare(book, engine);
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

function prepare(book: StoredBook, engine: Engine): Formula[] {
  const context = {
    sheets: new Map(book.sheets.map((sheet, i) => [sheet.name.toLowerCase(), i])),
    sheetNames: book.sheets.map((sheet) => sheet.name),
    names: book.names,
    used: used(book),
    knows: engine.knowsFunction,
  };
  return book.sheets.flatMap(({ cells }, sheet) =>
    [...cells].flatMap(([key, { formula }]): Formula[] => {
      if (!formula) return [];
      const prepared = formula.unreadable ? null : prepareFormula(formula.text, sheet, context);
      const at = { sheet, row: rowOf(key), col: colOf(key), spill: formula.spill };
      return [prepared ? { ...at, ...prepared } : { ...at, text: null, precedents: [], dynamic: false }];
    }),
  );
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
  return book.sheets.map((sheet, i) => ({ name: sheet.name, hiddenRows: sheet.hiddenRows, cells: engineCells(sheet, texts[i] ?? new Map()) }));
}

function* engineCells(sheet: StoredSheet, texts: ReadonlyMap<number, string | null>): Generator<{ row: number; col: number; value: CellValue; formula: string | null }> {
  for (const [key, { value }] of sheet.cells) {
    const at = { row: rowOf(key), col: colOf(key) };
    const text = texts.get(key);
    if (text === undefined) yield { ...at, value, formula: null };
    else if (text !== null) yield { ...at, value: null, formula: text };
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
