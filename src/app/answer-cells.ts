import type { SheetArea, WorkbookOutline } from "../sheet";
import { readAnswerName, type AnswerRole } from "../templates";

/** The cells of an answer as its defined names hold them, by their place. */
export type AnswerCells = Readonly<Record<AnswerRole, readonly SheetArea[]>>;

/** The cells of the answers of a record, by their numbers; names of sheets that are gone are left out. */
export function answerCells({ names, sheets }: WorkbookOutline, record: number): ReadonlyMap<number, AnswerCells> {
  const there = new Set(sheets.map(({ name }) => name));
  const found = names.flatMap(({ name, scope, refersTo }) => {
    const parsed = scope === null && there.has(refersTo.sheet) ? readAnswerName(name) : null;
    return parsed?.record === record ? [{ ...parsed, refersTo }] : [];
  });
  found.sort((a, b) => a.place - b.place);
  const cellsOf = (answer: number, role: AnswerRole): SheetArea[] =>
    found.flatMap((one) => (one.answer === answer && one.role === role ? [one.refersTo] : []));
  return new Map(
    [...new Set(found.map(({ answer }) => answer))].map((answer) => [
      answer, { total: cellsOf(answer, "total"), part: cellsOf(answer, "part") },
    ]),
  );
}
