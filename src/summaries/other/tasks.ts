import { compareDays, type Day } from "../../quantity";
import type { OtherTable, TaskLine } from "../../tables";
import type { Standing } from "../tasks";

/** The tasks of a table whose lines say how they stand. */
export function tasksIn({ key, tasks = [] }: OtherTable, today: Day): Standing[] {
  return tasks.map((task): Standing => {
    const { row, number, label, lead, due, status } = task;
    const open = isOpen(task);
    return {
      key: `other/${key}/${row}`,
      number, label, lead, open,
      time: due?.text ?? "",
      state: status.state,
      lateSince: open && due && compareDays(due.day, today) < 0 ? due.day : null,
      at: status.at,
    };
  });
}

/** What is given up or put off to another time is never late. */
function isOpen({ status: { state }, progress }: TaskLine): boolean {
  return (state === "todo" || state === "doing" || state === "paused") && progress?.value !== 100;
}
