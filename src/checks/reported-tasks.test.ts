import { describe, expect, test } from "@jest/globals";
import { snapshotOf } from "../../tests/support/text-snapshots";
import { readOthers } from "../reading";
import type { CellValue } from "../sheet";
import { reportedTasks } from "./reported-tasks";

type Rows = readonly (readonly CellValue[])[];

const today = { year: 2026, month: 6, day: 30 };

/** What an office follows of what it was told to do. */
const TASKS: Rows = [
  ["KẾT QUẢ THỰC HIỆN NHIỆM VỤ NĂM 2026"],
  ["STT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời hạn hoàn thành", "Ngày hoàn thành thực tế", "Tình trạng"],
  ["1", "Ban hành kế hoạch", "Văn phòng", "15/01/2026", "12/01/2026", "Hoàn thành đúng hạn"],
  ["2", "Rà soát hộ nghèo", "Phòng Văn hóa - Xã hội", "31/03/2026", "04/04/2026", "Hoàn thành quá hạn"],
  ["3", "Tập huấn cán bộ", "Phòng Nội vụ", "Quý IV/2026", null, "Chưa thực hiện"],
  ["4", "Kiểm tra công tác giải ngân", "Phòng Tài chính - Kế hoạch", "Hằng quý", null, "Đang thực hiện"],
  ["5", "Tổng kết chương trình", "Văn phòng", "Trước ngày 20/12/2026", null, "Chưa đến hạn"],
];
/** The same with how far each is, and no day on which it was done. */
const PROGRESS: Rows = [
  ["STT", "Công việc", "Đơn vị thực hiện", "Thời gian hoàn thành", "Tiến độ (%)", "Kết quả thực hiện"],
  ["1", "Lập hồ sơ mời thầu", "Ban QLDA", "Tháng 2/2026", 100, "Hoàn thành"],
  ["2", "Thi công tuyến 1", "Ban QLDA", "Tháng 9/2026", 45, "Đang thực hiện"],
  ["3", "Thi công tuyến 2", "Ban QLDA", "Tháng 12/2026", 0, "Chưa thực hiện"],
];

const withCells = (rows: Rows, changes: readonly (readonly [row: number, col: number, to: CellValue])[]): Rows =>
  rows.map((cells, r) => cells.map((cell, c) => changes.find(([row, col]) => row === r && col === c)?.[2] ?? cell));
const said = (rows: Rows) => {
  const tables = readOthers(snapshotOf(rows), []);
  return tables.flatMap((table) => reportedTasks.check(table, { today, tables }));
};
const told = (rows: Rows) =>
  said(rows).map(({ code, at, data }) => `${code} ${at.row},${at.col}${"why" in data ? ` ${data.why}` : ""}`);

describe("tasks of somebody else's table", () => {
  test("what agrees with its days and progress says nothing", () => {
    expect([...said(TASKS), ...said(PROGRESS)]).toEqual([]);
  });

  test("in time, though done after the term; late, though before it; done on a day to come", () => {
    expect(told(withCells(TASKS, [[2, 4, "19/01/2026"], [3, 4, "28/03/2026"]]))).toEqual([
      "status-differs 2,5 done-late", "status-differs 3,5 done-early",
    ]);
    expect(told(withCells(TASKS, [[2, 4, "12/11/2026"]]))).toEqual(["status-differs 2,5 done-later"]);
    // days as a spreadsheet keeps them: 19/01/2026 and 15/01/2026
    expect(told(withCells(TASKS, [[2, 3, 46037], [2, 4, 46041]]))).toEqual(["status-differs 2,5 done-late"]);
    expect(told(withCells(TASKS, [[2, 3, 46037], [2, 4, 46034]]))).toEqual([]);
  });

  test("not due though the term is over, late though it is not", () => {
    expect(told(withCells(TASKS, [[6, 3, "20/05/2026"]]))).toEqual(["status-differs 6,5 not-due"]);
    expect(told(withCells(TASKS, [[4, 5, "Chậm tiến độ, đang thực hiện"]]))).toEqual(["status-differs 4,5 not-late"]);
  });

  test("done with less than all of it, and all of it without being done", () => {
    expect(told(withCells(PROGRESS, [[1, 4, 80], [2, 4, 100]]))).toEqual(["status-differs 1,5 unfinished", "status-differs 2,5 finished"]);
    const fractions = PROGRESS.map((row, at) => (at === 0 ? row : row.map((cell, col) => (col === 4 ? Number(cell) / 100 : cell))));
    expect(told(fractions)).toEqual([]);
    expect(told(withCells(fractions, [[2, 5, "Đã hoàn thành"]]))).toEqual(["status-differs 2,5 unfinished"]);
  });

  test("those past their term are one finding, but not those that say so, were put off, or come round", () => {
    const late = withCells(TASKS, [[4, 3, "Quý I/2026"], [6, 3, "20/05/2026"], [6, 5, "Đang triển khai"]]);
    expect(said(late)).toMatchObject([
      {
        code: "tasks-overdue", at: { row: 4, col: 5 },
        data: { tasks: [{ label: "Tập huấn cán bộ" }, { label: "Tổng kết chương trình" }] },
      },
    ]);
    expect(told(withCells(TASKS, [[4, 3, "Quý I/2026"], [4, 5, "Quá hạn, đang thực hiện"]]))).toEqual([]);
    expect(told(withCells(TASKS, [[4, 3, "Quý I/2026"], [4, 5, "Chuyển sang năm 2027"]]))).toEqual([]);
  });

  test("words that are no state of a task make no table of tasks", () => {
    const results = ["Đã cấp 25 thẻ", "Tốt", "Khá", "Đã trình UBND", "Còn vướng mắc"];
    expect(said(TASKS.map((row, at) => (at < 2 ? row : [...row.slice(0, 3), "01/01/2026", null, results[at - 2] ?? ""])))).toEqual([]);
  });
});
