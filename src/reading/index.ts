import type { SheetSnapshot } from "../sheet";
import { readBudget } from "./budget";
import { cellReader, type CellReader } from "./cells";
import { columnsOf } from "./indicator-columns";
import { readIndicators, type HeadWords } from "./indicators";
import type { DirectionWords } from "./table";
import { readTasks, type StatusWords } from "./tasks";
import { structureOf } from "./structure";
import type { Table, TableOutline } from "./table";
import type { AssessmentWords } from "./assessment-words";

export * from "./outline";
export * from "./table";
export { isStillGathered, targetOf, verdictOn, type Verdict } from "./verdicts";
export { recalculated, sumFaults, withRightSums, type ExtraReason, type SumDifference, type SumFault } from "./formulas";
export { splitOf, sumRows, type SumPart, type SumRows } from "./sum-cells";
export { gridOf, isNumberAt, STATE, type AmountGrid } from "./amount-grid";
export { columnsOf, isBlankIn, isNumberIn, rowsAt, type IndicatorColumns, type NumberColumn, type TargetColumn } from "./indicator-columns";
export { isAcross, isPaid, paidColumn, plannedFor } from "./paid";
export { paidFaults } from "./paid-faults";
export { additionOf } from "./additions";
export { documentCells } from "./document";
export { saysDirection } from "./directions";
export { NOISE } from "./binary-sums";
export { allHold } from "./holds";
export { LOOK_ROWS, headKey, headsIn, lostOutline, lostTable, type LostTable, type TableLook } from "./lost-tables";
export { oddCells } from "./odd-cells";
export { LONG_NUMBER, noiseOf, relationGap, relationHolds } from "./gaps";
export { isFromElsewhere, isOverCells, namedCells } from "./named-cells";
export type { DirectionWords } from "./table";
export type { StatusWords } from "./tasks";
export { takesWords, targetFor } from "./results";
export type { AssessmentWords } from "./assessment-words";

/** Words that stand in cells and mean something, in each language in which tables are made. */
export interface ReadingWords {
  readonly directions: DirectionWords;
  readonly statuses: StatusWords;
  readonly heads: HeadWords;
  readonly assessments: AssessmentWords;
}

/** A table with its typed rows and relations; `snapshot` has to cover `outline.area`. Never throws on what people typed. */
export function readTable(outline: TableOutline, snapshot: SheetSnapshot, words: ReadingWords): Table {
  const cells = cellReader(snapshot);
  const table = readKind(outline, cells, words);
  // onto the table itself: a copy of it would make all relations
  const { hidden, circles, linked } = snapshot;
  const structure = structureOf(outline, snapshot, cells, sheetRowsOf(table));
  return Object.assign(table, { structure, ...(hidden ? { hidden } : {}), ...(circles ? { circles } : {}), ...(linked ? { linked } : {}) });
}

function sheetRowsOf(table: Table): readonly number[] {
  return table.kind === "indicators" ? columnsOf(table).sheetRows : table.rows.map(({ row }) => row);
}

function readKind(outline: TableOutline, cells: CellReader, words: ReadingWords): Table {
  switch (outline.kind) {
    case "budget":
      return readBudget(outline, cells);
    case "indicators":
      return readIndicators(outline, cells, words);
    case "tasks":
      return readTasks(outline, cells, words.statuses);
  }
}
