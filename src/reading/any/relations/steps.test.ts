import { describe, expect, it } from "@jest/globals";
import { BELIEVED } from "../../../tables";
import type { CellValue, SheetSnapshot } from "../../../sheet";
import { layoutsOf } from "../layouts";
import { believedIn } from "../relations";
import { lotRoundingOf, stepOf } from "./steps";

function snapshotOf(values: readonly (readonly CellValue[])[]): SheetSnapshot {
  const area = { row: 0, col: 0, rows: values.length, cols: values[0]?.length ?? 0 };
  return { sheet: "Biểu", area, values, formulas: values.map((row) => row.map(() => null)), unevaluated: [] };
}

/** Counts of eight districts by four columns and their total, each rounded to threes up or down as a lot would. */
function rounded(step: number): CellValue[][] {
  const exact = Array.from({ length: 8 }, (_, row) => Array.from({ length: 4 }, (__, col) => 1000 + ((row * 7919 + col * 104_729) % 8999)));
  const totals = [0, 1, 2, 3].map((col) => exact.reduce((all, row) => all + (row[col] ?? 0), 0));
  const drawn = (value: number, lot: number): number => value - (value % step) + (value % step > lot % step ? step : 0);
  const rows = [...exact, totals].map((row, at) => row.map((value, col) => drawn(value, at * 2 + col * 3)));
  return [["Đơn vị", "Nam", "Nữ", "Thành thị", "Nông thôn"], ...rows.map((row, at) => [at === 8 ? "Tổng số" : `Huyện ${at + 1}`, ...row])];
}

const layoutOf = (values: readonly (readonly CellValue[])[]) => {
  const [layout] = layoutsOf(snapshotOf(values), []);
  if (!layout) throw new Error("no table");
  return layout;
};

describe("counts that were rounded by lot", () => {
  it.each([3, 5])("are known by their step of %d", (step) => expect(stepOf(layoutOf(rounded(step)))).toBe(step));

  it("are none where numbers are of any size, or of tens", () => {
    expect(stepOf(layoutOf(rounded(1)))).toBe(1);
    expect(stepOf(layoutOf(rounded(10)))).toBe(1);
  });

  it.each([3, 5])("hold in sums that are off by their rounding to %d", (step) => {
    const values = rounded(step);
    const gaps = [1, 2, 3, 4].map((col) =>
      values.slice(1, 9).reduce((all, row) => all + Number(row[col]), -Number(values[9]?.[col])),
    );
    expect(gaps.some((gap) => Math.abs(gap) > 1.5)).toBe(true);
    expect(gaps.every((gap) => Math.abs(gap) <= lotRoundingOf(step, 8))).toBe(true);
    const sums = believedIn(layoutOf(values)).filter(({ op, sure }) => op === "sum" && sure >= BELIEVED);
    expect(sums.map(({ total, parts, slack }) => [total[1], parts.length, slack])).toEqual(
      [1, 2, 3, 4].map((col) => [col, 8, lotRoundingOf(step, 8)]),
    );
  });

  it("are never off by more than a step for each number", () => {
    expect(lotRoundingOf(3, 1)).toBe(4);
    expect(lotRoundingOf(5, 40)).toBeCloseTo(3 * Math.sqrt(41 * 4));
  });
});

describe("numbers of a file of text", () => {
  it("have no decimals but those that say something", () => {
    const [layout] = layoutsOf(snapshotOf([
      ["Khoản", "2023.00000", "2024.00000"], ["Lương", "1250.00000", "1312.50000"], ["Điện", "310.00000", "298.25000"],
      ["Cộng", "1560.00000", "1610.75000"],
    ]), []);
    expect([...(layout?.numbers.decimals ?? [])]).toEqual([0, 0, 1, 0, 0, 2, 0, 0, 2]);
    expect(layout?.headRows).toEqual([0]);
  });
});
