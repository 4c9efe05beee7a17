import type { FormShape, FormTotal, PlacedRule, SumCell } from "../../forms";
import { formulaTokens, isLinked, MAX_COLS, toA1, type Cell, type CellInput, type SheetSpec } from "../../sheet";
import { expressionOf, valueOf, type Expression } from "../../tables";

/** A sheet of a file with forms on it. */
export interface FormSheet {
  /** As the file has it. */
  readonly spec: SheetSpec;
  readonly file: string;
  /** The forms that stand on it, and in which rows their lines are. */
  readonly forms: readonly { readonly form: number; readonly total: FormTotal; readonly rows: readonly number[] }[];
  /** Kinds of what the file has of it and a file of ours has not. */
  readonly left: readonly string[];
}

/** What has to be known of a form that was filled in. Cells are named as "C9". */
export type FormRemark = { readonly sheet: string } & (
  /** Its title, names and signatures are those of this file. */
  | { readonly code: "base"; readonly file: string }
  | { readonly code: "left"; readonly left: readonly string[] }
  /** Numbers beside the tables, which are one unit's: taken out. */
  | { readonly code: "outside"; readonly cells: readonly string[] }
  /** Formulas that name sheets or names which are not there: the figure stands in their place. */
  | { readonly code: "foreign"; readonly cells: readonly string[] }
  /** Formulas that come to something else over sums, as of a product: the sum of what the units have stands in their place. */
  | { readonly code: "replaced"; readonly cells: readonly string[] }
  /** Formulas that add, and come to something else than what the units have there. */
  | { readonly code: "other-sum"; readonly cells: readonly string[] }
  /** Formulas that are too much to be looked through: they stay, and nobody has held them against what the units have. */
  | { readonly code: "unchecked"; readonly cells: readonly string[] }
);

/** A form with its sums. */
export interface FilledForm {
  readonly spec: SheetSpec;
  readonly remarks: readonly FormRemark[];
}

const BINARY = 1e-9;
/** Of columns with so many decimals more are no use to anybody. */
const DIGITS = 12;

const keyOf = (row: number, col: number): number => row * MAX_COLS + col;

/** Puts sums into the sheet of their forms: formulas stay where they come to the same, everything else of the sheet stays as it is. */
export function fillForm({ spec, file, forms, left }: FormSheet): FilledForm {
  const cells = spec.cells.map((row) => [...row]);
  const list = (): string[] => [];
  const told = { outside: list(), foreign: list(), replaced: list(), "other-sum": list(), unchecked: list() };
  const known = new Map<number, SumCell>();
  const lines = new Set<number>();
  for (const { total: { shape, cells: own }, rows } of forms) {
    for (const row of rows) lines.add(row);
    own.forEach((cell, place) => {
      const at = placeOn(shape, rows, place);
      if (at && shape.columns[place % shape.columns.length]?.id !== null) known.set(keyOf(at.row, at.col), cell);
    });
  }
  const valueAt = (row: number, col: number, sheet: string | null): number | null => {
    if (sheet !== null) return null;
    const cell = known.get(keyOf(row, col));
    if (cell) return cell.units === 0 ? 0 : cell.value;
    const input = spec.cells[row]?.[col] ?? null;
    return input === null || input === "" ? 0 : typeof input === "number" ? input : null;
  };
  const put = (row: number, col: number, to: CellInput): void => {
    const line = cells[row];
    if (line && col < line.length) line[col] = to;
  };
  for (const { total, rows } of forms) {
    const { shape, cells: own, common, words } = total;
    const apart = new Set(words.map(({ place }) => place));
    const products = new Set(own.flatMap(({ how, rule }) => (how === "rule" && rule?.isFactor ? rule.parts.slice(0, 1) : [])));
    own.forEach((cell, place) => {
      const at = placeOn(shape, rows, place);
      const input = at && spec.cells[at.row]?.[at.col];
      if (!at || input === undefined) return;
      const formula = typeof input === "object" && input !== null ? input.formula : null;
      if (shape.columns[place % shape.columns.length]?.id === null) {
        if (formula === null && apart.has(place)) put(at.row, at.col, common.get(place) ?? null);
        return;
      }
      const name = toA1(at);
      const figure = (): CellInput =>
        cell.rule && cell.how === "rule" ? { formula: ruleFormula(cell.rule, shape, rows) } : rounded(cell.value);
      if (formula === null) {
        // a mark that belongs to the form, such as "x"
        if (typeof input !== "string" || input === "" || cell.units > 0) put(at.row, at.col, figure());
        return;
      }
      if (!staysAtHome(formula, spec.name)) {
        told.foreign.push(name);
        return put(at.row, at.col, figure());
      }
      const expression = expressionOf(unguarded(formula), spec.name);
      const computed = expression && valueOf(expression, valueAt);
      if (cell.units === 0) return;
      if (products.has(place)) {
        told.replaced.push(name);
        return put(at.row, at.col, figure());
      }
      if (cell.how === "not-added") {
        if (!expression || !divides(expression)) put(at.row, at.col, null);
        return;
      }
      if (cell.value === null) return;
      if (!expression || computed === null) return void told.unchecked.push(name);
      if (Math.abs(computed - cell.value) <= BINARY * Math.max(1, Math.abs(cell.value))) return;
      if (adds(expression)) return void told["other-sum"].push(name);
      if (cell.how === "rule" && divides(expression)) return;
      told.replaced.push(name);
      put(at.row, at.col, figure());
    });
  }
  const first = Math.min(...lines);
  cells.forEach((line, row) => {
    if (row < first || lines.has(row)) return;
    line.forEach((input, col) => {
      const isFormula = typeof input === "object" && input !== null;
      if (typeof input === "number") told.outside.push(toA1({ row, col }));
      else if (isFormula && !staysAtHome(input.formula, spec.name)) told.foreign.push(toA1({ row, col }));
      else return;
      line[col] = null;
    });
  });
  const listed = (["outside", "foreign", "replaced", "other-sum", "unchecked"] as const).flatMap((code): FormRemark[] =>
    told[code].length > 0 ? [{ code, sheet: spec.name, cells: told[code] }] : [],
  );
  // who gets the sums has to put in the name of the unit, and has no password
  const { isProtected, passwordVerifier: _, ...open } = spec;
  const lost = isProtected && !left.includes("protection") ? [...left, "protection"] : left;
  return {
    spec: { ...open, cells, names: [] },
    remarks: [
      { code: "base", sheet: spec.name, file }, ...listed,
      ...(lost.length > 0 ? [{ code: "left" as const, sheet: spec.name, left: lost }] : []),
    ],
  };
}

/** "=IF(E6=0,"",F6/E6)" and the like without what keeps them from dividing by nothing. */
function unguarded(formula: string): string {
  const found =
    /^=IF\([^,()]+=0,(?:""|0),(.+)\)$/i.exec(formula) ??
    /^=IF\([^,()]+<>0,(.+),(?:""|0)\)$/i.exec(formula) ??
    /^=IF\(ISERR(?:OR)?\([^()]+\),(?:""|0),(.+)\)$/i.exec(formula);
  return found ? `=${found[1] ?? ""}` : formula;
}

/** Where a place of a form stands on its sheet. */
function placeOn({ columns }: FormShape, rows: readonly number[], place: number): Cell | null {
  const [row, col] = [rows[Math.floor(place / columns.length)], columns[place % columns.length]?.col];
  return row === undefined || col === undefined ? null : { row, col };
}

function rounded(value: number | null): number | null {
  return value === null ? null : Number(value.toPrecision(DIGITS + 3));
}

/** A rule as a formula of its cells. */
function ruleFormula({ op, parts, factor, growth, added }: PlacedRule, shape: FormShape, rows: readonly number[]): string {
  const cells = parts.flatMap((part) => {
    const at = placeOn(shape, rows, part);
    return at ? [toA1(at)] : [];
  });
  const [first = "", second = ""] = cells;
  if (op === "difference") return `=${cells.map((cell, at) => (at === 0 ? cell : `${at < added ? "+" : "-"}${cell}`)).join("")}`;
  const above = growth ? `(${first}-${second})` : first;
  return `=IF(${second}=0,"",${above}/${second}${factor === 1 ? "" : factor < 1 ? `/${1 / factor}` : `*${factor}`})`;
}

/** Whether a formula names cells of its own sheet and nothing else: no other sheet or workbook, no name. */
function staysAtHome(formula: string, sheet: string): boolean {
  return formulaTokens(formula.replace(/^=/, "")).every((token) => {
    if (token.kind === "structured") return false;
    if (token.kind === "name") return /^(?:true|false)$/i.test(token.name);
    return token.kind !== "reference" || (!isLinked(token) && (token.sheet === null || token.sheet.toLowerCase() === sheet.toLowerCase()));
  });
}

/** Whether it adds cells, and nothing else. */
function adds(expression: Expression): boolean {
  switch (expression.kind) {
    case "cells":
      return true;
    case "number":
      return false;
    case "add":
      return expression.terms.every(({ of }) => adds(of));
    case "sum":
      return expression.terms.every(adds);
    case "round":
      return adds(expression.of);
    case "multiply":
    case "divide":
      return false;
  }
}

/** Whether it divides by cells: a ratio of sums. */
function divides(expression: Expression): boolean {
  switch (expression.kind) {
    case "cells":
    case "number":
      return false;
    case "add":
      return expression.terms.some(({ of }) => divides(of));
    case "sum":
      return expression.terms.some(divides);
    case "round":
      return divides(expression.of);
    case "multiply":
      return divides(expression.left) || divides(expression.right);
    case "divide":
      return expression.right.kind !== "number" || divides(expression.left);
  }
}
