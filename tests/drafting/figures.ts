import { draftText } from "../../src/drafting";
import { givenTexts, ownTexts, sources, type Labelled } from "./gold";
import { scoreOf, sumOf, toldOf, type Score } from "./score";

export interface DraftFigures {
  readonly name: string;
  readonly texts: number;
  readonly score: Score;
}

/** All texts of a set counted together. */
export function draftFigures(name: string, texts: readonly Labelled[]): DraftFigures {
  return { name, texts: texts.length, score: sumOf(texts.map((labelled) => scoreOf(labelled, toldOf(draftText(labelled.text))))) };
}

/** The sets of docs/accuracy.md; those of `CORPUS` are left out where it is not. */
export function allDraftFigures(): DraftFigures[] {
  const sets: readonly (readonly [name: string, texts: readonly Labelled[]])[] = [
    ["the five documents of the catalogue", sources()], ["four texts that came with labels", givenTexts()],
    ["eight texts of ours, developed on", ownTexts("dev")], ["twelve texts of ours, kept apart at first", ownTexts("hid")],
    ["eight more of ours, written after that", ownTexts("new")],
  ];
  return sets.filter(([, texts]) => texts.length > 0).map(([name, texts]) => draftFigures(name, texts));
}
