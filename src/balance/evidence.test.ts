import { describe, expect, test } from "@jest/globals";
import { diagnose, type BalanceCell, type Equation } from ".";
import { evidenceOf } from "./evidence";

const typed = (id: string, value: number, peers?: readonly number[]): BalanceCell => ({
  id,
  value,
  typed: true,
  decimals: 0,
  ...(peers ? { peers } : {}),
});

describe("what speaks for a correction", () => {
  const of = (from: number, to: number, peers?: readonly number[]): number => evidenceOf(typed("a", from, peers), to, false);

  test("without others of its line, the smaller amount by as much as it is smaller", () => {
    expect(of(2000, 1000)).toBeCloseTo(Math.log(2), 12);
    expect(of(1000, 2000)).toBeCloseTo(-Math.log(2), 12);
  });

  test("beside another of its line, a value 15 % away is half as usual as the same value, and one far away is one of the few strays", () => {
    const away = 1000 * Math.exp(0.15);
    expect(of(away, 1000, [1000]) - of(away, 1000)).toBeCloseTo(Math.log(1.01 / 0.51), 12);
    expect(of(1000, 1e15, [1e15]) - of(1000, 1e15)).toBeCloseTo(Math.log(1.01 / 0.01), 2);
  });

  test("near one of several is enough; a zero, and what is no number, is none of them", () => {
    expect(of(5000, 1000, [1000, 9000]) - of(5000, 1000)).toBeGreaterThan(2);
    expect(of(5000, 1000, [1000, 0, NaN, Infinity])).toBe(of(5000, 1000, [1000]));
  });

  test("nothing of a total, of a blank and of what would become one", () => {
    expect([
      evidenceOf(typed("a", 5000, [1000]), 1000, true), of(0, 1000, [1000]), of(1000, 0, [1000]), evidenceOf(undefined, 5, false),
    ]).toEqual([0, 0, 0, 0]);
  });
});

describe("of two that explain a gap alike", () => {
  const equation = (total: string): Equation => ({
    id: "s",
    op: "=",
    tolerance: 0,
    terms: [{ cell: total, coefficient: 1 }, ...["a", "b"].map((cell) => ({ cell, coefficient: -1 }))],
  });
  const fault = (total: BalanceCell, ...parts: readonly BalanceCell[]) => diagnose([total, ...parts], [equation(total.id)]).faults[0];

  test("one is named when its line speaks seven times as strongly for it, and not before", () => {
    const fixed = (value: number): BalanceCell => ({ ...typed("t", value), fixed: true });
    const strong = fault(fixed(41_000), typed("a", 24_000), typed("b", 27_000, [17_000]));
    expect(strong?.likeliest).toMatchObject({ cell: "b", to: 17_000, kind: "digit-wrong" });
    const weak = fault(fixed(44_000), typed("a", 24_000), typed("b", 30_000, [20_000]));
    expect(weak?.likeliest).toBeNull();
    expect(weak?.candidates.map(({ cell, rank }) => [cell, rank])).toEqual([["b", 0], ["a", 0]]);
  });

  test("the total comes first, unless a line speaks three times as strongly for one of its parts", () => {
    const first = (...parts: readonly BalanceCell[]) =>
      fault(typed("t", parts.reduce((all, { value }) => all + value, -10_000)), ...parts)?.candidates[0];
    expect(first(typed("a", 24_000), typed("b", 67_000, [57_000]))).toMatchObject({ cell: "t", rank: 0 });
    expect(first(typed("a", 24_000), typed("b", 57_000, [47_000]))).toMatchObject({ cell: "b", rank: 0 });
  });
});
