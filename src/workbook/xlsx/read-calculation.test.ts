import { expect, test } from "@jest/globals";
import { rawBook } from "../../../tests/support/raw-book";
import type { CalculationSetting } from "../../sheet";
import { openXlsx } from "./read";

test.each<readonly [string, readonly CalculationSetting[] | undefined]>([
  ['<calcPr calcMode="manual"/>', ["manual"]],
  ['<calcPr iterate="1" iterateCount="5"/>', ["iterative"]],
  ['<calcPr fullPrecision="0" calcMode="autoNoTable"/>', ["as-displayed"]],
  ['<calcPr calcId="191029" fullCalcOnLoad="1"/>', undefined],
  ["", undefined],
])("of a file %s says so", async (end, calculation) => {
  const book = await openXlsx(rawBook({ sheets: [{ name: "S", rows: "" }], end }));
  expect((await book.outline()).calculation).toEqual(calculation);
});
