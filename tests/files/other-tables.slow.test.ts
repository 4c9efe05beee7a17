import { describe, expect, test } from "@jest/globals";
import { createSpecs } from "../../src/app";
import { run } from "../../src/cli/program";
import { checkReportSchema } from "../../src/cli/schema";
import { wordsOf } from "../../src/i18n";
import type { CellInput, SheetSpec } from "../../src/sheet";
import { openXlsx, writeXlsx } from "../../src/workbook/xlsx";
import { specOf } from "../support/made-tables";
import { options } from "../support/make-tables";
import { memoryIo } from "../support/memory-io";
import { plainSheet, SPENDING } from "../support/plain-sheet";
import { rawBook } from "../support/raw-book";

type Cells = readonly (readonly CellInput[])[];

const text = (cells: Cells, separator = ";"): Uint8Array =>
  new TextEncoder().encode(cells.map((row) => row.map((cell) => String(cell ?? "")).join(separator)).join("\n"));

/** The same cells with one of them typed otherwise. */
const typed = (cells: Cells, row: number, col: number, value: CellInput): Cells =>
  cells.map((own, r) => own.map((cell, c) => (r === row && c === col ? value : cell)));

async function checked(file: string, content: Uint8Array) {
  const { io, files, out, errors } = memoryIo();
  files.set(file, content);
  const code = await run(["check", file, "--json"], io);
  const [report] = code === 2 ? [] : checkReportSchema.parse(JSON.parse(out.join("\n"))).files;
  return { code, errors, report, at: (report?.findings ?? []).map(({ severity, cell }) => `${severity} ${cell}`) };
}

const book = (...sheets: readonly SheetSpec[]): Promise<Uint8Array> => writeXlsx(sheets);

describe("a table that we did not make", () => {
  test.each([
    ["chi.xlsx", () => book(plainSheet("Chi", SPENDING))],
    ["chi.csv", () => Promise.resolve(text(SPENDING))],
  ])("is read and found right in %s", async (file, make) => {
    const { code, report } = await checked(file, await make());
    expect({ code, findings: report?.findings }).toEqual({ code: 0, findings: [] });
    expect(report?.tables).toMatchObject([{ kind: "budget", unit: "trieu-dong" }]);
    const sums = report?.tables[0]?.relations.filter(({ total }) => total === "C5");
    expect(sums).toMatchObject([{ op: "sum", parts: ["C6", "C10"], axis: "column", holds: true, gap: 0 }]);
    expect(sums?.every(({ confidence }) => confidence > 0 && confidence <= 1)).toBe(true);
  });

  test.each([
    ["chi.xlsx", (cells: Cells) => book(plainSheet("Chi", cells))],
    ["chi.csv", (cells: Cells) => Promise.resolve(text(cells))],
  ])("has its wrong cell named in %s", async (file, make) => {
    // 223 with two digits swapped
    const { at } = await checked(file, await make(typed(SPENDING, 11, 3, 232)));
    expect(at.some((one) => /(?:error|warning) D12/.test(one))).toBe(true);
  });

  test("is read beside a table of ours, which is no part of it", async () => {
    const ours = specOf("budget", "lai-chau-2021-2025");
    const { report } = await checked("a.xlsx", await book(ours, plainSheet("Chi", SPENDING)));
    expect(report?.tables.map(({ sheet, kind }) => `${sheet} ${kind}`)).toEqual([`${ours.name} budget`, "Chi budget"]);
  });

  test("ours alone are not read a second time as anybody's", async () => {
    const all = createSpecs(options({ plan: "lai-chau-2021-2025", kinds: ["indicators", "budget", "tasks"] }), wordsOf("vi"));
    const { report } = await checked("a.xlsx", await book(...all));
    expect(report?.tables).toHaveLength(3);
  });

  test("a report of ours is no table of anybody's", async () => {
    const { io, files, errors } = memoryIo();
    files.set("a.xlsx", await book(plainSheet("Chi", typed(SPENDING, 11, 3, 232))));
    expect(await run(["check", "a.xlsx", "--report", "b.xlsx"], io)).not.toBe(2);
    expect(await run(["check", "b.xlsx"], io)).toBe(2);
    expect(errors).toEqual(["b.xlsx: không nhận ra biểu nào."]);
  });

  test("is added up, that of a .csv too", async () => {
    const { io, files } = memoryIo();
    files.set("a.csv", text(SPENDING));
    files.set("b.xlsx", await book(plainSheet("Chi", SPENDING)));
    expect(await run(["summarize", "a.csv", "b.xlsx", "-o", "c.xlsx"], io)).toBe(0);
    const sums = await openXlsx(files.get("c.xlsx") ?? new Uint8Array());
    const [first] = (await sums.outline()).sheets;
    const [read] = await sums.read([{ sheet: first?.name ?? "", area: { row: 0, col: 0, rows: SPENDING.length, cols: 5 } }]);
    const doubled = SPENDING.map((row, r) => row.map((cell) => (r >= 4 && typeof cell === "number" ? 2 * cell : cell)));
    expect(read?.values.slice(4)).toEqual(doubled.slice(4));
  });
});

describe("what nobody should have to read", () => {
  const number = (row: number, col: number): number => ((row * 31 + col * 17) % 900) + 100;
  const grid = (rows: number, cols: number, cell: (row: number, col: number) => CellInput): Cells =>
    Array.from({ length: rows }, (_, row) => Array.from({ length: cols }, (__, col) => cell(row, col)));

  test("a million rows of looks are no rows", async () => {
    const rows = `<row r="1"><c r="A1" t="inlineStr"><is><t>Nội dung</t></is></c></row>${Array.from({ length: 200_000 }, (_, at) => `<row r="${at + 2}" s="1" customFormat="1"><c r="A${at + 2}" s="1"/></row>`).join("")}<row r="1048576" s="1" customFormat="1"/>`;
    const { code } = await checked("a.xlsx", rawBook({ sheets: [{ name: "Chi", rows }] }));
    expect([0, 2]).toContain(code);
  });

  test("a stray cell at the end of the sheet is told, and the table is read", async () => {
    const cells = SPENDING.map((row, r) => `<row r="${r + 1}">${row.map((value, c) => (value === null ? "" : `<c r="${"ABCDE"[c] ?? ""}${r + 1}" ${typeof value === "number" ? `><v>${value}</v>` : `t="inlineStr"><is><t>${String(value)}</t></is>`}</c>`)).join("")}</row>`);
    const rows = `${cells.join("")}<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`;
    const { code, report } = await checked("a.xlsx", rawBook({ sheets: [{ name: "Chi", rows }] }));
    expect(code).toBe(0);
    expect(report?.tables).toHaveLength(1);
    expect(report?.notices).toMatchObject([{ code: "not-whole", sheet: "Chi" }]);
  });

  test("250 sheets are read, each for itself", async () => {
    const wrong = typed(SPENDING, 11, 3, 232);
    const sheets = Array.from({ length: 250 }, (_, at) => plainSheet(`Xã ${at + 1}`, at === 99 ? wrong : SPENDING));
    const { report } = await checked("a.xlsx", await book(...sheets));
    expect(report?.tables).toHaveLength(250);
    expect(new Set(report?.findings.map(({ sheet }) => sheet))).toEqual(new Set(["Xã 100"]));
  });

  const whole = { row: 0, col: 0, rows: 30, cols: 8 };
  test.each<[string, Cells, Partial<SheetSpec>]>([
    ["merged all over", grid(30, 8, () => null).map((row, r) => (r === 0 ? ["Biểu", ...row.slice(1)] : row)), { merges: [whole] }],
    ["each two rows merged", grid(30, 8, (row, col) => (row % 2 === 0 ? number(row, col) : null)), {
      merges: Array.from({ length: 15 }, (_, at) => ({ row: at * 2, col: 0, rows: 2, cols: 1 })),
    }],
    ["all numbers as text", SPENDING.map((row) => row.map((cell) => (typeof cell === "number" ? `${cell},0` : cell))), {}],
    ["heads again on each page", Array.from({ length: 6 }, () => SPENDING.slice(2)).flat(), {}],
    ["a pivot table", [
      ["Sum of Số tiền", "Column Labels"], ["Row Labels", "Đầu tư", "Thường xuyên", "Grand Total"],
      ...grid(9, 4, (row, col) => (col === 0 ? `Xã ${row}` : number(row, col))),
    ], {}],
    ["formulas that need themselves, and broken ones", [
      ...SPENDING, [null, "a", { formula: "=C9" }, { formula: "=1/0" }], [null, "b", { formula: "=SUM(C1:C11)" }, { formula: "=NAME?(" }],
      [null, "c", { formula: "=C10" }, { formula: "=#REF!+1" }],
    ], {}],
    ["languages side by side", [["序号", "Nội dung / Item", "2025", "العام"], ["1", "Chi – Expenditure", 5, 6], ["𝒜", "総計", 5, 6]], {}],
    ["one cell", [["x"]], {}],
    ["numbers alone", grid(40, 12, number), {}],
    ["blanks of every kind", [[" ", "\u00a0", "\t", "\u200b"], ["", null, false, true]], {}],
    ["long words", [["x".repeat(32_000), 1], ["y".repeat(32_000), 2]], {}],
  ])("%s: nothing breaks, and nothing is called a fault of ours", async (_name, cells, rest) => {
    const { code, errors } = await checked("a.xlsx", await book(plainSheet("Chi", cells, rest)));
    expect([0, 1, 2]).toContain(code);
    expect(errors.filter((line) => !line.startsWith("a.xlsx:"))).toEqual([]);
  });
});
