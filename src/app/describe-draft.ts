import type { BudgetFact, Draft, Fact, TextDocument } from "../drafting";
import type { Words } from "../i18n";
import { shownGap } from "./draft-plan";
import { placesIn } from "./draft-places";

type Evident = Pick<Fact, "evidence" | "span" | "sure" | "doubts">;

/** What a draft says, with the labels of lines in the place of their ids. */
export type DraftReport = ReturnType<typeof describeDraft>;

/** The draft as others read it: see `extractReportSchema`. */
export function describeDraft({ head, indicators, budget, tasks, gaps, unread }: Draft, words: Words) {
  const lines = new Map(budget.map((fact) => [fact.id, fact]));
  const labelOf = (id: string | null): string | null => (id === null ? null : (lines.get(id)?.label ?? null));
  return {
    head,
    indicators: indicators.map(({ name, year, from, comparator, value, value2, baseline, unit, direction, scope, text, ...fact }) => ({
      name, year, from, comparator, value, value2, baseline, unit, direction, scope, text, ...evident(fact),
    })),
    budget: budget.map(({ label, amount, unit, year, from, kind, parent, of, ...fact }) => ({
      label, amount, unit, year, from, kind, parent: labelOf(parent ?? of), of: parent === null && labelOf(of) !== null, ...evident(fact),
    })),
    tasks: tasks.map(({ number, name, lead, cooperating, time, ...fact }) => ({ number, name, lead, cooperating, time, ...evident(fact) })),
    gaps: gaps.flatMap((gap) => {
      const shown = shownGap(gap, { budget });
      if (!shown) return [];
      const { kind, total, parts, stated, computed } = gap;
      return [
        {
          kind, total: labelOf(total) ?? "", parts: parts.flatMap((id) => labelOf(id) ?? []), stated, computed,
          candidates: shown.candidates.map(({ label, amount, value, unit }) => ({ label, from: amount, to: value, unit })),
          message: words.drafts.gap(shown),
        },
      ];
    }),
    unread: unread.map(({ span, rows }) => ({ span, rows, message: words.drafts.unread(rows) })),
  };
}

/** What is said of the tables that were not read, each with its place. */
export function unreadLines({ unread }: Draft, document: TextDocument, { drafts }: Words): string[] {
  const places = placesIn(document);
  return unread.map(({ span, rows }) => `${drafts.unread(rows)} [${drafts.place(places.stepsOf(span))}]`);
}

function evident({ evidence, span, sure, doubts }: Evident): Evident {
  return { evidence, span, sure, doubts };
}

/** A fact in a line for people, and where it stands in its document. */
export interface ListedLine {
  readonly text: string;
  readonly where: string;
  readonly doubts: Fact["doubts"];
  readonly evidence: string;
}

/** The facts of a draft by their lists, those that are not sure on top of each. */
export function factLines(
  { indicators, budget, tasks }: Draft, document: TextDocument, { drafts }: Words,
): Readonly<Record<"indicators" | "budget" | "tasks", ListedLine[]>> {
  const places = placesIn(document);
  const line = (text: string, { span, evidence, doubts }: Evident): ListedLine => ({
    text, doubts, evidence, where: drafts.place(places.stepsOf(span)),
  });
  const amount = ({ label, amount: own, unit, year }: BudgetFact): string => drafts.cli.amount(label, own, unit, year);
  const unsureFirst = (lines: readonly { readonly sure: boolean; readonly line: ListedLine }[]): ListedLine[] => [
    ...lines.filter(({ sure }) => !sure), ...lines.filter(({ sure }) => sure),
  ].map((one) => one.line);
  return {
    indicators: unsureFirst(
      indicators.map((fact) => ({ sure: fact.sure, line: line(drafts.cli.target(fact.name, fact.scope, fact.text, fact.year), fact) })),
    ),
    budget: unsureFirst(budget.map((fact) => ({ sure: fact.sure, line: line(amount(fact), fact) }))),
    tasks: unsureFirst(
      tasks.map((fact) => ({ sure: fact.sure, line: line(drafts.cli.task(fact.name, fact.lead, fact.time), fact) })),
    ),
  };
}
