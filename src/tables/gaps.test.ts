import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { computedOf, graphFrom, noiseOf, relationGap, relationHolds, type Relation } from ".";

const cell = (row: number, value: number): Relation["total"] => ({
  at: { sheet: "S", row, col: 2 },
  formula: null,
  state: "number",
  value,
});

function relation(op: Relation["op"], total: number, values: readonly number[], more: Partial<Relation> = {}): Relation {
  const column = { id: "amount", role: "planned", year: null, place: null, adds: null } as const;
  const told = {
    axis: "column",
    column,
    over: "lines",
    from: "formula",
    labels: { total: "", parts: "" },
    about: "",
    key: op,
    partial: false,
    sure: 1,
  } as const;
  return { ...told, op, total: cell(0, total), parts: values.map((value, index) => cell(index + 1, value)), ...more };
}

const tenths = fc.integer({ min: -10_000, max: 10_000 }).map((whole) => whole / 10);
const some = fc.array(tenths, { minLength: 2, maxLength: 6 });

describe("what the parts of a relation come to", () => {
  test("differences take all but the first away, products multiply, ratios are of two, with their factor", () => {
    expect(computedOf(relation("difference", 0, [10, 3.1, 2]))).toBe(4.9);
    expect(computedOf(relation("difference", 0, [10, 3.1, 2], { added: 2 }))).toBe(11.1);
    expect(computedOf(relation("product", 0, [12, 2.5, 4]))).toBe(120);
    expect(computedOf(relation("ratio", 0, [39, 52], { factor: 100 }))).toBe(75);
    expect(computedOf(relation("ratio", 0, [39, 0]))).toBeNaN();
  });

  test("a relation holds with what its parts come to, and with nothing that is a tenth off", () => {
    fc.assert(
      fc.property(some, fc.constantFrom("sum" as const, "difference" as const), (values, op) => {
        const right = computedOf(relation(op, 0, values));
        expect([relationHolds(relation(op, right, values)), relationHolds(relation(op, right + 0.1, values))]).toEqual([true, false]);
        expect(relationGap(relation(op, right + 0.5, values))).toBeCloseTo(0.5, 9);
      }),
    );
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), tenths, (count, price) => {
        const right = count * price;
        expect([
          relationHolds(relation("product", right, [count, price])),
          relationHolds(relation("product", right + 1, [count, price])),
        ]).toEqual([true, false]);
        expect(relationHolds(relation("ratio", price / count, [price, count]))).toBe(true);
      }),
    );
    expect(relationHolds(relation("ratio", 0, [39, 0]))).toBe(false);
  });

  test("the noise of a product is that of what it comes to", () => {
    expect(noiseOf(relation("product", 1, [1e9, 1e-9]))).toBeLessThan(1e-9);
    expect(noiseOf(relation("sum", 1, [1e9, 1]))).toBeGreaterThan(1e-6);
  });
});

describe("what follows from a change", () => {
  const at = (one: Relation, place: number) => one.parts[place] ?? one.total;

  test("of a difference: more of what is taken away is less in all", () => {
    const typed = relation("difference", 5, [10, 3, 2], { from: "outline" });
    const { after } = graphFrom(() => [typed]);
    expect(after([{ cell: at(typed, 0), to: 11 }])).toBe(false);
    expect(after([{ cell: at(typed, 0), to: 11 }, { cell: at(typed, 2), to: 3 }])).toBe(true);
    expect(after([{ cell: at(typed, 0), to: 11 }, { cell: typed.total, to: 6 }])).toBe(true);
  });

  test("of a product nothing is certain: it is not broken unasked", () => {
    const typed = relation("product", 30, [10, 3], { from: "outline" });
    expect(graphFrom(() => [typed]).after([{ cell: at(typed, 0), to: 20 }])).toBe(false);
  });
});
