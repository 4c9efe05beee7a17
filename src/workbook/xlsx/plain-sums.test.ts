import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { toA1, areaToA1, type CellInput, type CellValue } from "../../sheet";
import { growth } from "../../../tests/support/growth";
import { plainSheet } from "../../../tests/contract/sheets";
import { calculate } from "./calculate";
import { plainSums } from "./plain-sums";
import { storedBook } from "./spec-book";
import { cellKey, colOf, rowOf } from "./stored";

const [ROWS, COLS] = [5, 4] as const;

const place = { row: fc.nat({ max: ROWS - 1 }), col: fc.nat({ max: COLS - 1 }) };
const area = fc
  .record({ ...place, down: fc.nat({ max: 2 }), right: fc.nat({ max: 2 }) })
  .map(({ row, col, down, right }) => areaToA1({ row, col, rows: Math.min(down + 1, ROWS - row), cols: Math.min(right + 1, COLS - col) }));
const fixed = fc.record(place).map((cell) => toA1(cell).replace(/([A-Z]+)(\d+)/, "$$$1$$$2"));
const list = fc.array(fc.oneof({ weight: 4, arbitrary: area }, fixed), { minLength: 1, maxLength: 3 }).map((parts) => parts.join(","));
const sum = fc
  .tuple(list, fc.boolean())
  .map(([cells, keepBlank]): CellInput => ({ formula: keepBlank ? `=IF(COUNT(${cells})=0,"",SUM(${cells}))` : `=SUM(${cells})` }));
const money = fc.oneof(
  fc.integer({ min: -1e6, max: 1e6 }),
  fc.integer({ min: 0, max: 1e9 }).map((thousandths) => thousandths / 1000),
  fc.constantFrom(0, 0.1, 0.2, 9_007_199_254_740_991),
);
const typed: fc.Arbitrary<CellInput> = fc.oneof(
  { weight: 40, arbitrary: money },
  { weight: 12, arbitrary: fc.constantFrom<CellInput>(null, "chưa rõ", "12", "1.234,5", " ") },
  fc.constantFrom<CellInput>(true),
);
const grid = fc.array(
  fc.array(fc.oneof({ weight: 6, arbitrary: typed }, { weight: 1, arbitrary: sum }), { minLength: COLS, maxLength: COLS }),
  { minLength: ROWS, maxLength: ROWS },
);

const bookOf = (rows: readonly (readonly CellInput[])[]) => storedBook([plainSheet("S", rows)]);

const formulasOf = (book: ReturnType<typeof bookOf>) =>
  [...(book.sheets[0]?.cells ?? [])].flatMap(([key, { formula }]) => (formula ? [{ sheet: 0, row: rowOf(key), col: colOf(key) }] : []));

describe("sums that need no engine", () => {
  test("come to what the engine gives", async () => {
    let plain = 0;
    await fc.assert(
      fc.asyncProperty(grid, async (rows) => {
        const book = bookOf(rows);
        const found = plainSums(book, formulasOf(book));
        if (!found) return;
        plain += 1;
        // a formula of another kind sends all of them to the engine
        const engine = (await calculate(bookOf([...rows, [{ formula: "=LEN(\"x\")" }]])))[0];
        for (const [{ row, col }, value] of found)
          expect([toA1({ row, col }), value]).toEqual([toA1({ row, col }), engine?.get(cellKey(row, col))]);
      }),
      { numRuns: 300 },
    );
    expect(plain).toBeGreaterThan(60);
  });

  test.each<[string, readonly (readonly CellInput[])[]]>([
    ["of a truth value", [[{ formula: "=SUM(B1:B2)" }, true]]],
    ["that need themselves", [[{ formula: "=SUM(B1:B2)" }, { formula: "=SUM(A1:A2)" }]]],
    ["that need another kind of formula", [[{ formula: "=SUM(B1:B2)" }, { formula: "=2*3" }]]],
    ["of other sheets and of names", [[{ formula: "=SUM(Biểu!B1:B2)" }], [{ formula: "=SUM(cot)" }]]],
    ["of whole columns", [[{ formula: "=SUM(B:B)" }]]],
    ["that are more than a sum", [[{ formula: "=SUM(B1:B2)+1" }], [{ formula: '=IF(COUNT(B1:B2)=0,"",SUM(C1:C2))' }]]],
  ])("are the engine's: sums %s", (_name, rows) => {
    const book = bookOf(rows);
    for (const formula of formulasOf(book).filter(({ col }) => col === 0)) expect(plainSums(book, [formula])).toBeNull();
  });

  test("blanks and text are passed over, and a blank sum stays blank", async () => {
    const rows: CellInput[][] = [[{ formula: '=IF(COUNT(B1:C1)=0,"",SUM(B1:C1))' }, null, "12"], [{ formula: "=SUM(B1:C2,A1)" }, 0.1, 0.2]];
    const expected: CellValue[] = ["", 0.3];
    const [values] = await calculate(bookOf(rows));
    expect(rows.map((_, row) => values?.get(cellKey(row, 0)))).toEqual(expected);
  });
});

/** Column A holds numbers, column C a formula in each row, which counts from 1. */
const column = (rows: number, formula: (row: number) => string) =>
  bookOf(Array.from({ length: rows }, (_, i): CellInput[] => [i + 1, null, { formula: formula(i + 1) }]));

test.each([
  ["each goes one row further", (row: number) => `=SUM(A$1:A${row})`],
  ["all read one column", () => "=SUM(A$1:A1600)"],
  ["each adds to the one above", (row: number) => `=SUM(C${Math.max(1, row - 1)},A${row})`],
])("running sums take as long as they have rows: %s", (_, formula) => {
  const books = new Map([200, 1_600].map((rows) => [rows, column(rows, (row) => (row === 1 ? "=SUM(A1)" : formula(row)))]));
  const work = (rows: number) => {
    const book = books.get(rows);
    const found = book && plainSums(book, formulasOf(book));
    if (found?.size !== rows) throw new Error("not added up");
  };
  expect(growth(work, 200, 8)).toBeLessThan(28);
});

test("sums of which each reads other cells are left to the engine once they have read many", () => {
  const book = column(60, (row) => `=SUM(A${row}:A${row + 50})`);
  expect(plainSums(book, formulasOf(book))?.size).toBe(60);
  expect(plainSums(book, formulasOf(book), 2_000)).toBeNull();
});
