import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { found } from "../../tests/support/context";
import { calculated, type Typed } from "../../tests/support/formula-grids";
import { sums } from "./sums";

/** What is said of amounts in another unit, and of which cells. */
function told(table: Parameters<typeof found>[1]) {
  return found(sums, table).map((one) =>
    one.code === "sum-mismatch" || one.code === "breakdowns-differ"
      ? {
          typedIn: one.data.typedIn,
          rows: one.data.together.map(({ at, to }) => `${at.row + 1} ${to}`),
          one: one.data.correction ?? one.data.candidates[0] ?? null,
        }
      : one.code,
  );
}

const two = (total: Typed, items: readonly number[], sources: readonly number[]) =>
  calculated(["number", "label", "amount", "key"], [
    ["", "Tổng", total, "T"],
    ["A", "Theo nội dung", `=SUM(C4:C${3 + items.length})`, "T:item"],
    ...items.map((value, index): Typed[] => [String(index + 1), `Việc ${index + 1}`, value, `A.${index + 1}`]),
    ...(sources.length === 0 ? [] : [["B", "Theo nguồn", `=SUM(C${5 + items.length}:C${4 + items.length + sources.length})`, "T:source"]]),
    ...sources.map((value, index): Typed[] => [String(index + 1), `Nguồn ${index + 1}`, value, `B.${index + 1}`]),
  ]);

const ITEMS = [39_705, 78_960, 84_640];
const SOURCES = [158_486, 44_819];

describe("a whole breakdown in another unit", () => {
  test.each([
    [1_000_000, false, "dong"],
    [1_000, false, "nghin-dong"],
    [1_000, true, "ty-dong"],
  ] as const)("%s times, %s: one finding, with all cells", (factor, small, unit) => {
    const typed = (value: number): number => (small ? value / factor : value * factor);
    const rows = ITEMS.map((value, index) => `${4 + index} ${value}`);
    const total = ITEMS.reduce((all, one) => all + one, 0);
    expect(told(two(total, ITEMS.map(typed), SOURCES))).toEqual([{ typedIn: { factor, small, unit }, rows, one: null }]);
    // where the total follows from the items or from the sources, and where none is stated
    if (!small)
      for (const other of ["=C3", "=C7", null])
        expect(told(two(other, ITEMS.map(typed), SOURCES))).toEqual([{ typedIn: { factor, small, unit }, rows, one: null }]);
  });

  test("with a typed total alone beside them: by what no budget comes to, else both are told", () => {
    expect(told(two(203_305, ITEMS.map((value) => value * 1_000_000), []))).toMatchObject([{ typedIn: { unit: "dong" }, one: null }]);
    expect(
      told(two(203_305, ITEMS.map((value) => value * 1_000), [])),
    ).toMatchObject([{ typedIn: { unit: "nghin-dong" }, one: { at: { row: 1 }, to: 203_305_000 } }]);
  });

  test("amounts to the đồng, that round to those of the table", () => {
    expect(told(two(203_305, [39_705_123_456, 78_959_612_000, 84_640_264_544], SOURCES))).toMatchObject([
      { typedIn: { factor: 1_000_000, small: false }, rows: ["4 39705.123456", "5 78959.612", "6 84640.264544"] },
    ]);
  });

  test("the lines under one item, and the items of one year", () => {
    const under = (one: number) =>
      calculated(
        ["number", "label", "amount", "key"],
        [
          ["", "Tổng", 24_000, "T"], ["A", "Theo nội dung", "=C4+C7", "T:item"], ["1", "Một", 20_000, "A.1"],
          ["1.1", "Mua", 12_345 * one, "A.1.1"], ["1.2", "Sửa", 7655 * one, "A.1.2"], ["2", "Hai", 4000, "A.2"],
        ],
      );
    expect(told(under(1))).toEqual([]);
    expect(told(under(1_000_000))).toMatchObject([{ typedIn: { factor: 1_000_000 }, rows: ["5 12345", "6 7655"], one: null }]);
    const years = (one: number) =>
      calculated(["number", "label", "amount", "y2024", "y2025", "years", "key"], [
        ["", "Tổng", 3000, 1500, 1500, "=SUM(D2:E2)", "T"],
        ["A", "Theo nội dung", "=SUM(C4:C5)", "=SUM(D4:D5)", "=SUM(E4:E5)", "=SUM(D3:E3)", "T:item"],
        ["1", "Một", 1207, 603 * one, 604, "=SUM(D4:E4)", "A.1"],
        ["2", "Hai", 1793, 897 * one, 896, "=SUM(D5:E5)", "A.2"],
      ]);
    expect(told(years(1))).toEqual([]);
    expect(told(years(1_000_000))).toMatchObject([{ typedIn: { factor: 1_000_000, small: false }, rows: ["4 603", "5 897"] }]);
  });

  test("of any amounts, all of them told with what they have to be", () => {
    const amount = fc.integer({ min: 100, max: 99_999 });
    fc.assert(
      fc.property(fc.array(amount, { minLength: 2, maxLength: 9 }), fc.constantFrom(1_000, 1_000_000), (items, factor) => {
        const total = items.reduce((all, one) => all + one, 0);
        const table = two(total, items.map((value) => value * factor), [50, total - 50]);
        expect(told(table)).toMatchObject([
          { typedIn: { factor, small: false }, rows: items.map((value, index) => `${4 + index} ${value}`) },
        ]);
      }),
      { numRuns: 50 },
    );
  });
});
