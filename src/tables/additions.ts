import type { Area } from "../sheet";
import { expressionOf, type Expression, type NamedArea } from "./expressions";

/** Cells that are added; `times` -1: subtracted. */
export interface AddedArea extends NamedArea {
  readonly times: number;
}

/** What a formula adds up, where it does nothing else: cells of any sheet, and the numbers typed into it, with their signs. */
export interface AnyAddition {
  readonly terms: readonly AddedArea[];
  readonly numbers: readonly number[];
}

/** What a formula adds up of its own sheet, and the sum of the numbers typed into it. */
export interface Addition {
  readonly terms: readonly { readonly area: Area; readonly times: number }[];
  readonly constant: number;
}

/**
 * A formula of SUM, plus and minus over cells of its own sheet, also within ROUND, IFERROR and `IF(COUNT(…)=0,"",…)`. Null for any
 * other formula: what it comes to cannot be told from its cells.
 */
export function additionOf(formula: string, sheet: string): Addition | null {
  const expression = expressionOf(formula, sheet);
  const added = expression && addedIn(expression);
  if (!added || added.terms.some((term) => term.sheet !== null)) return null;
  return { terms: added.terms.map(({ area, times }) => ({ area, times })), constant: added.numbers.reduce((sum, one) => sum + one, 0) };
}

/** What an expression adds up; null where it does anything else. */
export function addedIn(expression: Expression): AnyAddition | null {
  const found = { terms: new Array<AddedArea>(), numbers: new Array<number>() };
  const add = (one: Expression, times: number): boolean => {
    switch (one.kind) {
      case "number":
        found.numbers.push(times * one.value);
        return true;
      case "cells":
        found.terms.push({ sheet: one.sheet, area: one.area, times });
        return true;
      case "add":
        return one.terms.every((term) => add(term.of, times * term.times));
      case "sum":
        return one.terms.every((term) => add(term, times));
      case "round":
        return add(one.of, times);
      case "multiply":
      case "divide":
        return false;
    }
  };
  return add(expression, 1) ? found : null;
}
