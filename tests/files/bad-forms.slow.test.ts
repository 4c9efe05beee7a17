import { describe, expect, test } from "@jest/globals";
import { run } from "../../src/cli/program";
import { summarizeReportSchema } from "../../src/cli/schema";
import type { CellInput } from "../../src/sheet";
import { writeXlsx } from "../../src/workbook/xlsx";
import { memoryIo } from "../support/memory-io";
import { plainSheet, SPENDING } from "../support/plain-sheet";

type Cells = readonly (readonly CellInput[])[];

const book = (...sheets: readonly Cells[]): Promise<Uint8Array> =>
  writeXlsx(sheets.map((cells, at) => plainSheet(at === 0 ? "Chi" : `Chi ${at + 1}`, cells)));

async function asked(files: Readonly<Record<string, Uint8Array>>, ...args: readonly string[]) {
  const { io, files: all, out, errors } = memoryIo();
  for (const [name, bytes] of Object.entries(files)) all.set(name, bytes);
  const code = await run([...args], io);
  return { code, out: out.join("\n"), errors, written: all.has("ra.xlsx") };
}

interface Came {
  readonly came: readonly unknown[];
  readonly went: readonly unknown[];
}

interface TableReport {
  readonly years: number;
  readonly lines: Came & { readonly matched: number; readonly moved: readonly unknown[] };
  readonly columns: Came;
  readonly changes: readonly unknown[];
}

async function diffed(old: Cells, now: Cells): Promise<TableReport> {
  const { code, out } = await asked({ "cu.xlsx": await book(old), "moi.xlsx": await book(now) }, "diff", "cu.xlsx", "moi.xlsx", "--json");
  expect(code).toBe(0);
  const { tables } = JSON.parse(out) as { tables: TableReport[] };
  expect(tables).toHaveLength(1);
  return tables[0] as TableReport;
}

const HEAD = 4;
const LINES = SPENDING.length - HEAD;
/** Another head over the columns. */
const headed = (...heads: readonly string[]): Cells => SPENDING.map((row, at) => (at === 2 ? heads : at === 3 ? [] : row));
/** Columns in another order, without the row of column numbers. */
const columns = (order: readonly number[]): Cells =>
  SPENDING.flatMap((row, at) => (at === 3 ? [] : [at < 2 ? row : order.map((col) => row[col] ?? null)]));
/** The parts of each heading in the other order. */
const sorted: Cells = [
  ...SPENDING.slice(0, 6), ...SPENDING.slice(6, 9).toReversed(), ...SPENDING.slice(9, 10), ...SPENDING.slice(10).toReversed(),
];

describe("what becomes of a form on its way, compared with what it was", () => {
  test("heads that somebody typed again in other spelling, with abbreviations and line breaks", async () => {
    const { lines, columns: cols, changes } = await diffed(SPENDING, headed("Số TT", "NỘI DUNG", "Dự  toán\n", "THỰC HIỆN", "Còn lại:"));
    expect([lines.matched, lines.came, lines.went, cols.came, cols.went, changes]).toEqual([LINES, [], [], [], [], []]);
  });

  test("lines that were sorted are moved, not new", async () => {
    const { lines, changes } = await diffed(SPENDING, sorted);
    expect([lines.matched, lines.came, lines.went, changes]).toEqual([LINES, [], [], []]);
    expect(lines.moved.length).toBeGreaterThan(0);
  });

  test("columns that changed places", async () => {
    const { columns: cols, changes } = await diffed(columns([0, 1, 2, 3, 4]), columns([0, 1, 4, 2, 3]));
    expect([cols.came, cols.went, changes]).toEqual([[], [], []]);
  });

  test("last year's file is told by its years", async () => {
    const of = (year: number): Cells => headed("TT", "Nội dung", `Dự toán ${year}`, `Thực hiện ${year}`, `Còn lại ${year}`);
    expect(await diffed(of(2025), of(2026))).toMatchObject({ years: 1, changes: [] });
  });

  test("a form that is half filled in: what is blank is cleared or to come, never another line", async () => {
    const half = SPENDING.map((row, at) => (at > 9 ? [row[0] ?? null, row[1] ?? null, null, null, null] : row));
    const { lines, changes } = await diffed(half, SPENDING);
    expect([lines.matched, lines.came, lines.went]).toEqual([LINES, [], []]);
    expect(changes.length).toBe(12);
  });

  test("two forms that look alike are not one: their lines are of other things", async () => {
    const other = SPENDING.map((row, at) => (at < HEAD ? row : [row[0] ?? null, `Trường số ${at}`, ...row.slice(2)]));
    const { code, errors } = await asked({ "cu.xlsx": await book(SPENDING), "moi.xlsx": await book(other) }, "diff", "cu.xlsx", "moi.xlsx");
    expect(code).toBe(2);
    expect(errors).toHaveLength(1);
  });

  test("a broken file is said, and nothing is written", async () => {
    const files = { "cu.xlsx": await book(SPENDING), "hong.xlsx": (await book(SPENDING)).slice(0, 900) };
    const { code, errors, written } = await asked(files, "diff", "cu.xlsx", "hong.xlsx", "-o", "ra.xlsx");
    expect([code, written]).toEqual([2, false]);
    expect(errors.join()).toContain("hong.xlsx");
  });
});

describe("the same, checked and summarized", () => {
  const told = async (...sheets: readonly Cells[]) => {
    const { code, out } = await asked({ "a.xlsx": await book(...sheets) }, "summarize", "a.xlsx", "-o", "ra.xlsx", "--json");
    return { code, tables: summarizeReportSchema.parse(JSON.parse(out)).tables ?? [] };
  };
  const totals = ({ tables }: Awaited<ReturnType<typeof told>>) => tables.map(({ totals: [first] }) => first?.value ?? null);

  test.each<[string, Cells]>([
    ["other heads", headed("Số TT", "NỘI DUNG", "Dự  toán\n", "THỰC HIỆN", "Còn lại:")],
    ["sorted lines", sorted],
    ["columns in another order", columns([0, 1, 4, 2, 3])],
  ])("%s: nothing is found wrong, and the total is the same or none", async (_, cells) => {
    const { code } = await asked({ "a.xlsx": await book(cells) }, "check", "a.xlsx");
    expect(code).toBe(0);
    const [total] = totals(await told(cells));
    expect([2171, 240]).toContain(total);
  });

  test("a file with three forms has a section for each", async () => {
    const pupils: Cells = [
      ["SỐ HỌC SINH"], ["TT", "Trường", "Số học sinh"], [null, "Tổng số", 60], ["1", "Trường A", 10], ["2", "Trường B", 20],
      ["3", "Trường C", 30],
    ];
    const all = await told(SPENDING, pupils, headed("TT", "Nội dung", "Năm trước", "Năm nay", "Còn lại"));
    expect(all.code).toBe(0);
    expect(all.tables.map(({ title }) => title)).toEqual(["CHI NGÂN SÁCH CẤP XÃ", "SỐ HỌC SINH", "CHI NGÂN SÁCH CẤP XÃ"]);
    expect(totals(all)).toEqual([2171, 60, 2171]);
    expect(all.tables[1]?.totals[0]?.unit).toBe("học sinh");
  });

  test("a form that is half filled in: blank is not zero, and no share is told of what does not add up", async () => {
    const half = SPENDING.map((row, at) => (at > 9 ? [row[0] ?? null, row[1] ?? null, null, null, null] : row));
    const { tables } = await told(half);
    const [total] = tables[0]?.totals ?? [];
    expect(total?.parts.map(({ value, share }) => [value, share])).toEqual([[818, 37.7], [1353, 62.3]]);
  });

  test("an empty form says lines and columns, and no zero as a total", async () => {
    const empty = SPENDING.map((row, at) => (at >= HEAD ? [row[0] ?? null, row[1] ?? null, null, null, null] : row));
    const { code, out, errors, written } = await asked({ "a.xlsx": await book(empty) }, "summarize", "a.xlsx", "-o", "ra.xlsx", "--json");
    // a form without any number is no table that is read
    if (code === 2) expect([errors.length, written]).toEqual([1, false]);
    else expect(summarizeReportSchema.parse(JSON.parse(out)).tables?.flatMap(({ totals: own }) => own)).toEqual([]);
  });

  test("a broken file is said, and nothing is written", async () => {
    const broken = (await book(SPENDING)).slice(0, 900);
    const { code, errors, written } = await asked({ "hong.xlsx": broken }, "summarize", "hong.xlsx", "-o", "ra.xlsx");
    expect([code, errors.length, written]).toEqual([2, 1, false]);
  });
});
