import type { BudgetFact, BudgetGap, Draft, Fact, TaskFact, TextDocument } from "../drafting";
import type { FactNamed, ShownGap, Words } from "../i18n";
import { findPlan, planSchema, readPlan, type Plan, type PlanTask } from "../plan";
import { bareText, fromDong, readMoneyUnit } from "../quantity";
import { budgetsOf } from "./draft-budgets";
import { indicatorsOf } from "./draft-indicators";
import { placesIn, type Places } from "./draft-places";
import { evidenceOf, held, nameOf, oneLine, uniquely, type LeftOut } from "./draft-texts";
import { Refusal } from "./refusal";

/** What a person says of a plan whose text does not; what they say counts. */
export interface PlanChoices {
  readonly title?: string;
  readonly issuer?: string;
  readonly period?: { readonly from: number; readonly to: number };
}

/** What a plan must have and a text may leave open. */
export type MissingHead = "title" | "period";

/** A plan of a draft, and what of the draft is not in it or not as it was drafted; each is told in the plan's notes, too. */
export interface DraftedPlan {
  readonly plan: Plan;
  readonly left: readonly (LeftOut & { readonly text: string })[];
}

/** What has to be asked before a plan can be made: neither the text nor a person has said it. */
export function missingIn(draft: Draft, choices: PlanChoices = {}): MissingHead[] {
  return [
    ...(titleOf(draft, choices) === null ? (["title"] as const) : []),
    ...(periodOf(draft, choices) === null ? (["period"] as const) : []),
  ];
}

/**
 * From the first to the last year of which a draft has targets: to be offered where its text does not say the plan's own. Null for none.
 */
export function yearsOf({ indicators, budget }: Draft): { readonly from: number; readonly to: number } | null {
  const all = [...indicators, ...budget].flatMap(({ from, year }) => [from, year]);
  const years = all.flatMap((year) => (year !== null && isYear(year) ? [year] : []));
  return years.length === 0 ? null : { from: Math.min(...years), to: Math.max(...years) };
}

const isYear = (year: number): boolean => Number.isInteger(year) && year >= 1990 && year <= 2100;

function titleOf({ head }: Draft, { title = "" }: PlanChoices): string | null {
  const cut = (): void => undefined;
  return held(oneLine(title), cut) ?? held(oneLine(head.title), cut);
}

function periodOf({ head }: Draft, { period }: PlanChoices): { from: number; to: number } | null {
  const said = period ?? head.period;
  return said && isYear(said.from) && isYear(said.to) && said.from <= said.to ? { from: said.from, to: said.to } : null;
}

/**
 * The plan that a draft comes to; `document` is the text of the draft,
   taken apart. It always fits `planSchema`. Throws `Refusal` "no-title"
 * or "no-period" where `missingIn` has something to ask.
 */
export function planOf(draft: Draft, document: TextDocument, choices: PlanChoices, words: Words): DraftedPlan {
  const title = titleOf(draft, choices);
  const period = periodOf(draft, choices);
  if (title === null) throw new Refusal("no-title", {});
  if (period === null) throw new Refusal("no-period", {});
  const own = words.drafts;
  const places = placesIn(document);
  const where = ({ span }: Pick<Fact, "span">): string => own.place(places.stepsOf(span));
  const lefts: LeftOut[] = [];
  const left = (one: LeftOut): void => {
    if (!lefts.some(({ fact, why }) => fact === one.fact && why === one.why)) lefts.push(one);
  };
  const facts = factsIn(draft);
  const indicators = indicatorsOf(draft.indicators, { places, where, lastYear: period.to, left });
  const budgets = budgetsOf(draft.budget, { places, where, title: own.budget, left });
  const tasks = tasksOf(draft.tasks, places, where, left);
  const told = lefts.map((one) => ({ ...one, text: own.left(facts.get(one.fact)?.named ?? NAMELESS, one.why) }));
  const note = (text: string, id: string): Plan["notes"] => [
    { text: held(text, () => undefined) ?? text, where: where(facts.get(id)?.fact ?? { span: [0, 0] }) },
  ];
  const { head } = draft;
  const plan = readPlan(title, {
    id: idOf(title, period),
    title,
    issuer: held(oneLine(choices.issuer ?? head.issuer), () => undefined) ?? "",
    ...placeOf(head.place),
    number: held(head.number, () => undefined),
    date: planSchema.shape.date.safeParse(head.date).data ?? null,
    period,
    indicators,
    budgets,
    tasks,
    notes: [
      ...[...facts.values()].flatMap(({ fact, named }) => (fact.sure ? [] : note(own.doubtful(named, fact.doubts), fact.id))),
      ...draft.gaps.flatMap((gap) => {
        const shown = shownGap(gap, draft);
        return shown ? note(own.gap(shown), gap.total) : [];
      }),
      ...told.flatMap(({ text, fact }) => note(text, fact)),
    ],
  });
  return { plan, left: told };
}

const NAMELESS: FactNamed = { kind: "indicator", name: "" };

interface NamedFact {
  readonly fact: Fact;
  readonly named: FactNamed;
}

function factsIn({ indicators, budget, tasks }: Draft): ReadonlyMap<string, NamedFact> {
  const named = (kind: FactNamed["kind"], name: string, fact: Fact): [string, NamedFact] => [
    fact.id, { fact, named: { kind, name: nameOf(name, fact, () => undefined) ?? "" } },
  ];
  return new Map([
    ...tasks.map((fact) => named("task", fact.name, fact)),
    ...budget.map((fact) => named("budget", fact.label, fact)),
    ...indicators.map((fact) => named("indicator", fact.name, fact)),
  ].reverse());
}

/** A tree that does not add up as it is told, in the unit of its whole; null where its facts are gone. */
export function shownGap({ kind, total, computed, candidates }: BudgetGap, { budget }: Pick<Draft, "budget">): ShownGap | null {
  const whole = budget.find(({ id }) => id === total);
  const unit = whole && readMoneyUnit(whole.unit);
  if (!whole || !unit || !Number.isSafeInteger(computed) || !Number.isFinite(whole.amount)) return null;
  return {
    kind,
    total: shownAmount(whole),
    computed: fromDong(computed, unit),
    candidates: candidates.flatMap(({ id, value }) => {
      const wrong = budget.find((line) => line.id === id);
      return wrong && Number.isFinite(wrong.amount) && Number.isFinite(value) ? [{ ...shownAmount(wrong), value }] : [];
    }),
  };
}

function shownAmount({ label, amount, unit }: BudgetFact): ShownGap["total"] {
  return { label: oneLine(label), amount, unit };
}

function tasksOf(
  facts: readonly TaskFact[], places: Places, where: (fact: TaskFact) => string, left: (one: LeftOut) => void,
): PlanTask[] {
  const number = uniquely((name, count) => `${name} (${count})`);
  return facts.flatMap((fact, index): PlanTask[] => {
    const cut = (): void => left({ fact: fact.id, why: "cut" });
    const name = nameOf(fact.name, fact, cut);
    if (name === null) {
      left({ fact: fact.id, why: "no-name" });
      return [];
    }
    const line = (text: string | null): string | null => held(text === null ? null : oneLine(text), cut);
    return [
      {
        number: number(numberOf(fact, places) ?? String(index + 1)),
        name,
        lead: line(fact.lead),
        cooperating: line(fact.cooperating),
        time: line(fact.time),
        note: null,
        where: where(fact),
        ...evidenceOf(fact),
      },
    ];
  });
}

/** "2" under the heading III is III.2: numbers begin anew under each. */
function numberOf({ number, span }: TaskFact, places: Places): string | null {
  const own = number === null ? "" : oneLine(number).replace(/[.)/]+$/u, "").slice(0, MOST_OF_NUMBER);
  if (own === "") return null;
  const section = places.stepsOf(span).findLast(({ kind }) => kind === "section")?.number ?? "";
  if (section.endsWith(`.${own}`)) return section;
  return section === "" || section === own || own.startsWith(`${section}.`) ? own : `${section}.${own}`;
}

const MOST_OF_NUMBER = 40;

function placeOf(place: string | null): { place?: string } {
  const said = held(place === null ? null : oneLine(place), () => undefined);
  return said === null ? {} : { place: said };
}

/** So many letters of a title are in an id, whole words of it. */
const MOST_OF_TITLE = 60;

/** "Kế hoạch về dân số" of 2026 to 2030 is "ke-hoach-ve-dan-so-2026-2030". No plan of the catalogue has it. */
function idOf(title: string, { from, to }: Plan["period"]): string {
  const words = bareText(title).match(/[a-z0-9]+/g) ?? [];
  const years = from === to ? [String(from)] : [String(from), String(to)];
  const kept = words.filter((word) => !years.includes(word));
  while (kept.length > 1 && kept.join("-").length > MOST_OF_TITLE) kept.pop();
  const id = [...(kept.length === 0 ? ["ke-hoach"] : [kept.join("-").slice(0, MOST_OF_TITLE).replace(/-+$/, "")]), ...years].join("-");
  for (let number = 1; ; number++) {
    const own = number === 1 ? id : `${id}-${number}`;
    if (!findPlan(own)) return own;
  }
}
