import { kept } from "../base";
import { formulaTokens, isLinked, referenceArea, type Area } from "../sheet";

/** Cells that a formula names; `sheet` is null for its own. */
export interface NamedArea {
  readonly sheet: string | null;
  readonly area: Area;
}

/** What a formula reckons, as far as it is of the kind that people write into tables of figures. */
export type Expression =
  | { readonly kind: "number"; readonly value: number }
  | ({ readonly kind: "cells" } & NamedArea)
  | { readonly kind: "add"; readonly terms: readonly { readonly of: Expression; readonly times: 1 | -1 }[] }
  | { readonly kind: "multiply"; readonly left: Expression; readonly right: Expression }
  | { readonly kind: "divide"; readonly left: Expression; readonly right: Expression }
  | { readonly kind: "sum"; readonly terms: readonly Expression[] }
  /** `digits` null where they do not stand there as a number. */
  | { readonly kind: "round"; readonly of: Expression; readonly digits: number | null };

/**
 * A function that no such formula has, outside of the quoted name of a sheet: told by a look, since formulas of SUMIFS are long and many.
 */
const OTHER_FUNCTION = /^[^']*\b(?!(?:SUM|ROUND|IFERROR|IF|COUNT)\()[A-Z]+\(/i;

/** So many formulas of so many sheets are kept. */
const MOST_KEPT = 5_000;
const MOST_SHEETS = 8;

/** No hand nests deeper. */
const MOST_NESTED = 50;

/**
 * A formula of plus, minus, times, by, percent, SUM and ROUND over cells and numbers, also within IFERROR and `IF(COUNT(…)=0,"",…)`. Null
 * for any other one, and for one that names another workbook: what it comes to cannot be told from its cells. `sheet`: the one that it
 * stands on.
 */
export function expressionOf(formula: string, sheet: string): Expression | null {
  return OTHER_FUNCTION.test(formula) ? null : expressions(sheet)(formula).expression;
}

/** Rules and relations ask for the same formulas in turn. */
const expressions = kept((sheet: string) => kept((formula: string) => ({ expression: parsed(formula, sheet) }), MOST_KEPT), MOST_SHEETS);

function parsed(formula: string, sheet: string): Expression | null {
  const tokens = formulaTokens(formula.replace(/^=/, "")).filter(({ kind }) => kind !== "space");
  let [at, depth] = [0, 0];
  const take = (text: string): boolean => {
    const found = tokens[at]?.text.toUpperCase() === text;
    if (found) at += 1;
    return found;
  };
  const number = (): number | null => {
    const token = tokens[at];
    if (token?.kind !== "number") return null;
    at += 1;
    return Number(token.text);
  };
  const cells = (): Expression | null => {
    const token = tokens[at];
    if (token?.kind !== "reference" || isLinked(token)) return null;
    const area = referenceArea(token.address);
    if (!area) return null;
    at += 1;
    return { kind: "cells", sheet: token.sheet === null || token.sheet.toLowerCase() === sheet.toLowerCase() ? null : token.sheet, area };
  };
  const within = (close: string, of: Expression | null): Expression | null => (of && take(close) ? of : null);
  const argument = (): Expression | null => {
    const start = at;
    const area = cells();
    if (area && (tokens[at]?.text === "," || tokens[at]?.text === ")")) return area;
    at = start;
    return sum();
  };
  const rounded = (): Expression | null => {
    const of = sum();
    if (!of || !take(",")) return null;
    const sign = take("-") ? -1 : 1;
    const digits = number();
    return digits !== null && take(")") ? { kind: "round", of, digits: sign * digits } : null;
  };
  const operand = (): Expression | null => {
    if (take("(")) return within(")", sum());
    if (take("SUM")) {
      if (!take("(")) return null;
      const terms: Expression[] = [];
      do {
        const term = argument();
        if (!term) return null;
        terms.push(term);
      } while (take(","));
      return take(")") ? { kind: "sum", terms } : null;
    }
    if (take("ROUND")) return take("(") ? rounded() : null;
    if (take("IFERROR")) {
      const of = take("(") ? sum() : null;
      return of && take(",") && (take('""') || number() !== null) && take(")") ? of : null;
    }
    if (take("IF")) return take("(") && counted() && take(",") && take('""') && take(",") ? within(")", sum()) : null;
    const value = number();
    if (value !== null) return { kind: "number", value };
    const named = cells();
    return named?.kind === "cells" && named.area.rows === 1 && named.area.cols === 1 ? named : null;
  };
  // "COUNT(C10:C14)=0", also of several lists: it keeps a sum blank and adds nothing
  const counted = (): boolean => {
    do {
      if (!take("COUNT") || !take("(")) return false;
      do if (!cells()) return false; while (take(","));
      if (!take(")")) return false;
    } while (take("+"));
    return take("=") && number() === 0;
  };
  const percent = (): Expression | null => {
    let of = operand();
    while (of && take("%")) of = { kind: "divide", left: of, right: { kind: "number", value: 100 } };
    return of;
  };
  const product = (): Expression | null => {
    let left = percent();
    for (;;) {
      const kind = left && take("*") ? "multiply" : left && take("/") ? "divide" : null;
      if (!left || kind === null) return left;
      const right = signed();
      left = right && { kind, left, right };
    }
  };
  // "=C4*-1"
  const signed = (): Expression | null => {
    if (!take("-")) return percent();
    const of = percent();
    return of && { kind: "add", terms: [{ of, times: -1 }] };
  };
  function sum(): Expression | null {
    if (++depth > MOST_NESTED) return null;
    const terms: { of: Expression; times: 1 | -1 }[] = [];
    let times: 1 | -1 = take("-") ? -1 : 1;
    if (times === 1) take("+");
    for (;;) {
      const of = product();
      if (!of) return null;
      terms.push({ of, times });
      if (take("+")) times = 1;
      else if (take("-")) times = -1;
      else break;
    }
    depth -= 1;
    const [only] = terms;
    return only && terms.length === 1 && only.times === 1 ? only.of : { kind: "add", terms };
  }
  const read = sum();
  return at === tokens.length ? read : null;
}

/** What an expression comes to over the values of cells; null where one of them is no number, or it comes to none. Blanks count as 0. */
export function valueOf(expression: Expression, cell: (row: number, col: number, sheet: string | null) => number | null): number | null {
  const of = (one: Expression): number | null => valueOf(one, cell);
  switch (expression.kind) {
    case "number":
      return expression.value;
    case "cells":
      return added(expression, cell);
    case "add":
      return total(expression.terms.map((term) => times(of(term.of), term.times)));
    case "sum":
      return total(expression.terms.map(of));
    case "multiply":
      return times(of(expression.left), of(expression.right));
    case "divide": {
      const [left, right] = [of(expression.left), of(expression.right)];
      return left === null || right === null || right === 0 ? null : left / right;
    }
    case "round": {
      const [value, digits] = [of(expression.of), expression.digits];
      if (value === null || digits === null) return null;
      const scale = 10 ** digits;
      return (Math.sign(value) * Math.round(Number((Math.abs(value) * scale).toPrecision(15)))) / scale;
    }
  }
}

/** Larger areas are the whole columns of a sheet. */
const MOST_CELLS = 100_000;

function added({ area, sheet }: NamedArea, cell: (row: number, col: number, sheet: string | null) => number | null): number | null {
  if (area.rows * area.cols > MOST_CELLS) return null;
  let sum = 0;
  for (let row = area.row; row < area.row + area.rows; row++) {
    for (let col = area.col; col < area.col + area.cols; col++) {
      const value = cell(row, col, sheet);
      if (value === null) return null;
      sum += value;
    }
  }
  return sum;
}

const times = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : a * b);

function total(terms: readonly (number | null)[]): number | null {
  let sum = 0;
  for (const term of terms) {
    if (term === null) return null;
    sum += term;
  }
  return sum;
}

/** The cells that an expression names. */
export function cellsNamed(expression: Expression): readonly NamedArea[] {
  switch (expression.kind) {
    case "number":
      return [];
    case "cells":
      return [expression];
    case "add":
      return expression.terms.flatMap(({ of }) => cellsNamed(of));
    case "sum":
      return expression.terms.flatMap(cellsNamed);
    case "round":
      return cellsNamed(expression.of);
    case "multiply":
    case "divide":
      return [...cellsNamed(expression.left), ...cellsNamed(expression.right)];
  }
}
