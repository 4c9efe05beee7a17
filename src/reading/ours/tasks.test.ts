import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { tableOf, type GridCell } from "../../../tests/support/grids";
import { wordsOf } from "../../i18n";
import type { TaskTable } from "../../tables";
import { TASK_STATUSES, type ColumnKey } from "../../templates";

const COLUMNS: readonly ColumnKey[] = ["number", "label", "lead", "cooperating", "time", "status", "progress", "note", "key"];

function tasksOf(rows: readonly (readonly GridCell[])[], columns = COLUMNS): TaskTable {
  const table = tableOf("tasks", columns, rows);
  if (table.kind !== "tasks") throw new Error("no task table");
  return table;
}

describe("tasks", () => {
  test("are read with what stands in their cells", () => {
    const [row, ...others] = tasksOf([["1.10", "Xây trạm", "Sở Y tế", "UBND xã", "Quý I/2024", "Đang thực hiện", 40, "chậm", "1.10"]]).rows;
    expect(others).toEqual([]);
    expect(row).toMatchObject({
      row: 1,
      number: "1.10",
      label: "Xây trạm",
      key: "1.10",
      lead: { at: { row: 1, col: 2 }, text: "Sở Y tế" },
      cooperating: { text: "UBND xã" },
      time: { text: "Quý I/2024" },
      status: { at: { row: 1, col: 5 }, text: "Đang thực hiện", state: "doing" },
      progress: { state: "number", value: 40 },
      note: { text: "chậm" },
    });
  });

  test("a status is known in any of our languages, however its letters are written; other words are other", () => {
    const known = (["vi", "en"] as const).flatMap((lang) =>
      TASK_STATUSES.map((status) => [status, wordsOf(lang).templates.tasks.statuses[status]] as const),
    );
    const written = known.flatMap(([status, word]) =>
      [word, word.toLocaleUpperCase("vi"), ` ${word.normalize("NFD")} `].map((text) => [status, text] as const),
    );
    const states = tasksOf(written.map(([, text], index) => [String(index), "Việc", "", "", "", text, null, "", ""])).rows.map(
      ({ status }) => status?.state,
    );
    expect(states).toEqual(written.map(([status]) => status));
    expect(
      tasksOf([
        ["1", "Việc", "", "", "", "gần xong", null, "", ""], ["2", "Việc", "", "", "", null, null, "", ""],
      ]).rows.map(({ status }) => status?.state),
    ).toEqual(["other", "blank"]);
  });

  test("with reporting units each has a status, and there is none for all", () => {
    const { rows } = tasksOf([["1", "Việc", "Done", "Tạm dừng", 1, "k"]], ["number", "label", "u1", "u2", "units", "key"]);
    expect([...(rows[0]?.units ?? [])].map(([place, { state }]) => [place, state])).toEqual([[1, "done"], [2, "paused"]]);
    expect([rows[0]?.status, rows[0]?.lead, rows[0]?.progress]).toEqual([null, null, null]);
  });

  test("blank rows are passed over, a copied row is another task, and nothing that people type throws", () => {
    expect(
      tasksOf([
        ["1", null, null, null, null, null, null, null, "1"], ["2", null, "Sở Y tế", null, null, null, null, null, "2"],
      ]).rows.map(({ key }) => key),
    ).toEqual(["2"]);
    const any = fc.oneof(fc.string(), fc.double({ noNaN: true }), fc.constant(null), fc.boolean(), fc.constant({ error: "#REF!" }));
    fc.assert(
      fc.property(
        fc.array(fc.array(any, { minLength: COLUMNS.length, maxLength: COLUMNS.length }), { minLength: 1, maxLength: 8 }),
        (rows) => {
          const keys = tasksOf(rows).rows.map(({ key }) => key);
          expect(new Set(keys).size).toBe(keys.length);
        },
      ),
    );
  });
});
