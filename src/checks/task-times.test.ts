import { describe, expect, test } from "@jest/globals";
import { found, today } from "../../tests/support/context";
import { tableOf } from "../../tests/support/grids";
import { columnOf, readSpec, specOf } from "../../tests/support/made-tables";
import { tasksOf, type TaskEntry } from "../../tests/support/task-rows";
import { catalogue } from "../plan";
import { taskTimes } from "./task-times";

/** What is said of a task beside one whose status is filled in. */
const said = (entry: TaskEntry, day = today) =>
  found(taskTimes, tasksOf([{ status: "Đang thực hiện" }, entry]), day).map(({ code, severity, at }) => [code, severity, at.row]);
const late = [["task-late", "warning", 2]];

describe("task-times", () => {
  test.each([
    ["Năm 2025", "", late],
    ["Năm 2025", "Chưa thực hiện", late],
    ["Năm 2025", "In progress", late],
    ["Năm 2025", "Đã hoàn thành", []],
    ["Năm 2025", "Tạm dừng", [["task-late", "info", 2]]],
    ["Năm 2025", "xong rồi", []],
    ["Năm 2026", "", []],
    ["Giai đoạn 2021-2025", "", late],
    ["Hằng năm", "", []],
    ["Thường xuyên", "", []],
    [2025, "", late],
    [null, "", []],
    ["Sớm nhất có thể", "", [["task-time-unreadable", "info", 2]]],
    ["31/6/2025", "", [["task-time-unreadable", "info", 2]]],
  ])("%p, %p", (time, status, expected) => {
    expect(said({ time, status })).toEqual(expected);
  });

  test("the last day itself is not late, the day after it is", () => {
    const entry: TaskEntry = { time: "Chậm nhất ngày 30/6/2026" };
    expect(said(entry, { year: 2026, month: 6, day: 30 })).toEqual([]);
    expect(said(entry, { year: 2026, month: 7, day: 1 })).toEqual(late);
    expect(said({ time: "Trước ngày 30/6/2026" }, { year: 2026, month: 6, day: 30 })).toEqual(late);
  });

  test("the finding says when it was due, and a progress of 100 is not late", () => {
    const [finding] = found(taskTimes, tasksOf([{ status: "Đang thực hiện" }, { time: "Quý I-2024", status: "Đang thực hiện" }]));
    expect(finding).toMatchObject({
      at: { row: 2, col: 5 },
      cells: [{ col: 5 }, { col: 3 }],
      data: { task: "Việc 2", time: "Quý I-2024", due: { year: 2024, month: 3, day: 31 }, status: "doing", units: [] },
    });
    expect(said({ time: "Quý I-2024", status: "Đang thực hiện", progress: 100 })).toEqual([]);
    expect(said({ time: "Quý I-2024", status: "Đang thực hiện", progress: 99 })).toEqual(late);
  });

  test("of reporting units those that are late are named", () => {
    const units = (...statuses: string[]) => found(taskTimes, tasksOf([{ time: "2025", units: statuses }], ["Xã A", "Xã B", "Xã C"]));
    expect(units("Đã hoàn thành", "", "Đang thực hiện")).toMatchObject([
      { severity: "warning", data: { units: ["Xã B", "Xã C"], silent: ["Xã B"], status: "doing" } },
    ]);
    expect([units("Đã hoàn thành", "Hủy", "Chuyển sang năm 2027"), units("Không thực hiện", "Không thực hiện", "Dừng")]).toEqual([[], []]);
    expect(units("Đã hoàn thành", "Tạm dừng", "Đã hoàn thành")).toMatchObject([
      { severity: "info", data: { units: ["Xã B"], status: "paused" } },
    ]);
    expect(units("Đã hoàn thành", "Đã hoàn thành", "Đã hoàn thành")).toEqual([]);
  });

  test("a part of a year is of the year that the heading above it names", () => {
    const rows: readonly (readonly string[])[] = [
      ["1", "Việc đầu", "Quý I"],
      ["A", "Nhiệm vụ năm 2025", ""],
      ["I", "Truyền thông", ""],
      ["1", "Việc của 2025", "Quý II"],
      ["II", "Nhiệm vụ năm 2030", ""],
      ["2", "Việc của 2030", "Tháng 6"],
      ["III", "Giám sát", ""],
      ["3", "Việc nữa của 2025", "Tháng 6; Tháng 9"],
      ["B", "Nhiệm vụ thường xuyên", ""],
      ["4", "Việc không rõ năm", "Quý I"],
      ["5", "Việc hằng năm", "Quý I hằng năm"],
    ];
    const table = tableOf(
      "tasks", ["number", "label", "time", "status", "key"],
      rows.map(([number = "", label = "", time = ""], index) => [number, label, time, time ? "Đang thực hiện" : "", `k${index}`]),
    );
    expect(found(taskTimes, table).map(({ code, data }) => [code, "task" in data && data.task, "due" in data && data.due])).toEqual([
      ["task-late", "Việc của 2025", { year: 2025, month: 6, day: 30 }],
      ["task-late", "Việc nữa của 2025", { year: 2025, month: 9, day: 30 }],
    ]);
  });

  test("else of the year that the title of the table names", () => {
    const spec = specOf("tasks", "tp-lao-cai-2024");
    const [row, time, status] = [7, columnOf(spec, "tasks", "time"), columnOf(spec, "tasks", "status")];
    const told = (words: string, text = "Đang thực hiện") =>
      found(
        taskTimes,
        readSpec(spec, [{ row, col: time, value: words }, { row, col: status, value: text }]),
      ).flatMap(({ code, at }) => (at.row === row ? [code] : []));
    expect(told("Quý I")).toEqual(["task-late"]);
    expect(told("Quý I", "Đã hoàn thành")).toEqual([]);
    expect(told("Quý I hằng năm")).toEqual([]);
    const other = specOf("tasks", "kon-tum-2030");
    expect(
      found(
        taskTimes,
        readSpec(other, [
          { row, col: columnOf(other, "tasks", "time"), value: "Quý I" },
          { row, col: columnOf(other, "tasks", "status"), value: "Đang thực hiện" },
        ]),
      ).filter(({ at }) => at.row === row),
    ).toEqual([]);
  });

  test("where no status was filled in at all it is said once", () => {
    expect(found(taskTimes, tasksOf([{ time: "2024" }, { time: "2025" }, { time: "2030" }]))).toMatchObject([
      { code: "task-statuses-missing", severity: "info", at: { row: 1, col: 5 }, data: { late: 2, tasks: 3 } },
    ]);
    expect(found(taskTimes, tasksOf([{ time: "2030" }, { time: "Thường xuyên" }]))).toEqual([]);
    expect(found(taskTimes, tasksOf([{ time: "2024", progress: 40 }, { time: "2025" }])).map(({ code }) => code)).toEqual([
      "task-late", "task-late",
    ]);
  });

  test.each(catalogue.map(({ id }) => id))("every time of %s is read, and nothing of a new table is late by name", (id) => {
    for (const day of [today, { year: 2018, month: 1, day: 1 }]) {
      expect(found(taskTimes, readSpec(specOf("tasks", id)), day).filter(({ code }) => code !== "task-statuses-missing")).toEqual([]);
    }
  });
});
