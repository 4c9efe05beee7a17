import { describe, expect, test } from "@jest/globals";
import { found } from "../../tests/support/context";
import { budgetOf } from "../../tests/support/grids";
import { columnOf, readSpec, specOf } from "../../tests/support/made-tables";
import type { ColumnKey, TableKind } from "../templates";
import { mergedInputs } from "./merged-inputs";

const PLAN = "lai-chau-2021-2025";
const spec = specOf("budget", PLAN);
const first = spec.cells.findIndex((row) => row[0] === "1");
const at = (key: ColumnKey, kind: TableKind = "budget", of = spec): number => columnOf(of, kind, key);
const merged = (key: ColumnKey, cols: number, rows = 1) =>
  found(mergedInputs, readSpec(spec, [], [{ row: first, col: at(key), rows, cols }]));

describe("merged-inputs", () => {
  test("a table as it is made has merged heads and nothing to say", () => {
    for (const kind of ["budget", "indicators", "tasks"] as const) expect(found(mergedInputs, readSpec(specOf(kind, PLAN)))).toEqual([]);
  });

  test("blank cells beneath a merged one are a warning, values beneath it are wrong", () => {
    expect(merged("y2021", 2)).toMatchObject([
      {
        code: "merged-inputs",
        severity: "warning",
        at: { row: first, col: at("y2021") },
        data: { hidden: [], to: { at: { row: first, col: at("y2022") } } },
      },
    ]);
    expect(merged("amount", 1, 2)).toMatchObject([
      { severity: "error", data: { hidden: [{ at: { row: first + 1, col: at("amount") } }] } },
    ]);
    expect(merged("label", 2)).toMatchObject([{ severity: "error", data: { hidden: [{ at: { row: first, col: at("amount") } }] } }]);
  });

  test("merged cells that take no entries are no matter, nor is an entry with the notes beside it", () => {
    expect(merged("label", 1, 2)).toEqual([]);
    expect(found(mergedInputs, readSpec(spec, [], [{ row: 0, col: 0, rows: 2, cols: 3 }]))).toEqual([]);
    const tasks = specOf("tasks", PLAN);
    const row = tasks.cells.findIndex((cells) => cells[0] === "1");
    expect(found(mergedInputs, readSpec(tasks, [], [{ row, col: at("progress", "tasks", tasks), rows: 1, cols: 2 }]))).toEqual([]);
    expect(found(mergedInputs, readSpec(tasks, [], [{ row, col: at("lead", "tasks", tasks), rows: 3, cols: 1 }]))).toEqual([]);
  });

  test("a side that cannot tell merged cells has nothing to say", () => {
    const table = budgetOf({ total: 3, items: [1, 2], sources: [3] });
    expect(table.structure?.merges).toEqual([]);
    expect(found(mergedInputs, table)).toEqual([]);
  });
});
