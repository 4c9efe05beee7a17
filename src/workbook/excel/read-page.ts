import { MAX_COLS, MAX_ROWS, type PrintSpec, type SheetSpec } from "../../sheet";
import { inExcel, namingLostSheet } from "./failures";
import { areaOf, PLACE } from "./ranges";

/** Points (72 an inch of 25.4 mm) → millimetres. */
const millimetres = (points: number): number => Math.round((points * 2540) / 72) / 100;

/** How a sheet prints and what of it stays in sight, see `LiveWorkbook.page`. */
export async function readPage(sheet: string): Promise<Pick<SheetSpec, "print" | "freeze">> {
  try {
    return await inExcel({ sheet }, async (context) => {
      const { pageLayout, freezePanes, horizontalPageBreaks, verticalPageBreaks } = context.workbook.worksheets.getItem(sheet);
      pageLayout.load("orientation,zoom,topMargin,bottomMargin,leftMargin,rightMargin");
      const printed = pageLayout.getPrintAreaOrNullObject();
      printed.areas.load("items/rowIndex,items/columnIndex,items/rowCount,items/columnCount");
      const [rows, cols] = [
        pageLayout.getPrintTitleRowsOrNullObject().load(PLACE),
        pageLayout.getPrintTitleColumnsOrNullObject().load(PLACE),
      ];
      const frozen = freezePanes.getLocationOrNullObject().load(PLACE);
      const breaks = [horizontalPageBreaks.load("items/rowIndex"), verticalPageBreaks.load("items/columnIndex")] as const;
      await context.sync();
      const [area] = printed.isNullObject ? [] : printed.areas.items.map(areaOf);
      const { scale, horizontalFitToPages } = pageLayout.zoom;
      const [pageBreakRows, pageBreakCols] = [
        breaks[0].items.map(({ rowIndex }) => rowIndex),
        breaks[1].items.map(({ columnIndex }) => columnIndex),
      ];
      const print: PrintSpec = {
        orientation: pageLayout.orientation === "Landscape" ? "landscape" : "portrait",
        pagesWide: horizontalFitToPages ?? 1,
        ...(scale ? { percent: scale } : {}),
        margins: {
          top: millimetres(pageLayout.topMargin),
          bottom: millimetres(pageLayout.bottomMargin),
          left: millimetres(pageLayout.leftMargin),
          right: millimetres(pageLayout.rightMargin),
        },
        ...(rows.isNullObject ? {} : { titleRows: { from: rows.rowIndex, to: rows.rowIndex + rows.rowCount - 1 } }),
        ...(cols.isNullObject ? {} : { titleCols: { from: cols.columnIndex, to: cols.columnIndex + cols.columnCount - 1 } }),
        ...(area ? { area } : {}),
        ...(pageBreakRows.length > 0 ? { pageBreakRows } : {}),
        ...(pageBreakCols.length > 0 ? { pageBreakCols } : {}),
      };
      const { rowCount, columnCount } = frozen.isNullObject ? { rowCount: 0, columnCount: 0 } : frozen;
      return { print, freeze: { rows: rowCount === MAX_ROWS ? 0 : rowCount, cols: columnCount === MAX_COLS ? 0 : columnCount } };
    });
  } catch (error) {
    throw await namingLostSheet(error, [sheet]);
  }
}
