import type { SummaryWords } from "../summary-types";
import { parts } from "../sentences";
import { UNITS } from "./units";
import { comparison } from "./comparison";
import { others } from "./summary-others";

type Counts = Parameters<SummaryWords["met"]>[0];
const joined = (pieces: readonly string[], by = "; "): string => pieces.filter((part) => part !== "").join(by);
/** More names than this do not fit a sentence. */
const MOST_NAMES = 5;
const names = (labels: readonly string[]): string => `${labels.slice(0, MOST_NAMES).join("; ")}${labels.length > MOST_NAMES ? `; and ${labels.length - MOST_NAMES} more` : ""}`;
const unitAfter = (unit: string | null): string => (unit === null ? "" : unit === "%" || unit === "‰" ? " points" : unit.startsWith("/") ? "" : ` ${unit}`);
const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** Where no value can be held against a target: nothing is met, and nothing missed. */
const nothingJudged = ({ checkable, notDue, words, unjudged, ...said }: Omit<Counts, "met" | "exceeded" | "notMet" | "open">): string =>
  checkable === 0
    ? joined([words > 0 ? `Only ${words} indicators in words${assessed({ words, ...said })}` : "", unclear(unjudged)])
    : joined([`No values yet for ${checkable} indicators${notDue > 0 ? ` (${notDue} of them not due yet)` : ""}`, words > 0 ? `besides, ${words} in words only${assessed({ words, ...said })}` : "", unclear(unjudged)]);
/** Of those in words, what people have chosen where anybody has. */
const assessed = ({ words, wordsMet, wordsNotMet, wordsWatched }: Pick<Counts, "words" | "wordsMet" | "wordsNotMet" | "wordsWatched">): string => {
  const open = words - wordsMet - wordsNotMet - wordsWatched;
  if (open === words) return ", not comparable by number";
  return `: ${([[wordsMet, "met"], [wordsNotMet, "not met"], [wordsWatched, "watched"], [open, "not assessed"]] as const).flatMap(([count, name]) => (count > 0 ? [`${count} ${name}`] : [])).join(", ")}`;
};
const unclear = (count: number): string => (count > 0 ? `${count} not judged (target or direction not clear)` : "");

const status: SummaryWords["status"] = { met: "Met", notMet: "Not met", open: "No value", notDue: "Not due yet", undirected: "No direction", several: "Several targets", words: "Not assessed", wordsMet: "Met", wordsNotMet: "Not met", wordsWatched: "Watched", unreadable: "Unreadable", otherUnit: "In another unit" };
const { number } = parts("en", "and");
const DOTS = "…………………………";

export const summary: SummaryWords = {
  sheet: "Summary",
  title: "SUMMARY OF RESULTS",
  subtitle: ({ title, plans, date }) => (title === null ? `(${plans > 1 ? `${plans} plans; c` : "C"}ompiled on ${date})` : `${title}\n(Compiled on ${date})`),
  met: ({ met, exceeded, checkable, notMet, open, notDue, words, unjudged, ...said }) =>
    met + notMet === 0
      ? nothingJudged({ checkable, notDue, words, unjudged, ...said })
      : joined([
          `${met}/${checkable} indicators met${exceeded > 0 ? ` (${exceeded} of them exceeded)` : ""}`,
          notMet > 0 ? `${notMet} not met` : "",
          open > 0 ? `${open} without a value` : "",
          notDue > 0 ? `${notDue} not due yet` : "",
          words > 0 ? `besides, ${words} in words only${assessed({ words, ...said })}` : "",
          unclear(unjudged),
        ]),
  noIndicators: "There is no indicator table",
  changes: ({ since, moved, added, gone }) => {
    const parts = [...moved.map(({ to, labels }) => `${labels.length}${/^words[A-Z]/.test(to) ? " in words" : ""} turned to “${lower(status[to])}”: ${names(labels)}`), added > 0 ? `${added} targets added` : "", gone > 0 ? `${gone} targets gone` : ""];
    return `Since the last summary (${since}): ${joined(parts) || "no indicator changed its status"}.`;
  },
  section: (number, text) => `${number}. ${text}`,
  sections: { indicators: "INDICATORS", budget: "BUDGET", tasks: "TASKS" },
  unnamed: "TABLES THAT DO NOT NAME THEIR PLAN",
  missedHeading: (count) => `${count} ${count === 1 ? "indicator" : "indicators"} not met:`,
  missed: ({ label, year, actual, target, by, over, unit }) => `- ${label}: ${actual}${unit === "%" || unit === "‰" ? unit : ""}${year === null ? "" : ` in ${year}`}, target ${target}${by === null ? `, just at the level, has to be ${over ? "below" : "above"} it` : `, ${by}${unitAfter(unit)} ${over ? "over" : "short"}`}.`,
  over: (by) => `${by} over`,
  under: (by) => `${by} below`,
  countsHeading: "By group and by year (each indicator once, by its last target that has a value)",
  counts: { group: "Group", total: "Total", met: "Met", exceeded: "Of which exceeded", notMet: "Not met", open: "No value", notDue: "Not due yet", words: "In words, not judged" },
  assessedHeading: "Assessments of indicators in words by group (chosen by people)",
  allInWords: "All indicators in words",
  noGroup: "In no group",
  allIndicators: "All indicators",
  targetsOf: (year) => `Targets for ${year}`,
  eachHeading: "Each indicator against its targets",
  wordsHeading: "Indicators that no number is held against",
  courseHeading: "Indicators over the years",
  course: { met: "Met", missed: "Not met in time", onTheWay: "On the way", behind: (expected, year) => `Behind: ${expected} expected in ${year}` },
  year: (year) => String(year),
  itemsBySources: "Items by funding source",
  spelled: (words) => `In words: ${words}.`,
  tasks: {
    sentence: ({ total, states, late, due }, statuses) =>
      `- ${total} tasks: ${joined([...(["done", "doing", "todo", "paused", "dropped", "postponed", "blank"] as const).map((state) => (states[state] > 0 ? `${states[state]} ${lower(statuses[state])}` : "")), due > 0 ? `${due} due, without a status` : "", late > 0 ? `${late} late` : due === 0 ? "none is late" : ""])}.`,
    byLead: "By lead agency",
    noLead: "(No lead agency)",
    blank: "No status",
    total: "Tasks",
    late: "Late",
    lateHeading: (count) => `${count} late ${count === 1 ? "task" : "tasks"}`,
    daysLate: "Days late",
    dueHeading: (count) => `${count} ${count === 1 ? "task" : "tasks"} due, without a status`,
    dueOn: "Due on",
  },
  leftoverHeading: "Comments on rows that are no longer in the tables",
  keptRow: (label) => `Earlier row, kept for the comment on it: ${label}`,
  letter: {
    above: "HIGHER AGENCY",
    partyAbove: "HIGHER PARTY COMMITTEE",
    agency: "REPORTING AGENCY",
    state: "SOCIALIST REPUBLIC OF VIET NAM",
    motto: "Independence - Freedom - Happiness",
    party: "COMMUNIST PARTY OF VIET NAM",
    number: "No. ……",
    partyNumber: "No. ……",
    now: (text) => `Would be now: ${text}`,
    place: (year) => `……………, …… …… ${year}`,
    to: "To:",
    receivers: ["- ……………………………………;", "- ……………………………………;", "- Archive."],
    maker: "PREPARED BY",
    makerNote: "(signature, full name)",
    signer: "HEAD OF AGENCY",
    signerNote: "(signature, full name, seal)",
    name: DOTS,
  },
  disbursed: {
    heading: "Disbursed of the planned amounts",
    byYear: "Disbursed by year",
    sentence: ({ planned, disbursed, left, rate, unit }) =>
      `- Disbursed: ${number(disbursed)}${planned === null ? "" : ` of ${number(planned)}`}${unit ? ` ${UNITS[unit]}` : ""}${rate === null ? "" : `, ${number(rate)}%`}${left === null ? "" : left < 0 ? `; ${number(-left)} too much` : `; ${number(left)} left`}.`,
    amount: (unit) => (unit ? `Disbursed (${UNITS[unit]})` : "Disbursed"),
    rate: "Disbursed (%)",
    left: "Left",
    chart: "Planned and disbursed",
  },
  columns: {
    number: "No.",
    indicator: "Indicator",
    unit: "Unit",
    baseline: "Baseline",
    year: "Year",
    target: "Target",
    actual: "Actual",
    distance: "Above (+), below (−)",
    status: "Status",
    progress: "Progress",
    opinion: "Comments",
    source: "Source cell (not printed)",
    line: "Item / Funding source",
    amount: (unit) => (unit ? `Amount (${UNITS[unit]})` : "Amount"),
    share: "Share (%)",
    what: "Finding",
  },
  status,
  total: "Total",
  charts: {
    indicators: "Actual values against targets (%)",
    course: "Over the years (%)",
    series: (number, label) => `${number === "" ? "" : `${number}. `}${label.length > 60 ? `${label.slice(0, 59).trimEnd()}…` : label}`,
    byLine: (group, unit) => `${unit}: ${lower(group)}`,
    shares: (group) => `Shares: ${lower(group)}`,
    itemsBySources: (unit) => `${unit}: items by funding source`,
    byYear: (unit) => `${unit} by year`,
    targetSeries: "Target",
    actualSeries: "Actual",
    figures: "Figures of the chart (not printed)",
    alt: (title, entries) => `Chart “${title}”: ${entries.join("; ")}.`,
  },
  comparison,
  others,
};
