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
 * each sheet, since annexes are (decree 30/2020/NĐ-CP, appendix I, parts I.6 and III.1).
 */
export function pageSteps(print: PrintSpec): Step[] {
  const breaks = print.pageBreakCols ?? [];
  const rows = print.pageBreakRows ?? [];
  const count = breaks.length + rows.length;
  return [
    step({ objects: 4 + count, actions: 14 + count }, (sheet) => {
      const page = sheet.pageLayout;
      page.orientation = print.orientation === "portrait" ? "Portrait" : "Landscape";
      page.paperSize = "A4";
      page.zoom = print.percent === undefined ? { horizontalFitToPages: print.pagesWide, verticalFitToPages: 0 } : { scale: print.percent };
      page.topMargin = points(print.margins.top);
      page.bottomMargin = points(print.margins.bottom);
      page.leftMargin = points(print.margins.left);
      page.rightMargin = points(print.margins.right);
      page.headersFooters.state = "FirstAndDefault";
      page.headersFooters.defaultForAllPages.centerHeader = PAGE_NUMBER;
      page.firstPageNumber = 1;
      if (print.area) page.setPrintArea(areaToA1(print.area));
      if (print.titleRows) page.setPrintTitleRows(absolute(rowsA1(print.titleRows.from, print.titleRows.to)));
      if (print.titleCols) page.setPrintTitleColumns(absolute(columnsA1(print.titleCols.from, print.titleCols.to)));
      for (const col of breaks) sheet.verticalPageBreaks.add(toA1({ row: 0, col }));
      for (const row of rows) sheet.horizontalPageBreaks.add(toA1({ row, col: 0 }));
    }),
  ];
}

/** "5:7" → "$5:$7". */
function absolute(rowsOrColumns: string): string {
  return rowsOrColumns.split(":").map((end) => `$${end}`).join(":");
}
