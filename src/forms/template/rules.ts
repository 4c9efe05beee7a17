import { expressionOf, type Expression } from "../../tables";
import type { RuleByPlaces } from "./placed-rules";

type Place = { readonly row: number; readonly col: number };

/** What a formula says of cells, where it is a rule. */
interface Said {
  readonly op: RuleByPlaces["op"];
  readonly parts: readonly Place[];
  readonly added?: number;
  readonly factor?: number;
  readonly growth?: true;
}

/**
 * The rules that the formulas of a table hold: totals of lines within a column, and of columns within a line, each with the columns
 * (lines) that it holds in. `rows` and `cols` are those of its lines and of all its columns; `numbers`: places of columns of numbers,
 * `figures` of those that are no shares.
 */
export function rulesIn(
  {
    rows,
    cols,
    numbers,
    figures,
  }: {
    readonly rows: readonly number[];
    readonly cols: readonly number[];
    readonly numbers: readonly number[];
    readonly figures: readonly number[];
  },
  formulaAt: (row: number, col: number) => string | null,
  sheet: string,
): RuleByPlaces[] {
  const lineOf = new Map(rows.map((row, at) => [row, at]));
  const columnOf = new Map(cols.map((col, at) => [col, at]));
  const found = new Map<string, { readonly rule: RuleByPlaces; readonly in: number[] }>();
  for (const [line, row] of rows.entries()) {
    for (const column of numbers) {
      const formula = formulaAt(row, cols[column] ?? -1);
      const expression = formula === null ? null : expressionOf(formula, sheet);
      const said = expression && saidBy(expression);
      if (!said || said.parts.length === 0) continue;
      const isColumn = said.parts.every((part) => columnOf.get(part.col) === column && lineOf.has(part.row));
      const isRow = said.parts.every((part) => part.row === row && columnOf.has(part.col));
      if (isColumn === isRow) continue;
      const parts = said.parts.map((part) => (isColumn ? lineOf.get(part.row) : columnOf.get(part.col)) ?? -1);
      const rule: RuleByPlaces = {
        axis: isColumn ? "column" : "row",
        op: said.op,
        total: isColumn ? line : column,
        parts,
        ...(said.added === undefined ? {} : { added: said.added }),
        ...(said.factor === undefined || said.factor === 1 ? {} : { factor: said.factor }),
        ...(said.growth ? { growth: true as const } : {}),
      };
      const key = JSON.stringify(rule);
      const known = found.get(key);
      if (known) known.in.push(isColumn ? column : line);
      else found.set(key, { rule, in: [isColumn ? column : line] });
    }
  }
  return [...found.values()].map(({ rule, in: where }) => {
    const all = rule.axis === "column" ? figures : rows.map((_, line) => line);
    return where.length === all.length && where.every((place, at) => place === all[at]) ? rule : { ...rule, in: where };
  });
}

/** Of a sum of areas so many cells are taken. */
const MOST_PARTS = 20_000;

function saidBy(expression: Expression): Said | null {
  const sum = added(expression);
  if (sum) {
    const [plus, minus] = [sum.filter(({ times }) => times === 1), sum.filter(({ times }) => times === -1)];
    if (minus.length === 0) return { op: "sum", parts: plus.map(({ at }) => at) };
    const parts = [...plus, ...minus].map(({ at }) => at);
    return plus.length === 0 ? null : { op: "difference", parts, ...(plus.length > 1 ? { added: plus.length } : {}) };
  }
  return ratio(expression) ?? product(expression);
}

/** Cells that are added and taken away; null where anything else is done. */
function added(expression: Expression): { readonly at: Place; readonly times: 1 | -1 }[] | null {
  switch (expression.kind) {
    case "cells": {
      const {
        area: { row, col, rows, cols },
        sheet,
      } = expression;
      if (sheet !== null || rows * cols > MOST_PARTS) return null;
      return Array.from({ length: rows * cols }, (_, at) => ({
        at: { row: row + Math.floor(at / cols), col: col + (at % cols) },
        times: 1 as const,
      }));
    }
    case "sum": {
      const terms = expression.terms.map(added);
      return terms.every((term) => term !== null) ? terms.flat() : null;
    }
    case "add": {
      const terms = expression.terms.map(
        ({ of, times }) => added(of)?.map((one) => ({ at: one.at, times: (one.times * times) as 1 | -1 })) ?? null,
      );
      return terms.every((term) => term !== null) ? terms.flat() : null;
    }
    case "round":
      return added(expression.of);
    default:
      return null;
  }
}

function one(expression: Expression): Place | null {
  return expression.kind === "cells" && expression.sheet === null && expression.area.rows * expression.area.cols === 1
    ? { row: expression.area.row, col: expression.area.col }
    : null;
}

/** "a/b", "a/b*100", "(a/b-1)*100". */
function ratio(expression: Expression): Said | null {
  if (expression.kind === "round") return ratio(expression.of);
  if (expression.kind === "multiply" && expression.right.kind === "number") {
    const share = ratio(expression.left);
    return share && { ...share, factor: (share.factor ?? 1) * expression.right.value };
  }
  if (expression.kind === "add") {
    const [of, less] = expression.terms;
    const share = of?.times === 1 && less?.times === -1 && less.of.kind === "number" && less.of.value === 1 ? ratio(of.of) : null;
    return expression.terms.length === 2 && share ? { ...share, growth: true } : null;
  }
  if (expression.kind !== "divide") return null;
  const [left, right] = [one(expression.left), one(expression.right)];
  return left && right ? { op: "ratio", parts: [left, right] } : null;
}

function product(expression: Expression): Said | null {
  const factors = (part: Expression): Place[] | null => {
    if (part.kind !== "multiply") {
      const cell = one(part);
      return cell && [cell];
    }
    const [left, right] = [factors(part.left), factors(part.right)];
    return left && right && [...left, ...right];
  };
  const parts = factors(expression.kind === "round" ? expression.of : expression);
  return parts && parts.length > 1 ? { op: "product", parts } : null;
}
