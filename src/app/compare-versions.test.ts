import { describe, expect, test } from "@jest/globals";
import { plainSheet, SPENDING } from "../../tests/support/plain-sheet";
import { openFile } from "../../tests/support/open-file";
import type { CellInput, SheetSpec } from "../sheet";
import { writeXlsx } from "../workbook/xlsx";
import { WorkbookFailure, type Workbook } from "../workbook/port";
import { compareRead, lackOf, readVersion, versionCounts, versionSheets } from "./compare-versions";

const book = async (...sheets: readonly SheetSpec[]): Promise<Workbook> => openFile(await writeXlsx(sheets));
const typed = (cells: typeof SPENDING, row: number, col: number, value: CellInput): typeof SPENDING =>
  cells.map((own, r) => own.map((cell, c) => (r === row && c === col ? value : cell)));
const NEXT = typed(typed(typed(SPENDING, 11, 2, 307), 9, 2, 1373), 4, 2, 2191);

/** A workbook that says after so many readings that it is to stop. */
function stopping(after: number): { readonly course: { readonly stopped: () => boolean }; readonly asked: () => number } {
  let asked = 0;
  return { course: { stopped: () => ++asked > after }, asked: () => asked };
}

describe("a version as it is read", () => {
  test("has the tables of all sheets, or of the one that is chosen", async () => {
    const workbook = await book(plainSheet("Chi", SPENDING), plainSheet("Chi sau", NEXT), plainSheet("Ghi chú", [["Xem biểu"]]));
    const sheetsOf = async (sheet: string | null): Promise<string[]> =>
      (await readVersion({ workbook, sheet })).tables.map((table) => table.sheet);
    expect(await sheetsOf(null)).toEqual(["Chi", "Chi sau"]);
    expect(await sheetsOf("Chi sau")).toEqual(["Chi sau"]);
    expect(await sheetsOf("Ghi chú")).toEqual([]);
    expect(await versionSheets(workbook)).toEqual(["Chi", "Chi sau"]);
  });

  test("is refused where its sheet is not there", async () => {
    const workbook = await book(plainSheet("Chi", SPENDING));
    await expect(readVersion({ workbook, sheet: "Biểu 9" })).rejects.toMatchObject({ code: "sheet-gone" });
  });
});

describe("two versions", () => {
  test("are held against each other, and what changed is counted", async () => {
    const [old, now] = [
      await readVersion({ workbook: await book(plainSheet("Chi", SPENDING)), sheet: null }),
      await readVersion({ workbook: await book(plainSheet("Chi", NEXT)), sheet: null }),
    ];
    const differences = await compareRead(old, now);
    expect(versionCounts(differences)).toEqual({ tables: 1, cells: 3, came: 0, went: 0 });
    expect(lackOf(differences)).toBeNull();
    expect(lackOf(await compareRead({ tables: [], failures: [] }, now))).toBe("old");
    expect(lackOf(await compareRead(old, { tables: [], failures: [] }))).toBe("now");
  });

  test("are left where somebody stops it in the middle", async () => {
    const lines = Array.from({ length: 4000 }, (_, at): CellInput[] => [`${at + 1}`, `Dòng số ${at + 1}`, at, at, at]);
    const rows = [...SPENDING.slice(0, 4), ...lines];
    const workbook = await book(plainSheet("Chi", rows));
    const version = { workbook, sheet: null };
    const { course, asked } = stopping(1);
    await expect(readVersion(version, { ...course, rest: () => Promise.resolve() })).rejects.toBeInstanceOf(WorkbookFailure);
    expect(asked()).toBeGreaterThan(1);
    const [old, now] = [await readVersion(version), await readVersion(version)];
    const later = stopping(0);
    await expect(compareRead(old, now, { ...later.course, rest: () => Promise.resolve() })).rejects.toMatchObject({ code: "stopped" });
  });
});
