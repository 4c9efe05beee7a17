import type { Fact } from "../drafting";
import type { LeftWhy } from "../i18n";

/** A fact that is not in the plan, or not as it was drafted. */
export interface LeftOut {
  readonly fact: string;
  readonly why: LeftWhy;
}

/** No text of a plan is longer (see `planSchema`). */
const MOST_LETTERS = 4_000;
/** A name that was made of evidence is no longer. */
const MOST_OF_EVIDENCE = 300;

/** In one line, without blanks at its ends. */
export function oneLine(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}

/** As much of a text as a plan holds; null for a blank one. */
export function held(text: string | null, cut: () => void): string | null {
  const line = text === null ? "" : text.trim();
  if (line.length > MOST_LETTERS) cut();
  const fit = line.slice(0, MOST_LETTERS).trim();
  return fit === "" ? null : fit;
}

/** What a fact is called: its name, else its words; null where it has neither. */
export function nameOf(name: string, { evidence }: Pick<Fact, "evidence">, cut: () => void): string | null {
  return held(oneLine(name), cut) ?? held(oneLine(evidence).slice(0, MOST_OF_EVIDENCE), cut);
}

/** The evidence of a fact as a plan keeps it. */
export function evidenceOf({ evidence }: Pick<Fact, "evidence">): { readonly evidence?: string } {
  return evidence === "" ? {} : { evidence };
}

/** Gives names that no other one of its list has; `next` is asked for the second, third … of a name. */
export function uniquely(next: (name: string, count: number) => string): (name: string) => string {
  const taken = new Set<string>();
  return (name) => {
    let own = name;
    for (let count = 2; taken.has(own); count++) own = next(name, count);
    taken.add(own);
    return own;
  };
}
