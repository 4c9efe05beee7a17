import { describe, expect, test } from "@jest/globals";
import { found } from "../../tests/support/context";
import { columnOf, readSpec, specOf } from "../../tests/support/made-tables";
import { tasksOf } from "../../tests/support/task-rows";
import { taskLeads } from "./task-leads";

describe("task-leads", () => {
  test("each task that nobody leads is told", () => {
    expect(found(taskLeads, tasksOf([{}, { lead: "" }, {}, { lead: " " }]))).toMatchObject([
      { code: "task-lead-missing", severity: "info", at: { row: 2, col: 2 }, data: { tasks: ["Việc 2"], all: false } },
      { at: { row: 4, col: 2 }, data: { tasks: ["Việc 4"] } },
    ]);
    expect(found(taskLeads, tasksOf([{}, {}]))).toEqual([]);
  });

  test("where none has a lead it is said once", () => {
    expect(found(taskLeads, tasksOf([{ lead: "" }, { lead: "" }, { lead: "" }]))).toMatchObject([
      { cells: [{ row: 1 }, { row: 2 }, { row: 3 }], data: { all: true, tasks: ["Việc 1", "Việc 2", "Việc 3"] } },
    ]);
  });

  test("where very many have none they are told together", () => {
    const many = [{}, ...Array.from({ length: 6 }, () => ({ lead: "" }))];
    const [one, ...others] = found(taskLeads, tasksOf(many));
    expect(others).toEqual([]);
    expect(one).toMatchObject({
      severity: "info",
      data: { all: false, tasks: ["Việc 2", "Việc 3", "Việc 4", "Việc 5", "Việc 6", "Việc 7"] },
    });
    expect(one && "cells" in one ? one.cells : []).toHaveLength(6);
    expect(found(taskLeads, tasksOf(many.slice(0, -1)))).toHaveLength(5);
  });

  test("a heading between tasks has none to name", () => {
    expect(found(taskLeads, tasksOf([{ number: "I", lead: "" }, {}, { number: "II.", lead: "" }, {}]))).toEqual([]);
  });

  test("a lead in a cell that is merged over several tasks leads them all", () => {
    const spec = specOf("tasks", "bac-ninh-2018-2030");
    const col = columnOf(spec, "tasks", "lead");
    const row = spec.cells.findIndex((cells) => cells[0] === "1");
    const beneath = [1, 2].map((down) => ({ row: row + down, col, value: null }));
    const open = (...read: Parameters<typeof readSpec>): number =>
      found(taskLeads, readSpec(...read)).reduce((all, { data }) => all + ("all" in data ? data.tasks.length : 0), 0);
    const before = open(spec);
    expect(open(spec, beneath)).toBe(before + 2);
    expect(open(spec, beneath, [{ row, col, rows: 3, cols: 1 }])).toBe(before);
  });
});
