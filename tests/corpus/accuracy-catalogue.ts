import type { BalanceCell, Equation } from "../../src/balance";
import { catalogue, type Plan } from "../../src/plan";
import { decimalsOf, fromDong } from "../../src/quantity";
import { slipsOf, tableSlips, textOf, withSlip, type Planted, type System } from "./accuracy-slips";

type Budget = Plan["budgets"][number];
type Line = Budget["lines"][number];

/** A budget of the catalogue as a typed table: every amount in the budget's unit, and what its lines have to do with each other. */
export interface BudgetSystem extends System {
  readonly plan: string;
  readonly budget: string;
}

/** The lines by what they are part of: a whole is the sum of its items and of its sources; lines "trong đó" do not exceed theirs. */
function equationsOf(lines: readonly Line[]): Equation[] {
  const known = new Map(lines.flatMap((line) => (line.amount === null ? [] : [[line.number, line] as const])));
  const sums = [...known.values()].flatMap((whole) =>
    (["item", "source"] as const).flatMap((kind): Equation[] => {
      const parts = lines.filter((line) => line.parent === whole.number && line.of === null && line.kind === kind);
      // a line without an amount makes the sum unknown
      if (parts.length === 0 || parts.some(({ number }) => !known.has(number))) return [];
      const terms = [{ cell: whole.number, coefficient: -1 }, ...parts.map(({ number }) => ({ cell: number, coefficient: 1 }))];
      return [{ id: `${whole.number} = ${kind}s`, op: "=", tolerance: 0, terms }];
    }),
  );
  const within = [...known.values()].flatMap((whole): Equation[] => {
    const parts = lines.filter((line) => line.of === whole.number && known.has(line.number));
    if (parts.length === 0) return [];
    const terms = [{ cell: whole.number, coefficient: -1 }, ...parts.map(({ number }) => ({ cell: number, coefficient: 1 }))];
    return [{ id: `of ${whole.number}`, op: "<=", tolerance: 0, terms }];
  });
  return [...sums, ...within];
}

export function budgetSystems(): BudgetSystem[] {
  return catalogue.flatMap((plan) =>
    plan.budgets.map((budget) => {
      const cells = budget.lines.flatMap(({ number, amount }): BalanceCell[] => {
        if (amount === null) return [];
        const value = fromDong(amount, budget.unit);
        return [{ id: number, value, typed: true, decimals: decimalsOf(value) }];
      });
      return { plan: plan.id, budget: budget.id, cells, equations: equationsOf(budget.lines) };
    }),
  );
}

/** The budget without the sums that its document itself has wrong. */
export function withoutFailing<T extends System>(system: T, failed: ReadonlySet<string>): T {
  return { ...system, equations: system.equations.filter(({ id }) => !failed.has(id)) };
}

/** Every amount of a budget with every slip in turn, and every row and pair of cells mistaken. */
export function everySlip(system: System, random: () => number): Planted[] {
  const inNumbers = system.cells.flatMap((cell) => slipsOf(textOf(cell)).flatMap((slip) => withSlip(system, cell, slip) ?? []));
  const inTables = system.equations.flatMap((equation) =>
    equation.terms.flatMap(() => (equation.op === "=" ? tableSlips(system, equation, random) : [])),
  );
  return [...inNumbers, ...inTables];
}
