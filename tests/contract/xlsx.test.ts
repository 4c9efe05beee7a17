import { describe, expect, test } from "@jest/globals";
import type { SheetSpec } from "../../src/sheet";
import { WorkbookFailure, type Workbook } from "../../src/workbook/port";
import { writeXlsx } from "../../src/workbook/xlsx";
import { openFile } from "../support/open-file";
import { failureOf } from "./failure-of";
import { budgetSheet, plainSheet } from "./sheets";
import { workbookContract } from "./workbook-contract";

/** A file that is written again with each sheet that is added, and opened again to be read. */
function fileWorkbook(): Workbook {
  let specs: readonly SheetSpec[] = [];
  let bytes: Uint8Array | null = null;
  const nothing: Workbook = {
    outline: () => Promise.resolve({ sheets: [], names: [] }),
    read: ([area]) => (area ? Promise.reject(new WorkbookFailure("sheet-gone", { sheet: area.sheet })) : Promise.resolve([])),
    addSheets: () => Promise.resolve([]),
  };
  const opened = (): Promise<Workbook> => (bytes ? openFile(bytes) : Promise.resolve(nothing));
  return {
    outline: async () => (await opened()).outline(),
    read: async (areas, options) => (await opened()).read(areas, options),
    addSheets: async (added, course) => {
      if (added.length === 0) return [];
      bytes = await writeXlsx([...specs, ...added], {}, course);
      specs = [...specs, ...added];
      return (await (await openFile(bytes)).outline()).sheets.slice(-added.length);
    },
  };
}

workbookContract("a .xlsx that was written and opened", () =>
  Promise.resolve({ workbook: fileWorkbook(), dispose: () => Promise.resolve() }),
);

describe("a course through a file", () => {
  const specs = [budgetSheet("Kinh phí"), plainSheet("Một", [[1]]), plainSheet("Hai", [[2]])];

  test("is told of each sheet that was written", async () => {
    const shares: number[] = [];
    await writeXlsx(specs, {}, { progress: (share) => void shares.push(share) });
    expect(shares).toEqual([1 / 3, 2 / 3, 1]);
  });

  test("can be ended by somebody who presses a button meanwhile", async () => {
    let pressed = false;
    let share = 0;
    setTimeout(() => (pressed = true), 0);
    expect(await failureOf(writeXlsx(specs, {}, { progress: (now) => void (share = now), stopped: () => pressed }))).toEqual({
      code: "stopped",
      data: {},
    });
    expect(share).toBeLessThan(1);
  });
});
