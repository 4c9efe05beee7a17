import { describe, expect, test } from "@jest/globals";
import { found } from "../../tests/support/context";
import { snapshotOf } from "../../tests/support/text-snapshots";
import { readOthers } from "../reading";
import type { CellValue } from "../sheet";
import { sums } from "./sums";

/** People of each commune by sex and by age, under their totals. */
function people(communes: number, unit = "Đơn vị tính: người"): CellValue[][] {
  const rows = Array.from({ length: communes }, (_, at): CellValue[] => {
    const [men, women, young] = [1203 + 37 * at, 1187 + 41 * ((at * 7) % 11), 611 + 13 * ((at * 5) % 9)];
    const old = 302 + 3 * ((at * 3) % 17);
    return [at + 1, `Xã số ${at + 1}`, men + women, men, women, young, men + women - young - old, old];
  });
  const total = (col: number): number => rows.reduce((all, row) => all + (row[col] as number), 0);
  return [
    ["Biểu 3. Dân số"],
    [null, null, null, null, null, null, unit],
    ["STT", "Xã", "Tổng số", "Nam", "Nữ", "Dưới 15 tuổi", "Từ 15 đến 59 tuổi", "Từ 60 tuổi"],
    [null, "Toàn huyện", total(2), total(3), total(4), total(5), total(6), total(7)],
    ...rows,
  ];
}

const withCell = (rows: CellValue[][], row: number, col: number, by: number): CellValue[][] =>
  rows.map((cells, r) => cells.map((cell, c) => (r === row && c === col ? (cell as number) + by : cell)));
const said = (rows: CellValue[][]) => readOthers(snapshotOf(rows), []).flatMap((table) => found(sums, table));

describe("a cell that is off by one", () => {
  test("is named where all other sums of a table that states its unit come out", () => {
    expect(said(people(14))).toEqual([]);
    expect(said(withCell(people(14), 7, 4, 1))).toMatchObject([{ code: "sum-mismatch", at: { row: 7, col: 4 } }]);
  });

  test("is information where there are too few of them", () => {
    expect(said(withCell(people(3), 5, 4, 1))).toMatchObject([
      { code: "sum-rounding", severity: "info" }, { code: "sum-rounding", severity: "info" },
    ]);
  });

  test("is not told where the unit is not, or where many are off", () => {
    expect(said(withCell(people(14, ""), 7, 4, 1))).toEqual([]);
    const rounded = people(14).map((row, at) =>
      at > 4 && at % 2 === 0 ? row.map((cell, col) => (col === 2 ? (cell as number) + (at % 4) - 1 : cell)) : row,
    );
    expect(said(rounded)).toEqual([]);
  });
});

test("what a column counts is not told in the money of its table", () => {
  const rows: CellValue[][] = [
    ["Đơn vị tính: triệu đồng"],
    ["TT", "Xã", "Số hộ", "Kinh phí"],
    [1, "Nậm Cần", 412, 1245],
    [2, "Pắc Ta", 389, 1012],
    [3, "Hố Mít", 276, 845],
    [4, "Tà Mít", 198, 633],
    [null, "Cộng", 1257, 3735],
  ];
  expect(said(rows)).toMatchObject([{ code: "sum-mismatch", data: { unit: null } }]);
  expect(said(withCell(withCell(rows, 6, 2, 18), 3, 3, 90))).toMatchObject([{ code: "sum-mismatch", data: { unit: "trieu-dong" } }]);
});
