import { expect, test } from "@jest/globals";
import { checkWorkbook, createSpecs, describeCheck } from "../../src/app";
import { wordsOf } from "../../src/i18n";
import { openXlsx, writeXlsx } from "../../src/workbook/xlsx";
import type { Workbook } from "../../src/workbook/port";
import { cellOf, options } from "../support/make-tables";
import { parseA1, type SheetSpec } from "../../src/sheet";

const specs = createSpecs(options({ plan: "lai-chau-2021-2025", kinds: ["indicators", "tasks"] }), wordsOf("vi"));

/** The workbook with a number at an address that its cell shows as a date. */
async function dated(sheet: SheetSpec | undefined, address: string, value: number, format: string): Promise<Workbook> {
  const at = parseA1(address);
  const all = specs.map((spec) =>
    spec === sheet && at
      ? { ...spec, cells: spec.cells.map((row, r) => row.map((cell, c) => (r === at.row && c === at.col ? value : cell))) }
      : spec,
  );
  const book = await openXlsx(await writeXlsx(all));
  return {
    ...book,
    read: async (areas, asked) =>
      (await book.read(areas, asked)).map((read) =>
        read.dates && at && read.sheet === sheet?.name ? { ...read, dates: [{ ...at, format }] } : read,
      ),
  };
}

const found = async (workbook: Workbook) =>
  describeCheck(await checkWorkbook(workbook, { year: 2026, month: 6, day: 30 }), wordsOf("vi"))
    .findings.filter(({ severity }) => severity !== "info")
    .map(({ code, cell, message, data }) => ({ code, cell, message, correction: JSON.stringify(data).includes("correction") }));

test("a target of which Excel has made a date is said to be one, without a correction", async () => {
  const target = cellOf(specs[0], "target2025", "trình độ đại học trở lên");
  expect(await found(await dated(specs[0], target, 46177, "d-mmm"))).toEqual([
    {
      code: "target-unreadable",
      cell: target,
      message: expect.stringContaining("đang là ngày 04/06/2026: Excel đã tự đổi"),
      correction: false,
    },
  ]);
});

test("an actual value of which Excel has made a date is no number", async () => {
  const actual = cellOf(specs[0], "actual2025", "trình độ đại học trở lên");
  expect(await found(await dated(specs[0], actual, 46177, "d-mmm"))).toEqual([
    { code: "text-for-number", cell: actual, message: expect.stringContaining("04/06/2026"), correction: false },
  ]);
});
