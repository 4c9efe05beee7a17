import type { IndicatorFact } from "../draft";
import type { Paragraph, TextDocument } from "../document/document";
import { titleOf } from "../document/title";
import { indicatorsIn } from "./paragraph-indicators";
import { planTimeOf } from "./setting";
import { withLists, wordsGoalsIn, type WordsGoal } from "./words-goal";
import type { Found } from "./fact";

/** How many signs of text are one step. */
const STEP = 4000;
/** Paragraphs that name what the document rests on, and those that sign it. */
const ASIDE = /^(?:Căn cứ (?:Luật|Bộ luật|Nghị|Quyết|Chỉ|Thông|Kế hoạch|Chương|Đề án|Hiến|Kết luận|Văn bản|Công văn|Tờ|Báo|Pháp)|Xét (?:Tờ|đề|Báo)|Theo đề nghị|\(?Kèm theo)/u;

/**
 * The targets that a document says, in figures or in words, in its order, a few paragraphs a step; each step tells the share that is
 * done. Rows of tables are read elsewhere. `documentYear` is when it was issued, null where that is not said.
 */
export function* indicatorSteps(document: TextDocument, documentYear: number | null): Generator<number, readonly IndicatorFact[]> {
  const time = planTimeOf(document, documentYear);
  const title = new Set(titleOf(document.paragraphs).paragraphs);
  const headed = new Set(document.paragraphs.map(({ parent }) => parent));
  const found: Found[] = [];
  const goals: WordsGoal[] = [];
  const figured: Paragraph[] = [];
  let done = 0;
  for (const paragraph of document.paragraphs) {
    if (paragraph.cells !== null || (title.has(paragraph) && paragraph.isHeading) || ASIDE.test(paragraph.text.text)) continue;
    const said = indicatorsIn(paragraph, document.text, time);
    found.push(...said);
    if (said.length > 0) figured.push(paragraph);
    else if (!headed.has(paragraph)) goals.push(...wordsGoalsIn(paragraph, document.text, time));
    done += paragraph.text.text.length;
    if (done < STEP) continue;
    done = 0;
    yield paragraph.index / document.paragraphs.length;
  }
  const all = [...found, ...withLists(goals, figured, document.paragraphs)].sort((one, other) => one.span[0] - other.span[0]);
  return all.map((fact, at) => ({ id: `i${at + 1}`, ...fact }));
}
