import { describe, expect, test } from "@jest/globals";
import { snapshotOf } from "../../../tests/support/text-snapshots";
import type { CellValue } from "../../sheet";
import type { Layout } from "./layout";
import { layoutsOf } from "./layouts";
import { believedIn } from "./relations";
import { rowsWithoutSpacing } from "./spacing";

/** Rows as signs: "n" with numbers, "w" of words, "." blank; the same without what is spacing. */
function without(rows: string): string {
  const left = rowsWithoutSpacing(rows.length, (row) => rows[row] !== ".", (row) => rows[row] === "n");
  return left ? left.map((row) => rows[row]).join("") : rows;
}

describe("blank rows that are spacing", () => {
  test.each([
    ["one after each line", "w.w.n.n.n.n.n", "wwnnnnn"],
    ["two after each line", "w..n..n..n..n", "wnnnn"],
    ["more between groups", "w.n.n...n.n.n", "wnn.nnn"],
    ["a line of two rows among them", "w.n.nw.n.n.n", "wnnwnnn"],
    ["a head of two rows over them", "ww.n.n.n.n.n", "wwnnnnn"],
    ["two after each line, and four before another table", "w..n..n..n..n....w..n..n..n..n", "wnnnn....wnnnn"],
    ["beside a table without", "w.n.n.n.n.nn.wnnnnn..n", "wnnnnnnwnnnnn..n"],
  ])("go: %s", (_, rows, left) => {
    expect(without(rows)).toBe(left);
  });

  test.each([
    ["between titles", "w.w.w.w.w.wnnnnnn"],
    ["between pairs of lines", "wnn.nn.nn.nn.nn"],
    ["between groups", "wwnnn.nnn.nnnn.n"],
    ["in a form of few lines", "w.n.n.n"],
    ["of no regular number", "w.n..n...n....n.....n......n"],
  ])("stay: %s", (_, rows) => {
    expect(without(rows)).toBe(rows);
  });
});

/** A budget of two groups, its lines apart by blank rows, each so many rows high. */
const LINES: readonly (readonly CellValue[])[] = [
  ["DỰ TOÁN CHI NĂM 2026", null, null, null], [null, null, null, "Đơn vị: triệu đồng"], ["STT", "Nội dung", "Tổng số", "Quý I"],
  [null, "TỔNG SỐ", 4750, 1315], ["I", "Chi đầu tư", 3020, 705], ["1", "Đường thôn", 1870, 455], ["2", "Trường học", 1150, 250],
  ["II", "Chi thường xuyên", 1730, 610], ["1", "Giáo dục", 930, 310], ["2", "Y tế", 800, 300],
];
const spaced = (blanks: number): CellValue[][] =>
  LINES.flatMap((line) => [[...line], ...Array.from({ length: blanks }, (): CellValue[] => [null, null, null, null])]);

describe("a table whose lines are apart by blank rows", () => {
  const read = (values: readonly (readonly CellValue[])[], merges: Parameters<typeof layoutsOf>[0]["merges"] = []): Layout => {
    const [layout, ...others] = layoutsOf({ ...snapshotOf(values), merges }, []);
    expect(others).toEqual([]);
    if (!layout) throw new Error("no table");
    return layout;
  };
  const treeOf = ({ lines }: Layout) => lines.map(({ number, label, depth, parent, apart }) => [number, label, depth, parent, apart]);

  test.each([1, 2, 3])("is read as the same one without, where its cells stand: %d of them", (blanks) => {
    const [plain, layout] = [read(LINES), read(spaced(blanks))];
    expect(treeOf(layout)).toEqual(treeOf(plain));
    expect(layout.columns).toEqual(plain.columns);
    expect(believedIn(layout)).toEqual(believedIn(plain));
    const times = blanks + 1;
    expect(layout.lines.map(({ row }) => row)).toEqual(plain.lines.map(({ row }) => row * times));
    expect([layout.headRows, layout.title?.at.row, layout.caption?.at.row]).toEqual([[2 * times], 0, times]);
    expect(layout.area).toEqual({ row: 2 * times, col: 0, rows: 7 * times + 1, cols: 4 });
  });

  test("merged cells of two rows are lines that are two rows high", () => {
    const merges = LINES.flatMap((line, at) => line.map((_, col) => ({ row: at * 2, col, rows: 2, cols: 1 })));
    expect(treeOf(read(spaced(1), merges))).toEqual(treeOf(read(LINES)));
  });
});
