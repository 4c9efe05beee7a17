import { formulaTokens, shownFormula, type FormulaToken } from "./formula-tokens";
import { isCellError, type CellValue } from "./snapshot";
import type { CellInput } from "./spec";

/** A cell as it stands: `value` what its formula came to, where it has one. */
export interface CellState {
  readonly value: CellValue;
  readonly formula: string | null;
}

export function sameValue(a: CellValue, b: CellValue): boolean {
  if (isCellError(a) || isCellError(b)) return isCellError(a) && isCellError(b) && a.error === b.error;
  return a === b;
}

/**
 * True for formulas that say the same: Excel spells what was written its own way (quotes round a sheet's name, capitals, blanks, zeros of a
 * number).
 */
export function sameFormula(a: string, b: string): boolean {
  return a === b || spelling(a) === spelling(b);
}

function spelling(formula: string): string {
  return formulaTokens(shownFormula(formula)).flatMap(tokenSpelling).join(" ");
}

function tokenSpelling(token: FormulaToken): string[] {
  const folded = (text: string): string => text.normalize("NFC").toLocaleLowerCase("vi");
  const on = (sheet: string | null): string => (sheet === null ? "" : `${folded(sheet)}!`);
  switch (token.kind) {
    case "space":
      return [];
    case "reference":
      return [on(token.sheet) + token.address.toUpperCase()];
    case "name":
      return [on(token.sheet) + folded(token.name)];
    case "function":
      return [folded(token.name)];
    case "number":
      return [String(Number(token.text))];
    default:
      return [token.text];
  }
}

/** Whether nobody has changed a cell: the formula counts where there is one, since what it comes to may change by itself. */
export function sameState(a: CellState, b: CellState): boolean {
  return a.formula === null || b.formula === null
    ? a.formula === b.formula && sameValue(a.value, b.value)
    : sameFormula(a.formula, b.formula);
}

/** A cell as it stands right after the input was written; what a formula comes to is not known then. */
export function stateOf(input: CellInput): CellState {
  if (typeof input === "object" && input !== null) return { value: null, formula: input.formula };
  return { value: input === "" ? null : input, formula: null };
}
