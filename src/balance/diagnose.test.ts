import { describe, expect, test } from "@jest/globals";
import { diagnose, type BalanceCell, type Equation } from ".";

const typed = (id: string, value: number, decimals = 0): BalanceCell => ({ id, value, typed: true, decimals });
const formula = (id: string, value: number, decimals = 0): BalanceCell => ({ id, value, typed: false, decimals });

function sum(id: string, total: string, parts: readonly string[], more: Partial<Equation> = {}): Equation {
  return {
    id,
    op: "=",
    terms: [{ cell: total, coefficient: 1 }, ...parts.map((cell) => ({ cell, coefficient: -1 }))],
    tolerance: 0,
    ...more,
  };
}

const items = [39750, 78960, 84640, 72151, 100].map((value, i) => typed(`item${i + 1}`, value));
const sources = [158486, 56000, 4430, 56640].map((value, i) => typed(`source${i + 1}`, value));
const ids = (cells: readonly BalanceCell[]) => cells.map(({ id }) => id);

describe("a budget with two digits swapped", () => {
  const swapped = { cell: "item1", from: 39750, to: 39705, kind: "digits-swapped" };

  test("typed totals", () => {
    const { failed, faults } = diagnose(
      [typed("total", 275556), ...items, ...sources],
      [sum("by-item", "total", ids(items)), sum("by-source", "total", ids(sources))],
    );
    expect(failed).toEqual([{ id: "by-item", residual: -45 }]);
    expect(faults).toHaveLength(1);
    expect(faults[0]?.likeliest).toEqual({ ...swapped, settles: ["by-item"] });
    expect(faults[0]?.candidates[0]).toMatchObject({ cell: "item1", rank: 0 });
    expect(ids(items)).toEqual(expect.arrayContaining([...new Set(faults[0]?.candidates.map(({ cell }) => cell))]));
  });

  test("subtotals that are formulas: the typed item below them is named", () => {
    const { failed, faults } = diagnose(
      [typed("stated", 275556), formula("A", 275601), formula("B", 275556), ...items, ...sources],
      [
        sum("A=", "A", ids(items), { definition: true }),
        sum("B=", "B", ids(sources), { definition: true }),
        sum("stated-A", "stated", ["A"]),
        sum("stated-B", "stated", ["B"]),
        sum("A-B", "A", ["B"]),
      ],
    );
    expect(failed.map(({ id }) => id)).toEqual(["stated-A", "A-B"]);
    expect(faults).toHaveLength(1);
    expect(faults[0]?.likeliest).toEqual({ ...swapped, settles: ["stated-A", "A-B"] });
  });

  test("formulas over formulas, the defined cell wherever it stands in its definition", () => {
    const { faults } = diagnose(
      [
        typed("stated", 275556), formula("A", 275601), formula("A1", 118710), formula("A2", 156891), formula("B", 275556), ...items,
        ...sources,
      ],
      [
        sum("A=", "A", ["A1", "A2"], { definition: true }),
        sum("A1=", "A1", ["item1", "item2"], { definition: true }),
        {
          id: "A2=",
          op: "=",
          definition: true,
          tolerance: 0,
          terms: [...["item3", "item4", "item5"].map((cell) => ({ cell, coefficient: 1 })), { cell: "A2", coefficient: -1 }],
        },
        sum("B=", "B", ids(sources), { definition: true }),
        sum("stated-A", "stated", ["A"]),
        sum("stated-B", "stated", ["B"]),
      ],
    );
    expect(faults[0]?.likeliest).toEqual({ ...swapped, settles: ["stated-A"] });
  });
});

test("a formula without definition is a constant: only typed cells are corrected", () => {
  const { faults } = diagnose([typed("total", 21), formula("a", 7), typed("b", 5)], [sum("s", "total", ["a", "b"])]);
  expect(faults[0]?.candidates.map(({ cell, to }) => [cell, to])).toEqual([["total", 12], ["b", 14]]);
  expect(diagnose([formula("total", 21), formula("a", 7)], [sum("s", "total", ["a"])]).faults).toEqual([
    { equations: ["s"], candidates: [], likeliest: null, sets: [], likeliestSet: null },
  ]);
});

test("formulas that follow from each other in a circle, or from nothing that is there, are constants", () => {
  const cells = [formula("a", 1), formula("b", 2), typed("x", 5), formula("c", 9)];
  const { faults } = diagnose(cells, [
    sum("a=", "a", ["b"], { definition: true }),
    sum("b=", "b", ["a", "x"], { definition: true }),
    sum("c=", "c", ["gone"], { definition: true }),
    sum("s", "x", ["a"]),
    sum("t", "c", ["a"]),
  ]);
  expect(faults.map(({ equations, candidates }) => [equations, candidates.map(({ cell, to }) => [cell, to])])).toEqual([
    [["s"], [["x", 1]]],
    [["t"], []],
  ]);
});

test("a share through a formula: half of the change reaches the check", () => {
  const cells = [typed("target", 30), formula("mean", 21), typed("x", 12), typed("y", 30)];
  const mean: Equation = {
    id: "m",
    op: "=",
    definition: true,
    tolerance: 0,
    terms: [{ cell: "mean", coefficient: 2 }, { cell: "x", coefficient: -1 }, { cell: "y", coefficient: -1 }],
  };
  const { faults } = diagnose(cells, [mean, sum("s", "target", ["mean"])]);
  expect(faults[0]?.candidates.map(({ cell, to }) => [cell, to])).toEqual(expect.arrayContaining([["target", 21], ["x", 30], ["y", 48]]));
});

test("rounding within the tolerance is no fault, and binary noise is none", () => {
  const parts = [typed("a", 0.1, 1), typed("b", 0.2, 1)];
  expect(diagnose([typed("t", 0.3, 1), ...parts], [sum("s", "t", ["a", "b"])]).failed).toEqual([]);
  expect(diagnose([formula("t", 0.1 + 0.2, 1), ...parts], [sum("s", "t", ["a", "b"])]).failed).toEqual([]);
  expect(diagnose([typed("t", 0.4, 1), ...parts], [sum("s", "t", ["a", "b"], { tolerance: 0.15 })]).failed).toEqual([]);
  expect(diagnose([typed("t", 0.5, 1), ...parts], [sum("s", "t", ["a", "b"], { tolerance: 0.15 })]).failed).toEqual([
    { id: "s", residual: 0.2 },
  ]);
  const thirds = Array.from({ length: 10 }, (_, i) => formula(`p${i}`, 1e9 / 3));
  const total = thirds.reduce((all, { value }) => all + value, 0);
  expect(diagnose([typed("t", total), ...thirds], [sum("s", "t", ids(thirds))]).failed).toEqual([]);
});

describe("of which", () => {
  const atMost: Equation = {
    id: "le",
    op: "<=",
    terms: [{ cell: "part", coefficient: 1 }, { cell: "whole", coefficient: -1 }],
    tolerance: 0,
  };

  test("fails only above the whole", () => {
    expect(diagnose([typed("whole", 50), typed("part", 49)], [atMost]).failed).toEqual([]);
    expect(diagnose([typed("whole", 50), typed("part", 51)], [atMost]).failed).toEqual([{ id: "le", residual: 1 }]);
  });

  test("a correction must not break it", () => {
    // The total asks for other = 7 or part = 87; 87 would be more than the whole.
    const { faults } = diagnose(
      [typed("total", 107), typed("part", 40), typed("other", 20), typed("whole", 50)],
      [sum("s", "total", ["part", "other"]), atMost],
    );
    expect(faults[0]?.candidates.map(({ cell }) => cell).sort()).toEqual(["other", "total"]);
  });

  test("a thousand-fold part is named where another sum says its value", () => {
    const { faults } = diagnose(
      [typed("whole", 500), typed("part", 120000), typed("rest", 380)],
      [sum("s", "whole", ["part", "rest"]), atMost],
    );
    expect(faults[0]?.likeliest).toMatchObject({ cell: "part", to: 120, kind: "thousand-fold", settles: ["s", "le"] });
  });
});

test("a total that was typed and not updated: the sums by item and by source both ask for the same other value", () => {
  const cells = [typed("total", 275556), typed("i1", 200000), typed("i2", 91234), typed("s1", 150000), typed("s2", 141234)];
  const { faults } = diagnose(cells, [sum("i", "total", ["i1", "i2"]), sum("s", "total", ["s1", "s2"])]);
  expect(faults[0]?.likeliest).toEqual({ cell: "total", from: 275556, to: 291234, kind: "total-not-updated", settles: ["i", "s"] });
});

test("one sum, no typing error that explains it: everybody's, and nobody stands out", () => {
  const { faults } = diagnose([typed("t", 9999), typed("a", 1234), typed("b", 5678)], [sum("s", "t", ["a", "b"])]);
  expect(faults[0]?.likeliest).toBeNull();
  expect(faults[0]?.candidates.map(({ cell, to, kind, rank }) => [cell, to, kind, rank])).toEqual([
    ["t", 6912, null, 0], ["a", 4321, null, 0], ["b", 8765, null, 0],
  ]);
});

test("two that are explained alike are a tie", () => {
  const { faults } = diagnose([typed("t", 5000), typed("a", 2400), typed("b", 2700)], [sum("s", "t", ["a", "b"])]);
  expect(faults[0]?.likeliest).toBeNull();
  expect(faults[0]?.candidates.map(({ cell, kind, rank }) => [cell, kind, rank])).toEqual([
    ["t", "digit-wrong", 0], ["a", "digit-wrong", 0], ["b", "digit-wrong", 0],
  ]);
});

test("faults that share no typed cell are told apart; a fault that needs three changes has no single candidate", () => {
  const cells = [typed("t", 10), typed("a", 4), typed("b", 5), typed("u", 20), typed("c", 7), typed("d", 8)];
  const apart = diagnose(cells, [sum("s1", "t", ["a", "b"]), sum("s2", "u", ["c", "d"])]);
  expect(apart.faults.map(({ equations }) => equations)).toEqual([["s1"], ["s2"]]);
  const joined = diagnose(cells, [sum("s1", "t", ["a", "b"]), sum("s2", "u", ["c", "d"]), sum("s3", "t", ["u"])]);
  expect(joined.faults.map(({ equations, candidates }) => [equations, candidates])).toEqual([[["s1", "s2", "s3"], []]]);
});

test("an equation with a blank or an unreadable cell is not judged", () => {
  const cells = [typed("t", 10), typed("a", 4), typed("nan", NaN), typed("inf", Infinity)];
  expect(diagnose(cells, [sum("s", "t", ["a", "gone"]), sum("n", "t", ["nan"]), sum("i", "t", ["inf"])])).toEqual({
    failed: [],
    rounded: [],
    faults: [],
  });
});
