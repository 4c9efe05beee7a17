import { describe, expect, test } from "@jest/globals";
import { snapshotOf } from "../../../../tests/support/text-snapshots";
import type { CellValue } from "../../../sheet";
import { believedIn, layoutsOf } from "..";

type Rows = readonly (readonly CellValue[])[];

/** The limits that are believed of a table, as sheet cells, and how sure each is. */
function limits(rows: Rows): (readonly [total: string, parts: string, sure: number])[] {
  return layoutsOf(snapshotOf(rows), []).flatMap((layout) => {
    const place = ([line, column]: readonly [number, number]) => `${layout.lines[line]?.row ?? -1},${layout.columns[column]?.col ?? -1}`;
    return believedIn(layout).flatMap(({ op, total, parts, sure }) =>
      op === "of-which" ? [[place(total), parts.map(place).join(" "), sure] as const] : [],
    );
  });
}

const SCHOOLS: Rows = [
  ["STT", "Trường", "Số học sinh", null, null],
  [null, null, "Tổng", "Trong đó", null],
  [null, null, null, "Nữ", "Dân tộc thiểu số"],
  [1, "Mầm non Hoa Sen", 355, 170, 41],
  [2, "Mầm non Hoa Mai", 287, 131, 63],
  [3, "Tiểu học số 1", 704, 369, 88],
  [4, "Tiểu học số 2", 615, 301, 17],
  [5, "Trung học cơ sở", 512, 260, 30],
];

const changed = (rows: Rows, row: number, col: number, value: CellValue): Rows =>
  rows.map((cells, at) => (at === row ? cells.map((cell, place) => (place === col ? value : cell)) : cells));

describe("ofWhichIn", () => {
  test("each column under \"Trong đó\" is part of the whole before it", () => {
    const found = limits(SCHOOLS);
    expect(found).toHaveLength(10);
    expect(found.map(([total, parts]) => `${total} ${parts}`)).toEqual(expect.arrayContaining(["3,2 3,3", "3,2 3,4", "7,2 7,4"]));
  });

  test("a part above its whole is certain where the others hold", () => {
    const [above] = limits(changed(SCHOOLS, 5, 3, 3690)).filter(([total, parts]) => total === "5,2" && parts === "5,3");
    expect(above?.[2]).toBe(1);
  });

  test("without the words, columns beside a \"Tổng\" that they do not come to are parts where all lines show it", () => {
    const heads: Rows = [["STT", "Trường", "Số học sinh", null, null], [null, null, "Tổng", "Nữ", "Dân tộc thiểu số"]];
    const body = SCHOOLS.slice(3);
    expect(limits([...heads, ...body])).toHaveLength(10);
    const twice = changed(changed([...heads, ...body], 2, 3, 999), 3, 3, 999);
    expect(limits(twice).filter(([, parts]) => parts.endsWith(",3"))).toEqual([]);
  });

  test("lines under \"Trong đó\" do not exceed their whole together, of which they need not be all", () => {
    const rows: Rows = [
      ["STT", "Nội dung", "Năm 2024", "Năm 2025", "Năm 2026", "Năm 2027"],
      ["1", "Chi thường xuyên", 5210, 5473, 5911, 6120],
      [null, "Trong đó:", null, null, null, null],
      ["-", "Lương", 3120, 3204, 3466, 3508],
      ["-", "Đào tạo", 404, 417, 398, 455],
      ["2", "Chi đầu tư", 1200, 1371, 1255, 1498],
    ];
    expect(limits(rows).map(([total, parts]) => `${total} = ${parts}`)).toEqual(
      [2, 3, 4, 5].map((col) => `1,${col} = 3,${col} 4,${col}`),
    );
    expect(limits(changed(rows, 3, 4, 34660)).filter(([total]) => total === "1,4").map(([, , sure]) => sure)).toEqual([1]);
  });
});
