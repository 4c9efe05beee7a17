import type { Area, FormulaToken } from "../../sheet";
import { formulaTokens, referenceArea } from "../../sheet";

/** What evaluating a formula takes. */
export interface FormulaCost {
  /** About so many millionths of a second on an idle machine: cells that it reads, values that it makes, and its own length. */
  readonly steps: number;
  /**
   * False where it may take longer: a function whose work hangs on what its arguments come to, or each cell of an area with each of
   * another.
   */
  readonly known: boolean;
}

const STEPS_OF_FORMULA = 50;
const STEPS_OF_TOKEN = 10;
/** An area with each cell of another: beyond this it is no longer said to be known. */
const MOST_PAIRS = 2_000_000;

/** Functions that read each cell of their arguments a few times at most, whatever stands there. */
const PLAIN = new Set(
  (
    "SUM COUNT COUNTA COUNTBLANK AVERAGE MIN MAX PRODUCT SUMPRODUCT SUBTOTAL AGGREGATE MEDIAN LARGE SMALL RANK IF IFERROR IFNA IFS SWITCH CHOOSE AND OR NOT XOR TRUE FALSE " +
    "ROUND ROUNDUP ROUNDDOWN INT TRUNC ABS SIGN MOD SQRT POWER EXP LN LOG LOG10 PI CEILING FLOOR MROUND ISNUMBER ISTEXT ISBLANK ISERROR ISERR ISNA ISLOGICAL ISEVEN ISODD N T NA " +
    "LEFT RIGHT MID LEN FIND SEARCH TRIM CLEAN UPPER LOWER PROPER VALUE NUMBERVALUE TEXT CHAR CODE UNICHAR UNICODE EXACT CONCATENATE SUBSTITUTE REPLACE DATE YEAR MONTH DAY TODAY NOW " +
    "SUMIF COUNTIF AVERAGEIF SUMIFS COUNTIFS AVERAGEIFS VLOOKUP HLOOKUP LOOKUP MATCH INDEX ROW COLUMN ROWS COLUMNS TRANSPOSE"
  ).split(" "),
);

/** How many values a function makes or goes through, of the numbers that are written in it: by the places of those numbers. */
const MAKES: Readonly<Record<string, readonly number[]>> = {
  SEQUENCE: [0, 1],
  RANDARRAY: [0, 1],
  MAKEARRAY: [0, 1],
  EXPAND: [1, 2],
  MUNIT: [0, 0],
  OFFSET: [3, 4],
  REPT: [1],
  WORKDAY: [1],
  "WORKDAY.INTL": [1],
};

/** What a formula takes, made of the pieces `tokens` and reading the areas. */
export function formulaCost(tokens: readonly FormulaToken[], areas: readonly Area[]): FormulaCost {
  const sizes = areas.map(({ rows, cols }) => rows * cols).sort((a, b) => b - a);
  let steps = STEPS_OF_FORMULA + STEPS_OF_TOKEN * tokens.length + sizes.reduce((all, size) => all + size, 0);
  let known = (sizes[0] ?? 0) * (sizes[1] ?? 0) <= MOST_PAIRS;
  for (const [at, token] of tokens.entries()) {
    if (token.kind !== "function") continue;
    const name = token.name.toUpperCase();
    if (PLAIN.has(name)) continue;
    known = false;
    steps += made(name, tokens, at);
  }
  return { steps, known };
}

/** Values that a function makes as far as that is written in it. */
function made(name: string, tokens: readonly FormulaToken[], at: number): number {
  const places = MAKES[name];
  if (!places && name !== "INDIRECT") return 0;
  const written = argumentsAt(tokens, at);
  if (places) return places.reduce((all, place) => all * Math.max(1, Math.abs(constant(written[place]))), 1);
  const [text, ...rest] = written[0]?.filter(({ kind }) => kind !== "space") ?? [];
  if (rest.length > 0 || text?.kind !== "string") return 0;
  const pieces = formulaTokens(text.text.slice(1, -1).replaceAll('""', '"'));
  return pieces.reduce((all, piece) => {
    const area = piece.kind === "reference" ? referenceArea(piece.address) : null;
    return all + (area ? area.rows * area.cols : 0);
  }, 0);
}

/** The pieces of each argument of the function that stands at a place. */
function argumentsAt(tokens: readonly FormulaToken[], at: number): FormulaToken[][] {
  const written: FormulaToken[][] = [[]];
  let depth = 0;
  for (const token of tokens.slice(at + 1)) {
    if (token.text === ")" && --depth === 0) break;
    if (token.text === "(" && ++depth === 1) continue;
    if (token.text === "," && depth === 1) written.push([]);
    else written.at(-1)?.push(token);
  }
  return written;
}

/** The number that is written, powers and products of numbers among them; 1 for anything else. */
function constant(tokens: readonly FormulaToken[] | undefined): number {
  const solid = (tokens ?? []).filter(({ kind, text }) => kind !== "space" && !/^[-+()]$/.test(text));
  if (solid.length === 0 || !solid.every(({ kind, text }, i) => (i % 2 === 0 ? kind === "number" : text === "*" || text === "^"))) return 1;
  return solid.reduce(
    (all, { kind, text }, i) => (kind !== "number" ? all : solid[i - 1]?.text === "^" ? all ** Number(text) : all * Number(text)),
    1,
  );
}
