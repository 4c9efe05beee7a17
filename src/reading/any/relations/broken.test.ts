import { describe, expect, test } from "@jest/globals";
import { snapshotOf } from "../../../../tests/support/text-snapshots";
import { BELIEVED, CERTAIN, type GridRelation } from "../../../tables";
import { believedIn, layoutsOf, type Layout } from "..";

type Row = readonly [number: string | null, label: string, ...amounts: (number | null)[]];

/** What is told of a table as failing: the row of its total on the sheet, and how sure that is. */
function failing(heads: readonly string[], rows: readonly Row[]): { row: number; sure: number }[] {
  const snapshot = snapshotOf([["STT", "Nội dung", ...heads], ...rows]);
  return layoutsOf(snapshot, []).flatMap((layout) =>
    believedIn(layout).flatMap((one) =>
      one.op !== "sum" || one.sure < BELIEVED || holds(layout, one) ? [] : [{ row: layout.lines[one.total[0]]?.row ?? -1, sure: one.sure }],
    ),
  );
}

function holds({ columns, numbers }: Layout, { total, parts }: GridRelation): boolean {
  const at = ([line, column]: readonly [number, number]) => numbers.values[line * columns.length + column] || 0;
  return Math.abs(at(total) - parts.reduce((sum, part) => sum + at(part), 0)) < 0.5;
}

const TREE: readonly Row[] = [
  [null, "Tổng số", 18150],
  ["A", "Sự nghiệp", 10160],
  ["I", "Giáo dục", 8555],
  ["1", "Mầm non", 2310],
  ["2", "Tiểu học", 6245],
  ["II", "Y tế", 1605],
  ["1", "Trạm", 335],
  ["2", "Dự phòng", 1270],
  ["B", "Quản lý", 7990],
  ["1", "Lương", 5000],
  ["2", "Hoạt động", 2990],
];
const withAmount = (rows: readonly Row[], at: number, amount: number): Row[] =>
  rows.map((row, place) => (place === at ? [row[0], row[1], amount] : row));

describe("takeBroken", () => {
  test("says nothing of a tree of one column that holds", () => {
    expect(failing(["Dự toán"], TREE)).toEqual([]);
  });

  test("one sum of a tree that fails by a slip is certain where three others hold", () => {
    const told = failing(["Dự toán"], withAmount(TREE, 6, 353));
    expect(told.map(({ row }) => row)).toEqual([6]);
    expect(told[0]?.sure).toBeGreaterThanOrEqual(CERTAIN);
  });

  test("a subtotal that is wrong fails the sum above it as well: both are told, whatever the digits", () => {
    expect(failing(["Dự toán"], withAmount(TREE, 5, 1983)).map(({ row }) => row).sort()).toEqual([2, 6]);
  });

  test("headline totals that do not add up to each other are held against nothing but their own lines", () => {
    const rows: Row[] = [
      ["I", "Tổng thu ngân sách nhà nước", 7599800], ["1", "Thu nội địa", 3359800], ["2", "Thu xuất nhập khẩu", 4240000],
      ["II", "Thu ngân sách địa phương", 3081835], ["1", "Theo phân cấp", 2795767], ["2", "Bổ sung", 292368],
      ["III", "Chi ngân sách địa phương", 3088135],
    ];
    expect(failing(["Dự toán"], rows).map(({ row }) => row)).toEqual([4]);
    expect(failing(["Dự toán"], withAmount(rows, 3, 3088135))).toEqual([]);
  });

  test("the only total of a table is told where its words say so and a slip explains what it is off by", () => {
    const rows: Row[] = [["1", "Đầu tư", 2310], ["2", "Thường xuyên", 6245], ["3", "Dự phòng", 335], ["4", "Khác", 1270]];
    expect(failing(["Dự toán"], [...rows, [null, "Cộng", 10610]]).map(({ row }) => row)).toEqual([5]);
    expect(failing(["Dự toán"], [[null, "Tổng số", 10610], ...rows]).map(({ row }) => row)).toEqual([1]);
    expect(failing(["Dự toán"], [...rows, [null, "Cộng", 10160]])).toEqual([]);
    // off by what no slip explains: it may add up something else
    expect(failing(["Dự toán"], [...rows, [null, "Cộng", 14443]])).toEqual([]);
    expect(failing(["Dự toán"], [...rows, [null, "Quỹ lương", 10610]])).toEqual([]);
  });

  test("one of two or three columns that fails beside those that hold is told", () => {
    const rows: Row[] = [
      [null, "Tổng số", 8890, 9120, 9876], ["1", "Đầu tư", 2310, 2450, 2610], ["2", "Thường xuyên", 6245, 6318, 6845],
      ["3", "Dự phòng", 335, 352, 412],
    ];
    expect(failing(["2024", "2025", "2026"].map((year) => `Năm ${year}`), rows).map(({ row }) => row)).toEqual([1]);
    const two = rows.map(([number, label, , ...rest]): Row => [number, label, ...rest]);
    expect(failing(["Năm 2025", "Năm 2026"], two).map(({ row }) => row)).toEqual([1]);
  });

  test("a line of a share among amounts is no part of them", () => {
    const rows: Row[] = [
      ["A", "Tổng thu", 1343330], ["1", "Nội địa", 1133500], ["2", "Dầu thô", 209830], ["B", "Bội chi", 343670],
      [null, "(% so với GDP)", 0.04], ["1", "Trung ương", 318870], ["2", "Địa phương", 24800],
    ];
    expect(failing(["Dự toán"], rows)).toEqual([]);
    expect(failing(["Dự toán"], withAmount(rows, 5, 318780)).map(({ row }) => row)).toEqual([4]);
  });
});
