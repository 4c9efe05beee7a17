import type { AssessmentCell } from "../../tables";
import type { Assessment } from "../../templates";
import type { CellReader } from "../cells";
import { type AssessmentWords, readAssessment } from "./assessment-words";
import type { TableOutline } from "./outline";
import { yearColumns } from "./parts";

/**
 * The columns in which assessments stand, by their years: the one without a year in its key is of the last year that has both a target and
 * a result, and no such column of its own.
 */
export function assessmentColumns({ columns }: Pick<TableOutline, "columns">): [year: number, col: number][] {
  const alone = columns.get("status");
  const dated = yearColumns(columns, "status");
  const targets = new Set(yearColumns(columns, "target").map(([year]) => year));
  const last = yearColumns(columns, "actual").findLast(([year]) => targets.has(year) && dated.every(([own]) => own !== year))?.[0];
  return [...dated, ...(alone === undefined || last === undefined ? [] : [[last, alone] as [number, number]])].sort(
    ([one], [other]) => one - other,
  );
}

/**
 * What a person has chosen in a status cell. A formula, which ours was in workbooks of before, has chosen only where it says a word of the
 * list.
 */
export function assessmentCell(cells: CellReader, at: AssessmentCell["at"], words: AssessmentWords): AssessmentCell {
  const text = cells.text(at.row, at.col);
  const assessment: Assessment | null = text === "" ? null : readAssessment(text, words);
  const state = assessment ?? (text === "" || cells.formula(at.row, at.col) !== null ? "blank" : "other");
  return { at, text, state };
}
