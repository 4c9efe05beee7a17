import { groupBy, serialOf } from "../base";
import type { Words } from "../i18n";
import { compareDays, readTime, type Day } from "../quantity";
import type { CellRef } from "../sheet";
import { isNumber, type StatusCell, type TaskRow, type TaskTable } from "../tables";
import { UNLISTED_STATUSES, type TaskStatus, type UnlistedStatus } from "../templates";
import type { Block, Line } from "./lines";
import { block, blank, cellsAt, withSource, words as wordsLine, type Part, type Scene } from "./parts";

export type TaskState = TaskStatus | UnlistedStatus | "blank";

/** A task with where it stands. */
export interface Standing {
  /** Unique among the tasks of a workbook, and the same at every refresh. */
  readonly key: string;
  readonly number: string;
  readonly label: string;
  /** "" where nobody leads it, or no column says who. */
  readonly lead: string;
  readonly time: string;
  readonly state: TaskState;
  /** Somebody says that it is not done. */
  readonly open: boolean;
  /** The day that it should have been done by, where that is past and it is not done, or nobody says whether it is. */
  readonly lateSince: Day | null;
  /** Where its state stands; null where no column says it. */
  readonly at: CellRef | null;
}

/** Tasks of a part. Those that only head others, without any entry, are left out. A time that covers several rows counts for each. */
export function tasksOf({ tasks }: Part, today: Day): Standing[] {
  return tasks.flatMap((table) =>
    table.rows.filter((row) => row.label !== "" && !isHeading(row)).map((row) => standing(table, row, today)),
  );
}

function isHeading({ lead, cooperating, time, status, progress, units, number }: TaskRow): boolean {
  const blank =
    [lead, cooperating, time, status].every((cell) => !cell || cell.text === "") &&
    [...units.values()].every(({ state }) => state === "blank");
  return blank && (!progress || progress.state === "blank") && number === "";
}

/** With reporting units a task is done when all of them have done it that have not given it up. */
function stateOf(row: TaskRow): TaskState {
  const { progress } = row;
  const all = statesOf(row).map((state): TaskState => (state === "other" ? "doing" : state));
  const held = all.filter((state) => state !== "dropped");
  const known = held.length > 0 ? held : all;
  if (known.every((state) => state === "done") || (isNumber(progress) && progress.value >= 100)) return "done";
  if (known.every((state) => state === "blank")) return isNumber(progress) && progress.value > 0 ? "doing" : "blank";
  const [first = "blank"] = known;
  return known.every((state) => state === first) ? first : "doing";
}

function statesOf({ status, units }: TaskRow): readonly StatusCell["state"][] {
  return units.size > 0 ? [...units.values()].map(({ state }) => state) : [status?.state ?? "blank"];
}

/** Whether it is still to be done by the day that the table names. */
function isOwed(state: StatusCell["state"]): boolean {
  return state !== "done" && state !== "dropped" && state !== "postponed";
}

function standing(table: TaskTable, row: TaskRow, today: Day): Standing {
  const state = stateOf(row);
  const time = row.time?.text ?? "";
  const reading = readTime(time, row.year);
  const due = reading.kind === "span" ? reading.to : null;
  return {
    key: `${table.key}/${row.key}`,
    number: row.number,
    label: row.label,
    lead: row.lead?.text ?? "",
    time, state,
    open: isSaidOpen(row),
    lateSince: state !== "done" && statesOf(row).some(isOwed) && due && compareDays(due, today) < 0 ? due : null,
    at: row.status?.at ?? null,
  };
}

/** Late is what somebody says is not done; of a task of which nobody says anything no more is known than that it is due. */
function isLate({ open, lateSince }: Standing): boolean {
  return lateSince !== null && open;
}

function isDue({ open, lateSince }: Standing): boolean {
  return lateSince !== null && !open;
}

/** Whether anybody says that a task is not done, one of its reporting units among them. */
function isSaidOpen(row: TaskRow): boolean {
  return statesOf(row).some((state) => isOwed(state) && state !== "blank") || (isNumber(row.progress) && row.progress.value > 0);
}

/** How many tasks stand where. */
export interface TaskCounts {
  readonly total: number;
  readonly states: Readonly<Record<TaskState, number>>;
  readonly late: number;
  readonly due: number;
}

export function countTasks(all: readonly Standing[]): TaskCounts {
  const of = (wanted: TaskState): number => all.filter(({ state }) => state === wanted).length;
  return {
    total: all.length,
    states: {
      done: of("done"),
      doing: of("doing"),
      todo: of("todo"),
      paused: of("paused"),
      dropped: of("dropped"),
      postponed: of("postponed"),
      blank: of("blank"),
    },
    late: all.filter(isLate).length,
    due: all.filter(isDue).length,
  };
}

/** The section of a plan's tasks: how many stand where, by lead, and what is late. */
export function taskBlocks(part: Part, key: string, scene: Scene): Block[] {
  return blocksOfTasks(tasksOf(part, scene.today), key, scene);
}

/** The same of any tasks. */
export function blocksOfTasks(all: readonly Standing[], key: string, { words, today }: Scene): Block[] {
  const { summary: own, templates } = words;
  const statuses = { ...templates.tasks.statuses, ...templates.tasks.unlisted, blank: own.tasks.blank };
  const counts = countTasks(all);
  const { number } = own.columns;
  // what is on no list has columns only where it occurs
  const unlisted = UNLISTED_STATUSES.some((state) => counts.states[state] > 0) ? UNLISTED_STATUSES : [];
  const shown = ["done", "doing", "todo", "paused", ...unlisted, "blank"] as const;
  const table = unlisted.length > 0 ? "leadWide" : "lead";
  const row = (label: string, standings: readonly Standing[]) => {
    const { total, states, late } = countTasks(standings);
    return [label, total, ...shown.map((state) => states[state]), late];
  };
  const leads = [...groupBy(all, ({ lead }) => lead || own.tasks.noLead)].sort(([, a], [, b]) => b.length - a.length);
  const byDay = (one: Standing, other: Standing): number =>
    one.lateSince && other.lateSince ? compareDays(one.lateSince, other.lateSince) : 0;
  const late = all.filter(isLate).sort(byDay);
  const due = all.filter(isDue).sort(byDay);
  return [
    block({
      lead: [
        wordsLine("bullet", `${key}/tasks/sentence`, own.tasks.sentence(counts, statuses)),
        wordsLine("subheading", `${key}/leads`, own.tasks.byLead),
      ],
      head: [
        {
          kind: `${table}:head`,
          key: `${key}/leads/head`,
          cells: [number, templates.tasks.lead, own.tasks.total, ...shown.map((state) => statuses[state]), own.tasks.late],
        },
      ],
      rows: [
        ...leads.map(([lead, standings], index): Line => ({
          kind: table,
          key: `${key}/lead/${lead}`,
          cells: [String(index + 1), ...row(lead, standings)],
        })),
        { kind: `${table}:total`, key: `${key}/lead/total`, cells: ["", ...row(own.total, all)] },
        blank(`${key}/leads/after`),
      ],
    }),
    ...dayBlock(
      {
        tasks: late,
        key: `${key}/late`,
        heading: own.tasks.lateHeading(late.length),
        day: { head: own.tasks.daysLate, of: (since) => daysBetween(since, today) },
      },
      statuses, words,
    ),
    ...dayBlock(
      { tasks: due, key: `${key}/due`, heading: own.tasks.dueHeading(due.length), day: { head: own.tasks.dueOn, of: dayText } },
      statuses, words,
    ),
  ];
}

/** Tasks whose day is past or has come. */
interface DayPart {
  readonly tasks: readonly Standing[];
  readonly key: string;
  readonly heading: string;
  /** What is said of that day. */
  readonly day: { readonly head: string; readonly of: (since: Day) => string | number };
}

function dayBlock(
  { tasks, key, heading, day }: DayPart, statuses: Readonly<Record<TaskState, string>>, { summary: own, templates }: Words,
): Block[] {
  if (tasks.length === 0) return [];
  const { number, opinion, source } = own.columns;
  return [
    block({
      lead: [wordsLine("subheading", key, heading)],
      head: [
        {
          kind: "late:head",
          key: `${key}/head`,
          cells: cellsAt([
            [0, number], [1, templates.tasks.label], [4, templates.tasks.lead], [6, templates.tasks.time], [8, templates.tasks.status],
            [9, day.head], [10, opinion], [11, source],
          ]),
        },
      ],
      rows: [
        ...tasks.map(({ key: own, number: name, label, lead, state, time, lateSince, at }, index): Line => {
          const cells = cellsAt([
            [0, name || String(index + 1)], [1, label], [4, lead || null], [6, time], [8, statuses[state]],
            [9, lateSince ? day.of(lateSince) : null],
          ]);
          return { kind: "late", key: `late/${own}`, cells: withSource(cells, at), data: state };
        }),
        blank(`${key}/after`),
      ],
    }),
  ];
}

function dayText({ year, month, day }: Day): string {
  return `${String(day).padStart(2, "0")}/${String(month).padStart(2, "0")}/${year}`;
}

function daysBetween(from: Day, to: Day): number {
  return serialOf(to) - serialOf(from);
}
