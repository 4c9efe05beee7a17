import { budgetOf } from "./budget";
import { documentSteps } from "./document/read-document";
import type { Draft, IndicatorFact } from "./draft";
import { headOf } from "./head";
import { indicatorSteps } from "./indicators/indicators-of";
import { indicatorsInTables, type IndicatorInTable } from "./tables/table-indicators";
import { tasksOf } from "./tasks";

/** Which shares of the work the parts are. */
const [READ, INDICATORS, TASKS] = [0.3, 0.6, 0.98];

/**
 * What the text of a public plan says of it, a few paragraphs a step, so that whoever asks may let others run between two of them; each
 * step tells the share of the work that is done, from 0 to 1. Never throws.
 */
export function* draftSteps(text: string): Generator<number, Draft> {
  const document = yield* scaled(documentSteps(text), 0, READ);
  const head = headOf(document);
  const year = head.date === null ? null : Number(head.date.slice(0, 4));
  const indicators = yield* scaled(indicatorSteps(document, year), READ, INDICATORS);
  const { facts: budget, gaps } = budgetOf(document);
  yield READ + INDICATORS;
  const tasks = tasksOf(document);
  yield TASKS;
  return { head, indicators: inOrder(indicators, indicatorsInTables(document)), budget, tasks, gaps };
}

/** Those of sentences and of tables in the order of the text, numbered anew. */
function inOrder(said: readonly IndicatorFact[], listed: readonly IndicatorInTable[]): readonly IndicatorFact[] {
  if (listed.length === 0) return said;
  const all = [...said, ...listed].sort((a, b) => a.span[0] - b.span[0]);
  return all.map((fact, at) => ({ ...fact, id: `i${at + 1}` }));
}

/** As `draftSteps`, at once. */
export function draftText(text: string): Draft {
  const steps = draftSteps(text);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

function* scaled<T>(steps: Generator<number, T>, from: number, share: number): Generator<number, T> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    yield from + share * step.value;
  }
}
