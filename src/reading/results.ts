import type { Assessment } from "../templates";
import type { CellReader } from "./cells";
import type { IndicatorRow, TableOutline, TargetCell, AssessmentCell } from "./table";
import { yearColumns } from "./parts";
import { readAssessment, type AssessmentWords } from "./assessment-words";

/** The target that a value of a year is held against: that year's, else the next after it, else the last before; null where there is none. */
export function targetFor({ targets }: IndicatorRow, year: number): TargetCell | null {
  const typed = [...targets].filter(([, { state }]) => state !== "blank");
  return (typed.find(([own]) => own >= year) ?? typed.at(-1))?.[1] ?? null;
}

/** Whether the result of a year may be words: its target is, or has several parts, which one number cannot answer. */
export function takesWords(row: IndicatorRow, year: number): boolean {
  const state = targetFor(row, year)?.state;
  return state === "words" || state === "several";
}

/** The columns in which assessments stand, by their years: the one without a year in its key is of the last year that has both a target and a result, and no such column of its own. */
export function assessmentColumns({ columns }: Pick<TableOutline, "columns">): [year: number, col: number][] {
  const alone = columns.get("status");
  const dated = yearColumns(columns, "status");
  const targets = new Set(yearColumns(columns, "target").map(([year]) => year));
  const last = yearColumns(columns, "actual").findLast(([year]) => targets.has(year) && dated.every(([own]) => own !== year))?.[0];
  return [...dated, ...(alone === undefined || last === undefined ? [] : [[last, alone] as [number, number]])].sort(([one], [other]) => one - other);
}

/** What a person has chosen in a status cell. A formula, which ours was in workbooks of before, has chosen only where it says a word of the list. */
export function assessmentCell(cells: CellReader, at: AssessmentCell["at"], words: AssessmentWords): AssessmentCell {
  const text = cells.text(at.row, at.col);
  const assessment: Assessment | null = text === "" ? null : readAssessment(text, words);
  const state = assessment ?? (text === "" || cells.formula(at.row, at.col) !== null ? "blank" : "other");
  return { at, text, state };
}
