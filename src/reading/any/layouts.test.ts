import { expect, test } from "@jest/globals";
import { textSnapshot } from "../../../tests/support/text-snapshots";
import type { Layout } from "./layout";
import { layoutsOf } from "./layouts";

const read = (rows: readonly (readonly string[])[]): Layout[] => layoutsOf(textSnapshot(rows), []);
/** The lines as they lie: a "." for each level, the outline number, the label. */
const tree = ({ lines }: Layout): string[] => lines.map(({ depth, number, label }) => `${".".repeat(depth)}${number} ${label}`);
const kinds = ({ columns }: Layout): string[] => columns.map(({ kind }) => kind);
const values = ({ numbers, columns }: Layout, col: number): number[] =>
  Array.from(numbers.values).filter((_, place) => place % columns.length === col);

const BUDGET = [
  ["UBND XÃ BÌNH AN", "", "", ""],
  ["CÂN ĐỐI NGÂN SÁCH XÃ NĂM 2026", "", "", ""],
  ["(Kèm theo Báo cáo số    /BC-UBND)", "", "", ""],
  ["", "", "", "Đơn vị tính: triệu đồng"],
  ["STT", "Nội dung", "Dự toán năm", "Trong đó"],
  ["", "", "", "NSĐP"],
  ["A", "B", "1", "2"],
  ["", "TỔNG SỐ", "1.234,5", "200,5"],
  ["I", "Chi đầu tư", "1.000", "-"],
  ["1", "Đường thôn", "600", ""],
  ["-", "Đoạn 1", "350", ""],
  ["-", "Đoạn 2", "250", ""],
  ["2", "Trường học", "400", ""],
  ["II", "Chi thường xuyên", "234,5", "200,5"],
  ["", "", "", ""],
  ["", "Ghi chú: số liệu tạm tính", "", ""],
  ["", "Bằng chữ: Một tỷ hai trăm ba mươi bốn triệu năm trăm nghìn đồng", "", ""],
  ["", "", "Bình An, ngày 5 tháng 1 năm 2026", ""],
  ["", "Người lập biểu", "Thủ trưởng đơn vị", ""],
  ["", "Nguyễn Văn A", "Trần Thị B", ""],
];

test("a table is found among letterhead, title, caption, notes and signatures", () => {
  const [layout, ...others] = read(BUDGET);
  expect(others).toEqual([]);
  expect(layout).toMatchObject({
    area: { row: 4, col: 0, rows: 10, cols: 4 },
    headRows: [4, 5, 6],
    numberRow: 6,
    unit: "trieu-dong",
    title: { text: "CÂN ĐỐI NGÂN SÁCH XÃ NĂM 2026" },
  });
  expect(kinds(layout as Layout)).toEqual(["outline", "label", "amount", "amount"]);
  expect(tree(layout as Layout)).toEqual([
    " TỔNG SỐ",
    "I Chi đầu tư",
    ".1 Đường thôn",
    "..- Đoạn 1",
    "..- Đoạn 2",
    ".2 Trường học",
    "II Chi thường xuyên",
  ]);
  expect(values(layout as Layout, 2)).toEqual([1234.5, 1000, 600, 350, 250, 400, 234.5]);
  expect((layout as Layout).columns[3]).toMatchObject({ path: ["Trong đó", "NSĐP"], ofWhich: true, number: "2" });
});
