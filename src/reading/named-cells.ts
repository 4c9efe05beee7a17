import { formulaTokens, referenceArea, type Area } from "../sheet";
import { kept } from "./kept";

/** "C9", "$C$9" and "AB12"; not the exponent of "1E3". */
const REFERENCE = /(?<![\p{L}\d.])\$?[A-Za-z]{1,3}\$?\d/u;

/** Functions that come to the same whenever they are given the same numbers. */
const OF_NUMBERS = /^(?:SUM|PRODUCT|AVERAGE|MIN|MAX|ROUND|ROUNDUP|ROUNDDOWN|MROUND|INT|TRUNC|ABS|SQRT|POWER|MOD)$/i;

/** Functions that find their cells by themselves. */
const FINDING = /^(?:OFFSET|INDIRECT)$/i;

/** A formula over other cells; "=39000+705" and "=ROUND(39704.6,0)" are of plain numbers and as good as typed. */
export function isOverCells(formula: string): boolean {
  return REFERENCE.test(formula) || (/\p{L}/u.test(formula) && !isOfNumbers(formula));
}

/** Nearly all formulas name cells and are told by a look; of the others there are few. */
const isOfNumbers = kept((formula: string): boolean => {
  const tokens = formulaTokens(formula.replace(/^=/, ""));
  const isPlain = tokens.every((token) => token.kind === "number" || token.kind === "space" || (token.kind === "other" && /[-+*/^%(),]/.test(token.text)) || (token.kind === "function" && OF_NUMBERS.test(token.name)));
  return isPlain && tokens.some(({ kind }) => kind === "number");
});

/** The cells that a formula names. */
export interface NamedCells {
  /** Of its own sheet. */
  readonly areas: readonly Area[];
  /** Whether it also names what is not told here: other sheets, names, tables, functions that find their cells. */
  readonly others: boolean;
  /** Whether it names another workbook, whose cells follow from none of this one. */
  readonly linked: boolean;
}

/** `sheet`: the one on which the formula stands. */
export function namedCells(formula: string, sheet: string): NamedCells {
  const areas: Area[] = [];
  const linked = /\[\d+\]|\[[^[\]]*\.xl/i.test(formula);
  let others = false;
  for (const token of formulaTokens(formula.replace(/^=/, ""))) {
    if (token.kind === "name" || (token.kind === "function" && FINDING.test(token.name))) others = true;
    if (token.kind !== "reference") continue;
    const area = (token.sheet === null || token.sheet.toLowerCase() === sheet.toLowerCase()) && !linked ? referenceArea(token.address) : null;
    if (area) areas.push(area);
    else others = true;
  }
  return { areas, others, linked };
}
