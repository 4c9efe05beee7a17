import { describe, expect, test } from "@jest/globals";
import { failureOf } from "./failure-of";
import { budgetSheet, plainSheet } from "./sheets";
import { newXlsx, openXlsx } from "../../src/workbook/xlsx/read";
import type { Workbook } from "../../src/workbook/port";
import type { SheetSpec } from "../../src/sheet";
import { workbookContract } from "./workbook-contract";

const nothing = (): Promise<void> => Promise.resolve();

workbookContract("a new .xlsx", () => Promise.resolve({ workbook: newXlsx(), dispose: nothing }));

// What is added goes through a file before it is read, so the same expectations hold of what stands in the file.
workbookContract("a .xlsx that was saved and opened", () => {
  const kept = newXlsx();
  let count = 0;
  const reopened = async (): Promise<Workbook> => (count === 0 ? kept : openXlsx(await kept.save()));
  const workbook: Workbook = {
    outline: async () => (await reopened()).outline(),
    read: async (areas, options) => (await reopened()).read(areas, options),
    addSheets: async (specs: readonly SheetSpec[], course) => {
      const added = await kept.addSheets(specs, course);
      count += added.length;
      return added;
    },
  };
  return Promise.resolve({ workbook, dispose: nothing });
});

describe("a course through a file", () => {
  const specs = [budgetSheet("Kinh phí"), plainSheet("Một", [[1]]), plainSheet("Hai", [[2]])];
  const saved = async () => {
    const book = newXlsx();
    await book.addSheets(specs);
    return book;
  };

  test("is told of each sheet that was written or read, and of the calculation", async () => {
    const shares: number[] = [];
    const progress = (share: number) => void shares.push(share);
    const bytes = await (await saved()).save({ progress });
    expect(shares).toEqual([1 / 3, 2 / 3, 1]);
    shares.length = 0;
    await openXlsx(bytes, { progress });
    expect(shares).toHaveLength(4);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
  });

  test("can be ended by somebody who presses a button meanwhile", async () => {
    const book = await saved();
    const bytes = await book.save();
    for (const work of [(course: object) => openXlsx(bytes, course), (course: object) => book.save(course)]) {
      let pressed = false;
      let share = 0;
      setTimeout(() => (pressed = true), 0);
      expect(await failureOf(work({ progress: (now: number) => void (share = now), stopped: () => pressed }))).toEqual({ code: "stopped", data: {} });
      expect(share).toBeLessThan(1);
    }
    expect(await book.save()).toEqual(bytes);
  });
});
