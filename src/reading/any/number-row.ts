import { CELL, type Cells } from "./cells";
import { readNumbered, type Numbered } from "./rule-grammar";

/** What a row of column numbers holds, by column of the cells. */
export type NumberCells = ReadonlyMap<number, Numbered>;

/** Of the numbers of such a row at least so many follow the one before. */
const MOST_FOLLOW = 0.6;
/** A column number has at most so many signs; rules have more. */
const SHORTEST_ROW = 3;

/**
 * The column numbers and rules of a row: "A | B | 1 | 2 | 3=1-2". Null for any other row, as one of a number for each column that do not
 * follow one another.
 */
export function numberCells(cells: Cells, row: number, left: number, right: number): NumberCells | null {
  const found = new Map<number, Numbered>();
  for (let col = left; col <= right; col++) {
    const kind = cells.kind(row, col);
    if (kind === CELL.blank || kind === CELL.none) continue;
    const value = cells.value(row, col);
    // typed "(1)" is -1 in Excel
    const text = typeof value === "number" ? String(Math.abs(value)) : cells.text(row, col);
    const numbered = readNumbered(text);
    if (!numbered) return null;
    found.set(col, numbered);
  }
  return isSequence(found) ? withOwn(found) : null;
}

function isSequence(found: NumberCells): boolean {
  const all = [...found.values()];
  const letters = all.findIndex(({ own }) => own !== null && /^\d/.test(own));
  const numbers = (letters === -1 ? [] : all.slice(letters)).map(({ own }) => (own === null ? null : parseInt(own, 10)));
  const heads = letters === -1 ? all : all.slice(0, letters);
  if (numbers.length === 0 || !heads.every(({ own }, index) => own === "ABCDĐE"[index] || (index === 3 && own === "D")))
    return false;
  if (found.size < SHORTEST_ROW && heads.length === 0) return false;
  // numbers begin anew, or go on counting after the letters; a part of a wide form goes on with any, and shows it by letters and rules
  const [first = null] = numbers;
  const isPart = heads.length > 1 && all.some(({ expression }) => expression !== null);
  if (first === null || (first > heads.length + 1 && !isPart)) return false;
  const steps = numbers
    .slice(1)
    .filter((number, index) => number === null || number - (numbers[index] ?? number - 1) === 1 || number === numbers[index]);
  return steps.length >= MOST_FOLLOW * (numbers.length - 1);
}

/** A rule alone ("3-4") stands in the place of the number that would follow. */
function withOwn(found: NumberCells): NumberCells {
  let last = 0;
  return new Map(
    [...found].map(([col, one]) => {
      const own = one.own ?? String(last + 1);
      last = Number.parseInt(own, 10) || last;
      return [col, { own, expression: one.expression?.refs.includes(own) ? null : one.expression }] as const;
    }),
  );
}
