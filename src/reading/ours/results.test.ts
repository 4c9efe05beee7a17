import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { GridCell } from "../../../tests/support/grids";
import { indicatorRows, type IndicatorCells } from "../../../tests/support/indicator-rows";
import { type IndicatorRow, takesWords } from "../../tables";

function rowOf(cells: IndicatorCells): IndicatorRow {
  const [row] = indicatorRows([cells]).rows;
  if (!row) throw new Error("no row");
  return row;
}

const words = "Duy trì và nâng cao";

describe("what a person thinks of a result in words", () => {
  const chosen = (status: GridCell, target: string | number = words) =>
    rowOf({ target2025: target, actual2025: "Đã làm ở 7/17 xã", status }).assessments.get(2025)?.state;

  test.each([
    ["Đạt", "met"], ["đạt", "met"], [" ĐẠT. ", "met"], ["Met", "met"], ["Đạt và vượt", "met"],
    ["Chưa đạt", "notMet"], ["chua dat", "notMet"], ["Không đạt", "notMet"], ["Not met", "notMet"],
    ["Theo dõi", "watched"], ["Đang theo dõi", "watched"], ["Watched", "watched"],
    ["tạm được", "other"], ["5", "other"], [7, "other"], [null, "blank"], ["", "blank"], ["  ", "blank"],
  ] as const)("%p is %s", (status, state) => {
    expect(chosen(status)).toBe(state);
  });

  test("the formula that stood there before has chosen nothing, and one of somebody's own only by a word of the list", () => {
    const formula = (value: string) => chosen({ formula: '=IF(A1="","","x")', value });
    expect([formula(""), formula("xem Kiểm tra"), formula("Đạt"), formula("#N/A")]).toEqual(["blank", "blank", "met", "blank"]);
  });

  test("a target that is no words has none: its verdict is the formula's", () => {
    expect([chosen("Đạt", 30), chosen("Đạt", "> 30"), chosen("Đạt", "")]).toEqual([undefined, undefined, undefined]);
  });

  test("the column is of the last year that has both a target and a result", () => {
    const years = (cells: IndicatorCells) => [...rowOf({ status: "Đạt", ...cells }).assessments.keys()];
    expect(years({ target2025: words, target2030: words, actual2024: null, actual2025: null })).toEqual([2025]);
    expect(years({ target2025: words, target2030: words, actual2025: null, actual2030: null })).toEqual([2030]);
    expect(years({ target2030: words, actual2025: null })).toEqual([]);
    // of years that have columns of their own those are meant
    expect(years({ target2025: words, target2030: words, actual2025: null, actual2030: null, status2025: "Đạt" })).toEqual([2025, 2030]);
    expect(years({ target2024: words, target2025: words, actual2024: null, actual2025: null, status2025: "Đạt" })).toEqual([2024, 2025]);
  });
});

test("a result may be words where the target that it is held against is", () => {
  const takes = (cells: IndicatorCells, year: number) => takesWords(rowOf(cells), year);
  const mixed = { target2025: words, target2030: 90 };
  expect([2024, 2025, 2026, 2030, 2031].map((year) => takes(mixed, year))).toEqual([true, true, false, false, false]);
  fc.assert(
    fc.property(
      fc.integer({ min: 2020, max: 2040 }),
      (year) =>
        takes({ target2025: words, target2030: words }, year) &&
        !takes({ target2025: 5, target2030: "" }, year) &&
        !takes({ target2025: "" }, year),
    ),
  );
});
