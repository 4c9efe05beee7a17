import { expect, test } from "@jest/globals";
import { findingsOfCase as check, there, type Found } from "../support/cases";

const budget = (found: readonly Found[]): Found[] => found.filter(({ cell }) => cell.startsWith("Biểu kinh phí!"));

there("formulas that speak of tables and of other workbooks", () => {
  test("l03: what a formula says of a table's row is computed", async () => {
    const found = budget(await check("l03-structref-row"));
    expect(found).toMatchObject([{ code: "sum-mismatch", cell: "Biểu kinh phí!C8" }]);
  });

  test("m04: a link to another workbook has the value that the file kept, which is told, and the wrong amount beside it is found", async () => {
    expect(budget(await check("m04-external"))).toMatchObject([
      { code: "sum-mismatch", severity: "error", cell: "Biểu kinh phí!C10" },
      { code: "linked-values", severity: "info", cell: "Biểu kinh phí!C11" },
    ]);
  });
});
