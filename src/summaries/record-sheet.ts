import { RECORD_STATUSES, textOf, type RecordCells } from "../findings";
import type { Words } from "../i18n";
import {
  isCellError, toAbsoluteA1, type Area, type CellInput, type CellStyle, type CellValue, type ConditionalFormatSpec, type SheetSpec,
} from "../sheet";
import { COLOURS, FONT, MARGINS, RECORD_COLUMNS, SIZE, heightFor, recordName, type RecordColumn } from "../templates";
import { Rows } from "./rows";

/** What a record is made of: a sheet name that is free, the record's number in its defined names, its rows. */
export interface RecordInput {
  readonly sheet: string;
  readonly record: number;
  readonly entries: readonly RecordCells[];
}

const WIDTHS: Readonly<Record<RecordColumn, number>> = {
  number: 6,
  severity: 14,
  place: 22,
  text: 56,
  status: 19,
  explanation: 34,
  who: 18,
  date: 12,
  id: 10,
};
/** Rows below the first findings that take entries as these do. */
const ROOM = 300;
/** Rows with lines below the last one, for findings that come later. */
const SPARE = 20;
const TYPED: ReadonlySet<RecordColumn> = new Set(["status", "explanation", "who", "date"]);
const CENTRED: ReadonlySet<RecordColumn> = new Set(["number", "severity", "status", "date"]);

/** The visible sheet of all findings, with a list for their statuses; its columns are known by defined names that go from the head down. */
export function recordSheet({ sheet, record, entries }: RecordInput, words: Words): SheetSpec {
  const own = words.record;
  const rows = new Rows(RECORD_COLUMNS.length);
  rows.line(own.title, { bold: true, size: SIZE.title, align: "center", valign: "center" }, 24);
  rows.line(own.note, { italic: true, size: SIZE.table, align: "center", valign: "center", wrap: true }, 22);
  rows.blank();
  const heads = RECORD_COLUMNS.map((column) => (column === "id" ? idHead(words.lang) : own.columns[column]));
  const head = rows.add(
    heads,
    { bold: true, align: "center", valign: "center", wrap: true, border: true, fill: COLOURS.head, numberFormat: "@" },
    24,
  );
  const first = rows.next;
  for (const entry of entries) rows.add(RECORD_COLUMNS.map((column) => input(entry[column])), undefined, heightOf(entry));
  const room = entries.length + ROOM;
  const column = (key: RecordColumn, count = room): Area => ({ row: first, col: RECORD_COLUMNS.indexOf(key), rows: count, cols: 1 });
  rows.style({ row: first, col: 0, rows: entries.length + SPARE, cols: RECORD_COLUMNS.length }, { border: true });
  rows.style({ row: first, col: 0, rows: room, cols: RECORD_COLUMNS.length }, { font: FONT, size: SIZE.table, valign: "top", wrap: true });
  for (const key of RECORD_COLUMNS) rows.style(column(key), styleOf(key));
  return {
    name: sheet,
    cells: rows.cells,
    columns: RECORD_COLUMNS.map((key) => ({ width: WIDTHS[key], ...(key === "id" ? { hidden: true } : {}) })),
    rowHeights: rows.heights,
    styles: [
      { area: { row: 0, col: 0, rows: first, cols: RECORD_COLUMNS.length }, style: { font: FONT, size: SIZE.table } },
      ...rows.styles,
    ],
    merges: rows.merges,
    names: RECORD_COLUMNS.map((key) => ({
      name: recordName(record, key),
      area: { row: head, col: RECORD_COLUMNS.indexOf(key), rows: room + 1, cols: 1 },
    })),
    freeze: { rows: first, cols: 0 },
    validations: [
      {
        area: column("status"),
        rule: {
          kind: "list",
          values: RECORD_STATUSES.map((status) => own.statuses[status]),
        },
        // a word of one's own is let through: it counts as open
        alert: "warning",
        errorTitle: own.input.title,
        errorMessage: own.input.refusal,
        promptTitle: own.input.promptTitle,
        promptMessage: own.input.prompt,
      },
    ],
    conditionalFormats: [...statusFormats(column("status"), words), ...severityFormats(column("severity"), words)],
    print: { orientation: "landscape", pagesWide: 1, titleRows: { from: head, to: head }, margins: MARGINS },
    charts: [],
  };
}

/** Numbers and days are such; everything else is text, whatever it looks like. */
function styleOf(key: RecordColumn): CellStyle {
  const format = key === "number" ? {} : { numberFormat: key === "date" ? "dd/mm/yyyy" : "@" };
  return { ...format, ...(TYPED.has(key) ? { locked: false } : {}), ...(CENTRED.has(key) ? { align: "center" } : {}) };
}

/** The head of the hidden column says in which language the record is kept, whoever looks at it. */
export function idHead(lang: Words["lang"]): string {
  return `id ${lang}`;
}

/** The language of a record by the head of its hidden column; null where it says none. */
export function langInHead(head: string): Words["lang"] | null {
  const match = /\b(vi|en)$/.exec(head.trim());
  return match ? (match[1] as Words["lang"]) : null;
}

/** Points for the longest of a row's texts: programs that open a file do not all fit rows to them. */
function heightOf(entry: RecordCells): number {
  return heightFor(
    (["severity", "place", "text", "explanation"] as const).map((column) => ({ text: textOf(entry[column]), width: WIDTHS[column] })),
    SIZE.table,
  );
}

function input(value: CellValue): CellInput {
  return value !== null && isCellError(value) ? value.error : value;
}

function statusFormats(area: Area, { record: { statuses } }: Words): ConditionalFormatSpec[] {
  const filled = {
    [statuses.fixed]: COLOURS.met,
    [statuses.explained]: COLOURS.closed,
    [statuses.off]: COLOURS.closed,
    [statuses.gone]: COLOURS.closed,
  };
  return Object.entries(filled).map(([status, fill]) => ({ area, formula: `=${mixed(area)}="${status}"`, style: { fill } }));
}

function severityFormats(area: Area, { severities }: Words): ConditionalFormatSpec[] {
  const filled = { [severities.error]: COLOURS.wrong, [severities.warning]: COLOURS.odd };
  return Object.entries(filled).map(([severity, fill]) => ({ area, formula: `=${mixed(area)}="${severity}"`, style: { fill } }));
}

/** "$E5": the column stays, the row moves along. */
function mixed(area: Area): string {
  return toAbsoluteA1(area).replace(/\$(\d+)$/, "$1");
}
