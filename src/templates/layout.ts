import type {
  Area, CellInput, CellStyle, ConditionalFormatSpec, NameSpec, PrintSpec, SheetSpec, StyledArea, ValidationSpec,
} from "../sheet";
import { issuerOf, type Plan } from "../plan";
import type { TablePlace } from "./choices";
import type { ColumnKey } from "./keys";
import { KEPT_WIDTH, MARGINS, PAGE_WIDTH, millimetresOf, roomOf, rowBreaks } from "./pages";
import type { TemplateWords } from "./words";

/** Nghị định 30/2020/NĐ-CP, Phụ lục I: Times New Roman, 13–14 points; tables are set one size smaller. */
export const FONT = "Times New Roman";
export const SIZE = { title: 14, text: 13, table: 12 } as const;
export const COLOURS = {
  head: "#DDEBF7",
  input: "#FFFBE6",
  group: "#F2F2F2",
  wrong: "#F8CBAD",
  odd: "#FFE699",
  met: "#E2EFDA",
  closed: "#EDEDED",
} as const;
/** Largest amount that a cell takes: đồng beyond it are no longer exact in a spreadsheet. */
export const LARGEST = 9_000_000_000_000_000;

/**
 * A column of a table: its width in characters, and the head over it: two lines, the upper one shared by neighbours with the same words.
 */
export interface Column {
  readonly key: ColumnKey;
  readonly width: number;
  readonly upper: string;
  readonly lower: string | null;
  /** What stands in the column-number row. */
  readonly rule: string;
  readonly hidden?: boolean;
}

export interface Heading {
  readonly title: string;
  readonly lines: readonly string[];
  /** At the right, over the table; null where the table needs none. */
  readonly caption: string | null;
}

/** Rows of a heading and head: the body begins at `body`. */
export interface Frame {
  readonly caption: number;
  readonly head: number;
  readonly body: number;
}

/**
 * The heading of a table as an annex of its plan (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục III): the annex and the title in one cell,
 * the plan, and what it is attached to.
 */
export function headingOf(plan: Plan, { annex }: TablePlace, title: string, caption: string | null, words: TemplateWords): Heading {
  return {
    title: `${words.annex(annex ?? null)}\n${title}`,
    lines: [plan.title, words.attachedTo({ ...plan, issuer: issuerOf(plan) })],
    caption,
  };
}

export function frameOf(heading: Heading): Frame {
  const caption = 1 + heading.lines.length;
  return { caption, head: caption + 1, body: caption + 4 };
}

export function column(row: number, rows: number, col: number): Area {
  return { row, col, rows, cols: 1 };
}

/**
 * The heading over the first `page` columns, the two-row head and the column-number row of a table: cells, merges and styles.
 * A head that neighbours share is written anew where one of `breaks` begins a printed page. `first` is the heading's first
 * column: columns that are repeated on each page would repeat a piece of it.
 */
export function headOf(
  heading: Heading, columns: readonly Column[], page = columns.length, breaks: readonly number[] = [], first = 0,
): { cells: CellInput[][]; merges: Area[]; styles: StyledArea[] } {
  const { caption, head, body } = frameOf(heading);
  const hidden = columns.findIndex((one) => one.hidden);
  const wide = Math.min(page, hidden === -1 ? columns.length : hidden);
  const blank = (): CellInput[] => columns.map(() => null);
  const lead = (text: string | null): CellInput[] => blank().map((_, index) => (index === first ? text : null));

  const cells: CellInput[][] = [
    lead(heading.title), ...heading.lines.map(lead), lead(heading.caption), blank(), blank(), columns.map(({ rule }) => rule),
  ];
  const merges: Area[] = Array.from({ length: caption + 1 }, (_, row) => ({ row, col: first, rows: 1, cols: wide - first }));
  const upper = cells[head] ?? [];
  const lower = cells[head + 1] ?? [];
  for (let col = 0; col < columns.length; ) {
    const { upper: words, lower: below } = columns[col] as Column;
    upper[col] = words;
    if (below === null) {
      merges.push({ row: head, col, rows: 2, cols: 1 });
      col++;
      continue;
    }
    const from = col;
    do lower[col] = columns[col]?.lower ?? null;
    while (columns[++col]?.upper === words && columns[col]?.lower !== null && !breaks.includes(col));
    if (col - from > 1) merges.push({ row: head, col: from, rows: 1, cols: col - from });
  }

  const across = (row: number, rows: number): Area => ({ row, col: 0, rows, cols: columns.length });
  const styles: StyledArea[] = [
    { area: across(0, 1), style: { size: SIZE.title, bold: true, align: "center", valign: "center", wrap: true } },
    ...heading.lines.map((_, index) => ({
      area: across(index + 1, 1),
      style: { size: SIZE.text, italic: index > 0, bold: index === 0, align: "center", valign: "center", wrap: true } satisfies CellStyle,
    })),
    { area: across(caption, 1), style: { size: SIZE.text, italic: true, align: "right" } },
    {
      area: across(head, 2),
      style: {
        size: SIZE.table,
        bold: true,
        align: "center",
        valign: "center",
        wrap: true,
        border: true,
        fill: COLOURS.head,
        numberFormat: "@",
      },
    },
    { area: across(body - 1, 1), style: { size: SIZE.table - 1, italic: true, align: "center", border: true, numberFormat: "@" } },
  ];
  return { cells, merges, styles };
}

function millimetres(columns: readonly Column[]): number {
  return millimetresOf(columns.flatMap(({ width, hidden }) => (hidden ? [] : [width])));
}

/** A table that would be set smaller than this is cut into blocks of columns, a page each: 7 points are still read. */
const LEAST_PERCENT = 56;

/**
 * The columns that begin a new page, so that a landscape page takes each block of columns and the `repeated` first ones in a
 * size that can be read; none where one page takes all. No more pages than needed, about equally wide; columns with a common
 * head stay together where a page takes them, and the first of several that are cut goes with the others.
 */
export function pageBreaks(columns: readonly Column[], repeated: number): number[] {
  const head = millimetres(columns.slice(0, repeated));
  const cut = (room: number): number[] => {
    let used = 0;
    return columns.flatMap((one, col) => {
      if (col < repeated || one.hidden) return [];
      const width = millimetres([one]);
      const fits = used === 0 || used + width <= room;
      used = fits ? used + width : width;
      return fits ? [] : [col];
    });
  };
  const most = (PAGE_WIDTH.landscape * KEPT_WIDTH * 100) / LEAST_PERCENT - head;
  let room = most;
  let breaks = cut(room);
  for (let tighter = breaks; room > 0 && tighter.length > 0 && tighter.length === breaks.length; tighter = cut((room -= 5)))
    breaks = tighter;
  const upper = (col: number): string | undefined => columns[col]?.upper;
  const shares = (col: number): boolean => upper(col - 1) === upper(col) && columns[col]?.lower !== null;
  const pages: number[] = [];
  breaks.forEach((col, index) => {
    let end = col;
    while (shares(end)) end += 1;
    const last = breaks[index + 1] ?? columns.length;
    const fits = end < last && millimetres(columns.slice(pages.at(-1) ?? repeated, end)) <= most;
    pages.push(fits ? end : col - 1 > repeated && shares(col) && !shares(col - 1) ? col - 1 : col);
  });
  return pages;
}

/** What is repeated and kept together on the pages of a table. */
export interface Paging {
  /** The columns that begin a page, and how many of the first are repeated on each. */
  readonly breaks: readonly number[];
  readonly repeated: number;
  readonly heights: SheetSpec["rowHeights"];
  /** Of each row of the body: whether it stays with the row above, as the first row of a group does with its heading. */
  readonly glued: readonly boolean[];
}

/** A4, landscape where the table is wider than a portrait page takes, the head and the first columns repeated on each page. */
export function printOf(columns: readonly Column[], frame: Frame, { breaks, repeated, heights, glued }: Paging): PrintSpec {
  const pages = [0, ...breaks].map((from, index) => columns.slice(from, breaks[index] ?? columns.length));
  const widest = Math.max(...pages.map((page, index) => millimetres(index === 0 ? page : [...columns.slice(0, repeated), ...page])));
  const orientation = widest > PAGE_WIDTH.portrait * 1.15 ? "landscape" : "portrait";
  const percent = Math.max(40, Math.min(100, Math.floor((PAGE_WIDTH[orientation] / widest) * KEPT_WIDTH * 100)));
  const rows = rowBreaks({ heights, head: frame.head, body: frame.body, glued, room: roomOf(percent, orientation) });
  return {
    orientation,
    pagesWide: 1,
    titleRows: { from: frame.head, to: frame.body - 1 },
    // a page that is made to fit takes no breaks of rows
    ...(breaks.length + rows.length > 0 ? { percent } : {}),
    ...(breaks.length > 0 ? { titleCols: { from: 0, to: repeated - 1 }, pageBreakCols: breaks } : {}),
    ...(rows.length > 0 ? { pageBreakRows: rows } : {}),
    margins: MARGINS,
  };
}

/** Points that a row needs for its longest wrapped text; generous, since a screen without Times New Roman sets wider letters. */
export function heightFor(texts: readonly { readonly text: string; readonly width: number }[], size: number): number {
  const linesOf = (text: string, room: number): number =>
    text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / room)), 0);
  const lines = Math.max(1, ...texts.map(({ text, width }) => linesOf(text, Math.max(1, width * 0.92))));
  return Math.ceil(lines * size * 1.35 + 5);
}

/** Heights of the title and the lines under it, which go across the columns from `first` up to `page`. */
export function headingHeights(
  heading: Heading, columns: readonly Column[], page = columns.length, first = 0,
): { row: number; height: number }[] {
  const width = columns.slice(first, page).reduce((sum, one) => sum + (one.hidden ? 0 : one.width), 0);
  return [heading.title, ...heading.lines].map((text, row) => ({ row, height: heightFor([{ text, width: width * 0.85 }], SIZE.title) }));
}

/** What a finished table adds to its sheet beside cells. */
export interface TableParts {
  readonly name: string;
  readonly cells: readonly (readonly CellInput[])[];
  readonly columns: readonly Column[];
  readonly rowHeights: SheetSpec["rowHeights"];
  readonly styles: readonly StyledArea[];
  readonly merges: readonly Area[];
  readonly names: readonly NameSpec[];
  readonly validations: readonly ValidationSpec[];
  readonly conditionalFormats: readonly ConditionalFormatSpec[];
  readonly print: PrintSpec;
  readonly frame: Frame;
}

export function sheetOf(parts: TableParts): SheetSpec {
  const everywhere: Area = { row: 0, col: 0, rows: parts.cells.length, cols: parts.columns.length };
  return {
    name: parts.name,
    cells: parts.cells,
    columns: parts.columns.map(({ width, hidden }) => ({ width, ...(hidden ? { hidden } : {}) })),
    rowHeights: parts.rowHeights,
    styles: [{ area: everywhere, style: { font: FONT, size: SIZE.table } }, ...parts.styles],
    merges: parts.merges,
    names: parts.names,
    freeze: { rows: parts.frame.body, cols: 2 },
    validations: parts.validations,
    conditionalFormats: parts.conditionalFormats,
    print: parts.print,
    charts: [],
  };
}
