import type { Words } from "../i18n";
import { findPlan, type PlanFinder } from "../plan";
import { writeRoman, type Day } from "../quantity";
import type { SheetSpec } from "../sheet";
import type { PlanTable } from "../tables";
import { budgetBlocks } from "./budget";
import { budgetsOf, hasAmounts } from "./budgets";
import { changesSince } from "./changes";
import { courseBlocks } from "./course";
import type { Held } from "./held";
import { indicatorBlocks } from "./indicators";
import { keptLetter, letterhead, signature } from "./letter";
import type { Block, Line } from "./lines";
import { otherBlocks, otherSentence, type OtherFindings } from "./other";
import { place, type Placed } from "./paper";
import { block, blank, cellsAt, partsOf, words as wordsLine, type Part, type Scene } from "./parts";
import { leftovers, withCarried, withWords, type Previous } from "./previous";
import { sheetOfLines } from "./sheet";
import { count } from "./status";
import { taskBlocks } from "./tasks";

/** What a summary is made of; `date` as it is written in the language of `words`. */
export interface SummaryInput {
  readonly sheet: string;
  /** Those of plans have a part each. */
  readonly tables: readonly PlanTable[];
  /** Finds the plans of the tables; the catalogue alone where it is left out. */
  readonly find?: PlanFinder;
  /** What is told of tables that somebody else has made: one part together. */
  readonly others?: readonly OtherFindings[];
  readonly today: Day;
  readonly date: string;
  /** The summary as it stands in the workbook: what people wrote into it is kept. */
  readonly previous?: Previous | null;
}

/**
 * The summary sheet that goes to the leader: a part for each plan and the signatures. What the checks found stands on the record's sheet.
 */
export function summarySheet(input: SummaryInput, words: Words): SheetSpec {
  return sheetOfLines(input.sheet, summaryLines(input, words), words);
}

/** The lines of a summary in their rows. */
export function summaryLines(input: SummaryInput, words: Words): Placed[] {
  const { summary: own } = words;
  const { tables, find = findPlan, others = [], today, date, previous = null } = input;
  const scene: Scene = { words, today };
  const parts = partsOf(tables, find);
  const hasOthers = others.length > 0;
  const several = parts.length + (hasOthers ? 1 : 0) > 1;
  const sections = parts.map((part, index) => partBlocks(part, index, several, scene));
  const chosen = sections.flatMap((section) => section.chosen);
  const all = sections.flatMap((section) => section.all);
  const [only] = parts.length === 1 ? parts : [];
  const spoken = new Set(chosen);
  const changes = previous && parts.length > 0 && changesSince(previous, all, (one) => spoken.has(one));
  const sentence = all.length > 0 ? own.met(count(chosen)) : hasOthers ? otherSentence(others, scene) : own.noIndicators;
  const top = block({
    rows: [
      wordsLine("title", "title", parts.length > 0 ? own.title : own.others.title),
      { ...wordsLine("subtitle", "subtitle", own.subtitle({ title: only ? only.title : null, plans: parts.length, date })), data: date },
      wordsLine("sentence", "sentence", sentence),
      ...(changes ? [wordsLine("changes", "changes", own.changes(changes))] : []),
    ],
  });
  const lastPart =
    hasOthers && several ? [block({ lead: [wordsLine("part", "others", own.section(letterOf(parts.length), own.others.part))] })] : [];
  const body = [
    letterhead(parts, previous, scene), top, ...sections.flatMap(({ blocks }) => blocks), ...lastPart,
    ...otherBlocks(others, scene),
  ];
  const merged = mergeLeads(body);
  const sign = signature(previous, scene);
  if (!previous) return place([...merged, sign]);
  const keys = new Set([...merged, sign].flatMap(({ lead, head, rows }) => [...lead, ...head, ...rows].map(({ key }) => key)));
  const withTheirs = withWords([...merged, ...leftoverBlocks(previous, keys, scene), sign], previous, (line, before) =>
    keptLetter(line, before, only?.plan?.issuer ?? null, own.letter),
  );
  return place(withCarried(withTheirs, previous, own.keptRow));
}

/** "A" for the first. */
const letterOf = (index: number): string => String.fromCharCode(65 + index);

/** A heading that is alone in its block goes with the block below, so that no page ends with it. */
function mergeLeads(blocks: readonly Block[]): Block[] {
  const out: Block[] = [];
  let waiting: readonly Line[] = [];
  for (const one of blocks) {
    if (one.head.length === 0 && one.rows.length === 0) waiting = [...waiting, ...one.lead];
    else {
      out.push({ ...one, lead: [...waiting, ...one.lead] });
      waiting = [];
    }
  }
  return waiting.length > 0 ? [...out, block({ rows: waiting })] : out;
}

interface Section {
  readonly blocks: readonly Block[];
  readonly chosen: readonly Held[];
  readonly all: readonly Held[];
}

function partBlocks(part: Part, index: number, several: boolean, scene: Scene): Section {
  const { summary: own } = scene.words;
  const key = part.id ?? `part${index + 1}`;
  let number = 0;
  const heading = (text: string, name: string): Block =>
    block({ lead: [wordsLine("heading", `${key}/${name}`, own.section(writeRoman(++number), text))] });
  const indicators = indicatorBlocks(part, key, scene);
  const budgets = part.budgets.flatMap(budgetsOf).filter(hasAmounts);
  const blocks = [
    ...(several
      ? [
          block({
            lead: [
              wordsLine("part", key, own.section(letterOf(index), part.title ?? own.unnamed)),
              ...(indicators.all.length > 0 ? [wordsLine("bullet", `${key}/sentence`, own.met(count(indicators.chosen)))] : []),
            ],
          }),
        ]
      : []),
    ...(indicators.all.length > 0
      ? [heading(own.sections.indicators, "indicators"), ...indicators.blocks, ...courseBlocks(part, key, indicators.all, scene)]
      : []),
    ...(budgets.length > 0
      ? [heading(own.sections.budget, "budget"), ...budgets.flatMap((budget) => budgetBlocks(budget, budgets.length > 1, scene))]
      : []),
    ...(part.tasks.some(({ rows }) => rows.length > 0) ? [heading(own.sections.tasks, "tasks"), ...taskBlocks(part, key, scene)] : []),
  ];
  return { blocks, chosen: indicators.chosen, all: indicators.all };
}

/** What people wrote in rows that are gone is not lost: it stands at the end. */
function leftoverBlocks(previous: Previous, keys: ReadonlySet<string>, { words: { summary: own } }: Scene): Block[] {
  const left = leftovers(previous, keys);
  if (left.length === 0) return [];
  const { number, what, opinion } = own.columns;
  return [
    block({
      lead: [wordsLine("subheading", "left", own.leftoverHeading)],
      head: [{ kind: "leftover:head", key: "left/head", cells: cellsAt([[0, number], [1, what], [4, opinion]]) }],
      rows: [
        ...left.map(({ key, label, text }, index): Line => ({
          kind: "leftover",
          key,
          cells: cellsAt([[0, String(index + 1)], [1, label], [4, text]]),
        })),
        blank("left/after"),
      ],
    }),
  ];
}
