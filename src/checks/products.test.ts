import { describe, expect, test } from "@jest/globals";
import { found } from "../../tests/support/context";
import { snapshotOf } from "../../tests/support/text-snapshots";
import { readOthers } from "../reading";
import type { CellValue } from "../sheet";
import { products } from "./products";

const SUPPLIES: readonly (readonly CellValue[])[] = [
  ["STT", "Tên vật tư", "ĐVT", "Số lượng", "Đơn giá", "Thành tiền"],
  ["1", "Giấy A4", "ram", 120, 72000, 8640000],
  ["2", "Mực in", "hộp", 15, 385000, 5775000],
  ["3", "Bút bi", "cái", 240, 4500, 1080000],
  ["4", "Ghim", "hộp", 36, 7500, 270000],
  ["5", "Kẹp", "hộp", 18, 12500, 225000],
];
const SHARES: readonly (readonly CellValue[])[] = [
  ["STT", "Nội dung", "Dự toán", "Thực hiện", "So sánh TH/DT (%)"],
  ["A", "B", "1", "2", "3=2/1"],
  ["1", "Thu nội địa", 4520.5, 4801.2, 106.2],
  ["2", "Thu viện trợ", 310, 295.4, 95.3],
  ["3", "Thu khác", 88.4, 91.7, 103.7],
  ["4", "Thu kết dư", 120, 99.6, 83],
];

const withCell = (rows: readonly (readonly CellValue[])[], row: number, col: number, value: number) =>
  rows.map((cells, r) => cells.map((cell, c) => (r === row && c === col ? value : cell)));
const said = (rows: readonly (readonly CellValue[])[]) => readOthers(snapshotOf(rows), []).flatMap((table) => found(products, table));

describe("products", () => {
  test("says nothing where quantities times prices, and rounded shares, come out", () => {
    expect([...said(SUPPLIES), ...said(SHARES)]).toEqual([]);
  });

  test("names the one cell that a slip explains, as an error where the form says it and a warning where its lines show it", () => {
    expect(said(withCell(SUPPLIES, 2, 5, 5757000))).toMatchObject([
      { severity: "warning", at: { row: 2, col: 5 }, data: { correction: { from: 5757000, to: 5775000, kind: "digits-swapped" } } },
    ]);
    expect(said(withCell(SHARES, 5, 4, 38))).toMatchObject([
      { severity: "error", at: { row: 5, col: 4 }, data: { correction: { to: 83 }, claim: { op: "ratio", factor: 100 } } },
    ]);
  });

  test("where each factor may be the wrong one, all are told and none is named", () => {
    const [only, ...others] = said(withCell(SUPPLIES, 4, 5, 2700000));
    expect(others).toEqual([]);
    expect(only).toMatchObject({ at: { row: 4, col: 5 }, data: { correction: null, alike: 3 } });
  });

  test("a form whose rule holds nowhere is no rule, and a zero or blank says nothing", () => {
    expect(said(SHARES.map((row, at) => (at < 2 ? row : [...row.slice(0, 4), Number(row[2]) + 7])))).toEqual([]);
    expect(said(withCell(SHARES, 5, 2, 0))).toEqual([]);
  });

  /** Commune revenue by its office, without rules of the form: what was done of the estimate, of the whole and of the year before. */
  const REVENUE: readonly (readonly CellValue[])[] = [
    ["STT", "Nội dung", "Thực hiện năm trước", "Dự toán", "Thực hiện", "So sánh TH/DT (%)", "Tăng, giảm so năm trước (%)", "Cơ cấu (%)"],
    ["1", "Thuế, phí, lệ phí", 812.4, 905, 871.5, 96.3, 7.3, 14.2],
    ["2", "Thu tiền sử dụng đất", 2410, 3000, 3188.6, 106.3, 32.3, 51.8],
    ["3", "Thu từ quỹ đất công ích", 164.2, 170, 158.9, 93.5, -3.2, 2.6],
    ["4", "Thu viện trợ, đóng góp", 355.8, 300, 342.1, 114, -3.9, 5.6],
    ["5", "Thu bổ sung từ cấp trên", 1520, 1588.3, 1588.3, 100, 4.5, 25.8],
    [null, "Tổng cộng", 5262.4, 5963.3, 6149.4, 103.1, 16.9, 100],
  ];

  test("says nothing of shares, growths and parts of a whole that come out", () => {
    expect(said(REVENUE)).toEqual([]);
  });

  test("a share that is none of its two columns is told with what they come to, by the head alone and without a slip", () => {
    expect(said(withCell(REVENUE, 2, 5, 95.4))).toMatchObject([
      { severity: "warning", at: { row: 2, col: 5 }, data: { stated: { value: 95.4 }, computed: { value: expect.closeTo(106.29, 2) } } },
    ]);
    expect(said(withCell(REVENUE, 4, 6, 5.1))).toMatchObject([
      { at: { row: 4, col: 6 }, data: { claim: { op: "ratio", growth: true }, computed: { value: expect.closeTo(-3.85, 2) } } },
    ]);
    expect(said(withCell(REVENUE, 2, 7, 15.8))).toMatchObject([
      { at: { row: 2, col: 7 }, data: { computed: { value: expect.closeTo(51.85, 2) } } },
    ]);
  });

  test("a fraction among points, and points among fractions, are told as such", () => {
    expect(said(withCell(REVENUE, 1, 5, 0.96))).toMatchObject([{ data: { correction: { from: 0.96, to: 96, kind: "separator" } } }]);
    const fractions = REVENUE.map((row, at) => (at === 0 ? row : row.map((cell, col) => (col === 5 ? Number(cell) / 100 : cell))));
    expect(said(withCell(fractions, 3, 5, 93.5))).toMatchObject([{ data: { correction: { from: 93.5, to: 0.935 } } }]);
  });

  test("what is cut off, reckoned of finer amounts, or a mean of the lines is no mistake", () => {
    expect(said(withCell(REVENUE, 1, 5, 96.2))).toEqual([]);
    expect(said([...REVENUE.slice(0, 6), [null, "Bình quân", 1052.5, 1192.7, 1229.9, 102, 7.4, null]])).toEqual([]);
  });

  test("a growth by a rule of the form, in points or as a fraction", () => {
    const form = (factor: number, last: number): readonly (readonly CellValue[])[] => [
      ["STT", "Nội dung", "Năm 2024", "Năm 2025", "Tăng trưởng"],
      ["A", "B", "1", "2", "3=(2-1)/1"],
      ["1", "Lúa", 5120, 5376, 0.05 * factor],
      ["2", "Ngô", 880, 924, 0.05 * factor],
      ["3", "Rau", 640, 704, last * factor],
    ];
    expect([...said(form(1, 0.1)), ...said(form(100, 0.1))]).toEqual([]);
    expect(said(form(100, 0.3))).toMatchObject([{ severity: "error", data: { claim: { growth: true }, computed: { value: 10 } } }]);
  });
});
