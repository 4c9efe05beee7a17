import type { Claim } from "../claims/claim";
import { digitsOf, isSame, type Figure } from "./figures";
import type { FactLine, TableFact } from "./facts";

/** How a figure comes of cells: years added up, one less another, how far one has grown from another, its part of a whole, its share. */
export type Way = "sum" | "difference" | "growth" | "part" | "ratio";

export interface Computed {
  readonly way: Way;
  /** The cells that it comes of, in the order of the arithmetic. */
  readonly of: readonly TableFact[];
  readonly value: number;
}

/** Figures of fewer digits come of some cells of a line by chance. */
const FEWEST_DIGITS = 3;
/** A line with more figures than this has some pair for every share. */
const MOST_FACTS = 24;

/** How the figure comes of the cells of a line; null where it does not. */
export function computedFrom(claim: Claim, line: FactLine): Computed | null {
  const facts = line.facts.slice(0, MOST_FACTS);
  if (claim.kind === "share")
    return sharesOf(claim, line, facts).find(({ value, way }) => isSame(claim, { value, step: 0 }) && way === wayOf(claim)) ?? null;
  const own = facts.filter(({ kind }) => kind === claim.kind);
  if (digitsOf(claim) < FEWEST_DIGITS) return null;
  const all = [...sums(own), ...(claim.manner === "growth" ? differences(claim, own) : [])];
  return all.find(({ value, of }) => isSame(claim, { value, step: stepOf(of) })) ?? null;
}

const stepOf = (of: readonly Figure[]): number => Math.max(...of.map(({ step }) => step));

const wayOf = ({ manner }: Claim): Way | null => (manner === "plain" ? null : manner);

/** The years of one kind of column in a row: "hai năm đầu", "3 năm 2021-2023". */
function sums(facts: readonly TableFact[]): Computed[] {
  const years = facts.filter(({ year, column }) => year !== null && !column.isTotal);
  const runs: Computed[] = [];
  for (const first of years) {
    const same = years
      .filter((fact) =>
        fact.role === first.role && (fact.year ?? 0) >= (first.year ?? 0) && fact.kind === first.kind && sameKeys(fact, first))
      .toSorted((a, b) => (a.year ?? 0) - (b.year ?? 0));
    for (let count = 2; count <= same.length; count++) {
      const of = same.slice(0, count);
      const isRun = of.every(({ year }, place) => place === 0 || year === (of[place - 1]?.year ?? 0) + 1);
      if (isRun) runs.push({ way: "sum", of, value: of.reduce((sum, { value }) => sum + value, 0) });
    }
  }
  return runs;
}

const sameKeys = (one: TableFact, other: TableFact): boolean => one.column.keys.join(" ") === other.column.keys.join(" ");

function differences(claim: Claim, facts: readonly TableFact[]): Computed[] {
  return pairs(facts, claim).map(([one, base]) => ({ way: "difference", of: [one, base], value: Math.abs(one.value - base.value) }));
}

/** Two figures of a line that a text compares: of two years, or of what was reached and what was planned. */
function pairs(facts: readonly TableFact[], { years, baseYears }: Claim): [TableFact, TableFact][] {
  return facts.flatMap((one) => facts.flatMap((base): [TableFact, TableFact][] => {
    if (one === base || base.value === 0 || one.kind !== base.kind || one.kind === "share") return [];
    const isYears = one.role === base.role && one.year !== null && base.year !== null && one.year !== base.year && sameKeys(one, base);
    const isRoles = one.role === "actual" && base.role === "plan" && one.year === base.year;
    if (!isYears && !isRoles && one.column.isTotal === base.column.isTotal) return [];
    if (isYears && baseYears.length > 0 && !baseYears.includes(base.year ?? 0)) return [];
    if (isYears && years.length > 0 && !years.includes(one.year ?? 0)) return [];
    return [[one, base]];
  }));
}

/** What shares the cells of a line come to. */
export function sharesOf(claim: Claim, line: FactLine, facts: readonly TableFact[]): Computed[] {
  const found = pairs(facts, claim).flatMap(([one, base]): Computed[] => [
    { way: "growth", of: [one, base], value: Math.abs((one.value / base.value - 1) * 100) },
    { way: "ratio", of: [one, base], value: (one.value / base.value) * 100 },
  ]);
  const totals = line.table.lines.filter(({ label, isTotal }) => isTotal || SAYS_WHOLE.test(label)).slice(0, MOST_TOTALS);
  const wholes = [...(line.parent ? [line.parent] : []), ...totals];
  for (const one of facts) {
    if (one.kind === "share" || (claim.years.length > 0 && one.year !== null && !claim.years.includes(one.year))) continue;
    for (const whole of wholes) {
      const base = whole.facts.find(({ column }) => column === one.column);
      if (base && base.value !== 0 && whole !== line) found.push({ way: "part", of: [one, base], value: (one.value / base.value) * 100 });
    }
    const across = line.facts.find(({ column, kind }) => column.isTotal && kind === one.kind);
    if (across && across !== one && across.value !== 0)
      found.push({ way: "part", of: [one, across], value: (one.value / across.value) * 100 });
  }
  return found;
}
const MOST_TOTALS = 4;
/** The total that is stated and the one that is computed may both be told, and differ. */
const SAYS_WHOLE = /^(?:tổng|cộng|toàn|total)(?!\p{L})/iu;
