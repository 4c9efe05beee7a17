import type { CellStyle, SheetSpec } from "./spec";

/** The styles of a sheet's cells, later blocks over earlier ones. */
export interface PaintedStyles {
  /** How far styles reach; cells beyond have none. */
  readonly rows: number;
  readonly cols: number;
  /** The style of a cell; the same object for cells that look the same. */
  at(row: number, col: number): CellStyle;
}

/** Lays the style blocks of a spec over one another. */
export function paintStyles(spec: SheetSpec): PaintedStyles {
  const areas = spec.styles.map(({ area }) => area);
  const rows = Math.max(0, ...areas.map((area) => area.row + area.rows));
  const cols = Math.max(0, ...areas.map((area) => area.col + area.cols));
  const styles: CellStyle[] = [{}];
  const places = new Map<string, number>([["{}", 0]]);
  const cells = new Uint32Array(rows * cols);
  for (const { area, style } of spec.styles) {
    // A block meets few different styles, so each is joined with it once.
    const joined = new Map<number, number>();
    for (let row = area.row; row < area.row + area.rows; row++) {
      for (let col = area.col; col < area.col + area.cols; col++) {
        const before = cells[row * cols + col] ?? 0;
        let after = joined.get(before);
        if (after === undefined) {
          const both: CellStyle = { ...styles[before], ...style };
          const key = JSON.stringify(Object.entries(both).sort(([a], [b]) => (a < b ? -1 : 1)));
          after = places.get(key) ?? styles.push(both) - 1;
          places.set(key, after);
          joined.set(before, after);
        }
        cells[row * cols + col] = after;
      }
    }
  }
  const none: CellStyle = {};
  return { rows, cols, at: (row, col) => (row < rows && col < cols ? (styles[cells[row * cols + col] ?? 0] ?? none) : none) };
}
