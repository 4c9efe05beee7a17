import { expect, test } from "@jest/globals";
import { declared, today } from "../../tests/support/context";
import { lostTables } from "./lost-tables";

test("each table that could not be read is an error at its heads, once for a workbook", () => {
  const lost = [{ kind: "budget", at: { sheet: "Biểu 1/2", row: 4, col: 0 }, plan: null, caption: null, columns: null }] as const;
  const found = declared(lostTables, lostTables.beside?.({ today, tables: [], lost }) ?? []);
  expect(found).toMatchObject([
    { code: "table-lost", severity: "error", at: { sheet: "Biểu 1/2", row: 4 }, data: { kind: "budget", sheet: "Biểu 1/2" } },
  ]);
  expect(found[0]?.id.split("/")).toHaveLength(3);
  expect(lostTables.beside?.({ today, tables: [] })).toEqual([]);
});
