import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { CellInput, CellValue } from "../../sheet";
import { plainSheet } from "../../../tests/contract/sheets";
import { calculate } from "./calculate";
import { storedBook } from "./spec-book";
import { cellKey } from "./stored";

/** The values of the first column; undefined for what could not be computed. */
async function column(
  rows: readonly (readonly CellInput[])[],
  names: { name: string; scope: string | null; refersTo: string }[] = [],
): Promise<(CellValue | undefined)[]> {
  const book = storedBook([plainSheet("S", rows)]);
  const [values] = await calculate({ ...book, names });
  return rows.map((_, row) => values?.get(cellKey(row, 0)));
}

const formulas = (...texts: string[]): CellInput[][] => texts.map((formula) => [{ formula }]);

describe("what cannot be evaluated has no value", () => {
  test.each([
    ["an unknown function", "=NOSUCH(1)"],
    ["an unknown name", "=nosuch+1"],
    ["another workbook", "=[1]Sheet1!A1"],
    ["another workbook with a path", "='C:\\[book.xlsx]Sheet 1'!A1"],
    ["a sheet that is not there", "=Nope!A1"],
    ["a table", "=SUM(T[Cột])"],
    ["a union of areas", "=SUM((B1,B2))"],
    ["an intersection of areas", "=SUM(B1:B3 B2:C2)"],
    ["an array in a cell of its own", "=B1:B3*2"],
    ["the engine's unsafe functions", "=SUM(SORT(B1:B3))"],
    ["an unknown function that an error would hide", "=IFERROR(NOSUCH(1),0)"],
  ])("%s", async (_, formula) => {
    const [value] = await column([[{ formula }, 1, 1], [null, 2, 2], [null, 3, 3]]);
    expect(value).toBeUndefined();
  });

  test("nor has what hangs on it, while the rest is computed", async () => {
    const rows = formulas("=NOSUCH()", "=A1+1", "=SUM(A1:A2)", "=1+1", "=A4*2", "=INDIRECT(\"A1\")");
    expect(await column(rows)).toEqual([undefined, undefined, undefined, 2, 4, undefined]);
  });

  test("a circle, and what hangs on it", async () => {
    const rows = formulas("=A2+1", "=A1+1", "=IFERROR(A2,5)", "=7", "=A4+1", "=A6");
    expect(await column(rows)).toEqual([undefined, undefined, undefined, 7, 8, undefined]);
  });
});

describe("names", () => {
  const rows: CellInput[][] = [[{ formula: "=SUM(tổng.chi)*hệ_số" }, 1], [{ formula: "=SUM(S!local)" }, 2], [{ formula: "=moving" }, 4]];
  test("the sheet's own name goes before the workbook's; a name that moves with the cell is not followed", async () => {
    const names = [
      { name: "Tổng.Chi", scope: null, refersTo: "S!$B$1:$B$3" },
      { name: "hệ_số", scope: null, refersTo: "10" },
      { name: "local", scope: null, refersTo: "S!$B$1" },
      { name: "local", scope: "S", refersTo: "S!$B$2:$B$3" },
      { name: "moving", scope: null, refersTo: "S!B1" },
    ];
    expect(await column(rows, names)).toEqual([70, 6, undefined]);
  });

  test("names that need each other end", async () => {
    const names = [{ name: "a", scope: null, refersTo: "b" }, { name: "b", scope: null, refersTo: "a" }];
    expect(await column(formulas("=a+1"), names)).toEqual([undefined]);
  });
});

test("whole columns are read as far as they are used", async () => {
  const rows: CellInput[][] = [
    [{ formula: "=SUM(B:B)+SUM(C2:C65536)" }, 1, 10], [{ formula: "=ROWS(B:B)" }, 2, 20], [{ formula: "=INDEX(C:C,MATCH(2,B:B,0))" }],
  ];
  expect(await column(rows)).toEqual([23, undefined, 20]);
});

test("sums of random tables are their sums, and stale results have no part in them", async () => {
  const amounts = fc.array(fc.integer({ min: -1e12, max: 1e12 }), { minLength: 1, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(amounts, async (numbers) => {
      const rows: CellInput[][] = [
        [{ formula: `=SUM(B1:B${numbers.length})` }, numbers[0] ?? 0],
        ...numbers.slice(1).map((number): CellInput[] => [null, number]),
      ];
      expect((await column(rows))[0]).toBe(numbers.reduce((sum, number) => sum + number, 0));
    }),
    { numRuns: 20 },
  );
});
