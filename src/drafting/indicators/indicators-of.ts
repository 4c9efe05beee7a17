import type { IndicatorFact } from "../draft";
import type { TextDocument } from "../document/document";
import { titleOf } from "../document/title";
import { indicatorsIn } from "./paragraph-indicators";
import { planTimeOf } from "./setting";

/** How many signs of text are one step. */
const STEP = 4000;
/** Paragraphs that name what the document rests on, and those that sign it. */
const ASIDE = /^(?:Căn cứ (?:Luật|Bộ luật|Nghị|Quyết|Chỉ|Thông|Kế hoạch|Chương|Đề án|Hiến|Kết luận|Văn bản|Công văn|Tờ|Báo|Pháp)|Xét (?:Tờ|đề|Báo)|Theo đề nghị|\(?Kèm theo)/u;

/**
 * The targets that a document says in figures, in its order, a few paragraphs a step; each step tells the share that is done. Rows of
 * tables are read elsewhere. `documentYear` is when it was issued, null where that is not said.
 */
export function* indicatorSteps(document: TextDocument, documentYear: number | null): Generator<number, readonly IndicatorFact[]> {
  const time = planTimeOf(document, documentYear);
  const title = new Set(titleOf(document.paragraphs).paragraphs);
  const facts: IndicatorFact[] = [];
  let done = 0;
  for (const paragraph of document.paragraphs) {
    if (paragraph.cells !== null || (title.has(paragraph) && paragraph.isHeading) || ASIDE.test(paragraph.text.text)) continue;
    for (const found of indicatorsIn(paragraph, document.text, time)) facts.push({ id: `i${facts.length + 1}`, ...found });
    done += paragraph.text.text.length;
    if (done < STEP) continue;
    done = 0;
    yield paragraph.index / document.paragraphs.length;
  }
  return facts;
}
