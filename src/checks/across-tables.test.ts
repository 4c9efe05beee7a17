import { describe, expect, test } from "@jest/globals";
import { declared, today } from "../../tests/support/context";
import { snapshotOf } from "../../tests/support/text-snapshots";
import { readOthers } from "../reading";
import type { CellValue } from "../sheet";
import { acrossTables } from "./across-tables";

type Rows = readonly (readonly CellValue[])[];

const FIELDS: Rows = [
  ["STT", "Lĩnh vực", "Dự toán năm 2026"],
  ["1", "Giáo dục", 6245],
  ["2", "Y tế", 2318],
  ["3", "Văn hóa", 610],
  ["4", "Giao thông", 1452],
  ["5", "Môi trường", 845],
  [null, "Tổng cộng", 11470],
];
const SUMMARY: Rows = [
  ["STT", "Lĩnh vực", "Thực hiện năm 2025", "Kế hoạch năm 2026"],
  ["1", "Y tế", 2207, 2318],
  ["2", "Giáo dục", 6012, 6245],
  ["3", "Giao thông", 1398, 1452],
  ["4", "Môi trường", 802, 845],
  ["5", "Văn hóa", 588, 601],
];

const change = (rows: Rows, of: (cell: CellValue, row: number, col: number) => CellValue): Rows =>
  rows.map((cells, row) => cells.map((cell, col) => of(cell, row, col)));
const said = (...sheets: Rows[]) => {
  const tables = sheets.flatMap((rows, at) => readOthers(snapshotOf(rows, `Biểu ${at + 1}`), []));
  return declared(acrossTables, acrossTables.beside?.({ today, tables }) ?? []);
};

describe("across-tables", () => {
  test("a line that differs where four others agree names the cell that no sum speaks for", () => {
    expect(said(FIELDS, SUMMARY)).toMatchObject([
      {
        severity: "warning",
        at: { sheet: "Biểu 2", row: 5, col: 3 },
        data: { here: { value: 601 }, there: { value: 610 }, agreeing: 4, correction: { from: 601, to: 610 } },
      },
    ]);
  });

  test("tables in two units of money are compared in đồng", () => {
    const inDong: Rows = [
      ["Đơn vị tính: đồng", null, null, null],
      ...change(SUMMARY, (cell) => (typeof cell === "number" ? cell * 1e6 : cell)),
    ];
    const inMillions: Rows = [["Đơn vị tính: triệu đồng", null, null], ...FIELDS];
    expect(said(inMillions, inDong)).toMatchObject([{ data: { correction: { from: 601e6, to: 610e6 } } }]);
  });

  test("says nothing where all agree, of other years, of few lines, and of totals that are right in both", () => {
    expect(said(FIELDS, change(SUMMARY, (cell) => (cell === 601 ? 610 : cell)))).toEqual([]);
    expect(said(FIELDS, change(SUMMARY, (cell) => (cell === "Kế hoạch năm 2026" ? "Kế hoạch năm 2027" : cell)))).toEqual([]);
    expect(said(FIELDS, [...SUMMARY.slice(0, 3), ...SUMMARY.slice(5)])).toEqual([]);
    const fewer: Rows = [...FIELDS.slice(0, 5), [null, "Tổng cộng", 10625]];
    expect(said(FIELDS, fewer)).toEqual([]);
  });
});
