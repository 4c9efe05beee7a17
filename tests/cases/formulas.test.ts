import { expect, test } from "@jest/globals";
import { findingsOfCase as check, there, type Found } from "../support/cases";

const budget = (found: readonly Found[]): Found[] => found.filter(({ cell }) => cell.startsWith("Biểu kinh phí!"));

there("formulas that speak of tables and of other workbooks", () => {
  test("l03: what a formula says of a table's row is computed", async () => {
    const found = budget(await check("l03-structref-row"));
    expect(found).toMatchObject([{ code: "sum-mismatch", cell: "Biểu kinh phí!C10" }]);
    expect(found[0]?.message).toContain("C10 từ 39.750 thành 39.705 (đảo hai chữ số) và E10 từ 9.750 thành 9.705 (đảo hai chữ số). Nếu các ô này đúng thì xem C11, C12, C13 hoặc C14");
  });

  test("m04: a link to another workbook has the value that the file kept, which is told, and the wrong amount beside it is found", async () => {
    expect(budget(await check("m04-external"))).toMatchObject([
      { code: "sum-mismatch", severity: "error", cell: "Biểu kinh phí!C10" },
      { code: "linked-values", severity: "info", cell: "Biểu kinh phí!C11" },
    ]);
  });
});
