import { describe, expect, test } from "@jest/globals";
import { isOverCells, namedCells } from "./named-cells";

describe("isOverCells", () => {
  test.each([
    "=C9", "=+C9", "=-$C$9", "=SUM(C10:C14)", "=IF(COUNT(C4:C5)=0,\"\",SUM(C4:C5))", "='Chi tiết'!F9", "=TongKinhPhi", "=1E3+C9",
    "=SUM(C:C)", "=INDIRECT(\"C9\")", "=TODAY()", "=3*AB$12",
  ])("%s is", (formula) => {
    expect(isOverCells(formula)).toBe(true);
  });

  test.each(["=39000+750", "=1E3+5", "=1.5e+3*2", "=ROUND(39704.6,0)", "=SUM(39000,750)", "=(100+5)%", "=-5"])(
    "%s is of plain numbers",
    (formula) => {
      expect(isOverCells(formula)).toBe(false);
    },
  );
});

test("the cells that a formula names: of its own sheet, and whether it is of another workbook", () => {
  expect(namedCells("=SUM(C10:C14)+biểu!D4", "Biểu")).toEqual({
    areas: [{ row: 9, col: 2, rows: 5, cols: 1 }, { row: 3, col: 3, rows: 1, cols: 1 }],
    linked: false,
  });
  expect(namedCells("='Phụ lục'!B2", "Biểu")).toEqual({ areas: [], linked: false });
  expect(namedCells("=[1]Biểu!C9", "Biểu")).toMatchObject({ areas: [], linked: true });
});
