import type { Weight } from "../findings";
import type { Words } from "../i18n";
import { sheetName, type Area, type SheetSpec } from "../sheet";
import { COLOURS, FONT, MARGINS, SIZE, heightFor, reportName } from "../templates";
import { Rows } from "./rows";

/** What a check found in one file; `failure` why it could not be read. */
export interface CheckedFile {
  readonly file: string;
  readonly tables: number;
  readonly failure: string | null;
  readonly findings: readonly { readonly weight: Weight; readonly place: string; readonly text: string }[];
}

const HEAD = { bold: true, align: "center", valign: "center", wrap: true, border: true, fill: COLOURS.head, numberFormat: "@" } as const;
const BODY = { border: true, valign: "top", wrap: true } as const;
const TEXT_WIDTH = 60;

/**
 * The report of a check over files: a sheet that counts what was found in each, and a sheet with every finding. `date` as it is written.
 */
export function checkReportSheets(files: readonly CheckedFile[], date: string, words: Words): SheetSpec[] {
  const { report: own } = words.cli;
  const overview = filesSheet(files, date, words, sheetName(own.files, []));
  return [overview, findingsSheet(files, date, words, sheetName(own.findings, [overview.name]))];
}

function filesSheet(files: readonly CheckedFile[], date: string, words: Words, name: string): SheetSpec {
  const { report: own } = words.cli;
  const widths = [6, 40, 10, 10, 14, 10, 40];
  const rows = new Rows(widths.length);
  begin(rows, own.title, own.checkedOn(date));
  const head = rows.add(
    [own.number, own.file, own.tables, words.severities.error, words.severities.warning, words.severities.info, own.note],
    HEAD, 34,
  );
  for (const [index, { file, tables, failure, findings }] of files.entries()) {
    const count = (weight: Weight): number => findings.filter((one) => one.weight === weight).length;
    const note = failure ?? (tables === 0 ? own.noTables : count("document") > 0 ? words.cli.byDocument(count("document")) : "");
    const row = rows.add(
      [index + 1, file, tables, count("error"), count("warning"), count("info"), note],
      BODY,
      heightFor([{ text: file, width: 40 }, { text: note, width: 40 }], SIZE.table),
    );
    if (failure !== null || count("error") > 0) rows.style({ row, col: 1, rows: 1, cols: 1 }, { fill: COLOURS.wrong });
  }
  return sheetOf(name, reportName("files"), rows, widths, head);
}

function findingsSheet(files: readonly CheckedFile[], date: string, words: Words, name: string): SheetSpec {
  const { report: own } = words.cli;
  const widths = [6, 30, 14, 24, TEXT_WIDTH];
  const rows = new Rows(widths.length);
  begin(rows, own.title, own.checkedOn(date));
  const head = rows.add([own.number, own.file, own.severity, own.place, own.text], HEAD, 24);
  const found = files.flatMap(({ file, findings }) => findings.map((finding) => ({ file, ...finding })));
  for (const [index, { file, weight, place, text }] of found.entries()) {
    rows.add(
      [index + 1, file, words.severities[weight], place, text], BODY,
      heightFor(
        [{ text, width: TEXT_WIDTH }, { text: file, width: 30 }, { text: place, width: 24 }, { text: words.severities[weight], width: 14 }],
        SIZE.table,
      ),
    );
  }
  if (found.length === 0) rows.line(own.none, { italic: true });
  return sheetOf(name, reportName("findings"), rows, widths, head);
}

function begin(rows: Rows, title: string, date: string): void {
  rows.line(title, { bold: true, size: SIZE.title, align: "center" }, 24);
  rows.line(date, { italic: true, size: SIZE.text, align: "center" });
  rows.blank();
}

function sheetOf(name: string, known: string, rows: Rows, widths: readonly number[], head: number): SheetSpec {
  const all: Area = { row: 0, col: 0, rows: rows.next, cols: widths.length };
  const texts: Area = { row: head + 1, col: 1, rows: Math.max(1, rows.next - head - 1), cols: widths.length - 1 };
  return {
    name,
    cells: rows.cells,
    columns: widths.map((width) => ({ width })),
    rowHeights: rows.heights,
    styles: [
      { area: all, style: { font: FONT, size: SIZE.table } },
      ...rows.styles,
      { area: { ...texts, cols: 1 }, style: { numberFormat: "@" } },
    ],
    merges: rows.merges,
    names: [{ name: known, area: all }],
    freeze: { rows: head + 1, cols: 0 },
    validations: [],
    conditionalFormats: [],
    print: { orientation: "landscape", pagesWide: 1, titleRows: { from: head, to: head }, margins: MARGINS },
    charts: [],
  };
}
