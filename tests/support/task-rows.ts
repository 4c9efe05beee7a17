import type { CellValue } from "../../src/sheet";
import type { TaskTable } from "../../src/tables";
import { tableOf } from "./grids";

export interface TaskEntry {
  readonly number?: string;
  readonly lead?: string;
  readonly time?: CellValue;
  readonly status?: string;
  readonly progress?: CellValue;
  /** A status for each reporting unit instead of one. */
  readonly units?: readonly string[];
}

/** A table of tasks from row 1 on: lead in column 2, time in 3, progress in 4, statuses from 5 on. */
export function tasksOf(entries: readonly TaskEntry[], names: readonly string[] = []): TaskTable {
  const statuses = names.length === 0 ? (["status"] as const) : names.map((_, index) => `u${index + 1}` as const);
  const table = tableOf(
    "tasks",
    ["number", "label", "lead", "time", "progress", ...statuses, "key"],
    entries.map(({ number, lead = "Sở Y tế", time = null, status = "", progress = null, units = [] }, index) => [
      number ?? String(index + 1),
      `Việc ${index + 1}`, lead, time, progress,
      ...(names.length === 0 ? [status] : names.map((_, place) => units[place] ?? "")),
      `k${index}`,
    ]),
    "",
    ["STT", "Nhiệm vụ", "Chủ trì", "Thời gian", "Tiến độ", ...(names.length === 0 ? ["Tình trạng"] : names), "Mã"],
  );
  if (table.kind !== "tasks") throw new Error("not a task table");
  return table;
}
