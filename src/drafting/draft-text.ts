import { budgetOf } from "./budget";
import { documentSteps } from "./document/read-document";
import type { Draft } from "./draft";
import { headOf } from "./head";
import { indicatorSteps } from "./indicators/indicators-of";

/** Which shares of the work the parts are. */
const [READ, INDICATORS] = [0.3, 0.6];

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
  return { head, indicators, budget, tasks: [], gaps };
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
