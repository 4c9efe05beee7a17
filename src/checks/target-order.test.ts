import { describe, expect, test } from "@jest/globals";
import type { CellValue } from "../../src/sheet";
import { found } from "../../tests/support/context";
import { indicatorRows } from "../../tests/support/indicator-rows";
import { targetOrder } from "./target-order";

const said = (first: CellValue, second: CellValue, direction = "tăng") =>
  found(targetOrder, indicatorRows([{ target2025: first, target2030: second, direction }])).map(({ severity }) => severity);

describe("target-order", () => {
  test.each<[CellValue, CellValue, string]>([
    [95, 90, "tăng"],
    ["≥ 95", "> 90", "tăng"],
    ["trên 95%", "từ 90% trở lên", "tăng"],
    ["dưới 12", "dưới 14", "giảm"],
    [12, 14, "giảm"],
    ["30 - 40", "25 - 45", "tăng"],
  ])("%p, and later %p", (first, second, direction) => {
    expect(said(first, second, direction)).toEqual(["warning"]);
  });

  test("the same number with a looser sign is information", () => {
    expect(said("> 98", "≥ 98")).toEqual(["info"]);
    expect(said("≥ 98", "> 98")).toEqual([]);
  });

  test.each<[CellValue, CellValue, string]>([
    [90, 95, "tăng"],
    [95, 95, "tăng"],
    ["dưới 14", "dưới 12", "giảm"],
    ["khoảng 75,5", "khoảng 76", "tăng"],
    [30, "dưới 25", "giảm"],
    [5, 3, "giữ"],
    [95, "Duy trì và nâng cao", "tăng"],
    [95, null, "tăng"],
    ["≥ 95", "< 90", "tăng"],
  ])("quiet: %p, and later %p (%s)", (first, second, direction) => {
    expect(said(first, second, direction)).toEqual([]);
  });

  test("the nearest target that is passed is named", () => {
    expect(found(targetOrder, indicatorRows([{ target2023: 95, target2024: 92, target2025: 90 }]))).toMatchObject([
      { data: { year: 2024, earlierYear: 2023 } }, { data: { year: 2025, earlierYear: 2024 } },
    ]);
  });
});
