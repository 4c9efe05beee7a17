import { describe, expect, test } from "@jest/globals";
import { plainSheet } from "../../../tests/contract/sheets";
import type { CellInput } from "../../sheet";
import { calculate } from "./calculate";
import { evaluate } from "./evaluate";
import { storedBook } from "./spec-book";
import { cellKey } from "./stored";

async function column(rows: readonly CellInput[][], names: { name: string; scope: null; refersTo: string }[] = []): Promise<unknown[]> {
  const [values] = await calculate({ ...storedBook([plainSheet("S", rows)]), names });
  return rows.map((_, row) => values?.get(cellKey(row, 0)));
}

const formulas = (...texts: string[]): CellInput[][] => texts.map((formula) => [{ formula }, 2]);

describe("what would never end is not begun", () => {
  test.each([
    "=SUM(OFFSET(A1,0,0,1048576,16384))",
    '=SUM(INDIRECT("G:XFD"))',
    '=SUM(INDIRECT("\'S\'!$A$1:$XFD$1048576"))',
    "=WORKDAY(45000,1E9)",
    "=WORKDAY(45000,-10^9)",
    "=WORKDAY.INTL(45000,3000*1000*1000)",
    "=SUM(MUNIT(20000))",
    "=SUM(SEQUENCE(1E6,1E3))",
    "=SUM(_xlfn.RANDARRAY(100000,100000))",
    '=LEN(REPT("x",1E9))',
    "=SUM(EXPAND(B1,1E6,1E4,1))",
    `=${"IF(1,".repeat(300)}1${")".repeat(300)}`,
    `=${"(".repeat(3000)}1${")".repeat(3000)}`,
    `=${"1^1+".repeat(9000)}1`,
  ])("%.40s", async (formula) => {
    expect(await column(formulas(formula, "=B2*3"))).toEqual([undefined, 6]);
  });

  test("nor what names stand for, if it is written out without end", async () => {
    const names = Array.from({ length: 8 }, (_, i) => ({
      name: `tên_${i}`,
      scope: null,
      refersTo: i === 7 ? "1" : Array.from({ length: 200 }, () => `tên_${i + 1}`).join("+"),
    }));
    expect(await column(formulas("=tên_0", "=tên_7+1"), names)).toEqual([undefined, 2]);
  });

  test("areas that are written out are read only as far as anything stands", async () => {
    expect(
      await column([[{ formula: "=SUM(B1:XFD1048576)" }, 2], [{ formula: "=SUM(B:XFD)" }, 3], [{ formula: "=SUM(B2:IV2)" }, 4]]),
    ).toEqual([9, 9, 3]);
  });

  test("of too many the ones that take most are given up, the same on every machine", async () => {
    const book = storedBook([plainSheet("S", formulas("=SUMPRODUCT(B1:B4,1)", "=B1*3", "=SUMPRODUCT(B1:B200)", "=A2+1"))]);
    const [values] = await evaluate(book, null, { steps: 500 });
    expect([0, 1, 2, 3].map((row) => values?.get(cellKey(row, 0)))).toEqual([8, 6, undefined, 7]);
  });
});

describe("what the engine cannot do is not told as an error of the file's", () => {
  const kept = async (formula: string, value: number | null | { error: string }): Promise<unknown> => {
    const book = storedBook([plainSheet("S", formulas(formula))]);
    const [sheet] = book.sheets;
    sheet?.cells.set(0, { value, formula: { text: formula, spill: null } });
    return (await calculate(book))[0]?.get(0);
  };

  test("an error of a function that is not among the simple ones is believed where the file kept one", async () => {
    expect(await kept("=EDATE(\"x\",1)", 6)).toBeUndefined();
    expect(await kept("=EDATE(\"x\",1)", { error: "#VALUE!" })).toEqual({ error: "#VALUE!" });
  });

  test("an error of plain arithmetic is the file's own", async () => {
    expect(await kept('="x"*2', 6)).toEqual({ error: "#VALUE!" });
    expect(await kept("=EDATE(1,1)/0", null)).toEqual({ error: "#DIV/0!" });
  });

  test("a text that is longer than a cell takes is #VALUE!, as in Excel", async () => {
    expect(
      await kept(
        '=SUBSTITUTE("aaaaaaaaaa","a",SUBSTITUTE("aaaaaaaaaa","a",SUBSTITUTE("aaaaaaaaaa","a",SUBSTITUTE("aaaaaaaaaa","a","bbbbbbbbbb"))))',
        null,
      ),
    ).toEqual({ error: "#VALUE!" });
  });
});
