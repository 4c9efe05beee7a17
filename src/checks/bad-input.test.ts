import { describe, expect, test } from "@jest/globals";
import { snapshotOf } from "../../tests/support/text-snapshots";
import { readOthers } from "../reading";
import type { CellValue, SheetSnapshot } from "../sheet";
import { relationHolds } from "../tables";
import { check } from "./index";

type Rows = readonly (readonly CellValue[])[];

const today = { year: 2026, month: 6, day: 30 };
const HEAD: readonly CellValue[] = ["STT", "Nội dung", "Dự toán", "Thực hiện", "Còn lại"];
const NUMBERS: readonly CellValue[] = ["A", "B", "1", "2", "3=1-2"];
const LINES: Rows = Array.from({ length: 24 }, (_, at) => {
  const [planned, done] = [((at * 317) % 800) + 121, ((at * 211) % 100) + 17];
  return [`${at + 1}`, `Khoản chi ${at + 1}`, planned, done, planned - done];
});
const sum = (col: number): number => LINES.reduce((all, row) => all + Number(row[col]), 0);
const TOTAL: readonly CellValue[] = [null, "Tổng cộng", sum(2), sum(3), sum(4)];

/** So many lines on each printed page, each with its heads, as a report prints them. */
const pages = (between: Rows, numbered: boolean): Rows => [
  ["DỰ TOÁN VÀ THỰC HIỆN CHI NĂM 2025"],
  ...[0, 1, 2].flatMap((page) => [
    ...(page > 0 ? between : []), HEAD, ...(numbered ? [NUMBERS] : []), ...LINES.slice(page * 8, page * 8 + 8),
  ]),
  TOTAL,
];

const told = (snapshot: SheetSnapshot) => {
  const tables = readOthers(snapshot, []);
  const { findings, failures } = check(tables, today);
  expect(failures).toEqual([]);
  return { tables, findings: findings.map(({ severity, code, at }) => `${severity} ${code} ${at.row},${at.col}`) };
};
const typed = (rows: Rows, row: number, col: number, value: CellValue): Rows =>
  rows.map((cells, r) => cells.map((cell, c) => (r === row && c === col ? value : cell)));

describe("heads again on each printed page", () => {
  test.each<[string, Rows, boolean]>([
    ["alone", [], false],
    ["with column numbers", [], true],
    ["behind a page number", [["Trang 2"]], true],
    ["behind a blank row", [[null]], false],
  ])("%s: one table, whose total is that of all pages, with its slip told once", (_name, between, numbered) => {
    const rows = pages(between, numbered);
    const { tables, findings } = told(snapshotOf(rows));
    expect(tables.map((table) => table.rows.length)).toEqual([25]);
    expect(findings).toEqual([]);
    const total = tables[0]?.relations.filter(({ axis, op }) => axis === "column" && op === "sum") ?? [];
    expect(total.map(({ parts }) => parts.length)).toEqual([24, 24, 24]);
    expect(total.every(relationHolds)).toBe(true);
    const wrong = rows.findIndex((row) => row[1] === "Khoản chi 13");
    const slip = told(snapshotOf(typed(rows, wrong, 3, Number(rows[wrong]?.[3]) + 30)));
    expect(slip.findings.map((one) => one.replace(/^(?:error|warning) /, ""))).toEqual([`sum-mismatch ${wrong},3`]);
  });
});

describe("numbers as text throughout", () => {
  const text = (rows: Rows): Rows =>
    rows.map((row) => row.map((cell) => (typeof cell === "number" ? cell.toLocaleString("vi-VN") : cell)));

  test("they are summed all the same, and no cell is told for being text", () => {
    const rows = text([HEAD, NUMBERS, ...LINES, TOTAL]);
    const { tables, findings } = told(snapshotOf(rows));
    expect(findings).toEqual([]);
    expect(tables[0]?.relations.filter(({ axis, op }) => axis === "column" && op === "sum").length).toBe(3);
    expect(told(snapshotOf(typed(rows, 9, 3, "1.234"))).findings).toEqual(["error sum-mismatch 9,3"]);
  });
});

describe("forms that nobody can read", () => {
  const grid = (cell: (row: number, col: number) => CellValue): Rows =>
    Array.from({ length: 40 }, (_, row) => Array.from({ length: 8 }, (__, col) => cell(row, col)));

  test("merged all over: a title, and lines of two rows each", () => {
    const merges = Array.from({ length: 12 }, (_, line) => [0, 1, 2].map((col) => ({ row: 2 + line * 2, col, rows: 2, cols: 1 }))).flat();
    const rows: Rows = [
      ["Biểu 1"], ["STT", "Nội dung", "Số tiền"],
      ...LINES.slice(0, 12).flatMap((row): Rows => [[row[0] ?? null, row[1] ?? null, row[2] ?? null], []]),
      [null, "Tổng cộng", LINES.slice(0, 12).reduce((all, row) => all + Number(row[2]), 0)],
    ];
    const { tables, findings } = told({ ...snapshotOf(rows), merges: [{ row: 0, col: 0, rows: 1, cols: 3 }, ...merges] });
    expect(tables.map(({ rows: lines }) => lines.length)).toEqual([13]);
    expect(findings).toEqual([]);
  });

  test.each<[string, Rows]>([
    ["one cell over all", grid((row, col) => (row + col === 0 ? "Biểu" : null))],
    ["languages side by side", grid((row, col) => (row === 0 ? `項目 ${col} / Item` : col === 0 ? `العام ${row} – Năm` : row * col))],
    ["numbers alone", grid((row, col) => ((row * 31 + col * 17) % 900) + 100)],
  ])("%s: nothing is called an error", (_name, rows) => {
    expect(told(snapshotOf(rows)).findings.filter((one) => one.startsWith("error"))).toEqual([]);
  });
});
