import type { GridCell } from "../../tables";
import type { Layout } from "./layout";

type Numbered = Pick<Layout, "columns" | "numbers">;

/** The number in a cell of a layout; NaN where there is none. */
export function numberAt({ columns, numbers: { values } }: Numbered, [line, column]: GridCell): number {
  return values[line * columns.length + column] ?? Number.NaN;
}

/** Whether no cell of a line holds a number. */
export function isBareLine({ columns: { length: width }, numbers: { values } }: Numbered, line: number): boolean {
  for (let at = line * width; at < (line + 1) * width; at++) if (!Number.isNaN(values[at])) return false;
  return true;
}
