import { kept } from "../base";
import { formulaTokens, isLinked, referenceArea, type Area } from "../sheet";

/** Functions that come to the same whenever they are given the same numbers. */
const OF_NUMBERS = /^(?:SUM|PRODUCT|AVERAGE|MIN|MAX|ROUND|ROUNDUP|ROUNDDOWN|MROUND|INT|TRUNC|ABS|SQRT|POWER|MOD)$/i;

/** A formula over other cells; "=39000+705" and "=ROUND(39704.6,0)" are of plain numbers and as good as typed. */
export function isOverCells(formula: string): boolean {
  return hasReference(formula) || (/\p{L}/u.test(formula) && !isOfNumbers(formula));
}

/**
 * Whether letters with a number after them stand in a formula, as in "C9" and "$C$9" and not as in "1E3": sign by sign, since it is asked
 * of every formula.
 */
function hasReference(formula: string): boolean {
  let from = 1;
  for (let at = from; at < formula.length; at++) {
    if (!isDigit(formula.charCodeAt(at))) continue;
    const before = formula.charCodeAt(at - 1) === DOLLAR ? at - 2 : at - 1;
    if (before >= from && isLetter(formula.charCodeAt(before))) return true;
    // a number, with its exponent
    for (let code = formula.charCodeAt(at); isDigit(code) || isLetter(code) || code === DOT; ) code = formula.charCodeAt(++at);
    from = at;
  }
  return false;
}

const [DOLLAR, DOT] = [36, 46];
const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isLetter = (code: number): boolean => (code | 32) >= 97 && (code | 32) <= 122;

/** Nearly all formulas name cells and are told by a look; of the others there are few. */
const isOfNumbers = kept((formula: string): boolean => {
  const tokens = formulaTokens(formula.replace(/^=/, ""));
  const isPlain = tokens.every(
    (token) =>
      token.kind === "number" ||
      token.kind === "space" ||
      (token.kind === "other" && /[-+*/^%(),]/.test(token.text)) ||
      (token.kind === "function" && OF_NUMBERS.test(token.name)),
  );
  return isPlain && tokens.some(({ kind }) => kind === "number");
});

/** A formula whose value follows from the cells of this workbook. One that names another states an amount as a hand does. */
export function isComputedHere(formula: string): boolean {
  return isOverCells(formula) && !isFromElsewhere(formula);
}

/** A formula that names another workbook. */
export function isFromElsewhere(formula: string | null): boolean {
  // nearly no formula names a sheet at all
  return formula !== null && formula.includes("!") && /\[|\.xl/i.test(formula) && formulaTokens(formula.replace(/^=/, "")).some(isLinked);
}

/** The cells that a formula names. */
export interface NamedCells {
  /** Of its own sheet. */
  readonly areas: readonly Area[];
  /** Whether it names another workbook, whose cells follow from none of this one. */
  readonly linked: boolean;
}

/** `sheet`: the one on which the formula stands. */
export function namedCells(formula: string, sheet: string): NamedCells {
  const areas: Area[] = [];
  const tokens = formulaTokens(formula.replace(/^=/, ""));
  const linked = tokens.some(isLinked);
  for (const token of tokens) {
    if (token.kind !== "reference") continue;
    const area =
      (token.sheet === null || token.sheet.toLowerCase() === sheet.toLowerCase()) && !linked ? referenceArea(token.address) : null;
    if (area) areas.push(area);
  }
  return { areas, linked };
}
