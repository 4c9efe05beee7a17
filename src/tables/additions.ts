import { formulaTokens, referenceArea, type Area } from "../sheet";

/** What a formula adds up, where it does nothing else: cells, each area with how often (-1: subtracted), and numbers typed into it. */
export interface Addition {
  readonly terms: readonly { readonly area: Area; readonly times: number }[];
  readonly constant: number;
}

/**
 * A function that no addition has, outside of the quoted name of a sheet: told by a look, since such formulas (SUMIFS) are long and many.
 */
const OTHER_FUNCTION = /^[^']*\b(?!(?:SUM|ROUND|IFERROR|IF|COUNT)\()[A-Z]+\(/i;

/**
 * A formula of SUM, plus and minus over cells of its own sheet, also within ROUND, IFERROR and `IF(COUNT(…)=0,"",…)`. Null for any
 * other formula: what it comes to cannot be told from its cells.
 */
export function additionOf(formula: string, sheet: string): Addition | null {
  if (OTHER_FUNCTION.test(formula)) return null;
  const tokens = formulaTokens(formula.replace(/^=/, "")).filter(({ kind }) => kind !== "space");
  const terms: { area: Area; times: number }[] = [];
  let constant = 0;
  let at = 0;

  const take = (text: string): boolean => {
    const found = tokens[at]?.text.toUpperCase() === text;
    if (found) at += 1;
    return found;
  };
  const reference = (): Area | null => {
    const token = tokens[at];
    if (token?.kind !== "reference" || (token.sheet !== null && token.sheet !== sheet)) return null;
    const area = referenceArea(token.address);
    if (area) at += 1;
    return area;
  };
  const number = (): number | null => {
    const token = tokens[at];
    if (token?.kind !== "number") return null;
    at += 1;
    return Number(token.text);
  };

  const argument = (times: number): boolean => {
    const start = at;
    const area = reference();
    if (area && (tokens[at]?.text === "," || tokens[at]?.text === ")")) {
      terms.push({ area, times });
      return true;
    }
    at = start;
    return sum(times);
  };
  const term = (times: number): boolean => {
    if (take("(")) return sum(times) && take(")");
    if (take("SUM")) {
      if (!take("(")) return false;
      do if (!argument(times)) return false; while (take(","));
      return take(")");
    }
    if (take("ROUND")) return take("(") && sum(times) && take(",") && number() !== null && take(")");
    if (take("IFERROR")) return take("(") && sum(times) && take(",") && (take('""') || number() !== null) && take(")");
    if (take("IF")) return take("(") && counted() && take(",") && take('""') && take(",") && sum(times) && take(")");
    const typed = number();
    if (typed !== null) {
      constant += times * typed;
      return true;
    }
    const area = reference();
    if (area?.rows !== 1 || area.cols !== 1) return false;
    terms.push({ area, times });
    return true;
  };
  // "COUNT(C10:C14)=0", also of several lists: it keeps a sum blank and adds nothing
  const counted = (): boolean => {
    do {
      if (!take("COUNT") || !take("(")) return false;
      do if (!reference()) return false; while (take(","));
      if (!take(")")) return false;
    } while (take("+"));
    return take("=") && number() === 0;
  };
  function sum(times: number): boolean {
    let sign = take("-") ? -1 : 1;
    if (sign === 1) take("+");
    for (;;) {
      if (!term(times * sign)) return false;
      if (take("+")) sign = 1;
      else if (take("-")) sign = -1;
      else return true;
    }
  }
  return sum(1) && at === tokens.length ? { terms, constant } : null;
}
