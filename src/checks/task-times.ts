import { kept } from "../base";
import type { Finding } from "../findings";
import { compareDays, readTime, type Day } from "../quantity";
import { isNumber, type StatusCell, type TaskRow, type TaskTable } from "../tables";
import { finding, type Rule, type Today } from "./rule";
import { isHeading, shownText, statusesOf } from "./task-cells";

type Open = StatusCell & { readonly state: "todo" | "doing" | "paused" | "blank" };

interface Late {
  readonly row: TaskRow;
  readonly time: string;
  readonly due: Day;
  /** Statuses that say that it is not done, with their reporting units. */
  readonly open: readonly { readonly cell: Open; readonly unit: string | null }[];
}

/** Tasks whose last day is past and that are not done, and times that cannot be read. */
export const taskTimes: Rule = {
  name: "task-times",
  codes: ["task-late", "task-statuses-missing", "task-time-unreadable"],
  severities: ["warning", "info"],
  check: (table, { today }) => {
    if (table.kind !== "tasks") return [];
    const late: Late[] = [];
    for (const row of table.rows) {
      const one = lateOf(table, row, today);
      if (one) late.push(one);
    }
    return [
      ...(late.length > 0 && isUntouched(table) ? missing(table, late) : late.map((one) => describe(table, one))),
      ...unreadable(table),
    ];
  },
};

function isUntouched(table: TaskTable): boolean {
  return table.rows.every((row) => !isNumber(row.progress) && statusesOf(table, row).every(({ cell }) => cell.state === "blank"));
}

/** Tables name few years at a time. */
const MOST_YEARS = 10;

/** The same few words stand beside most tasks: each is read once for a year. */
const readerOf = kept((year: number | null) => kept((text: string) => readTime(text, year)), MOST_YEARS);

function lateOf(table: TaskTable, row: TaskRow, today: Today): Late | null {
  const time = shownText(table, row, "time");
  const reading = readerOf(row.year)(time);
  if (reading.kind !== "span" || !reading.to || compareDays(reading.to, today) >= 0) return null;
  // finished by its progress: that it is not called done is another finding
  if (isNumber(row.progress) && row.progress.value >= 100) return null;
  const open = statusesOf(table, row).flatMap(({ cell, unit }) => (isOpen(cell) ? [{ cell, unit }] : []));
  return open.length === 0 ? null : { row, time, due: reading.to, open };
}

function isOpen(cell: StatusCell): cell is Open {
  return cell.state === "todo" || cell.state === "doing" || cell.state === "paused" || cell.state === "blank";
}

function describe(table: TaskTable, { row, time, due, open }: Late): Finding {
  // a task is late where somebody says that it is not done; where nobody says anything it is due
  const said = open.filter(({ cell }) => cell.state !== "blank");
  const of = said.length > 0 ? said : open;
  // what is paused was decided on: it is told, and is no reproach
  const [first] = [...of].sort((a, b) => Number(a.cell.state === "paused") - Number(b.cell.state === "paused"));
  const state = first?.cell.state ?? "blank";
  const status = state === "blank" && isNumber(row.progress) && row.progress.value > 0 ? "doing" : state;
  return finding(table, "task-late", row.key, {
    severity: status === "paused" ? "info" : "warning",
    at: first?.cell.at ?? { sheet: table.sheet, row: row.row, col: table.area.col },
    cells: [...open.map(({ cell }) => cell.at), ...(row.time ? [row.time.at] : [])],
    data: {
      task: row.label,
      time, due, status,
      units: open.flatMap(({ unit }) => unit ?? []),
      silent: open.flatMap(({ cell, unit }) => (cell.state === "blank" && unit !== null ? [unit] : [])),
    },
  });
}

/** A table in which nobody has filled in anything yet says so once. */
function missing(table: TaskTable, late: readonly Late[]): Finding[] {
  const cells = late.flatMap(({ open }) => open.map(({ cell }) => cell.at));
  const first = cells[0];
  return first
    ? [
        finding(table, "task-statuses-missing", "all", {
          severity: "info",
          at: first,
          cells,
          data: { late: late.length, tasks: table.rows.length },
        }),
      ]
    : [];
}

function unreadable(table: TaskTable): Finding[] {
  return table.rows
    .filter((row) => row.time && readerOf(row.year)(row.time.text).kind === "unreadable" && !isHeading(row))
    .flatMap(({ key, label, time }): Finding[] =>
      time ? [finding(table, "task-time-unreadable", key, { severity: "info", at: time.at, data: { task: label, time: time.text } })] : [],
    );
}
