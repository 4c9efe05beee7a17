import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { diagnose, type BalanceCell, type Equation } from ".";
import { roundingOf } from "./rounding";

const rounding = { rounding: true };
const typed = (id: string, value: number, decimals = 0): BalanceCell => ({ id, value, typed: true, decimals });

function sum(parts: number, more: Partial<Equation> = {}): Equation {
  const terms = [{ cell: "total", coefficient: -1 }, ...Array.from({ length: parts }, (_, i) => ({ cell: `part${i}`, coefficient: 1 }))];
  return { id: "s", op: "=", tolerance: 0, terms, ...more };
}

describe("a gap that rounding explains", () => {
  const cells = [typed("total", 101), typed("part0", 33), typed("part1", 33), typed("part2", 34)];

  test("is told apart from a failure, if rounding is to be considered", () => {
    expect(diagnose(cells, [sum(3)], rounding)).toEqual({ failed: [], rounded: [{ id: "s", residual: -1 }], faults: [] });
    expect(diagnose(cells, [sum(3)])).toMatchObject({ failed: [{ id: "s", residual: -1 }], rounded: [] });
  });

  test("is measured by the decimals shown, or by those that the sum is said to have", () => {
    const tenths = [typed("total", 10.3, 1), typed("part0", 5.1, 1), typed("part1", 5.1, 1)];
    expect(diagnose(tenths, [sum(2)], rounding).rounded).toHaveLength(1);
    expect(diagnose(tenths, [sum(2, { decimals: 2 })], rounding).failed).toHaveLength(1);
    const thousands = [typed("total", 104_000), typed("part0", 51_000), typed("part1", 52_000)];
    expect(diagnose(thousands, [sum(2)], rounding).failed).toHaveLength(1);
    expect(diagnose(thousands, [sum(2, { decimals: -3 })], rounding).rounded).toHaveLength(1);
  });

  test("grows with the parts, those that are not in the sum as well", () => {
    const two = [typed("total", 104), typed("part0", 51), typed("part1", 51)];
    expect(diagnose(two, [sum(2)], rounding).failed).toHaveLength(1);
    expect(diagnose(two, [sum(2, { parts: 12 })], rounding).rounded).toHaveLength(1);
  });

  test("is no room for a correction to break a sum that holds, and a correction comes out even first", () => {
    const { faults } = diagnose(
      [typed("total", 275_556), typed("part0", 158_486), typed("part1", 56_000), typed("part2", 61_700)],
      [sum(3)], rounding,
    );
    expect(faults[0]?.candidates[0]).toMatchObject({ to: expect.any(Number), rank: 0 });
    const even = faults[0]?.candidates.filter(({ rank }) => rank === 0) ?? [];
    for (const { from, to } of even) expect(Math.abs(to - from)).toBe(630);
  });
});

test("rounded amounts keep within it, in all but one sum of a hundred", () => {
  let off = 0;
  const numRuns = 1_000;
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 9_999_999 }), { minLength: 2, maxLength: 60 }), (thousandths) => {
      const total = Math.round(thousandths.reduce((all, one) => all + one, 0) / 1000);
      const parts = thousandths.map((one) => Math.round(one / 1000));
      const cells = [typed("total", total), ...parts.map((value, i) => typed(`part${i}`, value))];
      const { failed, faults } = diagnose(cells, [sum(parts.length)], rounding);
      expect(faults).toHaveLength(failed.length);
      off += failed.length;
    }),
    { numRuns, seed: 20261122 },
  );
  expect(off).toBeLessThan(numRuns / 100);
});

test.each([
  [2, 0, 1.5], [3, 0, 3 * Math.sqrt(4 / 12)], [99, 0, 3 * Math.sqrt(100 / 12)], [2, 2, 0.015], [2, -3, 1500],
])("%p parts with %p decimals", (parts, decimals, most) => {
  expect(roundingOf(sum(parts, { decimals }), [])).toBeCloseTo(most, 9);
});

test("an equation that says nonsense of its rounding has none", () => {
  const [nan, infinite] = [NaN, Infinity];
  expect([
    roundingOf(sum(2, { decimals: nan }), []), roundingOf(sum(2, { parts: -4 }), []), roundingOf(sum(2, { decimals: -infinite }), []),
  ]).toEqual([0, 0, 0]);
});

describe("amounts that are exact as so many sums come out", () => {
  /** Sums of five amounts each, of which the first few are off by one. */
  function sums(count: number, off: number, by: (index: number) => number = () => 1): [BalanceCell[], Equation[]] {
    const cells: BalanceCell[] = [];
    const equations = Array.from({ length: count }, (_, index): Equation => {
      const parts = [300 + 7 * index, 411, 59 * (index + 1), 83, 1205];
      const total = parts.reduce((all, part) => all + part, 0) + (index < off ? by(index) : 0);
      const ids = [total, ...parts].map((value, place) => {
        const id = `${index}.${place}`;
        cells.push(typed(id, value));
        return id;
      });
      return { id: String(index), op: "=", tolerance: 0, terms: ids.map((cell, place) => ({ cell, coefficient: place === 0 ? -1 : 1 })) };
    });
    return [cells, equations];
  }
  const likely = { rounding: "where likely" } as const;

  test("make a gap as small as rounding a failure", () => {
    expect(diagnose(...sums(60, 1), likely)).toMatchObject({ failed: [{ id: "0" }], rounded: [] });
    expect(diagnose(...sums(60, 1), rounding)).toMatchObject({ failed: [], rounded: [{ id: "0" }] });
  });

  test("not where few sums say so, nor where one typing error does not explain all that is off", () => {
    expect(diagnose(...sums(12, 1), likely)).toMatchObject({ failed: [], rounded: [{ id: "0" }] });
    expect(diagnose(...sums(60, 2, (index) => index + 1), likely).rounded).toHaveLength(2);
    expect(diagnose(...sums(60, 4), likely).rounded).toHaveLength(4);
  });

  test("are not what sums of nothing but zeros speak of", () => {
    const [cells, equations] = sums(60, 1);
    const still = cells.map((cell) => (cell.id.startsWith("0.") ? cell : { ...cell, value: 0 }));
    expect(diagnose(still, equations, likely).rounded).toHaveLength(1);
  });

  test("are never told of tables whose amounts were rounded, by lot", () => {
    const wrong = fc.sample(
      fc.array(fc.array(fc.double({ min: 0, max: 900, noNaN: true }), { minLength: 2, maxLength: 6 }), { minLength: 5, maxLength: 60 }),
      { numRuns: 2_000, seed: 20261130 },
    ).filter((table) => {
      const cells: BalanceCell[] = [];
      const equations = table.map((parts, row): Equation => {
        const total = parts.reduce((all, part) => all + part, 0);
        const ids = [total, ...parts].map((value, place) => (cells.push(typed(`${row}.${place}`, Math.round(value))), `${row}.${place}`));
        return { id: String(row), op: "=", tolerance: 0, terms: ids.map((cell, place) => ({ cell, coefficient: place === 0 ? -1 : 1 })) };
      });
      return diagnose(cells, equations, likely).failed.length > diagnose(cells, equations, rounding).failed.length;
    });
    expect(wrong).toHaveLength(0);
  });
});
