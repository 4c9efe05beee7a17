import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { toA1, areaToA1, type CellInput, type CellValue } from "../../sheet";
import { growth } from "../../../tests/support/growth";
import { plainSheet } from "../../../tests/contract/sheets";
import { calculate } from "./calculate";
import { evaluate } from "./evaluate";
import { plainValues } from "./plain-values";
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
const cell = fc.oneof(fc.record(place).map(toA1), fc.record(place).map((one) => `Bảng!${toA1(one)}`));
const tally = fc
  .tuple(fc.constantFrom("SUM", "AVERAGE", "COUNT", "MIN", "MAX"), fc.array(fc.oneof(area, cell), { minLength: 1, maxLength: 2 }))
  .map(([name, parts]) => `${name}(${parts.join(",")})`);
const sign = fc.constantFrom("+", "-", "*", "/");
const { reckoning } = fc.letrec<{ reckoning: string }>((tie) => ({
  reckoning: fc.oneof(
    { maxDepth: 3, depthSize: "small" },
    { weight: 4, arbitrary: cell },
    { weight: 2, arbitrary: tally },
    { weight: 1, arbitrary: fc.constantFrom("100", "0.5", "12", "3") },
    { weight: 3, arbitrary: fc.tuple(tie("reckoning"), sign, tie("reckoning")).map((parts) => parts.join("")) },
    { weight: 1, arbitrary: tie("reckoning").map((one) => `(${one})`) },
    { weight: 1, arbitrary: tie("reckoning").map((one) => `-${one}`) },
    { weight: 1, arbitrary: fc.tuple(cell, fc.constantFrom("+", "-", "*"), cell).map((parts) => `SUM(${parts.join("")})`) },
    { weight: 1, arbitrary: cell.map((one) => `${one}%`) },
  ),
}));
const formula = reckoning.map((text): CellInput => ({ formula: `=${text}` }));
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
  fc.array(
    fc.oneof({ weight: 6, arbitrary: typed }, { weight: 1, arbitrary: sum }, { weight: 1, arbitrary: formula }),
    { minLength: COLS, maxLength: COLS },
  ),
  { minLength: ROWS, maxLength: ROWS },
);

const bookOf = (rows: readonly (readonly CellInput[])[]) => storedBook([plainSheet("Bảng", rows)]);

const formulasOf = (book: ReturnType<typeof bookOf>) =>
  [...(book.sheets[0]?.cells ?? [])].flatMap(([key, { formula }]) => (formula ? [{ sheet: 0, row: rowOf(key), col: colOf(key) }] : []));

/** To the fifteen digits that a cell shows: the engine rounds twice, to twenty digits and to a number. */
const shown = (value: CellValue | undefined) => (typeof value === "number" ? Number(value.toPrecision(15)) : value);

const plainIn = (book: ReturnType<typeof bookOf>, cells = formulasOf(book), mostRead?: number) =>
  [...(plainValues(book, cells, mostRead)[0] ?? new Map<number, CellValue>())];

describe("formulas that need no engine", () => {
  test("come to what the engine gives, and those that hang on them too", async () => {
    let plain = 0;
    await fc.assert(
      fc.asyncProperty(grid, async (rows) => {
        const book = bookOf(rows);
        const [engine, both] = [(await evaluate(book, null))[0], (await calculate(book))[0]];
        for (const [key, value] of plainIn(book)) {
          plain += 1;
          expect([key, shown(value)]).toEqual([key, shown(engine?.get(key))]);
        }
        for (const [key, value] of engine ?? []) expect([key, shown(both?.get(key))]).toEqual([key, shown(value)]);
        expect(both?.size).toBe(engine?.size);
      }),
      { numRuns: 80 },
    );
    expect(plain).toBeGreaterThan(80);
  });

  test.each<[string, readonly (readonly CellInput[])[]]>([
    ["of a truth value", [[{ formula: "=SUM(B1:B2)" }, true]]],
    ["that need themselves", [[{ formula: "=SUM(B1:B2)" }, { formula: "=SUM(A1:A2)" }]]],
    ["that need another kind of formula", [[{ formula: "=SUM(B1:B2)" }, { formula: "=ABS(3)" }]]],
    ["of other workbooks, sheets that are not there, and names",
      [[{ formula: "=[1]Bảng!B1" }], [{ formula: "=SUM(Biểu!B1:B2)" }], [{ formula: "=SUM(cot)" }]]],
    ["of whole columns", [[{ formula: "=SUM(B:B)" }]]],
    ["of texts", [[{ formula: "=B1+1" }, "12"], [{ formula: "=-B1" }], [{ formula: '="a"' }], [{ formula: '="1"+1' }]]],
    ["by nothing, of an area, of powers",
      [[{ formula: "=1/B1" }], [{ formula: "=B1:B2*2" }], [{ formula: "=2^3" }], [{ formula: "=AVERAGE(B1)" }]]],
    ["that end where nothing may", [[{ formula: "=1+" }], [{ formula: "=SUM(B1" }], [{ formula: "=(1))" }], [{ formula: "=1 2" }]]],
    ["that nest too deep", [[{ formula: `=${"-".repeat(500)}1` }], [{ formula: `=${"(".repeat(500)}1${")".repeat(500)}` }]]],
    ["of other functions", [[{ formula: "=SUM(ABS(B1))" }], [{ formula: "=SUM(B1)&COUNT(B1)" }], [{ formula: "=IF(B1=0,1,2)" }]]],
  ])("are the engine's: those %s", (_name, rows) => {
    const book = bookOf(rows);
    for (const formula of formulasOf(book).filter(({ col }) => col === 0)) expect(plainIn(book, [formula])).toEqual([]);
  });

  test("with two minus signs behind an operator come to the same by both", async () => {
    const formulas = ["=Bảng!A1*--A1", "=1+--A1", "=A1---A1", "=A1/--A1", "=--A1"];
    const book = bookOf([[5, ...formulas.map((text) => ({ formula: text }))]]);
    const values = (await evaluate(book, null))[0];
    expect(plainIn(book)).toEqual([...(values ?? [])]);
    expect([...(values ?? [])].map(([, value]) => value)).toEqual([25, 6, 0, 1, 5]);
  });

  test("however long they are", () => {
    const rows: CellInput[][] = [[{ formula: `=1${"+1".repeat(20_000)}` }, { formula: `=SUM(${"1*1,".repeat(2_000)}1)` }]];
    expect(plainIn(bookOf(rows)).map(([, value]) => value)).toEqual([20_001, 2_001]);
  });

  test("a long chain that is looked at from its end is left to the engine, without failing", () => {
    const rows = Array.from({ length: 3_000 }, (_, row): CellInput[] => [row === 2_999 ? 1 : { formula: `=((-(A${row + 2}))+1)*1` }]);
    const book = bookOf(rows);
    expect(() => plainIn(book, formulasOf(book).slice(0, 1))).not.toThrow();
  });

  test("are given to those that need the engine", async () => {
    const rows: CellInput[][] = [
      [{ formula: "=B1+B2" }, 1], [{ formula: "=ROUND(A1/3,1)" }, 1.5], [{ formula: "=A2*2" }], [{ formula: '=IF(A3>1,"có","không")' }],
      [{ formula: "=A4" }], [{ formula: "=A6+1" }], [{ formula: "=A1-A1+NOSUCH()" }], [{ formula: "=A1-0" }],
    ];
    const [values] = await calculate(bookOf(rows));
    expect(rows.map((_, row) => values?.get(cellKey(row, 0)))).toEqual([2.5, 0.8, 1.6, "có", "có", undefined, undefined, 2.5]);
  });

  test("one that asks what formula a cell holds finds it", async () => {
    const rows: CellInput[][] = [[{ formula: "=ISFORMULA(A2)" }], [{ formula: "=1+1" }]];
    const [engine, both] = [await evaluate(bookOf(rows), null), await calculate(bookOf(rows))];
    expect(both).toEqual(engine);
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
    if (!book || plainIn(book).length !== rows) throw new Error("not added up");
  };
  expect(growth(work, 200, 8)).toBeLessThan(28);
});

test("sums of which each reads other cells are left to the engine once they have read many", () => {
  const book = column(60, (row) => `=SUM(A${row}:A${row + 50})`);
  expect(plainIn(book).length).toBe(60);
  expect(plainIn(book, formulasOf(book), 2_000).length).toBeLessThan(41);
});
