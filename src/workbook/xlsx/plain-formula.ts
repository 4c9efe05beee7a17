import { kept } from "../../base";
import { formulaTokens, isLinked, referenceArea, parseAreaA1, readPlainSum, type Area } from "../../sheet";

/** Cells that a formula names; `sheet` in lower case, null for its own. */
export interface PlainArea {
  readonly sheet: string | null;
  readonly area: Area;
}

export type Tally = "SUM" | "AVERAGE" | "COUNT" | "MIN" | "MAX";

/** What a formula of cells, numbers and plain arithmetic asks for. */
export type PlainFormula =
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "cell"; readonly at: PlainArea }
  | { readonly kind: "tally"; readonly name: Tally; readonly of: readonly (PlainArea | PlainFormula)[] }
  /** `IF(COUNT(…)=0,"",…)`: blank while none of the cells is a number. */
  | { readonly kind: "unless-blank"; readonly counted: readonly PlainArea[]; readonly of: PlainFormula }
  | { readonly kind: "negative"; readonly of: PlainFormula }
  /** From left to right. */
  | { readonly kind: "chain"; readonly first: PlainFormula; readonly steps: readonly Step[] };

export interface Step {
  readonly sign: Sign;
  readonly of: PlainFormula;
}

export type Sign = "+" | "-" | "*" | "/";

/** Tallies of more cells than this are left to the engine, as is what no hand nests as deep. */
const MOST_CELLS = 20_000;
const MOST_NESTED = 50;

const CORNERS = /^\$?[A-Z]{1,3}\$?[1-9]\d*(?::\$?[A-Z]{1,3}\$?[1-9]\d*)?$/;
/** A function of another kind, told by a look: such formulas are long and many. */
const OTHER_FUNCTION = /^[^'"]*\b(?!(?:SUM|AVERAGE|COUNT|MIN|MAX|IF)\()[A-Z][A-Z0-9.]*\(/i;
const TALLIES: ReadonlySet<string> = new Set<Tally>(["SUM", "AVERAGE", "COUNT", "MIN", "MAX"]);

const known = kept((text: string) => ({ formula: asSum(text) ?? parsed(text) }), 5_000);

/**
 * A formula of plus, minus, times, by, percent, SUM, AVERAGE, COUNT, MIN and MAX over cells of the workbook, also within
 * `IF(COUNT(…)=0,"",…)`; null for any other one.
 */
export function plainFormula(text: string): PlainFormula | null {
  return known(text).formula;
}

/** The sums of tables of ours, of which a province has very many. */
function asSum(text: string): PlainFormula | null {
  const sum = readPlainSum(text);
  const parts = sum?.cells.split(",");
  if (!parts?.every((part) => CORNERS.test(part))) return null;
  const of = parts.flatMap((part): PlainArea[] => {
    const area = parseAreaA1(part.replaceAll("$", ""));
    return area ? [{ sheet: null, area }] : [];
  });
  const tally: PlainFormula = { kind: "tally", name: "SUM", of };
  if (of.length < parts.length || isLong(of)) return null;
  return sum?.keepBlank ? { kind: "unless-blank", counted: of, of: tally } : tally;
}

function isLong(of: readonly (PlainArea | PlainFormula)[]): boolean {
  return of.reduce((all, one) => all + ("area" in one ? one.area.rows * one.area.cols : 1), 0) > MOST_CELLS;
}

function parsed(text: string): PlainFormula | null {
  if (OTHER_FUNCTION.test(text)) return null;
  const tokens = formulaTokens(text.slice(1)).filter(({ kind }) => kind !== "space");
  let [at, depth] = [0, 0];
  const take = (...signs: readonly string[]): string | null => {
    const token = tokens[at];
    const sign = token && token.kind !== "string" ? signs.find((one) => one === token.text.toUpperCase()) : undefined;
    if (sign !== undefined) at += 1;
    return sign ?? null;
  };
  const cells = (): PlainArea | null => {
    const token = tokens[at];
    if (token?.kind !== "reference" || isLinked(token)) return null;
    const area = referenceArea(token.address);
    if (!area) return null;
    at += 1;
    return { sheet: token.sheet?.toLowerCase() ?? null, area };
  };
  const argument = (): PlainArea | PlainFormula | null => {
    const from = at;
    const named = cells();
    if (named && (tokens[at]?.text === "," || tokens[at]?.text === ")")) return named;
    at = from;
    return sum();
  };
  const list = <T>(one: () => T | null): T[] | null => {
    if (!take("(")) return null;
    const all: T[] = [];
    do {
      const next = one();
      if (!next) return null;
      all.push(next);
    } while (take(","));
    return take(")") ? all : null;
  };
  const unlessBlank = (): PlainFormula | null => {
    if (!take("(") || !take("COUNT")) return null;
    const counted = list(cells);
    if (!counted || isLong(counted) || !take("=") || !take("0") || !take(",") || tokens[at]?.text !== '""') return null;
    at += 1;
    const of = take(",") ? sum() : null;
    return of && take(")") ? { kind: "unless-blank", counted, of } : null;
  };
  const operand = (): PlainFormula | null => {
    const token = tokens[at];
    if (token?.kind === "number") {
      at += 1;
      return { kind: "number", value: Number(token.text) };
    }
    if (token?.kind === "function" && TALLIES.has(token.name.toUpperCase())) {
      at += 1;
      const of = list(argument);
      return of && !isLong(of) ? { kind: "tally", name: token.name.toUpperCase() as Tally, of } : null;
    }
    if (take("(")) {
      const of = sum();
      return of && take(")") ? of : null;
    }
    const named = cells();
    return named && named.area.rows * named.area.cols === 1 ? { kind: "cell", at: named } : null;
  };
  const signed = (): PlainFormula | null => {
    let negative = 0;
    for (let sign = take("+", "-"); sign; sign = take("+", "-")) if (sign === "-") negative += 1;
    const of = operand();
    const hundredths: Step[] = [];
    while (take("%")) hundredths.push({ sign: "/", of: { kind: "number", value: 100 } });
    if (!of || negative > MOST_NESTED) return null;
    let signedOne: PlainFormula = hundredths.length > 0 ? { kind: "chain", first: of, steps: hundredths } : of;
    for (let left = negative; left > 0; left--) signedOne = { kind: "negative", of: signedOne };
    return signedOne;
  };
  const chain = (one: () => PlainFormula | null, ...signs: readonly Sign[]): PlainFormula | null => {
    const first = one();
    const steps: Step[] = [];
    for (let sign = first && take(...signs); sign; sign = take(...signs)) {
      const of = one();
      if (!of) return null;
      steps.push({ sign: sign as Sign, of });
    }
    return first && steps.length > 0 ? { kind: "chain", first, steps } : first;
  };
  const sum = (): PlainFormula | null => {
    if (++depth > MOST_NESTED) return null;
    const of = chain(() => chain(signed, "*", "/"), "+", "-");
    depth -= 1;
    return of;
  };
  const formula = take("IF") ? unlessBlank() : sum();
  return at === tokens.length ? formula : null;
}
