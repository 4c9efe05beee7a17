import { allSteps } from "../base";
import { budgetOf } from "./budget";
import type { TextDocument } from "./document/document";
import { documentSteps } from "./document/read-document";
import type { Draft, IndicatorFact } from "./draft";
import { headOf } from "./head";
import { indicatorSteps } from "./indicators/indicators-of";
import { indicatorsInTables, type IndicatorInTable } from "./tables/table-indicators";
import { unreadTables } from "./tables/unread";
import { tasksOf } from "./tasks";

/** Which shares of the work the parts are. */
const [READ, INDICATORS, BUDGET, TASKS] = [0.3, 0.6, 0.95, 0.98];

/** A draft, and its text taken apart, which says where its facts stand. */
export interface DraftedText {
  readonly draft: Draft;
  readonly document: TextDocument;
}

/**
 * What the text of a public plan says of it, a few paragraphs a step, so that whoever asks may let others run between two of them; each
 * step tells the share of the work that is done, from 0 to 1. Never throws.
 */
export function* draftSteps(text: string): Generator<number, DraftedText> {
  const document = yield* scaled(documentSteps(text), 0, READ);
  const head = headOf(document);
  const year = head.date === null ? null : Number(head.date.slice(0, 4));
  const indicators = yield* scaled(indicatorSteps(document, year), READ, INDICATORS);
  const listed = indicatorsInTables(document);
  yield READ + INDICATORS;
  const { facts: budget, gaps } = budgetOf(document);
  yield BUDGET;
  const tasks = tasksOf(document);
  yield TASKS;
  const all = inOrder(indicators, listed);
  const unread = unreadTables(document, [...all, ...budget, ...tasks]);
  return { draft: { head, indicators: all, budget, tasks, gaps, unread }, document };
}

/** Those of sentences and of tables in the order of the text, numbered anew. */
function inOrder(said: readonly IndicatorFact[], listed: readonly IndicatorInTable[]): readonly IndicatorFact[] {
  if (listed.length === 0) return said;
  const all = [...said, ...listed].sort((a, b) => a.span[0] - b.span[0]);
  return all.map((fact, at) => ({ ...fact, id: `i${at + 1}` }));
}

/** As `draftSteps`, at once. */
export function draftText(text: string): Draft {
  return allSteps(draftSteps(text)).draft;
}

function* scaled<T>(steps: Generator<number, T>, from: number, share: number): Generator<number, T> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    yield from + share * step.value;
  }
}
