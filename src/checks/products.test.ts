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
});
