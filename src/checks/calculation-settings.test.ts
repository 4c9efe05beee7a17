import { expect, test } from "@jest/globals";
import { today } from "../../tests/support/context";
import { budgetRows, formulaTable } from "../../tests/support/other-tables";
import type { CalculationSetting } from "../sheet";
import { calculationSettings } from "./calculation-settings";

const found = (rows: Parameters<typeof formulaTable>[0], calculation?: readonly CalculationSetting[]) =>
  calculationSettings.beside?.({ today, tables: [formulaTable(rows)], ...(calculation ? { calculation } : {}) }) ?? [];

test("a workbook that computes otherwise than usual is told once, where it has formulas", () => {
  expect(found(budgetRows(), ["manual", "as-displayed"])).toMatchObject([
    { code: "calculation-setting", severity: "info", data: { settings: ["manual", "as-displayed"] } },
  ]);
  expect(found(budgetRows())).toEqual([]);
  expect(found([["STT", "Nội dung", "Năm 2026"], ["1", "Giáo dục", 12], ["2", "Y tế", 13]], ["manual"])).toEqual([]);
});
