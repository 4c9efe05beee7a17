import { kept } from "../base";
import { BARE_HEAD, BLANK_HEAD } from "../sheet";

/**
 * Plain sums are told by their texts. Nearly all formulas of a table are of this kind: to make the text that belongs in each cell and
 * compare the two costs more than to read it, so a pattern says that a formula is a sum at all and names the same cells twice, and its
 * signs say which cells those are.
 */
const [ZERO, NINE, COLON, COMMA, PARENTHESIS] = [48, 57, 58, 44, 41];

const BLANK_SUM = /^=IF\(COUNT\(([^()]*)\)=0,"",SUM\(\1\)\)$/;

/** The row number that begins at a sign of a formula; 0 for none, and for one that begins with a zero. */
function numberAt(formula: string, start: number): number {
  let number = 0;
  for (let at = start; ; at++) {
    const digit = formula.charCodeAt(at) - ZERO;
    // at the end of the text it is no number at all
    if (!(digit >= 0 && digit <= NINE - ZERO) || (digit === 0 && number === 0)) return number;
    number = number * 10 + digit;
  }
}

/** Whether a formula is a plain sum of a row, which counts from 1. */
type Teller = (formula: string, row: number) => boolean;

/** By the cells of row 0, which is of no sheet. */
const tellerOf = kept((text: string): Teller => {
  const [letters = "", ...others] = text.split(/(?<=[A-Z])0/);
  const cells = `${letters}([1-9]\\d*)${others.join("\\1")}`;
  const again = [letters, ...others].join("\\1");
  const blank = new RegExp(`^=IF\\(COUNT\\(${cells}\\)=0,"",SUM\\(${again}\\)\\)$`);
  const bare = new RegExp(`^=SUM\\(${cells}\\)$`);
  const [inBlank, inBare] = [BLANK_HEAD.length + letters.length, BARE_HEAD.length + letters.length];
  return (formula, row) =>
    blank.test(formula) ? numberAt(formula, inBlank) === row : bare.test(formula) && numberAt(formula, inBare) === row;
});

/** Tells the plain sums across a row by any row of them: `textOf` gives their cells in a row that counts from 1. */
export function acrossTeller(textOf: (row: number) => string): Teller {
  return tellerOf(textOf(0));
}

/**
 * Whether a formula is the plain sum of a column's cells in those rows (which count from 1): `range`, of all from the first to the last of
 * two.
 */
export function isPlainDown(formula: string, letters: string, rows: readonly number[], range: boolean): boolean {
  const sign = range ? COLON : COMMA;
  if (formula.startsWith(BARE_HEAD))
    return (
      endOf(formula, BARE_HEAD.length, letters, rows, sign) === formula.length - 1 && formula.charCodeAt(formula.length - 1) === PARENTHESIS
    );
  if (!BLANK_SUM.test(formula)) return false;
  const end = endOf(formula, BLANK_HEAD.length, letters, rows, sign);
  return formula.charCodeAt(end) === PARENTHESIS;
}

/** Where the cells of a column end in a formula, with a sign between any two of them; -1 where other cells stand there. */
function endOf(formula: string, start: number, letters: string, rows: readonly number[], sign: number): number {
  let at = start;
  for (const row of rows) {
    if (at > start && formula.charCodeAt(at++) !== sign) return -1;
    for (let letter = 0; letter < letters.length; letter++) if (formula.charCodeAt(at++) !== letters.charCodeAt(letter)) return -1;
    if (numberAt(formula, at) !== row) return -1;
    for (let rest = row; rest >= 1; rest = Math.floor(rest / 10)) at += 1;
  }
  return at;
}
