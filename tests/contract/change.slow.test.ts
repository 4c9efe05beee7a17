import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import type { Area, CellInput, CellRef, SheetSpec } from "../../src/sheet";
import { specArea } from "../../src/sheet";
import type { CellChange, LiveWorkbook } from "../../src/workbook/port";
import type { OpenedWorkbook } from "./excel-workbook";
import { openExcelWorkbook } from "./excel-workbook";
import { failureOf } from "./failure-of";
import { plainSheet } from "./sheets";

const A1 = { row: 0, col: 0, rows: 1, cols: 1 };

let opened: OpenedWorkbook;
let workbook: LiveWorkbook;

beforeEach(() => {
  opened = openExcelWorkbook();
  workbook = opened.workbook;
});

afterEach(() => opened.dispose());

const valuesOf = async (sheet: string, area: Area) => (await workbook.read([{ sheet, area }]))[0]?.values;
const cell = (sheet: string, row: number, col: number): CellRef => ({ sheet, row, col });
const add = async (...specs: SheetSpec[]) => (await workbook.addSheets(specs)).map((sheet) => sheet.id);

const messages = (work: () => Promise<unknown>): Promise<number> => opened.sent(work);

describe("change", () => {
  const table = plainSheet("Sửa", [[1, "chữ", { formula: "=A1*2" }, null, "12,5%"]], {
    styles: [{ area: { row: 0, col: 4, rows: 1, cols: 1 }, style: { numberFormat: "@" } }],
  });

  test("writes, and what it returns takes it back", async () => {
    await add(table);
    const before = await workbook.read([{ sheet: "Sửa", area: specArea(table) }]);
    const inputs: CellInput[] = ["=1+1", 5, "7", { formula: "=A1&\"!\"" }, 12.5];
    const undo = await workbook.change(inputs.map((to, col): CellChange => ({ at: cell("Sửa", 0, col), to })));
    const [after] = await workbook.read([{ sheet: "Sửa", area: specArea(table) }]);
    expect(after?.values).toEqual([["=1+1", 5, "7", "=1+1!", 12.5]]);
    expect(after?.formulas).toEqual([[null, null, null, "=A1&\"!\"", null]]);
    await workbook.change(undo);
    expect(await workbook.read([{ sheet: "Sửa", area: specArea(table) }])).toEqual(before);
  });

  test("writes nothing when a cell is not what was expected", async () => {
    await add(table);
    const changes: CellChange[] = [{ at: cell("Sửa", 0, 0), to: 9, expect: 1 }, { at: cell("Sửa", 0, 1), to: 9, expect: "khác" }];
    expect(await failureOf(workbook.change(changes))).toEqual({ code: "cell-changed", data: { at: cell("Sửa", 0, 1) } });
    expect(await valuesOf("Sửa", A1)).toEqual([[1]]);
  });

  test("an undo does not run over what somebody typed meanwhile", async () => {
    await add(table);
    const undo = await workbook.change([{ at: cell("Sửa", 0, 0), to: 9, expect: 1 }]);
    await opened.type("Sửa", "A1", 10);
    expect((await failureOf(workbook.change(undo))).code).toBe("cell-changed");
    expect(await valuesOf("Sửa", A1)).toEqual([[10]]);
  });

  test("of two changes to one cell the last counts, and both are taken back at once", async () => {
    await add(table);
    const at = cell("Sửa", 0, 0);
    const undo = await workbook.change([{ at, to: 2, expect: 1 }, { at, to: 3, expect: 1 }]);
    expect(await valuesOf("Sửa", A1)).toEqual([[3]]);
    await workbook.change(undo);
    expect(await valuesOf("Sửa", A1)).toEqual([[1]]);
  });

  test("a locked cell of a protected sheet: what was written before it is taken back", async () => {
    const open = plainSheet("Mở", [[1, 2]], { styles: [{ area: A1, style: { locked: false } }] });
    await add(open);
    await opened.protect("Mở");
    const failure = await failureOf(workbook.change([{ at: cell("Mở", 0, 0), to: 10 }, { at: cell("Mở", 0, 1), to: 20 }]));
    expect(failure).toEqual({ code: "protected", data: { sheet: "Mở" } });
    expect(await valuesOf("Mở", specArea(open))).toEqual([[1, 2]]);
    await workbook.change([{ at: cell("Mở", 0, 0), to: 10 }]);
    expect(await valuesOf("Mở", A1)).toEqual([[10]]);
  });

  test("what cannot be taken back is said", async () => {
    await add(plainSheet("Mở", [[1, 2]], { styles: [{ area: A1, style: { locked: false } }] }));
    await opened.protect("Mở");
    opened.fail("InvalidOperationInCellEditMode", { from: 3 });
    const failure = await failureOf(workbook.change([{ at: cell("Mở", 0, 0), to: 10 }, { at: cell("Mở", 0, 1), to: 20 }]));
    expect(failure).toEqual({ code: "left-over", data: { sheets: ["Mở"] } });
  });

  test("of several sheets the one that is gone is named", async () => {
    await add(table);
    const changes = [{ at: cell("Sửa", 0, 0), to: 2 }, { at: cell("Mất", 0, 0), to: 2 }];
    expect(await failureOf(workbook.change(changes))).toEqual({ code: "sheet-gone", data: { sheet: "Mất" } });
    expect(await valuesOf("Sửa", A1)).toEqual([[1]]);
  });

  test("takes a message to look and one to write, however many cells", async () => {
    await add(plainSheet("Dài", Array.from({ length: 60 }, (_, row) => [row])));
    const changes = Array.from({ length: 60 }, (_, row): CellChange => ({ at: cell("Dài", row, 0), to: row + 1, expect: row }));
    expect(await messages(() => workbook.change(changes))).toBe(2);
    expect(await messages(() => workbook.change([]))).toBe(0);
  });

  test("neighbours are written together: a record of 500 lines in two small messages, and taken back in two", async () => {
    await add(plainSheet("Kết quả", [["Mã", "Trạng thái", "Giải thích"]]));
    const texts = ["sums.rows", "chưa xử lý", "thiếu nguồn vốn của huyện"];
    const changes = Array.from({ length: 1500 }, (_, i): CellChange => ({
      at: cell("Kết quả", 1 + Math.floor(i / 3), i % 3),
      to: `${texts[i % 3] ?? ""} ${Math.floor(i / 3)}`,
      expect: null,
    }));
    let undo: readonly CellChange[] = [];
    const from = opened.messages().length;
    undo = await workbook.change(changes);
    const sent = opened.messages().slice(from);
    expect(sent).toHaveLength(2);
    expect(sent[0]).toBeLessThan(3000);
    expect(sent[1]).toBeLessThan(100_000);
    expect(await valuesOf("Kết quả", { row: 500, col: 0, rows: 2, cols: 3 })).toEqual([
      texts.map((text) => `${text} 499`), [null, null, null],
    ]);
    expect(await messages(() => workbook.change(undo))).toBe(2);
    expect(await valuesOf("Kết quả", { row: 1, col: 0, rows: 1, cols: 3 })).toEqual([[null, null, null]]);
  });

  test("cells far apart are written in one message, each where it belongs", async () => {
    await add(plainSheet("Một", [[1, 2, 3]]), plainSheet("Hai", [[1, 2, 3]]));
    const places = [cell("Một", 4, 4), cell("Hai", 0, 2), cell("Một", 0, 0), cell("Một", 0, 1), cell("Hai", 9, 0)];
    expect(await messages(() => workbook.change(places.map((at, i) => ({ at, to: 100 + i }))))).toBe(2);
    const read = await workbook.read(["Một", "Hai"].map((sheet) => ({ sheet, area: { row: 0, col: 0, rows: 10, cols: 5 } })));
    expect(read.map(({ values }) => values.flat().filter((value) => value !== null))).toEqual([[102, 103, 3, 100], [1, 2, 101, 104]]);
  });
});
