import { derived, originOf, type Span, type Traced } from "../../base";
import { layoutsOf, type Layout, type LayoutColumn, type LayoutLine } from "../../reading";
import type { SheetSnapshot } from "../../sheet";
import type { DocumentTable, Paragraph, TextDocument } from "../document/document";

/** A table of the document, laid out as a sheet would be. */
export interface Grid {
  readonly layout: Layout;
  /** The first row of the table. */
  readonly first: Paragraph;
  /** What stands in a cell; blank where the row has none. */
  readonly textAt: (line: LayoutLine, column: LayoutColumn) => string;
  /** From the first to the last of some cells of a row, in the text as given; null where none of them is there. */
  readonly spanOf: (line: LayoutLine, columns: readonly LayoutColumn[]) => Span | null;
}

/** As many paragraphs above a table may name it and say its unit. */
const MOST_ABOVE = 3;
const LONGEST_ABOVE = 200;
/** Wider rows are no table that people write. */
const MOST_COLUMNS = 60;

/** The tables of a document that have lines under a head, in the order of the text; what people typed never makes it throw. */
export const gridsOf = derived((document: TextDocument): readonly Grid[] => document.tables.flatMap((table) => gridsIn(document, table)));

function gridsIn({ paragraphs }: TextDocument, { rows }: DocumentTable): Grid[] {
  const [first] = rows;
  const cols = rows.reduce((most, { cells }) => Math.max(most, cells?.length ?? 0), 0);
  if (!first || cols > MOST_COLUMNS) return [];
  const titles = titlesAbove(paragraphs, first.index);
  const sheet: readonly (readonly (Traced | null)[])[] = [
    ...titles.map(({ text }) => [text]),
    ...rows.map(({ cells }) => cells ?? []),
  ];
  const cellAt = (row: number, col: number): Traced | null => sheet[row]?.[col] ?? null;
  const values = sheet.map((_, row) => Array.from({ length: cols }, (_none, col) => plain(cellAt(row, col)?.text ?? "") || null));
  const snapshot: SheetSnapshot = {
    sheet: "", area: { row: 0, col: 0, rows: values.length, cols },
    values, formulas: values.map((row) => row.map(() => null)), unevaluated: [],
  };
  return layoutsOf(snapshot, []).map((layout): Grid => ({
    layout, first,
    textAt: ({ row }, { col }) => plain(cellAt(row, col)?.text ?? ""),
    spanOf: ({ row }, columns) => spanOver(columns.map(({ col }) => cellAt(row, col))),
  }));
}

const plain = (text: string): string => text.replace(/\s+/gu, " ").trim();

function spanOver(cells: readonly (Traced | null)[]): Span | null {
  const spans = cells.flatMap((cell) => {
    const text = cell?.text ?? "";
    const from = text.length - text.trimStart().length;
    return cell && text.trim() !== "" ? [originOf(cell, from, text.trimEnd().length)] : [];
  });
  return spans.length === 0 ? null : [Math.min(...spans.map(([from]) => from)), Math.max(...spans.map(([, to]) => to))];
}

function titlesAbove(paragraphs: readonly Paragraph[], index: number): Paragraph[] {
  const titles: Paragraph[] = [];
  for (let at = index - 1; at >= 0 && titles.length < MOST_ABOVE; at -= 1) {
    const paragraph = paragraphs[at];
    if (!paragraph || paragraph.cells !== null || paragraph.text.text.length > LONGEST_ABOVE) break;
    titles.unshift(paragraph);
    if (paragraph.isHeading) break;
  }
  return titles;
}

/** What a column is called: its heads from top to bottom. */
export const headOf = ({ path }: LayoutColumn): string => path.join(" ").toLowerCase();

/** The column of the names of lines; undefined where there is none. */
export const labelColumn = ({ layout }: Grid): LayoutColumn | undefined => layout.columns.find(({ kind }) => kind === "label");

/** The number in a cell as the notation of the whole table has it; null for words and blanks. */
export function numberIn({ layout }: Grid, line: LayoutLine, column: LayoutColumn): number | null {
  const { columns, numbers } = layout;
  const at = (placesOf(layout).get(line) ?? -1) * columns.length + columns.indexOf(column);
  const value = numbers.values[at];
  return numbers.holds[at] === NUMBER && value !== undefined && Number.isFinite(value) ? value : null;
}

/** The place of each line: to look for a line at each of its cells takes a long table the square of its lines. */
const placesOf = derived(({ lines }: Layout): ReadonlyMap<LayoutLine, number> => new Map(lines.map((line, place) => [line, place])));

const NUMBER = 1;
