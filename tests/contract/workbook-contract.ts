import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { CONTRACT } from "../../src/self-test/contract-cases";
import { runCase } from "../../src/self-test/contract-run";
import { sheetName } from "../../src/sheet";
import type { Workbook } from "../../src/workbook/port";
import { plainSheet } from "./sheets";

/** A workbook to try the contract on, and how it is put away. */
export interface OpenWorkbook {
  readonly workbook: Workbook;
  dispose(): Promise<void>;
}

/** What every side of the workbook does alike; `open` gives a fresh workbook each time. The self-test runs the same cases in Excel. */
export function workbookContract(name: string, open: () => Promise<OpenWorkbook>): void {
  describe(`Workbook: ${name}`, () => {
    let opened: OpenWorkbook;

    beforeEach(async () => {
      opened = await open();
    });

    afterEach(() => opened.dispose());

    test.each(CONTRACT.map((one) => [one.id, one] as const))("%s", async (_, one) => {
      expect(await runCase(opened.workbook, one)).toEqual([]);
    });

    test("sheetName gives a name that is taken by the workbook", async () => {
      const { workbook } = opened;
      await workbook.addSheets([plainSheet("Biểu 1", [[1]])]);
      const free = sheetName("Biểu 1", (await workbook.outline()).sheets.map((sheet) => sheet.name));
      const [added] = await workbook.addSheets([plainSheet(free, [[2]])]);
      expect(added?.name).toBe("Biểu 1 (2)");
      const [snapshot] = await workbook.read([{ sheet: free, area: { row: 0, col: 0, rows: 1, cols: 1 } }]);
      expect(snapshot?.values).toEqual([[2]]);
    });
  });
}
