import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { found } from "../../tests/support/context";
import { calculated, twoBreakdowns, type Typed } from "../../tests/support/formula-grids";
import { sums } from "./sums";
import { unitSlips } from "./unit-slips";

const said = (table: Parameters<typeof found>[1]) =>
  found(unitSlips, table).flatMap((finding) =>
    finding.code === "unit-slip"
      ? [
          {
            severity: finding.severity,
            row: finding.at.row + 1,
            col: finding.at.col,
            against: finding.data.against,
            small: finding.data.small,
            factor: finding.data.factor,
            to: finding.data.correction.to,
          },
        ]
      : [],
  );

const years = (amount: Typed, cells: readonly Typed[]) =>
  calculated(
    ["number", "label", "amount", "y2021", "y2022", "y2023", "y2024", "y2025", "years", "key"],
    [["", "Tổng", amount, ...cells, "=SUM(D2:H2)", "T"]],
  );

describe("unit-slips", () => {
  test("amounts of one unit are quiet, small ones too", () => {
    expect(said(twoBreakdowns())).toEqual([]);
    expect(said(years(39_705, [8000, 7900, null, null, 20]))).toEqual([]);
  });

  test("a year typed in nghìn đồng into a table of triệu đồng exceeds its total", () => {
    expect(said(years(39_705, [8_000_000, 7900, null, null, null]))).toEqual([
      { severity: "warning", row: 2, col: 3, against: "whole", small: false, factor: 1000, to: 8000 },
    ]);
    expect(said(years(39_705, [8_000_000_000, 7900, null, null, null]))).toMatchObject([{ factor: 1_000_000, to: 8000 }]);
    // ten times is a zero, and no unit
    expect(said(years(39_705, [80_000, 7900, null, null, null]))).toEqual([]);
  });

  test("a part trong đó typed in nghìn đồng, also where it is a little over its whole beside the other parts", () => {
    const table = (part: number) =>
      calculated(
        ["number", "label", "amount", "key"],
        [
          ["", "Tổng", 2037, "T"], ["A", "Theo nội dung", "=SUM(C4)", "T:item"], ["1", "Một", 2037, "A.1"], ["-", "Nhà A", part, "A.1.1"],
          ["-", "Nhà B", 54, "A.1.2"],
        ],
      );
    expect(said(table(1987))).toEqual([]);
    expect(said(table(1_987_000))).toMatchObject([{ row: 5, against: "whole", factor: 1000, to: 1987 }]);
    expect(said(table(1_900_000))).toMatchObject([{ row: 5, against: "whole", factor: 1000, to: 1900 }]);
  });

  const crossed = (factor: number, only: readonly number[] = [0, 1, 2, 3, 4, 5, 6]) => {
    const y = (at: number, value: number): number => (only.includes(at) ? value * factor : value);
    return calculated(["number", "label", "amount", "y2021", "y2022", "y2023", "y2024", "years", "key"], [
      ["", "Tổng", 4000, 1000, 1010, y(0, 990), 1000, "=SUM(D2:G2)", "T"],
      ["A", "Theo nội dung", "=SUM(C4:C6)", "=SUM(D4:D6)", "=SUM(E4:E6)", "=SUM(F4:F6)", "=SUM(G4:G6)", "=SUM(D3:G3)", "T:item"],
      ["1", "Một", 1320, 320, 340, y(1, 330), 330, "=SUM(D4:G4)", "A.1"],
      ["2", "Hai", 1250, 310, 300, y(2, 320), 320, "=SUM(D5:G5)", "A.2"],
      ["3", "Ba", 1430, 370, 370, y(3, 340), 350, "=SUM(D6:G6)", "A.3"],
      ["B", "Theo nguồn", "=SUM(C8:C9)", "=SUM(D8:D9)", "=SUM(E8:E9)", "=SUM(F8:F9)", "=SUM(G8:G9)", "=SUM(D7:G7)", "T:source"],
      ["1", "Tỉnh", 2030, 500, 510, y(4, 500), 520, "=SUM(D8:G8)", "B.1"],
      ["2", "Xã", 1970, 500, 500, y(5, 490), 480, "=SUM(D9:G9)", "B.2"],
    ]);
  };
  test("a whole year typed in another unit, so that its own sums hold, is one finding with all its corrections", () => {
    expect(said(crossed(1))).toEqual([]);
    for (const [factor, small] of [[1000, false], [0.001, true]] as const) {
      const [slip, ...others] = found(unitSlips, crossed(factor));
      expect(others).toEqual([]);
      expect(slip).toMatchObject({ code: "unit-slip", data: { factor: 1000, small, correction: { at: { row: 1, col: 5 }, to: 990 } } });
      expect(slip?.code === "unit-slip" && slip.data.also.map(({ at, to }) => [at.row, to])).toEqual([
        [3, 330], [4, 320], [5, 340], [7, 500], [8, 490],
      ]);
    }
  });

  test("a total typed in tỷ đồng", () => {
    expect(said(years(39.705, [8000, 7900, null, null, null]))).toEqual([
      { severity: "warning", row: 2, col: 2, against: "whole", small: true, factor: 1000, to: 39_705 },
    ]);
  });

  test("what the sums name is told there alone", () => {
    const table = years(39_705, [8_000_000, 7900, 8100, 7705, 8000]);
    expect(found(sums, table)).toMatchObject([
      { code: "sum-mismatch", data: { correction: { from: 8_000_000, to: 8000, kind: "thousand-fold" } } },
    ]);
    expect(said(table)).toEqual([]);
    expect(said(twoBreakdowns({ C4: 123_000 }))).toEqual([]);
  });

  test("a year far below the others of its row, where the total allows more", () => {
    expect(said(years(39_705, [8, 7900, 8100, 7800, null]))).toMatchObject([{ against: "row", small: true, to: 8000 }]);
    expect(said(years(39_705, [8000, 7900, 8100, 7800, null]))).toEqual([]);
    // the years reach the total as they are
    expect(said(years(23_808, [8, 7900, 8100, 7800, 0]))).toEqual([]);
  });

  const lines = (amounts: readonly Typed[], total: Typed = null) =>
    calculated(
      ["number", "label", "amount", "key"],
      [
        ["", "Tổng", total, "T"],
        ["A", "Theo nội dung", "=SUM(C4:C20)", "T:item"],
        ...amounts.map((amount, index): Typed[] => [String(index + 1), `Dòng ${index + 1}`, amount, `A.${index + 1}`]),
      ],
    );
  test("a line among lines, by its digits: a dot of thousands that was taken for a decimal point", () => {
    expect(said(lines([39.705, 78_960, 84_640, 22_151, 30_000]))).toMatchObject([{ row: 4, against: "column", small: true, to: 39_705 }]);
    expect(said(lines([39_705_000, 78_960, 84_640, 22_151, 30_000]))).toMatchObject([{ row: 4, small: false, to: 39_705 }]);
  });

  test("lines may be of different sizes", () => {
    expect(said(lines([100, 78_960, 84_640, 72_151, 39_705]))).toEqual([]);
    expect(said(lines([100, 78_960, 84_640, 72_151, 39_705], 275_556))).toEqual([]);
    // the total says that it is right as it is
    expect(said(lines([39.705, 78_960, 84_640, 22_151, 30_000], 215_790.705))).toEqual([]);
  });

  describe("what is far, and what is of one size, is told at the limit and not before it", () => {
    const rowOf = (...cells: readonly number[]) => years(null, [0, 1, 2, 3, 4].map((at) => cells[at] ?? null));
    const toOf = (table: Parameters<typeof found>[1]) => said(table).map(({ against, to }) => [against, to]);

    test("in a row: a hundred times its largest, a hundredth of its smallest", () => {
      expect(toOf(rowOf(1_000_000, 1000, 10_000, 5000))).toEqual([["row", 1000]]);
      expect(toOf(rowOf(999_999, 1000, 10_000, 5000))).toEqual([]);
      expect(toOf(rowOf(10, 1000, 10_000, 5000))).toEqual([["row", 10_000]]);
      expect(toOf(rowOf(10.1, 1000, 10_000, 5000))).toEqual([]);
    });

    test("in a row: the others within ten times of each other", () => {
      expect(toOf(rowOf(5_000_000, 1000, 10_000, 5000))).toEqual([["row", 5000]]);
      expect(toOf(rowOf(5_000_000, 999, 10_000, 5000))).toEqual([]);
    });

    test("in a row: three others, and the value in the other unit within three times of them", () => {
      expect(toOf(rowOf(5_000_000, 5000, 5000, 5000))).toEqual([["row", 5000]]);
      expect(toOf(rowOf(5_000_000, 5000, 5000))).toEqual([]);
      expect(toOf(rowOf(15_000_000, 5000, 5000, 5000))).toEqual([["row", 15_000]]);
      expect(toOf(rowOf(15_001_000, 5000, 5000, 5000))).toEqual([]);
      expect(toOf(rowOf(2_000_000, 6000, 6000, 6000))).toEqual([["row", 2000]]);
      expect(toOf(rowOf(1_999_000, 6000, 6000, 6000))).toEqual([]);
    });

    test("among lines: a hundred times the largest, the others within a hundred times of each other, four of them", () => {
      expect(toOf(lines([2_000_000, 200, 20_000, 3000, 4000]))).toEqual([["column", 2000]]);
      expect(toOf(lines([1_999_000, 200, 20_000, 3000, 4000]))).toEqual([]);
      expect(toOf(lines([2_000_000, 199, 20_000, 3000, 4000]))).toEqual([]);
      expect(toOf(lines([2_000_000, 200, 20_000, 3000]))).toEqual([]);
    });

    test("of a whole: thirty times, and the whole of a thirtieth", () => {
      expect(toOf(years(1000, [30_000, 10, null, null, null]))).toEqual([["whole", 30]]);
      expect(toOf(years(1000, [29_999, 10, null, null, null]))).toEqual([]);
      expect(toOf(years(30, [400, 600, null, null, null]))).toEqual([["whole", 30_000]]);
      expect(toOf(years(30.001, [400, 600, null, null, null]))).toEqual([]);
    });
  });

  test("on tables that nobody has seen, sums that agree are quiet whatever the sizes", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.integer({ min: 1, max: 9 }).chain((digits) => fc.integer({ min: 1, max: 10 ** digits })),
          { minLength: 5, maxLength: 10 },
        ),
        (amounts) => {
          expect(said(lines(amounts, amounts.reduce((all, one) => all + one, 0)))).toEqual([]);
        },
      ),
    );
  });
});
