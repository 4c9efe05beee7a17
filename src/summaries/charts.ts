import { writeNumber } from "../quantity";
import type { CellInput, ChartSpec } from "../sheet";
import { COLUMN, PRINTED, type Block, type Line } from "./lines";
import type { Placed } from "./paper";
import type { Scene } from "./parts";

/** What a chart of the summary draws: at most `MOST_SERIES` series over rows of its own, right of the printed page. */
export interface Drawing {
  /** Unique in the sheet. */
  readonly key: string;
  readonly kind: ChartSpec["kind"];
  readonly title: string;
  readonly alt: string;
  readonly series: readonly string[];
  readonly rows: readonly { readonly label: string; readonly values: readonly (number | null)[] }[];
  /** Said over the figures. */
  readonly caption: string;
}

/** More bars or slices than this are not read. */
export const MOST_BARS = 14;
export const MOST_SLICES = 8;

/** A chart with its figures in words; null where there is too little to draw. */
export function drawingOf(
  { key, kind, title, series, rows }: Pick<Drawing, "key" | "kind" | "title" | "series" | "rows">, { words }: Scene,
): Drawing | null {
  const { charts: own } = words.summary;
  const known = rows.filter(({ values }) => values.some((value) => value !== null));
  if (known.length < 2 || series.length === 0) return null;
  const text = known.map(
    ({ label, values }) =>
      `${label}: ${values.map((value, index) => `${series.length > 1 ? `${series[index] ?? ""} ` : ""}${value === null ? "–" : writeNumber(value, words.notation)}`).join(", ")}`,
  );
  return { key, kind, title, alt: own.alt(title, text), caption: own.figures, series, rows: known };
}

/** Columns for figures right of the page, without the one of their labels. */
export const MOST_SERIES = COLUMN.key - COLUMN.chart - 1;
const LEAST_ROWS = 14;
/** Columns of a chart that has the page for itself, and of two that share it. */
const PLACES = { whole: [0, PRINTED - 1], left: [0, 4], right: [5, PRINTED - 1] } as const;
type Place = keyof typeof PLACES;

/**
 * The rows that a chart, or two beside each other, cover, not to be cut by a page: its title and its words under it, its figures
 * beside the page, one chart's under the other's.
 */
export function chartBlock(first: Drawing, second?: Drawing): Block {
  const placed: readonly { readonly drawing: Drawing; readonly place: Place; readonly top: number }[] = second
    ? [{ drawing: first, place: "left", top: 1 }, { drawing: second, place: "right", top: first.rows.length + 3 }]
    : [{ drawing: first, place: "whole", top: 1 }];
  const count = Math.max(
    LEAST_ROWS,
    ...placed.map(({ drawing, top }) => top + drawing.rows.length + 2),
    ...placed.map(({ drawing }) => rowsFor(drawing)),
  );
  const lines = Array.from({ length: count }, (_, index): Line => {
    const cells: CellInput[] = Array.from({ length: COLUMN.key }, () => null);
    let data: string | null = null;
    for (const { drawing, place, top } of placed) {
      if (index === 1) cells[PLACES[place][0]] = drawing.title;
      if (index === 2) cells[PLACES[place][0]] = drawing.alt;
      const row = drawing.rows[index - top - 1];
      const figures = index === top ? [drawing.caption, ...drawing.series] : row ? [row.label, ...row.values] : [];
      for (const [at, figure] of figures.entries()) cells[COLUMN.chart + at] = figure;
      if (index === top) data = [drawing.kind, drawing.rows.length, drawing.series.length, count - 1, top - 1, place].join(";");
    }
    return {
      kind: "chart",
      key: placed.find(({ top }) => top === index)?.drawing.key ?? `${first.key}/${index}`,
      cells,
      ...(data === null ? {} : { data }),
    };
  });
  return { lead: [], head: [], rows: [...lines, { kind: "blank", key: `${first.key}/after`, cells: [] }], together: true };
}

/** Rows that a chart of lying bars needs, so that bars beside each other have room for their figures. */
function rowsFor({ kind, rows, series }: Drawing): number {
  return kind === "bar" && series.length > 1 ? Math.ceil(rows.length * series.length * 0.75) + 4 : 0;
}

const KINDS: readonly ChartSpec["kind"][] = ["bar", "column", "stacked-bar", "stacked-column", "doughnut", "pie", "line"];

/** The chart whose figures begin in a row; null where none do. */
export function chartOf(lines: readonly Placed[], row: number): ChartSpec | null {
  const line = lines[row];
  if (line?.kind !== "chart" || line.data === "") return null;
  const [name, ...rest] = line.data.split(";");
  const [rows = 0, series = 0, count = 0, up = 0] = rest.map(Number);
  const place = rest[4];
  const chart = KINDS.find((one) => one === name);
  const top = row - up;
  if (!chart || !isPlace(place) || !(rows > 0 && series > 0 && series <= MOST_SERIES && count > 0 && up >= 0 && top >= 0)) return null;
  const [from, to] = PLACES[place];
  const column = (col: number) => ({ row: row + 1, col, rows, cols: 1 });
  const text = (at: number, col: number): string => String(lines[at]?.cells[col] ?? "");
  return {
    name: `PT_chart_${line.key}`,
    kind: chart,
    title: text(top, from),
    categories: column(COLUMN.chart),
    series: Array.from({ length: series }, (_, index) => ({
      name: text(row, COLUMN.chart + 1 + index),
      values: column(COLUMN.chart + 1 + index),
    })),
    at: { row: top, col: from, rows: count, cols: to - from + 1 },
    alt: text(top + 1, from),
  };
}

function isPlace(text: string | undefined): text is Place {
  return text !== undefined && text in PLACES;
}
