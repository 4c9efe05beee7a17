import { describe, expect, test } from "@jest/globals";
import laiChau from "../../seeds/lai-chau-2021-2025.json";
import { BrokenPlan, catalogue, findPlan, readPlan } from ".";

describe("the catalogue", () => {
  test("ids are unique and found again", () => {
    expect(new Set(catalogue.map(({ id }) => id)).size).toBe(catalogue.length);
    expect(catalogue.map(({ id }) => findPlan(id))).toEqual(catalogue);
    expect(findPlan("nobody")).toBeNull();
  });

  test("the amounts of Lai Châu reach 275.556 million by item and by source, as its resolution says", () => {
    const lines = findPlan("lai-chau-2021-2025")?.budgets[0]?.lines ?? [];
    const of = (kind: string): number => lines.filter((line) => line.kind === kind).reduce((all, { amount }) => all + (amount ?? 0), 0);
    expect([of("total"), of("item"), of("source")]).toEqual([275_556_000_000, 275_556_000_000, 275_556_000_000]);
  });
});

describe("a plan that does not fit the model", () => {
  const broken = (change: (plan: typeof laiChau) => void): string => {
    const copy = structuredClone(laiChau);
    change(copy);
    try {
      readPlan("seeds/x.json", copy);
      return "";
    } catch (cause) {
      return cause instanceof BrokenPlan ? cause.message : "another error";
    }
  };

  test("the file, the path and what was expected are named", () => {
    expect(broken((plan) => (plan.period.to = 2020))).toMatch(/seeds\/x\.json:[\s\S]*period/);
    expect(broken((plan) => Object.assign(plan.budgets[0]?.lines[1] ?? {}, { parent: "Z" }))).toMatch(
      /no line "Z" stands above "A\.1"[\s\S]*budgets\[0\]\.lines\[1\]\.parent/,
    );
    expect(broken((plan) => Object.assign(plan.budgets[0]?.lines[2] ?? {}, { number: "A.1" }))).toMatch(/"A\.1" already stands at \[1\]/);
    expect(broken((plan) => Object.assign(plan, { surprise: 1 }))).toMatch(/surprise/);
    expect(broken(() => undefined)).toBe("");
  });
});
