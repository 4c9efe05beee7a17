import { diagnose } from "../../src/balance";
import { budgetSystems, everySlip, withoutFailing, type BudgetSystem } from "./accuracy-catalogue";
import { failedIn, givenOf, plantedByKind, plantedOnce, ROUNDED } from "./accuracy-cases";
import { scoreOf, type Score } from "./accuracy-score";
import type { Planted } from "./accuracy-slips";
import { randomNumbers, systemOf, type Table } from "./planted-tables";

const SEEDS = [2026, 2027, 2028];

/** Scores of planted errors: all, those in cells of two sums or more, and by kind. */
export interface Scores {
  readonly all: Score;
  readonly several: Score;
  readonly byKind: ReadonlyMap<string, Score>;
}

function scoresOf(cases: readonly Planted[], options = {}): Scores {
  const kinds = [...new Set(cases.map(({ kind }) => kind))].sort();
  return {
    all: scoreOf(cases, options),
    several: scoreOf(cases.filter(({ relations }) => relations >= 2), options),
    byKind: new Map(kinds.map((kind) => [kind, scoreOf(cases.filter((one) => one.kind === kind), options)])),
  };
}

/** Sums of untouched tables, and how many of them are told as wrong. */
export interface Alarms {
  readonly sums: number;
  readonly failed: number;
  /** Told as rounding. */
  readonly rounded: number;
}

export interface PublishedFigures {
  readonly tables: number;
  /** One error a table in the way of the comparison: two digits swapped, one wrong, the last one dropped. */
  readonly once: Scores;
  /** One error of each kind a table. */
  readonly kinds: Scores;
  /** Sums that are exact, and that are rounded by their authors' own judgement, with rounding considered and without. */
  readonly alarms: Readonly<Record<"exact" | "rounded", { readonly with: Alarms; readonly without: Alarms }>>;
}

/** How the mistake is found in published tables whose relations are given. */
export function publishedFigures(tables: readonly Table[]): PublishedFigures {
  const given = tables.map(givenOf);
  const alarms = (kind: "exact" | "rounded") => ({ with: alarmsOf(tables, kind, true), without: alarmsOf(tables, kind, false) });
  return {
    tables: tables.length,
    once: scoresOf(SEEDS.flatMap((seed) => plantedOnce(given, seed)), ROUNDED),
    kinds: scoresOf(plantedByKind(given, SEEDS[0] ?? 0), ROUNDED),
    alarms: { exact: alarms("exact"), rounded: alarms("rounded") },
  };
}

function alarmsOf(tables: readonly Table[], kind: "exact" | "rounded", rounding: boolean): Alarms {
  return tables.reduce<Alarms>(
    (sum, table) => {
      const { cells, equations } = systemOf(table, kind);
      const { failed, rounded } = diagnose(cells, equations, { rounding });
      return { sums: sum.sums + equations.length, failed: sum.failed + failed.length, rounded: sum.rounded + rounded.length };
    },
    { sums: 0, failed: 0, rounded: 0 },
  );
}

export interface BudgetFigures {
  readonly name: string;
  readonly amounts: number;
  readonly alarms: Alarms;
  /** What the document itself has wrong: the sum as amounts, with its gap. */
  readonly wrong: readonly string[];
}

export interface CatalogueFigures {
  readonly budgets: readonly BudgetFigures[];
  readonly scores: Scores;
}

/** How the mistake is found in the budgets of the catalogue: every amount with every slip in turn. */
export function catalogueFigures(): CatalogueFigures {
  const systems = budgetSystems().map((system) => ({ system, diagnosis: diagnose(system.cells, system.equations) }));
  const budgets = systems.map(({ system, diagnosis: { failed, rounded } }) => ({
    name: `${system.plan}/${system.budget}`,
    amounts: system.cells.length,
    alarms: { sums: system.equations.length, failed: failed.length, rounded: rounded.length },
    wrong: failed.map(({ id, residual }) => writeSum(system, id, residual)),
  }));
  const cases = systems.flatMap(({ system, diagnosis }) =>
    everySlip(withoutFailing(system, failedIn(diagnosis)), randomNumbers(SEEDS[0] ?? 0)),
  );
  return { budgets, scores: scoresOf(cases) };
}

function writeSum({ cells, equations }: BudgetSystem, id: string, residual: number): string {
  const equation = equations.find((one) => one.id === id);
  const [whole, ...parts] = equation?.terms.flatMap(({ cell }) => cells.filter((one) => one.id === cell)) ?? [];
  const amount = (value: number) => value.toLocaleString("en-US", { maximumFractionDigits: 9 });
  const sum = parts.map(({ value, id: line }) => `${amount(value)} (${line})`).join(" + ");
  return `${sum} ${equation?.op === "<=" ? "≤" : "="} ${amount(whole?.value ?? NaN)} (${whole?.id}) is off by ${amount(Math.abs(residual))}`;
}
