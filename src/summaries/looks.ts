import type { CellStyle } from "../sheet";
import { COLOURS, SIZE } from "../templates";
import { COLUMN, PRINTED, tableOfKind, type LineKind, type PlainKind, type TableName } from "./lines";

/** Columns from–to, both included. */
type Span = readonly [from: number, to: number];

/** How a kind of row looks. */
export interface Look {
  /** Spans of merged cells. */
  readonly merges: readonly Span[];
  /** The first style is for all printed columns, the others for theirs. */
  readonly styles: readonly { readonly span: Span; readonly style: CellStyle }[];
  /** Columns that hold whole numbers of any size, or amounts: their format follows from the values. */
  readonly numbers: readonly Span[];
  /** All numbers of such a column have the same decimals. */
  readonly amounts?: boolean;
  /** Columns of ours: all others are people's. */
  readonly ours: readonly Span[];
  /** Points: the least height, and the size of the letters. */
  readonly height: number;
  readonly size: number;
  /** Its letters are wide. */
  readonly bold?: boolean;
}

const ALL: Span = [0, PRINTED - 1];
const CELL = { border: true, valign: "center", wrap: true } as const;
const HEAD = { ...CELL, bold: true, align: "center", fill: COLOURS.head, numberFormat: "@" } as const;

interface Shape {
  readonly last: number;
  readonly merges: readonly Span[];
  readonly centred: readonly number[];
  /** Cells of numbers, or of text about numbers. */
  readonly right: readonly Span[];
  /** Where people write what they think. */
  readonly opinion: Span | null;
}

const SHAPES: Readonly<Record<TableName, Shape>> = {
  count: { last: 8, merges: [[0, 1]], centred: [2, 3, 4, 5, 6, 7, 8], right: [], opinion: null },
  assessed: { last: 6, merges: [[0, 1]], centred: [2, 3, 4, 5, 6], right: [], opinion: null },
  indicator: { last: 10, merges: [[9, 10]], centred: [0, 2, 4, 8], right: [[3, 3], [5, 7]], opinion: [9, 10] },
  course: { last: 10, merges: [], centred: [0, 2], right: [[3, 9]], opinion: null },
  words: { last: 10, merges: [[3, 5], [6, 7], [9, 10]], centred: [0, 2, 8], right: [], opinion: [9, 10] },
  budget: { last: 10, merges: [[2, 3]], centred: [0], right: [[2, 9]], opinion: [10, 10] },
  amount: { last: 10, merges: [[2, 3], [5, 10]], centred: [0], right: [[2, 4]], opinion: [5, 10] },
  paid: { last: 10, merges: [[2, 3], [4, 5], [7, 8], [9, 10]], centred: [0], right: [[2, 8]], opinion: [9, 10] },
  lead: { last: 8, merges: [], centred: [0, 2, 3, 4, 5, 6, 7, 8], right: [], opinion: null },
  leadWide: { last: 10, merges: [], centred: [0, 2, 3, 4, 5, 6, 7, 8, 9, 10], right: [], opinion: null },
  late: { last: 10, merges: [[1, 3], [4, 5], [6, 7]], centred: [0, 8, 9], right: [], opinion: [10, 10] },
  finding: { last: 10, merges: [[1, 6], [7, 8]], centred: [0, 9], right: [], opinion: [10, 10] },
  explained: { last: 10, merges: [[1, 5], [6, 7], [8, 10]], centred: [0], right: [], opinion: null },
  leftover: { last: 10, merges: [[1, 3], [4, 10]], centred: [0], right: [], opinion: [4, 10] },
};

function tableLook(name: TableName, variant: string): Look {
  const { last, merges, centred, right, opinion } = SHAPES[name];
  const whole: Span = [0, last];
  const bold = variant === "total" ? { bold: true } : variant === "group" ? { bold: true, fill: COLOURS.group } : {};
  const source: Span = [COLUMN.source, COLUMN.source];
  const ours: Span[] = opinion ? [...(opinion[0] > 0 ? [[0, opinion[0] - 1] as const] : []), source] : [whole, source];
  if (variant === "head")
    return {
      merges,
      styles: [{ span: whole, style: HEAD }, BESIDE],
      numbers: [],
      ours: [whole, source],
      height: 22,
      size: SIZE.table,
      bold: true,
    };
  // a heading of a group has one text
  const across = variant === "group" && (name === "indicator" || name === "words" || name === "course");
  return {
    merges: across ? [[1, last]] : merges,
    styles: [
      { span: whole, style: { ...CELL, ...bold } },
      ...centred.map((col) => ({
        span: [col, col] as const,
        style: { align: "center", ...(col === 0 ? { numberFormat: "@" } : {}) } as const,
      })),
      ...right.map((span) => ({ span, style: { align: "right" } as const })),
      ...(name === "indicator" ? [{ span: [5, 5] as const, style: { bold: true } }, { span: [8, 8] as const, style: { bold: true } }] : []),
      ...(opinion && variant === "" ? [{ span: opinion, style: { locked: false, align: "left" } as const }] : []),
      BESIDE,
    ],
    numbers: right,
    ...(name === "budget" || name === "amount" || name === "paid" ? { amounts: true } : {}),
    ours,
    height: 18,
    size: SIZE.table,
  };
}

const line = (style: CellStyle, height: number, size: number = SIZE.table): Look => ({
  merges: [ALL],
  styles: [{ span: ALL, style: { size, wrap: true, valign: "center", ...style } }],
  numbers: [],
  ours: [ALL],
  height,
  size,
  ...(style.bold ? { bold: true } : {}),
});
/** Rows in two or three parts, which belong to people once they are there. */
const parts = (spans: readonly (readonly [Span, CellStyle])[], height: number, size: number = SIZE.text): Look => ({
  merges: spans.map(([span]) => span),
  styles: spans.map(([span, style]) => ({ span, style: { size, wrap: true, valign: "center", locked: false, ...style } })),
  numbers: [],
  ours: [],
  height,
  size,
});

const BESIDE = { span: [COLUMN.source, COLUMN.source], style: { size: 9, color: "#7F7F7F", valign: "center" } } as const;
/** As `parts`, with room beside the page for what we would write there now. */
const letter = (spans: readonly (readonly [Span, CellStyle])[], height: number): Look => {
  const look = parts(spans, height);
  return { ...look, styles: [...look.styles, BESIDE] };
};

const LEFT: Span = [0, 3];
const RIGHT: Span = [4, 10];
const RULE = { align: "center", valign: "top", wrap: false } as const;
const TO: Span = [0, 1];
const MAKER: Span = [2, 5];
const SIGNER: Span = [6, 10];
const BOLD = { bold: true, align: "center" } as const;
const ITALIC = { italic: true, align: "center" } as const;
const PLAIN_TO = { align: "left", size: SIZE.table - 1 } as const;

const PLAIN_LOOKS: Readonly<Record<PlainKind, Look>> = {
  letterhead: letter([[LEFT, { align: "center" }], [RIGHT, BOLD]], 20),
  motto: letter([[LEFT, BOLD], [RIGHT, { ...BOLD, valign: "top" }]], 18),
  rule: { ...parts([[LEFT, RULE], [RIGHT, RULE]], 9, 8), ours: [ALL] },
  docNumber: letter([[LEFT, { align: "center" }], [RIGHT, ITALIC]], 22),
  title: line({ bold: true, align: "center" }, 30, SIZE.title),
  subtitle: line({ italic: true, align: "center" }, 20, SIZE.text),
  sentence: line({ bold: true, align: "center" }, 24, SIZE.text),
  changes: line({ italic: true, align: "center" }, 20),
  part: line({ bold: true, fill: COLOURS.group }, 26, SIZE.text),
  heading: line({ bold: true }, 24, SIZE.text),
  subheading: line({ bold: true, italic: true, valign: "bottom" }, 24),
  bullet: line({ indent: 1 }, 18),
  note: line({ italic: true }, 18),
  spelled: line({ italic: true, bold: true, indent: 1 }, 22),
  // the title and the words for those who do not see the chart lie under it
  chart: {
    merges: [],
    styles: [
      { span: ALL, style: { size: 9, color: "#FFFFFF", valign: "top" } },
      { span: [COLUMN.chart, COLUMN.key - 1], style: { size: 9, color: "#7F7F7F" } },
    ],
    numbers: [[COLUMN.chart + 1, COLUMN.key - 1]],
    ours: [ALL, [COLUMN.chart, COLUMN.key - 1]],
    height: 17,
    size: 9,
  },
  blank: { merges: [], styles: [{ span: ALL, style: { size: SIZE.table } }], numbers: [], ours: [], height: 12, size: SIZE.table },
  place: parts([[SIGNER, ITALIC]], 22),
  signers: parts([[TO, { bold: true, italic: true, align: "left", size: SIZE.table }], [MAKER, BOLD], [SIGNER, BOLD]], 20),
  signNote: parts([[TO, PLAIN_TO], [MAKER, ITALIC], [SIGNER, ITALIC]], 18, SIZE.table),
  signSpace: parts([[TO, PLAIN_TO], [MAKER, { align: "center" }], [SIGNER, { align: "center" }]], 18, SIZE.table),
  signName: parts([[TO, PLAIN_TO], [MAKER, BOLD], [SIGNER, BOLD]], 20),
  own: { merges: [], styles: [{ span: ALL, style: { size: SIZE.table } }], numbers: [], ours: [], height: 18, size: SIZE.table },
};

const known = new Map<LineKind, Look>();

export function lookOf(kind: LineKind): Look {
  const before = known.get(kind);
  if (before) return before;
  const table = tableOfKind(kind);
  const look = table ? tableLook(table, kind.split(":")[1] ?? "") : PLAIN_LOOKS[kind as PlainKind];
  known.set(kind, look);
  return look;
}

/** Kinds whose every cell is people's once it is there: it is written once and then kept as it stands. */
export function isPeoples(kind: LineKind): boolean {
  return ["letterhead", "motto", "docNumber", "place", "signers", "signNote", "signSpace", "signName", "own"].includes(kind);
}

/** Whether a cell of a row is written by us at every refresh. */
export function isOurs(kind: LineKind, col: number): boolean {
  return lookOf(kind).ours.some(([from, to]) => col >= from && col <= to);
}
