import { describe, expect, test } from "@jest/globals";
import { found } from "../../tests/support/context";
import { tasksOf } from "../../tests/support/task-rows";
import { taskStatus } from "./task-status";

const said = (status: string, progress: number | null) =>
  found(taskStatus, tasksOf([{ status, progress }])).map(({ code, severity, at }) => [code, severity, at.col]);

describe("task-status", () => {
  test.each([
    ["", null, []],
    ["Đã hoàn thành", 100, []],
    ["Đang thực hiện", 50, []],
    ["", 100, []],
    ["Done", null, []],
    ["gần xong", null, [["task-status-unknown", "warning", 5]]],
    ["Đã hoàn thành", 90, [["task-progress-differs", "info", 4]]],
    ["Đang thực hiện", 100, [["task-progress-differs", "info", 4]]],
    ["Đang thực hiện", 120, [["task-progress-range", "error", 4]]],
    ["", -1, [["task-progress-range", "error", 4]]],
    ["gần xong", 100, [["task-status-unknown", "warning", 5]]],
  ])("%p with %p", (status, progress, expected) => {
    expect(said(status, progress)).toEqual(expected);
  });

  test("a task is done when each reporting unit has done it", () => {
    const units = (progress: number, ...statuses: string[]) =>
      found(taskStatus, tasksOf([{ progress, units: statuses }], ["A", "B"])).map(({ code, data }) => [code, data]);
    expect(units(100, "Đã hoàn thành", "Đã hoàn thành")).toEqual([]);
    expect(units(100, "Đã hoàn thành", "")).toEqual([]);
    expect(units(100, "Đã hoàn thành", "Đang thực hiện")).toMatchObject([["task-progress-differs", { done: false }]]);
    expect(units(80, "Đã hoàn thành", "Đã hoàn thành")).toMatchObject([["task-progress-differs", { done: true, progress: 80 }]]);
    expect(units(80, "?", "??").map(([code]) => code)).toEqual(["task-status-unknown", "task-status-unknown"]);
  });
});
