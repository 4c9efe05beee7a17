import type { Area } from "../sheet";
import type { Json } from "./bridge/wire";
import { type Shift, shiftArea } from "./bridge/shift";

/** Cells of a sheet by its id, so that a renamed sheet keeps them. */
export interface SheetCells {
  readonly sheetId: string;
  readonly area: Area;
}

export interface SeriesRecord {
  /** Within its chart. */
  readonly id: string;
  readonly name: string;
  readonly values: SheetCells | null;
  readonly categories: SheetCells | null;
  /** How it or one of its points was made to look, by property: kept to be asked for, a saved file has looks of its own. */
  readonly looks: Readonly<Record<string, Json>>;
}

/** A chart: the engine knows none, so that it is kept here to be drawn and saved. */
export interface ChartRecord {
  readonly id: string;
  readonly name: string;
  /** As in Excel's API: "ColumnClustered", "Doughnut" … */
  readonly type: string;
  readonly title: string | null;
  /** Its alternative text; the title where it is absent. */
  readonly alt?: string;
  readonly legend: { readonly visible: boolean; readonly position: string };
  /** How the category axis lies. */
  readonly axis: { readonly reversed: boolean; readonly position: string };
  readonly series: readonly SeriesRecord[];
  /** The cells that it covers; null until it was placed. */
  readonly at: Area | null;
}

/** 0-based, both included. */
export interface Lines {
  readonly from: number;
  readonly to: number;
}

/** How a sheet prints: the engine does not know it. Margins are points. */
export interface PageRecord {
  readonly orientation: "Portrait" | "Landscape";
  /** Null: pages are counted on from the sheet before. */
  readonly firstPageNumber: number | null;
  readonly paperSize: string | null;
  readonly zoom: { readonly scale?: number; readonly horizontalFitToPages?: number; readonly verticalFitToPages?: number };
  readonly margins: Readonly<Record<"top" | "bottom" | "left" | "right" | "header" | "footer", number>>;
  readonly centerHorizontally: boolean;
  readonly centerVertically: boolean;
  readonly printArea: Area | null;
  readonly titleRows: Lines | null;
  readonly titleColumns: Lines | null;
  /** "&P" and the like, by place. */
  readonly headersFooters: {
    readonly state: string;
    readonly texts: Readonly<Record<string, string>>;
    readonly keepsSize?: true;
    readonly keepsMargins?: true;
  };
  /** First rows and columns of new pages, 0-based. */
  readonly rowBreaks: readonly number[];
  readonly columnBreaks: readonly number[];
  /** It was read from a file, and is saved as it is; `paper` is the number that .xlsx has for its size, where Excel's API has no name. */
  readonly ofFile?: { readonly paper: number | null };
}

/** What Excel keeps of a sheet and the engine does not: plain JSON, changed by mutations alone. */
export interface SheetRecord {
  readonly charts: readonly ChartRecord[];
  readonly page: PageRecord;
  /** What is kept of the password of the protection ("" for none); null where the sheet is not protected. */
  readonly protection: { readonly verifier: string } | null;
}

/** What Excel keeps of a workbook as a whole and the engine does not. */
export interface BookRecord {
  /** Its file is set to calculate by hand: the page calculates all the same, and a saved file is set as it was. */
  readonly byHand: boolean;
  /** The title among the properties of its file; "" for none. */
  readonly title: string;
}

export const NEW_BOOK_RECORD: BookRecord = { byHand: false, title: "" };

/** The records of a workbook by sheet id; those of deleted sheets stay, as a deletion may be undone. */
export type Records = ReadonlyMap<string, SheetRecord>;

/** What a sheet has of which nobody changed anything; the margins are Excel's own, in points. */
export const NEW_SHEET_RECORD: SheetRecord = {
  charts: [],
  page: {
    orientation: "Portrait",
    firstPageNumber: null,
    paperSize: null,
    zoom: { scale: 100 },
    margins: { top: 54, bottom: 54, left: 50.4, right: 50.4, header: 21.6, footer: 21.6 },
    centerHorizontally: false,
    centerVertically: false,
    printArea: null,
    titleRows: null,
    titleColumns: null,
    headersFooters: { state: "Default", texts: {} },
    rowBreaks: [],
    columnBreaks: [],
  },
  protection: null,
};

/** A record after rows or columns of the sheet `shifted` came or went; `sheetId` is whose record it is. */
export function shiftRecord(record: SheetRecord, sheetId: string, shifted: string, shift: Shift): SheetRecord {
  const own = sheetId === shifted;
  return {
    ...record,
    charts: record.charts.map((chart) => ({
      ...chart,
      at: own && chart.at ? (shiftArea(chart.at, shift) ?? chart.at) : chart.at,
      series: chart.series.map((series) => ({
        ...series,
        values: movedCells(series.values, shifted, shift),
        categories: movedCells(series.categories, shifted, shift),
      })),
    })),
    page: own ? shiftPage(record.page, shift) : record.page,
  };
}

function shiftPage(page: PageRecord, shift: Shift): PageRecord {
  const moved = { ...page, printArea: page.printArea && shiftArea(page.printArea, shift) };
  return shift.axis === "row"
    ? { ...moved, titleRows: movedLines(page.titleRows, shift), rowBreaks: movedBreaks(page.rowBreaks, shift) }
    : { ...moved, titleColumns: movedLines(page.titleColumns, shift), columnBreaks: movedBreaks(page.columnBreaks, shift) };
}

function movedBreaks(breaks: readonly number[], { at, count }: Shift): number[] {
  return [...new Set(breaks.map((line) => (line >= at ? Math.max(at, line + count) : line)))];
}

function movedCells(cells: SheetCells | null, sheetId: string, shift: Shift): SheetCells | null {
  if (cells?.sheetId !== sheetId) return cells;
  const area = shiftArea(cells.area, shift);
  return area && { sheetId, area };
}

function movedLines(lines: Lines | null, shift: Shift): Lines | null {
  if (!lines) return null;
  const moved = shiftArea({ row: lines.from, rows: lines.to - lines.from + 1, col: 0, cols: 1 }, { ...shift, axis: "row" });
  return moved && { from: moved.row, to: moved.row + moved.rows - 1 };
}
