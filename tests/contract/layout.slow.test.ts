import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { MAX_COLS, MAX_ROWS, type CellInput, type SheetSnapshot } from "../../src/sheet";
import type { LiveWorkbook } from "../../src/workbook/port";
import { type OpenedWorkbook, openExcelWorkbook } from "./excel-workbook";
import { failureOf } from "./failure-of";
import { budgetSheet, plainSheet } from "./sheets";

const WHOLE = { row: 0, col: 0, rows: MAX_ROWS, cols: MAX_COLS };

let opened: OpenedWorkbook;
let workbook: LiveWorkbook;

beforeEach(() => {
  opened = openExcelWorkbook();
  workbook = opened.workbook;
});

afterEach(() => opened.dispose());

const layoutOf = async (sheet: string, area = WHOLE): Promise<SheetSnapshot> => {
  const [snapshot] = await workbook.read([{ sheet, area }], { layout: true });
  if (!snapshot) throw new Error("no snapshot");
  return snapshot;
};

const sent = async (work: () => Promise<unknown>): Promise<readonly number[]> => {
  const from = opened.messages().length;
  await work();
  return opened.messages().slice(from);
};

describe("the layout that Excel tells", () => {
  test("has the rows and columns that a person hid, in the message that reads the cells", async () => {
    await workbook.addSheets([budgetSheet("Kinh phí")]);
    await opened.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Kinh phí");
      sheet.getRange("6:7").rowHidden = true;
      sheet.getRange("9:9").rowHidden = true;
      sheet.getRange("D:D").columnHidden = true;
      await context.sync();
    });
    expect((await layoutOf("Kinh phí")).hidden).toEqual({ rows: [5, 6, 8], cols: [3] });
    expect((await layoutOf("Kinh phí", { row: 6, col: 4, rows: 10, cols: 3 })).hidden).toEqual({ rows: [6, 8], cols: [] });
    const areas = [{ sheet: "Kinh phí", area: WHOLE }];
    expect(await sent(() => workbook.read(areas, { layout: true }))).toHaveLength(1);
    expect(await sent(() => workbook.read(areas))).toHaveLength(1);
  });

  test("is whole where the sheet is read in several messages", async () => {
    const rows = Array.from({ length: 5000 }, (_, row): CellInput[] => Array.from({ length: 40 }, (_unused, col) => row * 40 + col));
    await workbook.addSheets([
      plainSheet("Dài", rows, { merges: [{ row: 10, col: 50, rows: 4000, cols: 2 }, { row: 4500, col: 41, rows: 2, cols: 2 }] }),
    ]);
    await opened.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Dài");
      for (const row of ["3:3", "4999:4999"]) sheet.getRange(row).rowHidden = true;
      await context.sync();
    });
    const area = { row: 0, col: 0, rows: 5000, cols: 51 };
    let snapshot: SheetSnapshot | undefined;
    expect((await sent(async () => (snapshot = await layoutOf("Dài", area)))).length).toBeGreaterThan(2);
    expect(snapshot?.hidden).toEqual({ rows: [2, 4998], cols: [] });
    expect(snapshot?.merges).toEqual([{ row: 10, col: 50, rows: 4000, cols: 2 }, { row: 4500, col: 41, rows: 2, cols: 2 }]);
  });

  test("lacks merges where this Excel does not know them or cannot list them, and has the rest", async () => {
    await workbook.addSheets([
      budgetSheet("Kinh phí"),
      plainSheet("Nhiều", [[1]], { merges: Array.from({ length: 513 }, (_, i) => ({ row: i, col: 1, rows: 1, cols: 2 })) }),
    ]);
    const many = await layoutOf("Nhiều");
    expect([many.values, many.hidden, many.merges]).toEqual([[[1]], { rows: [], cols: [] }, undefined]);
    opened.conditions.excelApi = 12;
    const old = await layoutOf("Kinh phí");
    expect([old.hidden, old.merges]).toEqual([{ rows: [], cols: [] }, undefined]);
  });

  test("names the sheet that is gone", async () => {
    expect(await failureOf(layoutOf("Không có"))).toEqual({ code: "sheet-gone", data: { sheet: "Không có" } });
  });
});

describe("long work", () => {
  const label = "Tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng thể thấp còi ".repeat(12);
  const large = plainSheet(
    "Lớn",
    Array.from({ length: 9000 }, (_, row): CellInput[] => [`${label}${row}`]),
    { names: [{ name: "pt_large", area: { row: 0, col: 0, rows: 1, cols: 1 } }] },
  );

  test("tells after each message how far it is", async () => {
    const shares: number[] = [];
    const progress = (share: number) => void shares.push(share);
    const writing = await sent(() => workbook.addSheets([large], { progress }));
    expect(writing.length).toBeGreaterThan(2);
    expect(shares).toEqual(Array.from({ length: writing.length - 1 }, (_, i) => (i + 1) / (writing.length - 1)));
    shares.length = 0;
    const reading = await sent(() => workbook.read([{ sheet: "Lớn", area: { row: 0, col: 0, rows: 9000, cols: 40 } }], { progress }));
    expect(reading.length).toBeGreaterThan(2);
    expect(shares).toHaveLength(reading.length);
    expect(shares).toEqual([...new Set(shares)].sort((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
  });

  test("that is stopped in the middle ends before the next message; what was written is taken back, names too", async () => {
    const before = await workbook.outline();
    let share = 0;
    const course = { progress: (now: number) => void (share = now), stopped: () => share > 0 };
    expect(await failureOf(workbook.addSheets([plainSheet("Nhỏ", [[1]]), large], course))).toEqual({ code: "stopped", data: {} });
    expect(share).toBeLessThan(1);
    expect(await workbook.outline()).toEqual(before);
    await workbook.addSheets([large]);
    share = 0;
    let reading: readonly number[] = [];
    reading = await sent(async () =>
      expect((await failureOf(workbook.read([{ sheet: "Lớn", area: { row: 0, col: 0, rows: 9000, cols: 40 } }], course))).code).toBe(
        "stopped",
      ),
    );
    expect(reading).toHaveLength(1);
  });
});

test("whole columns with formats and a name make no area larger than its cells", async () => {
  await workbook.addSheets([plainSheet("Cột", [["a", 1], ["b", 2]])]);
  await opened.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Cột");
    sheet.getRange("A:F").format.fill.color = "#FFF2CC";
    sheet.getRange("B:B").numberFormat = "#,##0" as never;
    await context.sync();
  });
  let read: readonly SheetSnapshot[] = [];
  expect(
    await sent(
      async () =>
        (read = await workbook.read(
          [{ sheet: "Cột", area: WHOLE }, { sheet: "Cột", area: { row: 0, col: 1, rows: MAX_ROWS, cols: 1 } }],
          { layout: true },
        )),
    ),
  ).toHaveLength(1);
  expect(read.map(({ area }) => area)).toEqual([{ row: 0, col: 0, rows: 2, cols: 2 }, { row: 0, col: 1, rows: 2, cols: 1 }]);
});
