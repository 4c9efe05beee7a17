import type { Finding } from "../findings";
import { isNumber, type TaskRow, type TaskTable } from "../tables";
import { finding, type Rule } from "./rule";
import { statusesOf } from "./task-cells";

/** A status that is none of the list, and a progress that does not agree with the status. */
export const taskStatus: Rule = {
  name: "task-status",
  codes: ["task-status-unknown", "task-progress-differs", "task-progress-range"],
  severities: ["error", "warning", "info"],
  check: (table) => (table.kind === "tasks" ? table.rows.flatMap((row) => [...unknown(table, row), ...progressOf(table, row)]) : []),
};

function unknown(table: TaskTable, row: TaskRow): Finding[] {
  return statusesOf(table, row).flatMap(({ cell, unit }): Finding[] =>
    cell.state === "other"
      ? [
          finding(table, "task-status-unknown", unit === null ? row.key : `${row.key}/${unit}`, {
            severity: "warning",
            at: cell.at,
            data: { task: row.label, text: cell.text },
          }),
        ]
      : [],
  );
}

function progressOf(table: TaskTable, row: TaskRow): Finding[] {
  const { progress } = row;
  if (!isNumber(progress)) return [];
  const { at, value } = progress;
  if (value < 0 || value > 100)
    return [finding(table, "task-progress-range", row.key, { severity: "error", at, data: { task: row.label, progress: value } })];
  const statuses = statusesOf(table, row).map(({ cell }) => cell);
  const done = statuses.length > 0 && statuses.every(({ state }) => state === "done");
  // a blank status or one that cannot be read says nothing to agree with
  const said = done || (statuses.length > 0 && statuses.every(({ state }) => state !== "blank" && state !== "other"));
  if (!said || done === (value === 100)) return [];
  return [
    finding(table, "task-progress-differs", row.key, {
      severity: "info",
      at,
      cells: [at, ...statuses.map((cell) => cell.at)],
      data: { task: row.label, done, progress: value },
    }),
  ];
}
