import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { createSpecs, DEFAULT_OPTIONS } from "../../src/app";
import { run } from "../../src/cli/program";
import { checkReportSchema } from "../../src/cli/schema";
import { createEngine } from "../../src/host/engine";
import { savable } from "../../src/host/files/save";
import { showBook } from "../../src/host/files/show-book";
import { wordsOf } from "../../src/i18n";
import type { CellValue } from "../../src/sheet";
import { openWhole } from "../../src/workbook/files";
import { openXlsx, writeXlsx, type LeftPart } from "../../src/workbook/xlsx";
import { plainSheet } from "../contract/sheets";
import { CORPUS } from "../support/corpus";
import { memoryIo } from "../support/memory-io";
import { minutes } from "../support/patience";
import { convert } from "./office";

const ALL = { row: 0, col: 0, rows: 1_048_576, cols: 16_384 };

/** Opens a file as the page does and saves it. */
async function saved(bytes: Uint8Array, name: string): Promise<{ readonly bytes: Uint8Array; readonly left: readonly LeftPart[] }> {
  const engine = createEngine({ name: "x", sheets: ["Trang tính1"] });
  try {
    await engine.settled();
    const book = await openWhole(bytes, name);
    showBook(engine, book);
    await engine.settled();
    return { bytes: await (await savable(engine)).content(), left: book.left };
  } finally {
    engine.dispose();
  }
}

/** The values of all cells that hold any, numbers to twelve places. */
async function valuesOf(bytes: Uint8Array): Promise<Record<string, CellValue>> {
  const book = await openXlsx(bytes);
  const found: Record<string, CellValue> = {};
  for (const { name } of (await book.outline()).sheets) {
    const [sheet] = await book.read([{ sheet: name, area: ALL }]);
    sheet?.values.forEach((row, r) =>
      row.forEach((value, c) => {
        const at = `${name}!${sheet.area.row + r},${sheet.area.col + c}`;
        if (value !== null) found[at] = typeof value === "number" ? Number(value.toPrecision(12)) : value;
      }),
    );
  }
  return found;
}

async function findings(bytes: Uint8Array, name: string) {
  const { io, out, files } = memoryIo();
  files.set(name, bytes);
  await run(["check", name, "--json", "--date", "2026-06-30"], io);
  const [file] = checkReportSchema.parse(JSON.parse(out.join("\n"))).files;
  return file?.findings.map(({ code, cell, message }) => [code, cell, message]);
}

/** LibreOffice reads in a saved file what the command line reads in the first one. */
async function expectTwins(first: Uint8Array, bytes: Uint8Array): Promise<void> {
  const values = await valuesOf(first);
  expect(await valuesOf(bytes)).toEqual(values);
  expect(await valuesOf(await convert(bytes, "xlsx"))).toEqual(values);
}

const swapped = async (): Promise<Uint8Array> => {
  const specs = createSpecs({ ...DEFAULT_OPTIONS, plan: "lai-chau-2021-2025", kinds: ["budget"] }, wordsOf("vi"));
  const change = <T,>(cell: T, r: number, c: number): T | number => (r === 9 && c === 2 ? 39_750 : cell);
  return writeXlsx(specs.map((spec) => ({ ...spec, cells: spec.cells.map((row, r) => row.map((cell, c) => change(cell, r, c))) })));
};

describe("a workbook that the page opened and saved is read by LibreOffice as by the command line", () => {
  test.each(["xls", "ods"])("a form that LibreOffice made as .%s", async (kind) => {
    const form = await swapped();
    const file = await convert(form, kind);
    const { bytes } = await saved(file, `bieu.${kind}`);
    await expectTwins(form, bytes);
    expect(await findings(bytes, "bieu.xlsx")).toEqual(await findings(file, `bieu.${kind}`));
  }, minutes(6));

  const corpus = `${CORPUS}/workbooks/HOMEWORK%202003.xlsx`;
  (existsSync(corpus) ? test : test.skip)("a workbook of others", async () => {
    const file = new Uint8Array(readFileSync(corpus));
    const { bytes } = await saved(file, "a.xlsx");
    await expectTwins(file, bytes);
    expect(await findings(bytes, "a.xlsx")).toEqual(await findings(file, "a.xlsx"));
  }, minutes(6));
});

describe("array formulas", () => {
  const made = async (): Promise<Uint8Array> => {
    const cells = [1, 3, { formula: "=SUM(A1:B1*A1:B1)", array: true as const }, { formula: "=A1:B1*2" }, 6, { formula: "=C1+E1" }];
    const parts = unzipSync(await writeXlsx([plainSheet("Một", [cells])]));
    const name = "xl/worksheets/sheet1.xml";
    // no spec has a formula that fills several cells
    parts[name] = strToU8(strFromU8(parts[name] ?? new Uint8Array()).replace("<f>A1:B1*2", '<f t="array" ref="D1:E1">A1:B1*2'));
    return zipSync(parts);
  };

  test.each(["xls", "ods"])("of .%s have their values, and what fills several cells is told", async (kind) => {
    const file = await convert(await made(), kind);
    const { bytes, left } = await saved(file, `a.${kind}`);
    expect(Object.values(await valuesOf(bytes))).toEqual([1, 3, 10, 2, 6, 16]);
    expect(Object.values(await valuesOf(await convert(bytes, "xlsx")))).toEqual([1, 3, 10, 2, 6, 16]);
    expect(left).toContainEqual({ kind: "formulas", sheets: ["Một"] });
  }, minutes(6));
});
