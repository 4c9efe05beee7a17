import type { Plan, PlanBudget, PlanIndicator } from "./model";

/** What a person says of a plan of their own, whose tables are made blank. */
export interface OwnPlan {
  readonly title: string;
  readonly issuer: string;
  readonly from: number;
  readonly to: number;
  /** Rows of each table, and names of the funding sources. */
  readonly rows: BlankRows;
}

/** How many blank rows tables get; `sources` are funding sources by name. */
export interface BlankRows {
  readonly indicators: number;
  readonly items: number;
  readonly tasks: number;
  readonly sources: readonly string[];
}

export const DEFAULT_ROWS: BlankRows = { indicators: 10, items: 5, tasks: 10, sources: [] };

const BLANK = "";

function many<T>(count: number, make: (number: string) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(String(index + 1)));
}

function blankIndicator(number: string): PlanIndicator {
  return {
    code: `r${number}`,
    name: BLANK,
    group: null,
    unit: null,
    direction: null,
    baseline: null,
    baselineYear: null,
    ratio: null,
    targets: [],
    where: BLANK,
  };
}

function blankBudget({ items, sources }: BlankRows): PlanBudget {
  const line = { of: null, amount: null, where: BLANK };
  return {
    id: "kinh-phi",
    title: BLANK,
    unit: "trieu-dong",
    lines: [
      { ...line, number: "T", label: BLANK, kind: "total", parent: null },
      ...many(items, (number) => ({ ...line, number: `A.${number}`, label: BLANK, kind: "item" as const, parent: "T" })),
      ...sources.map((label, index) => ({ ...line, number: `B.${index + 1}`, label, kind: "source" as const, parent: "T" })),
    ],
  };
}

/** The plan with blank rows for every kind of fact that it has none of: rows without a name are for people to fill in. */
export function withBlanks(plan: Plan, rows: BlankRows): Plan {
  return {
    ...plan,
    indicators: plan.indicators.length > 0 ? plan.indicators : many(rows.indicators, blankIndicator),
    budgets: plan.budgets.length > 0 ? plan.budgets : [blankBudget(rows)],
    tasks:
      plan.tasks.length > 0
        ? plan.tasks
        : many(rows.tasks, (number) => ({ number, name: BLANK, lead: null, cooperating: null, time: null, note: null, where: BLANK })),
  };
}

/** A plan that holds nothing but its title and period yet; its id tells it from the plans of the catalogue. */
export function ownPlan({ title, issuer, from, to, rows }: OwnPlan): Plan {
  return withBlanks(
    {
      id: `own/${title}`,
      title,
      issuer,
      number: null,
      date: null,
      period: { from, to },
      indicators: [],
      budgets: [],
      tasks: [],
      notes: [],
    },
    rows,
  );
}
