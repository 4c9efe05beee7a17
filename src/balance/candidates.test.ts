import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { diagnose, type BalanceCell, type Equation } from ".";

const typed = (id: string, value: number, peers?: readonly number[]): BalanceCell => ({
  id,
  value,
  typed: true,
  decimals: 0,
  ...(peers ? { peers } : {}),
});

function sum(id: string, total: string, parts: readonly string[]): Equation {
  return { id, op: "=", tolerance: 0, terms: [{ cell: total, coefficient: 1 }, ...parts.map((cell) => ({ cell, coefficient: -1 }))] };
}

describe("a total whose rows were added up wrongly", () => {
  const rows = [39_705, 78_960, 84_640, 72_151];
  const ids = rows.map((_, i) => `row${i}`);
  const total = rows.reduce((all, row) => all + row, 0);
  const cells = (value: number) => [typed("total", value), ...rows.map((row, i) => typed(`row${i}`, row))];

  test.each([["row-left-out", total - 72_151], ["row-counted-twice", total + 72_151]])("%s", (kind, value) => {
    expect(diagnose(cells(value), [sum("s", "total", ids)]).faults[0]?.likeliest).toEqual({
      cell: "total",
      from: value,
      to: total,
      kind,
      settles: ["s"],
      other: "row3",
    });
  });

  test("which row is not said where two have the amount", () => {
    const twice = [typed("total", total), ...rows.map((row, i) => typed(`row${i}`, row)), typed("row4", 72_151)];
    const likeliest = diagnose(twice, [sum("s", "total", [...ids, "row4"])]).faults[0]?.likeliest;
    expect(likeliest).toMatchObject({ cell: "total", to: total + 72_151, kind: "row-left-out" });
    expect(likeliest).not.toHaveProperty("other");
  });

  test("the gap of a row of one digit is chance", () => {
    const { faults } = diagnose(
      [typed("total", 9_314), typed("a", 5_111), typed("b", 4_201), typed("c", 7)],
      [sum("s", "total", ["a", "b", "c"])],
    );
    expect(faults[0]?.likeliest?.kind).not.toBe("row-left-out");
  });
});

describe("the same line in other years", () => {
  const equations = [sum("s", "t", ["a", "b"])];
  const first = (cells: readonly BalanceCell[]) => diagnose(cells, equations).faults[0];

  test("names the cell that left its line, where one digit of each explains the gap", () => {
    const fault = first([typed("t", 80_500, [78_000, 84_000]), typed("a", 32_300, [31_000, 33_100]), typed("b", 88_200, [47_000, 49_500])]);
    expect(fault?.likeliest).toMatchObject({ cell: "b", to: 48_200, kind: "digit-wrong" });
  });

  test("leaves a tie where it says too little", () => {
    const fault = first([typed("t", 50_000), typed("a", 24_000, [24_100]), typed("b", 27_000, [26_800])]);
    expect(fault?.likeliest).toBeNull();
  });

  test("breaks no order of mistakes: what explains better stays before what fits the line better", () => {
    const anyPeers = fc.array(fc.oneof(fc.integer({ min: -99_999, max: 99_999 }), fc.constantFrom(NaN, Infinity, 0)), { maxLength: 4 });
    fc.assert(
      fc.property(anyPeers, anyPeers, (one, other) => {
        const likeliest = first([typed("t", 275_556), typed("a", 158_486, one), typed("b", 171_070, other)])?.likeliest;
        expect(likeliest).toMatchObject({ cell: "b", to: 117_070, kind: "digits-swapped" });
      }),
    );
  });
});

test("several sums that ask for the same value name the cell, even if no slip explains it", () => {
  const cells = [typed("t", 9_000), typed("a", 1_111), typed("b", 4_320), typed("u", 11_568), typed("c", 3_679)];
  const { faults } = diagnose(cells, [sum("s", "t", ["a", "b"]), sum("v", "u", ["b", "c"])]);
  expect(faults.map(({ likeliest }) => likeliest)).toEqual([{ cell: "b", from: 4_320, to: 7_889, kind: null, settles: ["s", "v"] }]);
});
