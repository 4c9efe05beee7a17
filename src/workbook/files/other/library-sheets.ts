import type { Range, WorkBook, WorkSheet } from "@e965/xlsx";
import { DAYS_TO_1904 } from "../../../base";
import { MAX_COLS, parseAreaA1, type Area } from "../../../sheet";
import { shownWidth, type StoredName, type StoredSheet } from "../../xlsx";
import { cellsOf } from "./library-cells";
import type { OdsLayout, OdsSheet } from "./ods-layout";
import type { OleFilters } from "./ole";
import type { OtherSheet } from "./other-book";

/** What has been read of a file beside the library, which does not tell it. */
export interface Beside {
  readonly ods?: OdsLayout;
  readonly ole?: OleFilters;
}

/** The sheets of cells, in their order; charts, dialogs and macros hold none. */
export function sheetsOf(book: WorkBook, from1904: boolean, beside: Beside): OtherSheet[] {
  const ods = beside.ods?.sheets;
  const filters = filterAreas(book);
  return book.SheetNames.flatMap((name, index): OtherSheet[] => {
    const sheet = book.Sheets[name];
    if (!sheet || (sheet["!type"] ?? "sheet") !== "sheet" || ods?.[index]?.outside) return [];
    const state = book.Workbook?.Sheets?.[index]?.Hidden ?? 0;
    // of a .xlsb nobody tells
    const atWork = beside.ole?.filtered.has(index) ?? true;
    const shift = from1904 ? DAYS_TO_1904 : 0;
    const { cells, formats, dates } = cellsOf(sheet, { part: name, shift, formulas: ods?.[index]?.formulas });
    const last = Math.max(0, ...[...cells.keys()].map((key) => Math.floor(key / MAX_COLS)));
    return [{
      sheet: {
        name, cells, dates, tables: [],
        visible: ods ? ods[index]?.visible !== false : state === 0,
        ...(state === 2 ? { veryHidden: true as const } : {}),
        merges: (sheet["!merges"] ?? []).map(areaOf),
        ...(ods ? odsHidden(ods[index], last) : hiddenOf(sheet, atWork ? (filters.get(index) ?? []) : [])),
      },
      formats,
      widths: sheet["!cols"] ? sheet["!cols"].map((col) => shownWidth(col?.width)) : null,
    }];
  });
}

type Hidden = Pick<StoredSheet, "hiddenRows" | "hiddenCols" | "filtered">;

/** Rows that a filter has hidden are not told from others: those in its area count as its own. */
function hiddenOf(sheet: WorkSheet, filters: readonly Area[]): Hidden {
  const rows = (sheet["!rows"] ?? []).flatMap((row, at) => (row?.hidden || row?.hpt === 0 ? [at] : []));
  const cols = (sheet["!cols"] ?? []).flatMap((col, at) => (col?.hidden || col?.width === 0 ? [{ from: at, to: at }] : []));
  // the head of the area stays in sight
  const filtered = filters.filter((area) => area.rows > 1).map((area) => ({ ...area, row: area.row + 1, rows: area.rows - 1 }));
  return { hiddenRows: new Set(rows), hiddenCols: cols, filtered };
}

function odsHidden(sheet: OdsSheet | undefined, last: number): Hidden {
  const rows = (sheet?.rows ?? []).map(({ from, to, filtered }) => ({ from, to: Math.min(to, last), filtered }));
  return {
    hiddenRows: new Set(rows.flatMap(({ from, to }) => Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at))),
    hiddenCols: sheet?.cols ?? [],
    filtered: rows
      .filter(({ from, to, filtered }) => filtered && to >= from)
      .map(({ from, to }) => ({ row: from, col: 0, rows: to - from + 1, cols: MAX_COLS })),
  };
}

/** A filter keeps its area as a name that nobody sees, by the sheet that it belongs to. */
function filterAreas(book: WorkBook): Map<number, Area[]> {
  const areas = new Map<number, Area[]>();
  for (const { Name, Ref, Sheet } of book.Workbook?.Names ?? []) {
    if (/_FilterDatabase$/i.test(Name) && Sheet !== undefined) areas.set(Sheet, areasIn(Ref.slice(Ref.lastIndexOf("!") + 1)));
  }
  return areas;
}

function areasIn(text: string): Area[] {
  const area = parseAreaA1(text.replaceAll("$", ""));
  return area ? [area] : [];
}

function areaOf({ s, e }: Range): Area {
  return { row: s.r, col: s.c, rows: e.r - s.r + 1, cols: e.c - s.c + 1 };
}

const SIGNS: ReadonlyMap<string, string> = new Map([["&apos;", "'"], ["&quot;", '"'], ["&lt;", "<"], ["&gt;", ">"], ["&amp;", "&"]]);

/** The defined names; of an .ods the library leaves them as its XML writes them. */
export function namesOf(book: WorkBook): StoredName[] {
  return (book.Workbook?.Names ?? []).map(({ Name, Ref, Sheet }) => ({
    name: Name,
    scope: Sheet === undefined ? null : (book.SheetNames[Sheet] ?? null),
    refersTo: Ref.replace(/^=/, "").replace(/&(?:apos|quot|lt|gt|amp);/g, (sign) => SIGNS.get(sign) ?? sign),
  }));
}
