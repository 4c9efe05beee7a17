import type { Area, CellInput, CellStyle, StyledArea } from "../sheet";

/** Builds a sheet from the top down; every row has `width` cells. */
export class Rows {
  readonly cells: CellInput[][] = [];
  readonly styles: StyledArea[] = [];
  readonly merges: Area[] = [];
  readonly heights: { row: number; height: number }[] = [];

  constructor(readonly width: number) {}

  /** The row that comes next. */
  get next(): number {
    return this.cells.length;
  }

  /** Adds a row and returns its number; missing cells are blank. The style is for the cells that are given. */
  add(values: readonly CellInput[], style?: CellStyle, height?: number): number {
    const row = this.next;
    this.cells.push(Array.from({ length: this.width }, (_, col) => values[col] ?? null));
    if (style) this.styles.push({ area: { row, col: 0, rows: 1, cols: Math.max(1, values.length) }, style });
    if (height !== undefined) this.heights.push({ row, height });
    return row;
  }

  /** A row whose first cell goes across all columns. */
  line(text: string, style: CellStyle, height?: number): number {
    const row = this.add([text], undefined, height);
    this.style({ row, col: 0, rows: 1, cols: this.width }, style);
    this.merges.push({ row, col: 0, rows: 1, cols: this.width });
    return row;
  }

  blank(count = 1): void {
    for (let n = 0; n < count; n++) this.add([]);
  }

  style(area: Area, style: CellStyle): void {
    this.styles.push({ area, style });
  }
}
