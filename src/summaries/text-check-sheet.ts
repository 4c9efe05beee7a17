import type { Words } from "../i18n";
import { sheetName, type Area, type SheetSpec } from "../sheet";
import { COLOURS, FONT, MARGINS, SIZE, heightFor, textCheckName } from "../templates";
import { Rows } from "./rows";

/** A figure of a text as its sheet shows it. */
export interface TextCheckRow {
  readonly verdict: keyof Words["textCheck"]["verdicts"];
  readonly figure: string;
  /** What the table says; "" where it says nothing. */
  readonly shown: string;
  readonly place: string;
  readonly what: string;
  readonly sentence: string;
}

const HEAD = { bold: true, align: "center", valign: "center", wrap: true, border: true, fill: COLOURS.head, numberFormat: "@" } as const;
const BODY = { border: true, valign: "top", wrap: true } as const;
const WIDTHS = [6, 14, 20, 20, 22, 34, 60] as const;

/** What a text is called, when it was compared, and its sheet: beside those of the names `taken`, such ones counted from 1. */
interface TextCheckOf {
  readonly text: string;
  readonly date: string;
  readonly number: number;
  readonly taken: readonly string[];
}

/** What was found of the figures of a text, on a sheet of its own. */
export function textCheckSheet(all: readonly TextCheckRow[], of: TextCheckOf, words: Words): SheetSpec {
  const own = words.textCheck.sheet;
  const rows = new Rows(WIDTHS.length);
  rows.line(own.title, { bold: true, size: SIZE.title, align: "center" }, 24);
  rows.line(own.made(of.text, of.date), { italic: true, size: SIZE.text, align: "center" });
  rows.line(own.note, { italic: true, size: SIZE.text, wrap: true }, 36);
  const head = rows.add(Object.values(own.heads), HEAD, 24);
  for (const [index, { verdict, figure, shown, place, what, sentence }] of all.entries()) {
    const texts = [words.textCheck.verdicts[verdict], figure, shown, place, what, sentence];
    const height = heightFor(texts.map((text, at) => ({ text, width: WIDTHS[at + 1] ?? 0 })), SIZE.table);
    const row = rows.add([index + 1, ...texts], BODY, height);
    if (verdict === "differs") rows.style({ row, col: 1, rows: 1, cols: 1 }, { fill: COLOURS.wrong });
  }
  const area: Area = { row: 0, col: 0, rows: rows.next, cols: WIDTHS.length };
  const texts: Area = { row: head + 1, col: 1, rows: Math.max(1, rows.next - head - 1), cols: WIDTHS.length - 1 };
  return {
    name: sheetName(own.name, of.taken),
    cells: rows.cells,
    columns: WIDTHS.map((width) => ({ width })),
    rowHeights: rows.heights,
    styles: [{ area, style: { font: FONT, size: SIZE.table } }, ...rows.styles, { area: texts, style: { numberFormat: "@" } }],
    merges: rows.merges,
    names: [{ name: textCheckName(of.number), area }],
    freeze: { rows: head + 1, cols: 0 },
    validations: [],
    conditionalFormats: [],
    print: { orientation: "landscape", pagesWide: 1, titleRows: { from: head, to: head }, margins: MARGINS },
    charts: [],
  };
}
