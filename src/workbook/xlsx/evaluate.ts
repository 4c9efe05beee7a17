import type { CellValue } from "../../sheet";
import { isCellError } from "../../sheet";
import { cellsOf, engineSheets, linkedName } from "./engine-sheets";
import type { EngineResult } from "./engine";
import { formulaCells, isIn, type Formula, type FormulaCell, type FormulaPlace, type FormulaValues } from "./formula-cells";
import { computable } from "./formula-order";
import { nameBook, prepareFormula, type Precedent } from "./prepare-formula";
import type { StoredBook } from "./stored";
import { cellKey, colOf, rowOf } from "./stored";
import { tableBook } from "./structured-references";

type Engine = typeof import("./engine");

export interface EvaluateOptions {
  /** Formulas that were given up before: they have no value. */
  readonly without?: readonly FormulaPlace[];
  /** Gives up each formula of which nobody can say beforehand what it takes. */
  readonly onlyKnown?: boolean;
  /** What all formulas of the workbook may take, in steps (see `FormulaCost`); those that take most are given up first. */
  readonly steps?: number;
  /** Tells of every formula, not only of those of which nobody knows what they take. */
  readonly watchAll?: boolean;
  /** Told before a formula is looked at; null when what comes is no longer watched. */
  readonly watch?: (at: FormulaPlace | null) => void;
}

/** So many times the engine may fail at a formula, or spread one, before all are given up. */
const MAX_ATTEMPTS = 20;
/** Of more formulas than this all are evaluated: to look for those that are needed would take longer. */
const MOST_LOOKED_THROUGH = 2_000;
/** So many areas held against formulas cost about as much as evaluating them all. */
const MOST_COMPARED = 4_000_000;
/** What one formula may take, in steps (see `FormulaCost`): two whole columns. */
const MOST_STEPS = 2_500_000;
/** About a minute of an idle machine, which 30,000 rows of a table of ours do not take. */
const MOST_STEPS_OF_BOOK = 60_000_000;
/** Errors that say what they say: by any other an engine also says that it does not know how. */
const CERTAIN: ReadonlySet<string> = new Set(["#N/A", "#DIV/0!"]);

/**
 * Evaluates formulas with the engine, which it loads. One entry for each formula that is needed, a map for each sheet; undefined where it
 * could not be computed: the engine does not know a part of it, it takes more than the budget, needs itself, or needs such a one. An error
 * that may be the engine's own is not told as the file's, unless the file kept it, too.
 */
export async function evaluate(
  book: StoredBook, wanted: readonly Precedent[] | null, options: EvaluateOptions = {},
): Promise<FormulaValues[]> {
  const engine = await import("./engine");
  const formulas = prepare(book, wanted, engine);
  const lost = givenUp(formulas, options);
  const result = await run(book, formulas, lost, engine, options);
  for (const formula of result ? formulas : []) if (result && !lost.has(formula) && isDoubtful(formula, result)) lost.add(formula);
  const sound = result === null ? new Set<Formula>() : lost.size > 0 || result.circular ? computed(formulas, lost) : new Set(formulas);
  const values = book.sheets.map(() => new Map<number, CellValue | undefined>());
  for (const formula of formulas) {
    for (const { row, col } of cellsOf(formula)) {
      values[formula.sheet]?.set(cellKey(row, col), result && sound.has(formula) ? result.at(formula.sheet, row, col) : undefined);
    }
  }
  return values;
}

function isDoubtful({ sheet, row, col, known, kept }: Formula, result: EngineResult): boolean {
  if (known || isCellError(kept)) return false;
  const value = result.at(sheet, row, col) ?? null;
  return isCellError(value) && !CERTAIN.has(value.error);
}

/**
 * The formulas that cannot be given to the engine, and those that would take too much: by what they take, not by how fast the machine is.
 */
function givenUp(
  formulas: readonly Formula[],
  { without = [], onlyKnown = false, steps: most = MOST_STEPS_OF_BOOK }: EvaluateOptions,
): Set<Formula> {
  const before = new Set(without.map(placeKey));
  const lost = new Set(
    formulas.filter(
      (formula) => formula.text === null || formula.steps > MOST_STEPS || (onlyKnown && !formula.known) || before.has(placeKey(formula)),
    ),
  );
  let steps = formulas.reduce((all, formula) => all + (lost.has(formula) ? 0 : formula.steps), 0);
  if (steps <= most) return lost;
  for (const formula of [...formulas].sort((a, b) => b.steps - a.steps)) {
    if (steps <= most) break;
    if (!lost.has(formula)) steps -= formula.steps;
    lost.add(formula);
  }
  return lost;
}

/** The formulas that are wanted, and those that they need: all of them where one finds its cells by itself. */
function prepare(book: StoredBook, wanted: readonly Precedent[] | null, engine: Engine): Formula[] {
  const cells = formulaCells(book);
  const { linked = [] } = book;
  const context = {
    sheets: new Map([...book.sheets, ...linked].map((sheet, i) => [sheet.name.toLowerCase(), i])),
    sheetNames: [...book.sheets.map((sheet) => sheet.name), ...linked.map((_, i) => linkedName(i))],
    names: nameBook([...book.names, ...(tableBook(book.sheets)?.names ?? [])]),
    used: used(book),
    knows: engine.knowsFunction,
  };
  const prepared = ({ sheet, row, col, formula, kept }: FormulaCell): Formula => {
    const found = formula.unreadable ? null : prepareFormula(formula.text, sheet, context);
    const at = { sheet, row, col, spill: formula.spill, kept };
    if (!found) return { ...at, text: null, precedents: [], dynamic: false, steps: 0, known: true };
    const { text, precedents, dynamic, cost } = found;
    return { ...at, text, precedents, dynamic, ...cost };
  };
  if (wanted === null || cells.length > MOST_LOOKED_THROUGH) return cells.map(prepared);
  const needed: Formula[] = [];
  let left = cells;
  for (let areas = wanted; areas.length > 0; ) {
    if (areas.length * left.length > MOST_COMPARED) return [...needed, ...left.map(prepared)];
    const next = left.filter((cell) => isIn(cell, areas)).map(prepared);
    if (next.some(({ dynamic }) => dynamic)) return cells.map(prepared);
    left = left.filter((cell) => !isIn(cell, areas));
    needed.push(...next);
    areas = next.flatMap(({ precedents }) => precedents);
  }
  return needed;
}

/** Runs the engine until no formula fails in it; what fails is added to `lost`. Null when it is given up. */
async function run(
  book: StoredBook, formulas: readonly Formula[], lost: Set<Formula>, engine: Engine, { watch, watchAll = false }: EvaluateOptions,
): Promise<EngineResult | null> {
  const at = new Map(formulas.map((formula) => [placeKey(formula), formula]));
  let watching = false;
  const told = (sheet: number, row: number, col: number): number => {
    const formula = at.get(placeKey({ sheet, row, col }));
    const next = formula !== undefined && (watchAll || !formula.known);
    if (next) watch?.({ sheet, row, col });
    else if (watching) watch?.(null);
    watching = next;
    return formula?.steps ?? 0;
  };
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
    try {
      const result = await engine.runFormulas(engineSheets(book, formulas, lost), told);
      watch?.(null);
      // An ordinary formula of a file gives one value; the engine lets every formula fill its neighbours.
      const strays = result.spills.flatMap((spill) => {
        const formula = at.get(placeKey(spill));
        return formula && (formula.spill?.rows ?? 1) === spill.rows && (formula.spill?.cols ?? 1) === spill.cols ? [] : [formula];
      });
      if (strays.length === 0) return result;
      for (const formula of strays) if (formula) lost.add(formula);
    } catch (error) {
      if (!(error instanceof engine.FormulaFailure)) throw error;
      const formula = at.get(placeKey(error));
      if (!formula || lost.has(formula)) return null;
      lost.add(formula);
    }
  }
  return null;
}

/** The formulas whose values mean something although some are lost or go in a circle. */
function computed(formulas: readonly Formula[], lost: ReadonlySet<Formula>): Set<Formula> {
  const nodes = formulas.flatMap((formula) =>
    cellsOf(formula).map((cell) => ({ ...cell, sheet: formula.sheet, precedents: formula.precedents, formula })),
  );
  // A formula that finds its cells by itself may hang on any of the lost ones.
  const done = computable(nodes, new Set(nodes.filter(({ formula }) => lost.has(formula) || formula.dynamic)));
  return new Set([...done].map((node) => node.formula));
}

function used(book: StoredBook): { rows: number; cols: number } {
  let rows = 1;
  let cols = 1;
  for (const sheet of [...book.sheets, ...(book.linked ?? [])]) {
    for (const key of sheet.cells.keys()) {
      rows = Math.max(rows, rowOf(key) + 1);
      cols = Math.max(cols, colOf(key) + 1);
    }
  }
  return { rows, cols };
}

function placeKey({ sheet, row, col }: FormulaPlace): string {
  return `${sheet}:${row}:${col}`;
}
