import type { Area, SheetArea } from "../../sheet";
import type { Engine } from "../engine";
import { type Shift, shiftArea, watchShifts } from "./shift";

/** Cells of a sheet by its id, so that a renamed sheet keeps them. */
export interface SheetCells {
  readonly sheetId: string;
  readonly area: Area;
}

export interface SeriesRecord {
  name: string;
  values: SheetCells | null;
  categories: SheetCells | null;
}

/** A chart: the engine draws none, so that it is kept here to be saved. */
export interface ChartRecord {
  readonly id: string;
  name: string;
  /** As in Excel's API: "ColumnClustered", "Doughnut" … */
  type: string;
  title: string | null;
  legend: { visible: boolean; position: string };
  series: SeriesRecord[];
  /** The cells that it covers; null until it was placed. */
  at: Area | null;
}

/** How a sheet prints: the engine does not know it. Margins are points. */
export interface PageRecord {
  orientation: "Portrait" | "Landscape";
  /** Null: pages are counted on from the sheet before. */
  firstPageNumber: number | null;
  paperSize: string | null;
  zoom: { readonly scale?: number; readonly horizontalFitToPages?: number; readonly verticalFitToPages?: number };
  margins: { top: number; bottom: number; left: number; right: number; header: number; footer: number };
  centerHorizontally: boolean;
  centerVertically: boolean;
  printArea: Area | null;
  /** 0-based, both included. */
  titleRows: { readonly from: number; readonly to: number } | null;
  titleColumns: { readonly from: number; readonly to: number } | null;
  /** "&P" and the like, by place. */
  headersFooters: { state: string; readonly texts: Map<string, string> };
  /** First rows and columns of new pages, 0-based. */
  rowBreaks: number[];
  columnBreaks: number[];
}

export interface SheetRecord {
  readonly charts: ChartRecord[];
  readonly page: PageRecord;
  /** The password of the protection ("" for none); null where the sheet is not protected. */
  protection: { readonly password: string } | null;
}

/** What Excel keeps of a workbook and the engine does not, by sheet id. */
export type Records = Map<string, SheetRecord>;

/** Excel's own margins of a new sheet, in points. */
const MARGINS = { top: 54, bottom: 54, left: 50.4, right: 50.4, header: 21.6, footer: 21.6 } as const;

export function newSheetRecord(): SheetRecord {
  return {
    charts: [],
    page: {
      orientation: "Portrait",
      firstPageNumber: null,
      paperSize: null,
      zoom: { scale: 100 },
      margins: { ...MARGINS },
      centerHorizontally: false,
      centerVertically: false,
      printArea: null,
      titleRows: null,
      titleColumns: null,
      headersFooters: { state: "Default", texts: new Map() },
      rowBreaks: [],
      columnBreaks: [],
    },
    protection: null,
  };
}

const kept = new WeakMap<Engine, Records>();

/** The records of a workbook: one set, however many frames look at it. They move with the cells from the first call on. */
export function recordsOf(engine: Engine): Records {
  const known = kept.get(engine);
  if (known) return known;
  const records: Records = new Map();
  kept.set(engine, records);
  watchShifts(engine, (sheetId, shift) => shiftRecords(records, sheetId, shift));
  return records;
}

function shiftRecords(records: Records, sheetId: string, shift: Shift): void {
  for (const record of records.values()) {
    for (const series of record.charts.flatMap((chart) => chart.series)) {
      series.values = movedCells(series.values, sheetId, shift);
      series.categories = movedCells(series.categories, sheetId, shift);
    }
  }
  const own = records.get(sheetId);
  if (!own) return;
  for (const chart of own.charts) if (chart.at) chart.at = shiftArea(chart.at, shift) ?? chart.at;
  const { page } = own;
  if (page.printArea) page.printArea = shiftArea(page.printArea, shift);
  if (shift.axis === "row") {
    page.titleRows = movedLines(page.titleRows, shift);
    page.rowBreaks = page.rowBreaks.map((at) => (at >= shift.at ? Math.max(shift.at, at + shift.count) : at));
  } else {
    page.titleColumns = movedLines(page.titleColumns, shift);
    page.columnBreaks = page.columnBreaks.map((at) => (at >= shift.at ? Math.max(shift.at, at + shift.count) : at));
  }
}

function movedCells(cells: SheetCells | null, sheetId: string, shift: Shift): SheetCells | null {
  if (cells?.sheetId !== sheetId) return cells;
  const area = shiftArea(cells.area, shift);
  return area && { sheetId, area };
}

function movedLines<T extends { readonly from: number; readonly to: number }>(
  lines: T | null, shift: Shift,
): { from: number; to: number } | null {
  if (!lines) return null;
  const moved = shiftArea({ row: lines.from, rows: lines.to - lines.from + 1, col: 0, cols: 1 }, { ...shift, axis: "row" });
  return moved && { from: moved.row, to: moved.row + moved.rows - 1 };
}

/** The record of a sheet, made when first asked for. */
export function sheetRecord(engine: Engine, sheetId: string): SheetRecord {
  const records = recordsOf(engine);
  const record = records.get(sheetId) ?? newSheetRecord();
  records.set(sheetId, record);
  return record;
}

/** Where cells of a record are now, by sheet name; null where the sheet is gone. */
export function placeOf(engine: Engine, cells: SheetCells): SheetArea | null {
  const sheet = engine.workbook.getSheetBySheetId(cells.sheetId);
  return sheet ? { sheet: sheet.getSheetName(), area: cells.area } : null;
}
