import { describe, expect, test } from "@jest/globals";
import { found } from "../../tests/support/context";
import { calculated, type Typed } from "../../tests/support/formula-grids";
import type { CorrectionData } from "../findings";
import { toA1 } from "../sheet";
import { sums } from "./sums";

const at = (one: CorrectionData): string => `${toA1(one.at)} ${one.to}`;

/** What is said to be wrong, by cell and value. */
function told(table: Parameters<typeof found>[1]) {
  return found(sums, table).map((one) => {
    if (one.code !== "sum-mismatch" && one.code !== "breakdowns-differ") return one.code;
    const { correction, candidates, rarer, together, copied } = one.data;
    return {
      at: toA1(one.at),
      correction: correction && at(correction),
      candidates: candidates.map(at),
      rarer: rarer.map(at),
      together: together.map(at),
      copied: copied.map(({ amount, parts }) => [at(amount), ...parts.map(at)]),
    };
  });
}

/** Total C2; items C4:C6 under C3, the first with what `split` says of it; sources C8:C9 under C7. */
function table(total: Typed, first: Typed, split: readonly [Typed, Typed, Typed], sources: readonly [Typed, Typed] = [158_486, 44_814]) {
  const none = [null, null, null];
  return calculated(["number", "label", "amount", "y2021", "y2022", "years", "key"], [
    ["", "Tổng", total, ...none, "T"],
    ["A", "Theo nội dung", "=SUM(C4:C6)", ...none, "T:item"],
    ["1", "Một", first, ...split, "A.1"],
    ["2", "Hai", 78_955, ...none, "A.2"],
    ["3", "Ba", 84_640, ...none, "A.3"],
    ["B", "Theo nguồn", "=SUM(C8:C9)", ...none, "T:source"],
    ["1", "Tỉnh", sources[0], ...none, "B.1"],
    ["2", "Xã", sources[1], ...none, "B.2"],
  ]);
}

const nothing = { correction: null, candidates: [], rarer: [], together: [], copied: [] };

describe("an amount and its year with the same mistake", () => {
  const rest = ["C5 78910", "C6 84595"];

  test.each([
    ["the years all filled", [30_000, 9_750, "=SUM(D4:E4)"]],
    ["a typed sum of the years too", [30_000, 9_750, 39_750]],
    ["some years blank", [null, 39_750, "=SUM(D4:E4)"]],
  ] as const)("%s: together first, then the cells that no slip explains", (_, split) => {
    const years = split[0] === null ? ["E4 39705"] : ["E4 9705"];
    expect(told(table(203_300, 39_750, split))).toEqual([{ ...nothing, at: "C4", together: ["C4 39705", ...years], rarer: rest }]);
  });

  test("several years could have taken it: the amount with either", () => {
    expect(told(table(203_300, 39_750, [21_432, 18_318, "=SUM(D4:E4)"]))).toEqual([
      { ...nothing, at: "C2", candidates: rest, copied: [["C4 39705", "D4 21387", "E4 18273"]] },
    ]);
  });

  test("where no total is stated, the two breakdowns", () => {
    expect(told(table(null, 39_750, [30_000, 9_750, "=SUM(D4:E4)"]))).toMatchObject([
      { correction: null, together: ["C4 39705", "E4 9705"] },
    ]);
  });
});
