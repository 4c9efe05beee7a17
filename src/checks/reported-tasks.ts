import type { Finding, FindingOf } from "../findings";
import { compareDays } from "../quantity";
import type { OtherTable, TaskLine } from "../tables";
import { finding, type Rule, type Today } from "./rule";

type Why = FindingOf<"status-differs">["data"]["why"];

/**
 * Tasks in a table that somebody else has made: a status that the term, the day of completion or the progress contradicts, and in one
 * finding those that are past their term and not done.
 */
export const reportedTasks: Rule = {
  name: "reported-tasks",
  codes: ["status-differs", "tasks-overdue"],
  severities: ["warning"],
  check: (table, { today }) => {
    const tasks = table.kind === "other" ? (table.tasks ?? []) : [];
    return table.kind !== "other" || tasks.length === 0
      ? []
      : [...tasks.flatMap((task) => differing(table, task, today)), ...overdue(table, tasks, today)];
  },
};

function differing(table: OtherTable, task: TaskLine, today: Today): Finding[] {
  const why = whyOf(task, today);
  if (why === null) return [];
  const { status, due, done, progress, label } = task;
  const beside = why === "unfinished" || why === "finished" ? [progress] : why === "done-later" ? [done] : [due, done];
  return [
    finding(table, "status-differs", table.rows.find(({ row }) => row === task.row)?.key ?? String(task.row), {
      severity: "warning",
      at: status.at,
      cells: [status.at, ...beside.flatMap((cell) => cell?.at ?? [])],
      data: {
        task: label, text: status.text, why,
        due: due?.day ?? null,
        done: done?.day ?? null,
        progress: progress?.value ?? null,
      },
    }),
  ];
}

const isOpen = ({ status: { state } }: TaskLine): boolean => state === "todo" || state === "doing";

function whyOf(task: TaskLine, today: Today): Why | null {
  const { status: { state, term }, due, done, progress } = task;
  const isPast = due !== null && compareDays(due.day, today) < 0;
  if (state === "done") {
    if (done && compareDays(done.day, today) > 0) return "done-later";
    if (due && done && term === "in-time" && compareDays(done.day, due.day) > 0) return "done-late";
    if (due && done && term === "late" && compareDays(done.day, due.day) <= 0) return "done-early";
    return progress && progress.value < 100 ? "unfinished" : null;
  }
  if (!isOpen(task)) return null;
  if (progress?.value === 100) return "finished";
  if (term === "not-due" && isPast) return "not-due";
  return term === "late" && due && !isPast ? "not-late" : null;
}

/** Those that say themselves that they are late tell nothing new. */
function overdue(table: OtherTable, tasks: readonly TaskLine[], today: Today): Finding[] {
  const late = tasks.flatMap((task) =>
    isOpen(task) && task.due && task.status.term === null && task.progress?.value !== 100 && compareDays(task.due.day, today) < 0
      ? [{ label: task.label, due: task.due.day, text: task.status.text, cells: [task.status.at, task.due.at] }]
      : [],
  );
  const at = late[0]?.cells[0];
  if (!at) return [];
  return [
    finding(table, "tasks-overdue", "all", {
      severity: "warning",
      at,
      cells: late.flatMap(({ cells }) => cells),
      data: { tasks: late.map(({ label, due, text }) => ({ label, due, text })) },
    }),
  ];
}
