import type { PrintSpec, SheetSpec } from "../../sheet";
import { PAGE_NUMBER, areaToA1, toA1 } from "../../sheet";
import { columnsA1, rowsA1 } from "./ranges";
import type { Step } from "./steps";
import { step } from "./steps";

/** Millimetres → points (72 an inch of 25.4 mm). */
export function points(millimetres: number): number {
  return (millimetres * 72) / 25.4;
}

export function freezeSteps({ rows, cols }: SheetSpec["freeze"]): Step[] {
  if (rows === 0 && cols === 0) return [];
  return [
    step({ objects: 1, actions: 1 }, ({ freezePanes }) => {
      if (rows > 0 && cols > 0) freezePanes.freezeAt(areaToA1({ row: 0, col: 0, rows, cols }));
      else if (rows > 0) freezePanes.freezeRows(rows);
      else freezePanes.freezeColumns(cols);
    }),
  ];
}

/**
 * The page as Vietnamese offices print it: A4, and the number in the middle of the head of every page but the first, counted anew on
 * each sheet, since annexes are (decree 30/2020/NĐ-CP, appendix I, parts I.6 and III.1). Each by
 * itself may fail alone, as without a printer.
 */
export function pageSteps(print: PrintSpec): Step[] {
  const { area, titleRows, titleCols, pageBreakCols = [], pageBreakRows = [] } = print;
  const page = (actions: number, set: (page: Excel.PageLayout) => void): Step =>
    step({ objects: 3, actions }, ({ pageLayout }) => set(pageLayout));
  return [
    page(1, (own) => (own.orientation = print.orientation === "portrait" ? "Portrait" : "Landscape")),
    page(1, (own) => (own.paperSize = "A4")),
    page(
      1,
      (own) =>
        (own.zoom =
          print.percent === undefined ? { horizontalFitToPages: print.pagesWide, verticalFitToPages: 0 } : { scale: print.percent }),
    ),
    page(4, (own) => {
      own.topMargin = points(print.margins.top);
      own.bottomMargin = points(print.margins.bottom);
      own.leftMargin = points(print.margins.left);
      own.rightMargin = points(print.margins.right);
    }),
    page(2, ({ headersFooters }) => {
      headersFooters.state = "FirstAndDefault";
      headersFooters.defaultForAllPages.centerHeader = PAGE_NUMBER;
    }),
    page(1, (own) => (own.firstPageNumber = 1)),
    ...(area ? [page(1, (own) => own.setPrintArea(areaToA1(area)))] : []),
    ...(titleRows ? [page(1, (own) => own.setPrintTitleRows(absolute(rowsA1(titleRows.from, titleRows.to))))] : []),
    ...(titleCols ? [page(1, (own) => own.setPrintTitleColumns(absolute(columnsA1(titleCols.from, titleCols.to))))] : []),
    ...pageBreakCols.map((col) => step({ objects: 2, actions: 1 }, (sheet) => void sheet.verticalPageBreaks.add(toA1({ row: 0, col })))),
    ...pageBreakRows.map((row) => step({ objects: 2, actions: 1 }, (sheet) => void sheet.horizontalPageBreaks.add(toA1({ row, col: 0 })))),
  ];
}

/** "5:7" → "$5:$7". */
function absolute(rowsOrColumns: string): string {
  return rowsOrColumns.split(":").map((end) => `$${end}`).join(":");
}
