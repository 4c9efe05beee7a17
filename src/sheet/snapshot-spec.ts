import type { CellInput, CellStyle, LineStyle, SheetSpec, StyledArea } from "./spec";
import type { SheetSnapshot } from "./snapshot";
import { isCellError } from "./snapshot";
import { type LookPart, type Side } from "./looks";

/** What has to be asked of a sheet that is to be written again. */
export const ALL_LOOKS: readonly LookPart[] = ["numberFormats", "indents", "aligns", "bold", "borders", "widths", "faces", "heights"];

/** Characters of a column of which nothing is told. */
const USUAL_WIDTH = 9;

/**
 * A sheet that was read with its layout and `ALL_LOOKS` as it can be written again. Names, rules of typing, conditional formats, notes
 * and charts are not told.
 */
export function snapshotSpec(snapshot: SheetSnapshot, { print, freeze }: Pick<SheetSpec, "print" | "freeze">): SheetSpec {
  const { sheet, area, values, formulas, looks = {}, merges = [], hidden } = snapshot;
  const [rows, cols] = [area.row + area.rows, area.col + area.cols];
  const input = (row: number, col: number): CellInput => {
    const [r, c] = [row - area.row, col - area.col];
    const formula = formulas[r]?.[c] ?? null;
    if (formula !== null) return { formula };
    const value = values[r]?.[c] ?? null;
    return value !== null && isCellError(value) ? null : value;
  };
  const hiddenCols = new Set(hidden?.cols);
  const hiddenRows = (hidden?.rows ?? []).filter((row) => row < rows);
  return {
    name: sheet,
    cells: Array.from({ length: rows }, (_, row) => Array.from({ length: cols }, (__, col) => input(row, col))),
    columns: Array.from({ length: cols }, (_, col) => {
      const width = looks.widths?.[col - area.col] ?? 0;
      return { width: width === 0 ? USUAL_WIDTH : width, ...(hiddenCols.has(col) ? { hidden: true } : {}) };
    }),
    rowHeights: (looks.heights ?? []).flatMap((height, at) => (height > 0 ? [{ row: area.row + at, height }] : [])),
    styles: stylesOf(looks),
    merges,
    freeze,
    print,
    names: [],
    validations: [],
    conditionalFormats: [],
    charts: [],
    ...(hiddenRows.length > 0 ? { hiddenRows } : {}),
  };
}

function stylesOf({
  faces = [],
  numberFormats = [],
  indents = [],
  aligns = [],
  bold = [],
  borders = [],
}: NonNullable<SheetSnapshot["looks"]>): StyledArea[] {
  return [
    ...faces.map(({ area, value }): StyledArea => ({ area, style: value })),
    ...numberFormats.map(({ area, value }): StyledArea => ({ area, style: { numberFormat: value } })),
    ...aligns.flatMap(({ area, value }): StyledArea[] =>
      value === "left" || value === "right"
        ? [{ area, style: { align: value } }]
        : value === "center" || value === "across"
          ? [{ area, style: { align: "center" } }]
          : [],
    ),
    ...indents.map(({ area, value }): StyledArea => ({ area, style: { indent: value } })),
    ...bold.map(({ area }): StyledArea => ({ area, style: { bold: true } })),
    ...borders.map(({ area, value }): StyledArea => ({ area, style: linesOf(value) })),
  ];
}

function linesOf(sides: readonly Side[]): CellStyle {
  if (sides.length === 4) return { border: true };
  return { lines: Object.fromEntries(sides.map((side) => [side, { kind: "thin" } satisfies LineStyle])) };
}
