import { kept } from "../base";
import type { BalanceCell, BalanceOptions, Equation } from "./types";
import { absolute, keptDecimals, MAX_DECIMALS, toUnits } from "./arithmetic";
import { areExact, roundingOf, shownDecimals } from "./rounding";

/** A cell (by index) and its coefficient. */
export interface Term {
  readonly cell: number;
  readonly coefficient: number;
}

/** An equation that is a check, with its terms by index. */
export interface Check {
  readonly id: string;
  readonly op: "=" | "<=";
  readonly terms: readonly Term[];
  /** The left side and what it may be off by, in units of 10^-(scale + coefficientScale). */
  readonly residual: bigint;
  readonly tolerance: bigint;
  /** What it may be off by where its amounts are rounded ones; the tolerance where they are not. */
  readonly slack: bigint;
}

/** The cells and the equations that can be judged, indexed. What costs is worked out when it is asked for. */
export interface Sums {
  readonly cells: readonly BalanceCell[];
  /** Decimals of the unit in which values are counted, and of that in which coefficients are. */
  readonly scale: number;
  readonly coefficientScale: number;
  /** Checks that fail, by index of their equation. */
  readonly failing: readonly number[];
  /** Checks that are off by no more than the rounding of their amounts. */
  readonly rounded: readonly number[];
  readonly equations: readonly Equation[];
  /** No amount is larger than this; Infinity where nothing is known. */
  readonly most: number;
  indexOf(cell: string): number;
  value(cell: number): bigint;
  coefficient(coefficient: number): bigint;
  check(equation: number): Check;
  terms(equation: Equation): Term[];
}

/** The share of the amounts that binary arithmetic may have lost: well above its 2^-52 for each step of a long sum. */
const NOISE = 2 ** -46;

/** A look at an equation in binary numbers: enough where they are whole, or where the tolerance is far off. */
function glance(
  { op, terms }: Equation, tolerance: number, index: ReadonlyMap<string, number>, cells: readonly BalanceCell[],
): "holds" | "fails" | "unsure" | "unjudged" {
  let [sum, size, whole] = [0, 0, true];
  for (const { cell, coefficient } of terms) {
    const value = cells[index.get(cell) ?? -1]?.value;
    if (value === undefined || !Number.isFinite(coefficient)) return "unjudged";
    const product = value * coefficient;
    whole &&= Number.isInteger(value) && Number.isInteger(coefficient);
    sum += product;
    size += Math.abs(product);
  }
  if (!Number.isFinite(size)) return "unjudged";
  const over = op === "=" ? Math.abs(sum) : sum;
  if (whole && size <= Number.MAX_SAFE_INTEGER) return over <= tolerance ? "holds" : "fails";
  return over + size * NOISE <= tolerance ? "holds" : "unsure";
}

/**
 * Indexes cells and equations and tells which checks fail. An equation with a cell that is not among `cells`, or with a number
 * that is not finite, cannot be judged and is left out: a blank is not a zero.
 */
export function sumsOf(
  cells: readonly BalanceCell[], equations: readonly Equation[], { rounding = false, most = Infinity }: BalanceOptions = {},
): Sums {
  const index = new Map<string, number>();
  cells.forEach(({ id, value }, i) => {
    if (Number.isFinite(value)) index.set(id, i);
  });
  const looks = equations.map((equation) =>
    equation.tolerance >= 0 && Number.isFinite(equation.tolerance) ? glance(equation, equation.tolerance, index, cells) : "unjudged",
  );
  const judged = equations.filter((_, i) => looks[i] !== "unjudged");
  const judgedLooks = looks.filter((look) => look !== "unjudged");
  const isCheck = (i: number) => judged[i]?.definition !== true;
  const open = judgedLooks.flatMap((look, i) => (look !== "holds" && isCheck(i) ? [i] : []));

  let scale = 0;
  let coefficientScale = 0;
  if (open.length > 0) {
    for (const cell of cells) if (Number.isFinite(cell.value)) scale = Math.max(scale, keptDecimals(cell.value), shownDecimals(cell));
    for (const { terms, tolerance } of judged) {
      coefficientScale = Math.max(coefficientScale, Math.min(MAX_DECIMALS, keptDecimals(tolerance)) - scale);
      for (const { coefficient } of terms) coefficientScale = Math.max(coefficientScale, keptDecimals(coefficient));
    }
  }
  const indexOf = (cell: string) => index.get(cell) ?? -1;
  const value = kept((cell: number) => toUnits(cells[cell]?.value ?? 0, scale), Infinity);
  const coefficient = kept((number: number) => toUnits(number, coefficientScale), Infinity);
  const terms = (equation: Equation) => equation.terms.map((term) => ({ cell: indexOf(term.cell), coefficient: term.coefficient }));
  const checked = (i: number, rounded: boolean): Check => {
    const equation = judged[i];
    if (!equation) throw new RangeError(`equation ${i}`);
    const own = terms(equation);
    const tolerance = toUnits(Math.min(Number.MAX_VALUE, equation.tolerance + formulaNoise(own, cells)), scale + coefficientScale);
    const slack =
      rounded && equation.definition !== true
        ? wholeUnits(roundingOf(equation, own.map(({ cell }) => cells[cell])), scale + coefficientScale)
        : 0n;
    return {
      id: equation.id,
      op: equation.op,
      terms: own,
      residual: own.reduce((sum, term) => sum + coefficient(term.coefficient) * value(term.cell), 0n),
      tolerance,
      slack: slack > tolerance ? slack : tolerance,
    };
  };
  const asRounded = kept((i: number) => checked(i, rounding !== false), Infinity);
  const off = open.filter((i) => judgedLooks[i] === "fails" || over(asRounded(i)) > asRounded(i).tolerance);
  const within = off.filter((i) => over(asRounded(i)) <= asRounded(i).slack);
  const isOff = new Set(off);
  const exact = rounding === "where likely" && within.length > 0 && areExact(
    judged.flatMap((equation, i) => (isCheck(i) && equation.op === "=" && !isOff.has(i) ? [amountsOf(terms(equation), cells)] : [])),
    within.map((i) => Number(asRounded(i).residual)),
  );
  const check = exact ? kept((i: number) => checked(i, false), Infinity) : asRounded;
  const [failing, rounded] = [off.filter((i) => over(check(i)) > check(i).slack), off.filter((i) => over(check(i)) <= check(i).slack)];
  return { cells, scale, coefficientScale, failing, rounded, equations: judged, most, indexOf, value, coefficient, check, terms };
}

/** Amounts beside a total, without those that are nothing, which rounding leaves as they are. */
function amountsOf(terms: readonly { readonly cell: number }[], cells: readonly BalanceCell[]): number {
  return terms.filter(({ cell }) => cells[cell]?.value !== 0).length - 1;
}

/** How far a check is off, in the unit of its residual; negative where a part is below its whole. */
function over({ op, residual }: Check): bigint {
  return op === "=" ? absolute(residual) : residual;
}

/** Units of 10^-scale that fit into a size. */
function wholeUnits(size: number, scale: number): bigint {
  return toUnits(size, scale + 3) / 1000n;
}

/** What binary arithmetic may have left in a formula's value; nothing where all is typed or whole. */
function formulaNoise(terms: readonly Term[], cells: readonly BalanceCell[]): number {
  const exact =
    terms.every(({ cell }) => cells[cell]?.typed !== false) || terms.every(({ cell }) => Number.isSafeInteger(cells[cell]?.value));
  return exact ? 0 : terms.reduce((sum, { cell, coefficient }) => sum + Math.abs(coefficient * (cells[cell]?.value ?? 0)), 0) * NOISE;
}
