import type { Area, RowOrigins, SheetSpec } from "../../sheet";
import { lastCell } from "../../sheet";
import { cellAreas } from "./cell-areas";
import { cellSteps } from "./cell-steps";
import { chartSteps } from "./charts";
import { messageBytes } from "./chunks";
import { difference, withinRows } from "./difference";
import type { Finish } from "./finish";
import { columnRange, rangeOf } from "./ranges";
import type { Step } from "./steps";
import { step } from "./steps";
import { columnSteps, conditionalFormatSteps, mergeSteps, rowSteps, styleSteps } from "./styles";
import { toExcel } from "./text-input";
import { validationSteps } from "./validation";

/** Takes away what belongs to no cell, before the rows move: rules that rows have moved apart are many. Notes and comments stay. */
export function looseStep(old: Area, charts: readonly string[]): Step {
  return step({ objects: 5 + charts.length, actions: 3 + charts.length }, (sheet) => {
    for (const name of charts) sheet.charts.getItemOrNullObject(name).delete();
    const range = rangeOf(sheet, old);
    range.conditionalFormats.clearAll();
    range.dataValidation.clear();
  });
}

/** Takes away what the sheet had of what finishes it. */
export function unfinishes(sheetId: string, sheet: string): Finish[] {
  return [
    { sheetId, sheet, notice: "freeze", step: step({ objects: 1, actions: 1 }, ({ freezePanes }) => freezePanes.unfreeze()) },
    {
      sheetId,
      sheet,
      notice: "page",
      step: step({ objects: 2, actions: 2 }, ({ horizontalPageBreaks, verticalPageBreaks }) => {
        horizontalPageBreaks.removePageBreaks();
        verticalPageBreaks.removePageBreaks();
      }),
    },
  ];
}

/** Takes away everything else that a spec writes, cells within `old` only. */
export function clearStep(old: Area): Step {
  return step({ objects: 4, actions: 6 }, (sheet) => {
    clearCells(rangeOf(sheet, old));
    columnRange(sheet, old.col, lastCell(old).col).columnHidden = false;
  });
}

function clearCells(range: Excel.Range): void {
  range.unmerge();
  range.clear("Contents");
  range.clear("Formats");
  range.format.autofitRows();
}

/** Writes what differs from what stands, once the rows have moved: looks and columns of the rest stay. */
export function differenceSteps(spec: SheetSpec, before: SheetSpec, origins: RowOrigins): Step[] {
  const { fresh, cells, heights } = difference(spec, before, origins);
  const own = withinRows(spec, fresh);
  return [
    ...fresh.map((area) => step({ objects: 2, actions: 4 }, (sheet) => clearCells(rangeOf(sheet, area)))),
    ...(JSON.stringify(spec.columns) === JSON.stringify(before.columns) ? [] : columnSteps(spec.columns)),
    ...fresh.flatMap(({ row, rows }) => cellSteps(spec.cells.slice(row, row + rows), row)),
    ...cellAreas(cells, ({ row, col }) => ({ sheet: spec.name, row, col })).map(({ area, cells: part }) => {
      const content = Array.from({ length: area.rows }, (_, row) =>
        part.slice(row * area.cols, (row + 1) * area.cols).map(({ to }) => toExcel(to)),
      );
      return step({ objects: 1, actions: 1, content: messageBytes(content) }, (sheet) => {
        rangeOf(sheet, area).formulas = content;
      });
    }),
    ...styleSteps(own.styles),
    ...mergeSteps(own.merges),
    ...rowSteps(heights),
    ...validationSteps(spec.validations),
    ...conditionalFormatSteps(spec.conditionalFormats),
    ...chartSteps(spec.charts),
  ];
}
