import type { Doubt } from "../../app";
import type { PaneDraftWords } from "../../i18n/pane-draft";
import type { Lang } from "../../quantity";
import type { KindedFact } from "./draft-state";
import { figure } from "./fact-fields";

/** A fact as the list shows it. */
export interface FactView {
  readonly name: string;
  /** Its figure, year and the like, in a line. */
  readonly figures: string;
  /** What a person is asked; none where it is sure. */
  readonly questions: readonly string[];
}

export function factView(kinded: KindedFact, words: PaneDraftWords, notation: Lang): FactView {
  const { fact } = kinded;
  return {
    name: kinded.kind === "budget" ? kinded.fact.label : kinded.fact.name,
    figures: figuresOf(kinded, words.facts, notation).filter((part) => part !== "").join(" · "),
    questions: fact.doubts.map((doubt) => question(doubt, kinded.kind, words)),
  };
}

function question(doubt: Doubt, kind: KindedFact["kind"], { facts: { doubts } }: PaneDraftWords): string {
  return doubt === "kind" ? doubts.kind[kind] : doubts[doubt];
}

function figuresOf(kinded: KindedFact, words: PaneDraftWords["facts"], notation: Lang): string[] {
  switch (kinded.kind) {
    case "indicators": {
      const { text, value, unit, from, year, baseline, scope } = kinded.fact;
      return [
        text,
        value === null ? words.inWords : "",
        words.year(from, year) || words.noYear,
        baseline === null ? "" : words.baseline(withUnit(baseline, unit, notation)),
        scope === null ? "" : words.scope(scope),
      ];
    }
    case "budget": {
      const { amount, unit, from, year, kind } = kinded.fact;
      return [withUnit(amount, unit, notation), words.kinds[kind], words.year(from, year)];
    }
    case "tasks": {
      const { lead, cooperating, time } = kinded.fact;
      return [
        lead === null ? "" : words.lead(lead),
        cooperating === null ? "" : words.cooperating(cooperating),
        time ?? "",
      ];
    }
  }
}

function withUnit(value: number, unit: string | null, notation: Lang): string {
  const written = figure(value, notation);
  return unit === null ? written : /^[%‰/]/.test(unit) ? `${written}${unit}` : `${written} ${unit}`;
}
