import type { DraftWords, FactNamed, PlaceStep, ShownGap } from "../draft-types";
import { ended, parts, short } from "../sentences";
import { UNITS } from "./units";

const { number, list } = parts("en", "and");

const STEPS: Readonly<Record<PlaceStep["kind"], string>> = {
  annex: "annex", article: "article", section: "section", point: "point", dash: "dash", plus: "plus sign", row: "table, row",
  paragraph: "paragraph",
};

const KINDS: Readonly<Record<FactNamed["kind"], string>> = { indicator: "The indicator", budget: "The amount", task: "The task" };

const named = ({ kind, name }: FactNamed): string => (name === "" ? KINDS[kind] : `${KINDS[kind]} “${short(name)}”`);
const amountOf = (amount: number, unit: string): string => `${number(amount, 9)} ${unit}`;
const suspected = (one: ShownGap["candidates"][number]): string =>
  `“${short(one.label)}” says ${amountOf(one.amount, one.unit)}, perhaps ${amountOf(one.value, one.unit)}`;
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const doubts: DraftWords["doubts"] = {
  name: "its name", year: "its year", value: "its figure", kind: "whether it is a figure of the plan", parent: "what it is part of",
  scan: "letters read from a scan", readings: "which of several readings is right",
};

const fault: DraftWords["fault"] = ({ at, code, text }) =>
  `${at === "" ? "" : `at ${at}: `}${ended(
    {
      "not-json": `no JSON (${short(text)})`,
      "too-long": `longer than ${text} characters`,
      missing: "missing",
      "unknown-field": `fields that nobody knows: ${short(text)}`,
      "wrong-kind": `a value of another kind, expected ${text}`,
      "bad-value": text === "" ? "a value that cannot be used" : `a value that cannot be used, choose among: ${short(text)}`,
      "out-of-range": `out of range, expected ${text}`,
      blank: "blank",
      twice: `“${short(text)}” stands twice`,
      "not-above": `no line “${short(text)}” stands above`,
      "no-own-target": "no target of the indicator's own",
      "bad-period": "the first year comes after the last",
    }[code],
  )}`;

export const drafts: DraftWords = {
  kept: {
    sheet: "Sources of figures",
    title: "WHERE THE PLAN'S FIGURES COME FROM",
    note: "Each row is a figure of the document with its place and its words there. This sheet lets checks, summaries and later tables be held against the document; what is changed here changes no table.",
    heads: { kind: "Kind", name: "Name", said: "As the document says", year: "Year", where: "Place", evidence: "Its words", data: "Data" },
    kinds: { plan: "Plan", indicator: "Indicator", budget: "Budget", task: "Task", note: "Note" },
    led: (lead, cooperating, time) =>
      [
        ...(lead === null ? [] : [`lead: ${lead}`]),
        ...(cooperating === null ? [] : [`with: ${cooperating}`]),
        ...(time === null ? [] : [`time: ${time}`]),
      ].join("; "),
  },
  amount: (amount, unit) => amountOf(amount, UNITS[unit]),
  place: (steps) => capital(steps.map(({ kind, number: own }) => `${STEPS[kind]} ${own}`.trim()).join(", ")),
  doubts,
  doubtful: (fact, why) => `${named(fact)}: not sure of ${list(why.map((one) => doubts[one]))}; hold it against the document.`,
  left: (fact, why) =>
    `${named(fact)} ${
      {
        currency: "is in other money than đồng and not in the budget table",
        "not-whole-dong": "is no whole number of đồng and not in the budget table",
        "too-much": "is too large a number and not in the budget table",
        "no-name": "has neither a name nor words and is in no table",
        "no-year": "has no year in the document and stands in the plan's last one",
        "bad-year": "has a year that cannot be and stands in the plan's last one",
        "bad-number": "has a figure that cannot be used and is there in words alone",
        "no-parent": "does not say what it is part of and stands apart",
        cut: "is longer than a cell holds and was cut",
      }[why]
    }.`,
  gap: ({ kind, total, computed, candidates }) =>
    [
      kind === "words"
        ? `“${short(total.label)}” says ${amountOf(total.amount, total.unit)}, but spelled out beside it stands ${amountOf(computed, total.unit)}.`
        : `“${short(total.label)}” says ${amountOf(total.amount, total.unit)}, but its parts add up to ${amountOf(computed, total.unit)}.`,
      ...(candidates.length === 0
        ? []
        : [`${candidates.length > 1 ? "One of these may be wrong: " : "Most likely wrong: "}${candidates.map(suspected).join("; or ")}.`]),
    ].join(" "),
  unread: (rows) => `Nothing was taken from a table with ${rows} rows of figures; compare it with the text.`,
  budget: "Amounts",
  cli: {
    extract: "read the text of a plan (.txt, .docx, .pdf) as indicators, budget and tasks, each with its words there; exit 1 where amounts of the text do not add up",
    output: "a new .xlsx file with the plan's tables; no file is written over",
    plan: "a new .json file with the plan, which new takes again",
    title: "the plan's title, in place of the one that the text says",
    issuer: "who issues it, in place of what the text says",
    period: "the plan's years, as 2026-2030, in place of those that the text says",
    progress: (percent) => `Reading the text: ${percent} %`,
    nothing: (file) => `${file}: the text has no indicator, amount or task that is recognised.`,
    planWritten: (file) => `Wrote the plan to ${file}.`,
    badPeriod: (value) => `“${short(value)}” are no years, as 2026-2030 (from 1990 to 2100).`,
    noTitle: (title) => `The text does not say what the plan is called; it is called “${short(title)}” as its file. Choose another title with --title.`,
    yearsTaken: (from, to) => `The text does not say for which years the plan is; ${from === to ? from : `${from}–${to}`} was taken, after its figures or its date. Choose others with --period.`,
    badPlan: (file, what) => `The plan file ${file} cannot be used, ${fault(what)} Nothing was done.`,
    head: ({ title, issuer, number: own, date, period }) =>
      [title === "" ? "(title unknown)" : title, ...[issuer, own, date].filter(Boolean), ...(period ? [`${period.from}–${period.to}`] : [])].join("; "),
    list: (kind, count, unsure) =>
      `${{ indicators: "Indicators", budget: "Budget", tasks: "Tasks" }[kind]}: ${count}${unsure === 0 ? "" : `, ${unsure} of them to be looked at (marked ?)`}`,
    target: (name, scope, text, year) => `${short(name)}${scope === null ? "" : ` (${short(scope)})`}: ${short(text)}${year === null ? "" : ` (${year})`}`,
    amount: (label, amount, unit, year) => `${short(label)}${year === null ? "" : ` (${year})`}: ${amountOf(amount, unit)}`,
    task: (name, lead, time) => [short(name), ...(lead === null ? [] : [`lead: ${short(lead)}`]), ...(time === null ? [] : [short(time)])].join("; "),
    unsure: (why, evidence) => `not sure of ${list(why.map((one) => doubts[one]))}; its words: “${short(evidence)}”`,
  },
  fault,
};
