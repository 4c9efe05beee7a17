import type { FormulaToken } from "./formula-token";

const isMinus = (token: FormulaToken | undefined): boolean => token?.kind === "other" && token.text === "-";
const isArithmetic = (token: FormulaToken | undefined): boolean => token?.kind === "other" && /^[-+*/^]$/.test(token.text);

/**
 * The pieces of a formula without pairs of minus signs behind an operator: "=2*--A1" is "=2*A1", since an operator makes numbers of what
 * stands beside it anyway. Univer 0.25.1 takes such a formula for an error, or the second sign away alone ("=1+--A1" as 1 - A1). Signs that
 * nothing stands before ("=--A1", "--(…)" in brackets) make a number of a text and stay.
 */
export function withoutSignPairs(tokens: readonly FormulaToken[]): readonly FormulaToken[] {
  const left: FormulaToken[] = [];
  let before: FormulaToken | undefined;
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined) break;
    let next = at + 1;
    while (tokens[next]?.kind === "space") next += 1;
    if (isMinus(token) && isMinus(tokens[next]) && isArithmetic(before)) {
      at = next;
      continue;
    }
    left.push(token);
    if (token.kind !== "space") before = token;
  }
  return left.length === tokens.length ? tokens : left;
}
