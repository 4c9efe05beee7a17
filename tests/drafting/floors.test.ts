import { describe, expect, test } from "@jest/globals";
import { draftFigures } from "./figures";
import { givenTexts, ownTexts, sources, type Labelled } from "./gold";
import { f1Of, type Score } from "./score";

/** Floors a little below the figures in docs/accuracy.md; `npm run accuracy` measures them again. */

const share = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole);
const indicatorsF1 = ({ matched, told, gold }: Score): number => f1Of(matched, told, gold);
const linesF1 = ({ linesMatched, linesTold, lines }: Score): number => f1Of(linesMatched, linesTold, lines);

type Least = Readonly<Record<"indicators" | "both" | "lines" | "parent" | "sure" | "sureLines", number>>;

function floors(name: string, texts: readonly Labelled[], least: Least): void {
  if (texts.length === 0) {
    test.skip(`${name}: the texts are not here (PLAN_TABLES_CORPUS says where)`, () => undefined);
    return;
  }
  describe(name, () => {
    const { score } = draftFigures(name, texts);

    test("indicators are found, with comparator and year, and background is not taken for one", () => {
      expect(indicatorsF1(score)).toBeGreaterThan(least.indicators);
      expect(share(score.both, score.matched)).toBeGreaterThan(least.both);
      expect(share(score.background, score.told)).toBeLessThan(0.05);
    });

    test("the budget is found, each line under its whole", () => {
      expect(linesF1(score)).toBeGreaterThan(least.lines);
      expect(share(score.parent, score.linesMatched)).toBeGreaterThan(least.parent);
    });

    test("what is called sure is right", () => {
      expect(share(score.sureRight, score.sure)).toBeGreaterThan(least.sure);
      expect(share(score.sureLinesRight, score.sureLines)).toBeGreaterThan(least.sureLines);
    });
  });
}

const SURE = { sure: 0.97, sureLines: 0.97 };
floors("the five documents of the catalogue", sources(), { indicators: 0.97, both: 0.97, lines: 0.98, parent: 0.98, ...SURE });
floors("the texts that came with labels", givenTexts(), { indicators: 0.97, both: 0.97, lines: 0.98, parent: 0.98, ...SURE });
floors("texts of ours that it was developed on", ownTexts("dev"), { indicators: 0.97, both: 0.97, lines: 0.98, parent: 0.98, ...SURE });
floors("texts of ours that were kept apart", ownTexts("hid"), { indicators: 0.97, both: 0.97, lines: 0.92, parent: 0.97, ...SURE });
floors("texts of ours that were written after that", ownTexts("new"), {
  indicators: 0.9, both: 0.97, lines: 0.98, parent: 0.97, sure: 0.97, sureLines: 0.97,
});
