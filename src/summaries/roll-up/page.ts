import type { FoundCounts } from "../../i18n/roll-up-types";
import type { Words } from "../../i18n";
import type { Area, CellInput, CellStyle, SheetSpec } from "../../sheet";
import { COLOURS, FONT, MARGINS, SIZE, heightFor, roomOf, rowBreaks, scaleOf } from "../../templates";
import { Rows } from "../rows";

/** A column of a sheet of ours. */
export interface PageColumn {
  /** Over it; neighbours with the same upper words share them. Null: the lower words stand over both rows. */
  readonly upper: string | null;
  readonly lower: string;
  readonly width: number;
  readonly align?: CellStyle["align"];
  readonly numberFormat?: string;
  /** Its words are never bold or slanted, whatever their row is. */
  readonly plain?: boolean;
}

export interface PageRow {
  readonly cells: readonly CellInput[];
  readonly style?: CellStyle;
  /** It belongs to the row above and goes to a new page with it. */
  readonly under?: boolean;
}

export interface Page {
  readonly name: string;
  readonly title: string;
  /** Under the title, each over the whole width. */
  readonly lines: readonly string[];
  /** At the right over the table. */
  readonly caption: string | null;
  readonly columns: readonly PageColumn[];
  readonly rows: readonly PageRow[];
  /** Columns that stay in sight, from the left. */
  readonly kept: number;
}

/** What stands under every title: the day, how many units have the table, what the checks found. */
export function under(words: Words, date: string, found: FoundCounts, more: readonly string[]): string[] {
  return [words.rollUp.madeOn(date), ...more, words.rollUp.found(found)];
}

const BODY: CellStyle = { border: true, valign: "center", wrap: true };
const HEAD: CellStyle = { ...BODY, bold: true, align: "center", fill: COLOURS.head, numberFormat: "@" };

/** A sheet in the form of our tables: A4 across, the heads repeated on each page. */
export function pageSheet({ name, title, lines, caption, columns, rows: body, kept }: Page): SheetSpec {
  const rows = new Rows(columns.length);
  const width = columns.reduce((sum, one) => sum + one.width, 0);
  const across = (text: string, size: number): number => heightFor([{ text, width: width * 0.85 }], size);
  rows.line(title, { bold: true, size: SIZE.title, align: "center", valign: "center", wrap: true }, across(title, SIZE.title));
  for (const [index, line] of lines.entries())
    rows.line(
      line,
      {
        size: SIZE.text,
        italic: true,
        bold: false,
        align: "center",
        valign: "center",
        wrap: true,
        ...(index === 0 ? {} : { italic: false }),
      },
      across(line, SIZE.text),
    );
  if (caption === null) rows.blank();
  else rows.line(caption, { size: SIZE.text, italic: true, align: "right" });
  const head = addHead(rows, columns);
  const first = rows.next;
  for (const { cells, style } of body)
    rows.add(
      cells, style,
      heightFor(
        cells.flatMap((cell, col) => (typeof cell === "string" ? [{ text: cell, width: columns[col]?.width ?? 1 }] : [])),
        SIZE.table,
      ),
    );
  const all: Area = { row: 0, col: 0, rows: rows.next, cols: columns.length };
  const columnStyles = columns.flatMap(({ align, numberFormat }, col) => {
    const style = { ...(align ? { align } : {}), ...(numberFormat ? { numberFormat } : {}) };
    return body.length > 0 && Object.keys(style).length > 0 ? [{ area: { row: first, col, rows: body.length, cols: 1 }, style }] : [];
  });
  const plain = columns.flatMap((one, col) =>
    one.plain && body.length > 0 ? [{ area: { row: first, col, rows: body.length, cols: 1 }, style: { bold: false, italic: false } }] : [],
  );
  const whole = body.length > 0 ? [{ area: { row: first, col: 0, rows: body.length, cols: columns.length }, style: BODY }] : [];
  return {
    name,
    cells: rows.cells,
    columns: columns.map((one) => ({ width: one.width })),
    rowHeights: rows.heights,
    styles: [{ area: all, style: { font: FONT, size: SIZE.table } }, ...whole, ...columnStyles, ...rows.styles, ...plain],
    merges: rows.merges,
    names: [],
    freeze: { rows: first, cols: kept },
    validations: [],
    conditionalFormats: [],
    print: {
      orientation: "landscape",
      pagesWide: 1,
      margins: MARGINS,
      area: all,
      titleRows: { from: head, to: first - 1 },
      ...pagesOf(rows, head, first, body, columns.map((one) => one.width)),
    },
    charts: [],
  };
}

/** New pages before rows with those under them, where they would be cut; nothing where no row has others under it. */
function pagesOf(
  { heights }: Rows, head: number, first: number, body: readonly PageRow[], widths: readonly number[],
): Pick<SheetSpec["print"], "percent" | "pageBreakRows"> {
  const glued = body.map(({ under: below }) => below ?? false);
  if (!glued.some(Boolean)) return {};
  const percent = scaleOf(widths);
  return { percent, pageBreakRows: rowBreaks({ heights, head, body: first, glued, room: roomOf(percent) }) };
}

/** One or two rows of heads; returns the first. */
function addHead(rows: Rows, columns: readonly PageColumn[]): number {
  const two = columns.some(({ upper }) => upper !== null);
  const heightOf = (texts: readonly (readonly [string, number])[]): number =>
    Math.max(22, heightFor(texts.map(([text, width]) => ({ text, width: width * 0.85 })), SIZE.table));
  const shared = columns.filter(({ upper }) => upper !== null);
  const alone = columns.filter(({ upper }) => upper === null);
  const lowerHeight = heightOf(shared.map((one) => [one.lower, one.width] as const));
  const both = heightOf(alone.map((one) => [one.lower, one.width] as const));
  if (!two) return rows.add(columns.map(({ lower }) => lower), HEAD, both);
  const upper = rows.add(
    columns.map(({ upper: words, lower }, col) => (words === null ? lower : columns[col - 1]?.upper === words ? null : words)),
    HEAD, Math.max(22, both - lowerHeight),
  );
  rows.add(columns.map(({ upper: words, lower }) => (words === null ? null : lower)), HEAD, lowerHeight);
  for (let col = 0; col < columns.length; col++) {
    const words = columns[col]?.upper ?? null;
    let cols = 1;
    if (words !== null) while (columns[col + cols]?.upper === words) cols++;
    if (words === null || cols > 1) rows.merges.push({ row: upper, col, rows: words === null ? 2 : 1, cols });
    col += cols - 1;
  }
  return upper;
}
