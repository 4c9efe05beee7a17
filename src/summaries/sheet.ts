import { decimalsOf } from "../quantity";
import type { Words } from "../i18n";
import {
  formatWithDecimals, type Area, type CellInput, type CellStyle, type ConditionalFormatSpec, type SheetSpec, type StyledArea,
} from "../sheet";
import { COLOURS, FONT, MARGINS, SIZE, SUMMARY_NAME, scaleOf } from "../templates";
import { chartOf } from "./charts";
import { COLUMN, PRINTED, WIDTHS, readMark, writeMark } from "./lines";
import { lookOf } from "./looks";
import { heightOf, type Placed } from "./paper";

/** Decimals beyond these are noise of binary fractions. */
const MOST_DECIMALS = 6;

/** The sheet of placed lines: everything about it follows from them. */
export function sheetOfLines(sheet: string, lines: readonly Placed[], words: Words): SheetSpec {
  const all: Area = { row: 0, col: 0, rows: Math.max(1, lines.length), cols: WIDTHS.length };
  const runs = runsOf(lines);
  return {
    name: sheet,
    cells: lines.map((line) =>
      line.cells.map((cell, col) =>
        col === COLUMN.key ? (line.kind === "own" ? null : writeMark(line, line.page)) : col === COLUMN.data ? line.data || null : cell,
      ),
    ),
    columns: WIDTHS.map((width, col) => ({ width, ...(col >= COLUMN.key ? { hidden: true } : {}) })),
    rowHeights: lines.map(({ kind, cells }, row) => ({ row, height: heightOf(kind, cells) })),
    styles: [
      { area: all, style: { font: FONT, size: SIZE.table } },
      ...runs.flatMap(({ from, to }) => stylesOf(lines, from, to)),
      { area: { ...all, col: COLUMN.key, cols: 2 }, style: { numberFormat: "@" } },
    ],
    merges: lines.flatMap(({ kind }, row) => lookOf(kind).merges.map(([from, to]) => ({ row, col: from, rows: 1, cols: to - from + 1 }))),
    names: [
      { name: SUMMARY_NAME, area: all },
      ...WIDTHS.map((_, col) => ({ name: summaryColumnName(col), area: { ...all, col, cols: 1 } })),
    ],
    freeze: { rows: 0, cols: 0 },
    validations: [],
    conditionalFormats: statusFormats(all, words),
    print: {
      orientation: "landscape",
      pagesWide: 1,
      percent: scaleOf(WIDTHS.slice(0, PRINTED)),
      margins: MARGINS,
      area: { ...all, cols: PRINTED },
      pageBreakRows: lines.flatMap(({ page }, row) => (page && row > 0 ? [row] : [])),
    },
    charts: lines.flatMap((_, row) => chartOf(lines, row) ?? []),
  };
}

/** Columns of the summary, the hidden ones among them. */
export const SUMMARY_WIDTH = WIDTHS.length;

/** The defined name of a column of the summary, so that it is found again where people have inserted or deleted others. */
export function summaryColumnName(col: number): string {
  return `PT_summary1_c${col}`;
}

/**
 * The cells of a summary in the columns that it was made with, `null` for columns that are gone, and apart from them the columns that
 * people have inserted. `places`: where each column of ours is now, counted from the first of the read ones.
 */
export function inOwnColumns(
  cells: readonly (readonly CellInput[])[], places: ReadonlyMap<number, number>,
): { readonly own: CellInput[][]; readonly inserted: CellInput[][] } {
  const at = WIDTHS.map((_, col) => (places.size === 0 ? col : (places.get(col) ?? -1)));
  const taken = new Set(at);
  return {
    own: cells.map((row) => at.map((col) => row[col] ?? null)),
    inserted: cells.map((row) => row.filter((_, col) => !taken.has(col))),
  };
}

/** Lines of a sheet as it was read; rows that are none of ours are `own`. */
export function linesOf(cells: readonly (readonly CellInput[])[]): Placed[] {
  return cells.map((row, index): Placed => {
    const mark = readMark(String(row[COLUMN.key] ?? ""));
    const visible = WIDTHS.map((_, col) => (col < COLUMN.key ? (row[col] ?? null) : null));
    return mark
      ? { ...mark, cells: visible, data: String(row[COLUMN.data] ?? "") }
      : { kind: "own", key: `own/${index}`, page: false, cells: visible, data: "" };
  });
}

interface Run {
  readonly from: number;
  readonly to: number;
}

/** Rows of one kind that stand under each other share their styles. */
function runsOf(lines: readonly Placed[]): Run[] {
  return lines.reduce<Run[]>((runs, { kind }, row) => {
    const last = runs.at(-1);
    if (last && lines[last.from]?.kind === kind) runs[runs.length - 1] = { from: last.from, to: row };
    else runs.push({ from: row, to: row });
    return runs;
  }, []);
}

function stylesOf(lines: readonly Placed[], from: number, to: number): StyledArea[] {
  const look = lookOf(lines[from]?.kind ?? "blank");
  const under = ([first, last]: readonly [number, number], style: CellStyle): StyledArea => ({
    area: { row: from, col: first, rows: to - from + 1, cols: last - first + 1 },
    style,
  });
  const columns = look.numbers.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, index) => first + index));
  const cellsIn = (col: number): CellInput[] => lines.slice(from, to + 1).map(({ cells }) => cells[col] ?? null);
  const formats = columns.flatMap((col): StyledArea[] => {
    const cells = cellsIn(col);
    const format = look.amounts && cells.length > 0 ? formatOf(cells) : null;
    if (format) return [under([col, col], { numberFormat: format })];
    // values of many units under each other: only what is long needs its thousands apart
    return cells.flatMap((cell, index) =>
      typeof cell === "number" && Math.abs(cell) >= 1000
        ? [{ area: { row: from + index, col, rows: 1, cols: 1 }, style: { numberFormat: formatOf([cell]) ?? "General" } }]
        : [],
    );
  });
  return [...look.styles.map(({ span, style }) => under(span, style)), ...formats];
}

/** As many decimals as the column's values have, thousands apart; one for shares, which are formulas. Null where there are no numbers. */
function formatOf(cells: readonly CellInput[]): string | null {
  const numbers = cells.filter((cell): cell is number => typeof cell === "number");
  if (cells.some((cell) => typeof cell === "object" && cell !== null)) return "0.0";
  if (numbers.length === 0) return null;
  const decimals = Math.min(MOST_DECIMALS, Math.max(...numbers.map(decimalsOf)));
  return formatWithDecimals(decimals);
}

/** Native colours of the status column, so that a status that is corrected by hand is coloured, too. */
function statusFormats({ rows }: Area, { summary: { status } }: Words): ConditionalFormatSpec[] {
  const area: Area = { row: 0, col: 8, rows, cols: 1 };
  const fills = { [status.met]: COLOURS.met, [status.notMet]: COLOURS.wrong, [status.unreadable]: COLOURS.odd };
  return Object.entries(fills).map(([text, fill]) => ({ area, formula: `=$I1="${text}"`, style: { fill } }));
}
