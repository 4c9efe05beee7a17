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
    read: async (areas) => (await reopened()).read(areas),
    addSheets: async (specs: readonly SheetSpec[]) => {
      const added = await kept.addSheets(specs);
      count += added.length;
      return added;
    },
  };
  return Promise.resolve({ workbook, dispose: nothing });
});
