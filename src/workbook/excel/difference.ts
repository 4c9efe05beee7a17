import type { Area, CellInput, RowOrigins, SheetSpec } from "../../sheet";

/** A cell that is written over another. */
export interface CellWrite {
  readonly row: number;
  readonly col: number;
  readonly to: CellInput;
}

/** What of a spec is not there yet. */
export interface Difference {
  /** Rows that are cleared and written whole: those that are new or look otherwise. */
  readonly fresh: readonly Area[];
  /** Cells of all other rows. */
  readonly cells: readonly CellWrite[];
  readonly heights: SheetSpec["rowHeights"];
}

/**
 * What has to be written so that `spec` stands where `before` stood, once the rows have moved. Of rows that look as they did only
 * cells with other content are named, and formulas, since rows that they speak of may be others now.
 */
export function difference(spec: SheetSpec, before: SheetSpec, origins: RowOrigins): Difference {
  const [now, old] = [looksOf(spec), looksOf(before)];
  const origin = (row: number): number | null => origins[row] ?? null;
  const fresh = new Set<number>();
  const cells: CellWrite[] = [];
  for (const [row, line] of spec.cells.entries()) {
    const from = origin(row);
    if (from === null || now.keys[row] !== old.keys[from]) {
      fresh.add(row);
      continue;
    }
    const changed = line.flatMap((to, col): CellWrite[] =>
      isFormula(to) || !same(to, before.cells[from]?.[col] ?? null) ? [{ row, col, to }] : [],
    );
    // a number or a formula under the format "@" would become text: such a row is written from a clean start
    if (changed.some(({ col, to }) => to !== null && typeof to !== "string" && now.isText(row, col))) fresh.add(row);
    else cells.push(...changed);
  }
  for (const { row, rows } of spec.merges) {
    const own = Array.from({ length: rows }, (_, at) => row + at);
    if (own.some((one) => fresh.has(one))) for (const one of own) fresh.add(one);
  }
  const heightBefore = new Map(before.rowHeights.map(({ row, height }) => [row, height]));
  return {
    fresh: runsOf([...fresh].sort((a, b) => a - b)).map(({ from, to }) => ({
      row: from,
      col: 0,
      rows: to - from + 1,
      cols: Math.max(1, spec.columns.length),
    })),
    cells: cells.filter(({ row }) => !fresh.has(row)),
    heights: spec.rowHeights.filter(({ row, height }) => fresh.has(row) || heightBefore.get(origin(row) ?? -1) !== height),
  };
}

/** The styles and merges of a spec, cut to whole rows. */
export function withinRows(spec: SheetSpec, areas: readonly Area[]): Pick<SheetSpec, "styles" | "merges"> {
  const rows = new Set(areas.flatMap((area) => Array.from({ length: area.rows }, (_, at) => area.row + at)));
  const clipped = ({ row, col, rows: count, cols }: Area): Area[] =>
    areas.flatMap((area) => {
      const [from, to] = [Math.max(row, area.row), Math.min(row + count, area.row + area.rows)];
      return from < to ? [{ row: from, col, rows: to - from, cols }] : [];
    });
  return {
    styles: spec.styles.flatMap(({ area, style }) => clipped(area).map((part) => ({ area: part, style }))),
    merges: spec.merges.filter(({ row }) => rows.has(row)),
  };
}

function isFormula(input: CellInput): boolean {
  return typeof input === "object" && input !== null;
}

function same(a: CellInput, b: CellInput): boolean {
  return a === b || (blank(a) && blank(b)) || (isFormula(a) && JSON.stringify(a) === JSON.stringify(b));
}

function blank(input: CellInput): boolean {
  return input === null || input === "";
}

/** A key for each row, the same for rows that look the same, and the cells that hold text whatever is written. */
function looksOf({ cells, styles, merges }: SheetSpec): {
  readonly keys: readonly string[];
  readonly isText: (row: number, col: number) => boolean;
} {
  const parts: string[][] = cells.map(() => []);
  const formats: { readonly area: Area; readonly format: string }[][] = cells.map(() => []);
  for (const { area, style } of styles) {
    const key = `${area.col}+${area.cols}${JSON.stringify(style)}`;
    for (let row = area.row; row < area.row + area.rows; row++) {
      parts[row]?.push(key);
      if (style.numberFormat !== undefined) formats[row]?.push({ area, format: style.numberFormat });
    }
  }
  for (const { row, col, rows, cols } of merges)
    for (let at = 0; at < rows; at++) parts[row + at]?.push(`merged ${col}+${cols} ${at}/${rows}`);
  return {
    keys: parts.map((own) => own.join("|")),
    isText: (row, col) => formats[row]?.filter(({ area }) => col >= area.col && col < area.col + area.cols).at(-1)?.format === "@",
  };
}

function runsOf(rows: readonly number[]): { readonly from: number; readonly to: number }[] {
  const runs: { from: number; to: number }[] = [];
  for (const row of rows) {
    const last = runs.at(-1);
    if (last?.to === row - 1) last.to = row;
    else runs.push({ from: row, to: row });
  }
  return runs;
}
