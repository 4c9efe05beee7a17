import { findPlan, type PlanFinder } from "../plan";
import type { SheetSnapshot } from "../sheet";
import { columnsOf, type DirectionWords, type PlanTable } from "../tables";
import { cellReader, type CellReader } from "./cells";
import type { AssessmentWords } from "./ours/assessment-words";
import { readBudget } from "./ours/budget";
import { documentCells } from "./ours/document";
import { readIndicators, type HeadWords } from "./ours/indicators";
import type { TableOutline } from "./ours/outline";
import { attachmentOf } from "./ours/parts";
import { structureOf } from "./ours/structure";
import { readTasks, type StatusWords } from "./ours/tasks";

export { tableOutlines, type TableOutline } from "./ours/outline";
export { LOOK_ROWS, headKey, headsIn, lostOutline, lostTable, type ShownTable, type TableLook } from "./ours/lost-tables";
export type { StatusWords } from "./ours/tasks";
export * from "./any";
export type { AssessmentWords } from "./ours/assessment-words";

/** Words that stand in cells and mean something, in each language in which tables are made. */
export interface ReadingWords {
  readonly directions: DirectionWords;
  readonly statuses: StatusWords;
  readonly heads: HeadWords;
  readonly assessments: AssessmentWords;
}

/**
 * A table with its typed rows and relations; `snapshot` has to cover `outline.area`. `find` knows the plan that it may be of. Never throws
 * on what people typed.
 */
export function readTable(
  outline: TableOutline, snapshot: SheetSnapshot, words: ReadingWords, find: PlanFinder = findPlan,
): PlanTable {
  const cells = cellReader(snapshot);
  const table = readKind(outline, cells, words);
  // onto the table itself: a copy of it would make all relations
  const { hidden, circles, linked } = snapshot;
  const found: More = { structure: structureOf(outline, snapshot, cells, sheetRowsOf(table)) };
  const attachedTo = attachmentOf(outline, cells);
  if (attachedTo !== null) found.attachedTo = attachedTo;
  if (table.plan) found.document = (one) => documentCells(one, find);
  if (hidden) found.hidden = hidden;
  if (circles) found.circles = circles;
  if (linked) found.linked = linked;
  return Object.assign(table, found);
}

/** What the sheet around a table says of it. */
type More = { -readonly [K in "structure" | "attachedTo" | "document" | "hidden" | "circles" | "linked"]?: PlanTable[K] };

function sheetRowsOf(table: PlanTable): readonly number[] {
  return table.kind === "indicators" ? columnsOf(table).sheetRows : table.rows.map(({ row }) => row);
}

function readKind(outline: TableOutline, cells: CellReader, words: ReadingWords): PlanTable {
  switch (outline.kind) {
    case "budget":
      return readBudget(outline, cells);
    case "indicators":
      return readIndicators(outline, cells, words);
    case "tasks":
      return readTasks(outline, cells, words.statuses);
  }
}
