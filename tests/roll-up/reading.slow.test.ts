import { describe, expect, test } from "@jest/globals";
import { DEFAULT_OPTIONS, checkWorkbook, createSpecs, kindsOf } from "../../src/app";
import { withoutStatus } from "../../src/app/roll-up-reading";
import { wordsOf } from "../../src/i18n";
import { catalogue } from "../../src/plan";
import type { PlanTable } from "../../src/tables";
import { writeXlsx } from "../../src/workbook/xlsx";
import { today } from "../support/context";
import { openFile } from "../support/open-file";
import { makeProvince } from "./province";

const words = wordsOf("vi");

const checked = async (bytes: Uint8Array) => {
  const [whole, spared] = [
    await checkWorkbook(await openFile(bytes), today),
    await checkWorkbook(withoutStatus(await openFile(bytes)), today),
  ];
  return { whole, spared };
};

/** Tables with what their document says of them in place of the function that tells it, which is another one of each reading. */
const told = (tables: readonly PlanTable[]) => tables.map((table) => ({ ...table, document: table.document?.(table) }));

describe("a workbook that is read without its status column", () => {
  test.each(catalogue.map(({ id }) => id))("gives the same tables and findings for %s", async (id) => {
    const plan = catalogue.find((one) => one.id === id);
    const specs = createSpecs({ ...DEFAULT_OPTIONS, plan: id, kinds: plan ? kindsOf(plan) : [] }, words);
    const { whole, spared } = await checked(await writeXlsx(specs));
    expect(told(spared.tables)).toEqual(told(whole.tables));
    expect(spared.findings).toEqual(whole.findings);
  });

  test("gives the same findings for filled tables with errors", async () => {
    const { communes } = await makeProvince(10, words);
    for (const { bytes, faults } of communes) {
      const file = bytes();
      if (!file) continue;
      const { whole, spared } = await checked(file);
      expect(spared.findings).toEqual(whole.findings);
      if (faults.includes("wrong-sum")) expect(whole.findings.filter(({ severity }) => severity === "error").length).toBeGreaterThan(0);
    }
  });

  test("with reporting units", async () => {
    const specs = createSpecs(
      { ...DEFAULT_OPTIONS, plan: "tp-lao-cai-2024", kinds: ["indicators", "budget", "tasks"], reportingUnits: ["Xã A", "Xã B"] },
      words,
    );
    const { whole, spared } = await checked(await writeXlsx(specs));
    expect(told(spared.tables)).toEqual(told(whole.tables));
    expect(spared.findings).toEqual(whole.findings);
  });
});

describe("formulas that are evaluated when they are read", () => {
  const cells = [
    [1, { formula: "=A1+1" }, { formula: "=C2*2" }],
    [2, { formula: "=SUM(A1:A2)" }, { formula: "=Other!A1+B1" }],
    [3, { formula: '=INDIRECT("B2")' }, { formula: "=A9" }],
  ];
  const spec = (name: string, rows: typeof cells) => ({
    name,
    cells: rows,
    columns: [{ width: 9 }, { width: 9 }, { width: 9 }],
    rowHeights: [],
    styles: [],
    merges: [],
    names: [],
    freeze: { rows: 0, cols: 0 },
    validations: [],
    conditionalFormats: [],
    print: { orientation: "portrait" as const, pagesWide: 1, margins: { top: 20, bottom: 20, left: 20, right: 20 } },
    charts: [],
  });

  test("come to the same, whichever cells are read first", async () => {
    const bytes = await writeXlsx([spec("Biểu", cells), spec("Other", [[{ formula: "=B1*10" }, 5, null]] as typeof cells)]);
    const book = await openFile(bytes);
    const [whole] = await book.read([{ sheet: "Biểu", area: { row: 0, col: 0, rows: 3, cols: 3 } }]);
    expect(whole?.values).toEqual([[1, 2, 104], [2, 3, 52], [3, 3, 0]]);
    for (let row = 0; row < 3; row++) {
      for (let col = 0; col < 3; col++) {
        const at = [{ sheet: "Biểu", area: { row, col, rows: 1, cols: 1 } }];
        // of a book that was read before, and of a fresh one
        for (const one of [book, await openFile(bytes)]) {
          const [read] = await one.read(at);
          expect(read).toEqual({
            ...whole,
            area: at[0]?.area,
            values: [[whole?.values[row]?.[col]]],
            formulas: [[whole?.formulas[row]?.[col]]],
          });
        }
      }
    }
  });
});
