import type { Span } from "../../base";
import { writeTarget } from "../../quantity";
import type { BudgetFact, Draft, Fact, IndicatorFact, TaskFact } from "../draft";
import { gapsAfter } from "./gaps";
import { readAmount, readFigure, splitPoint, trimmed } from "./pieces";

/** The lists of a draft. */
export type FactList = "indicators" | "budget" | "tasks";

/** A fact with the list that it is of. */
export type ListedFact =
  | { readonly kind: "indicators"; readonly fact: IndicatorFact }
  | { readonly kind: "budget"; readonly fact: BudgetFact }
  | { readonly kind: "tasks"; readonly fact: TaskFact };

/** What of a fact a person may change; where the text says it stays. */
export type FactChange =
  | Partial<Omit<IndicatorFact, keyof Fact>>
  | Partial<Omit<BudgetFact, keyof Fact>>
  | Partial<Omit<TaskFact, keyof Fact>>;

// An edit makes another draft: taking it back is going back to the one before.

const SURE = { sure: true, doubts: [] } as const;
const BY_PERSON = { ...SURE, by: "person" } as const;
/** What a person has yet to look at after a piece was cut. */
const CUT = { sure: false, doubts: ["name", "value"], by: "person" } as const;

/** The fact of an id has been looked at and is right. */
export function confirmFact(draft: Draft, id: string): Draft {
  return mapped(draft, id, (fact) => [{ ...fact, ...SURE }]);
}

/**
 * The fact of an id with other fields. It is sure then: whoever changes it has looked at it. A target whose figure is changed and whose
 * words are not gets words for it; an amount does not become part of itself.
 */
export function changeFact(draft: Draft, id: string, change: FactChange): Draft {
  return mapped(draft, id, <T extends Fact>(fact: T): T[] => {
    const next = { ...fact, ...fieldsIn(fact, change), ...BY_PERSON };
    return [retold(fact, linked(next, fact, draft.budget))];
  });
}

/** The fields of a change that a fact of this kind has, its own id, evidence and span excepted. */
function fieldsIn<T extends Fact>(fact: T, change: FactChange): Partial<T> {
  const fixed = ["id", "evidence", "span", "sure", "doubts", "by"];
  return Object.fromEntries(
    Object.entries(change).filter(([field, value]) => field in fact && !fixed.includes(field) && value !== undefined),
  ) as Partial<T>;
}

function retold<T extends Fact>(before: T, fact: T): T {
  if (!isIndicator(fact) || !isIndicator(before) || fact.text !== before.text) return fact;
  const { comparator, value, value2, unit } = fact;
  const isSame = comparator === before.comparator && value === before.value && value2 === before.value2 && unit === before.unit;
  if (isSame || comparator === null || value === null || (comparator === "range" && value2 === null)) return fact;
  return { ...fact, text: writeTarget({ comparator, value, value2, baseline: null, unit }, "vi", { withUnit: true }) };
}

function isIndicator(fact: Fact): fact is IndicatorFact {
  return "comparator" in fact;
}

function isAmount(fact: Fact): fact is BudgetFact {
  return "amount" in fact;
}

function linked<T extends Fact>(fact: T, before: T, budget: readonly BudgetFact[]): T {
  if (!isAmount(fact) || !isAmount(before)) return fact;
  const wholes = new Map(budget.map(({ id, parent, of }) => [id, parent ?? of]));
  const isBelow = (whole: string | null): boolean => {
    const seen = new Set<string>();
    for (let id = whole; id !== null && !seen.has(id); id = wholes.get(id) ?? null) {
      if (id === fact.id) return true;
      seen.add(id);
    }
    return false;
  };
  return isBelow(fact.parent ?? fact.of) ? { ...fact, parent: before.parent, of: before.of } : fact;
}

/** Without the fact of an id. What stands under it keeps saying so, and finds it again when it is put back. */
export function dropFact(draft: Draft, id: string): Draft {
  return mapped(draft, id, () => []);
}

/** With a fact that was dropped, before the one of the id `before`; at the end of its list where that is gone. */
export function restoreFact(draft: Draft, { kind, fact }: ListedFact, before: string | null): Draft {
  const all: readonly Fact[] = draft[kind];
  if (all.some(({ id }) => id === fact.id)) return draft;
  const at = all.findIndex(({ id }) => id === before);
  return withList(draft, kind, at === -1 ? [...all, fact] : [...all.slice(0, at), fact, ...all.slice(at)]);
}

/** The fact of an id and the next one of its list as one: the evidence of both, and what the first leaves open from the second. */
export function joinWithNext(draft: Draft, id: string, text: string): Draft {
  const kind = listOf(draft, id);
  if (!kind) return draft;
  const all: readonly Fact[] = draft[kind];
  const at = all.findIndex((fact) => fact.id === id);
  const [first, second] = [all[at], all[at + 1]];
  if (!first || !second) return draft;
  const span: Span = [Math.min(first.span[0], second.span[0]), Math.max(first.span[1], second.span[1])];
  const filled = Object.fromEntries(
    Object.entries(first).map(([field, value]: [string, unknown]) => [
      field, value ?? (second as unknown as Readonly<Record<string, unknown>>)[field] ?? null,
    ]),
  );
  const joined = { ...first, ...filled, span, evidence: text.slice(...span), ...BY_PERSON };
  const named = kind === "tasks" ? { ...joined, name: `${(first as TaskFact).name} ${(second as TaskFact).name}`.trim() } : joined;
  const rest = [...all.slice(0, at), named, ...all.slice(at + 2)];
  return withList(draft, kind, kind === "budget" ? relinked(rest as BudgetFact[], second.id, id) : rest);
}

function relinked(budget: readonly BudgetFact[], from: string, to: string): BudgetFact[] {
  const own = (id: string | null, self: string): string | null => (id !== from ? id : self === to ? null : to);
  return budget.map((fact) => ({ ...fact, parent: own(fact.parent, fact.id), of: own(fact.of, fact.id) }));
}

/** The fact of an id as two, cut where its words say two figures; as it is where there is no such place. */
export function partFact(draft: Draft, id: string, text: string): Draft {
  const taken = new Set([...draft.indicators, ...draft.budget, ...draft.tasks].map((fact) => fact.id));
  return mapped(draft, id, <T extends Fact>(fact: T): T[] => {
    const at = splitPoint(text.slice(...fact.span));
    if (at === null) return [fact];
    const [from, to] = fact.span;
    let own = `${id}-2`;
    for (let number = 3; taken.has(own); number++) own = `${id}-${number}`;
    return [pieceOf(fact, id, trimmed(text, [from, from + at]), text), pieceOf(fact, own, trimmed(text, [from + at, to]), text)];
  });
}

function pieceOf<T extends Fact>(fact: T, id: string, span: Span, text: string): T {
  const evidence = text.slice(...span);
  const base = { ...fact, id, span, evidence, ...CUT };
  if (isIndicator(fact)) return { ...base, ...readFigure(evidence, fact) };
  if (isAmount(fact)) return { ...base, ...readAmount(evidence, fact) };
  return { ...base, name: evidence.replace(/\s+/gu, " ") };
}

/** A fact that a person has found in the text, its figure as far as its words say it; `id` is its own. */
export function addFact(draft: Draft, kind: FactList, given: Span, text: string): { readonly draft: Draft; readonly id: string } {
  const taken = new Set([...draft.indicators, ...draft.budget, ...draft.tasks].map((fact) => fact.id));
  const letter = { indicators: "i", budget: "b", tasks: "t" }[kind];
  let [id, number] = ["", 0];
  do id = `${letter}p${++number}`;
  while (taken.has(id));
  const span = trimmed(text, given);
  const fact = { id, span, evidence: text.slice(...span), ...BY_PERSON };
  const name = fact.evidence.replace(/\s+/gu, " ");
  const at = (list: readonly Fact[], own: Fact): Fact[] => {
    const next = list.findIndex(({ span: other }) => other[0] > span[0]);
    return next === -1 ? [...list, own] : [...list.slice(0, next), own, ...list.slice(next)];
  };
  const made: Readonly<Record<FactList, () => Fact>> = {
    indicators: () => {
      const none: IndicatorFact = {
        ...fact, name, year: null, from: null, comparator: null, value: null, value2: null, baseline: null, unit: null, direction: null,
        scope: null, text: name,
      };
      return { ...none, ...readFigure(fact.evidence, none) };
    },
    budget: () => {
      const none: BudgetFact = {
        ...fact, label: name, amount: 0, unit: "triệu đồng", year: null, from: null, kind: "item", parent: null, of: null,
      };
      return { ...none, ...readAmount(fact.evidence, none) };
    },
    tasks: (): TaskFact => ({ ...fact, number: null, name, lead: null, cooperating: null, time: null }),
  };
  return { draft: withList(draft, kind, at(draft[kind], made[kind]())), id };
}

function listOf(draft: Draft, id: string): FactList | null {
  const lists = ["indicators", "budget", "tasks"] as const;
  return lists.find((kind) => draft[kind].some((fact: Fact) => fact.id === id)) ?? null;
}

/** The draft with a fact replaced; as it is where there is none of that id. */
function mapped(draft: Draft, id: string, change: <T extends Fact>(fact: T) => T[]): Draft {
  const kind = listOf(draft, id);
  const all: readonly Fact[] = kind ? draft[kind] : [];
  return kind ? withList(draft, kind, all.flatMap((fact) => (fact.id === id ? change(fact) : [fact]))) : draft;
}

/** What does not add up is reckoned again. */
function withList(draft: Draft, kind: FactList, list: readonly Fact[]): Draft {
  const next: Draft = { ...draft, [kind]: list };
  return kind === "budget" ? { ...next, gaps: gapsAfter(draft, next.budget) } : next;
}
