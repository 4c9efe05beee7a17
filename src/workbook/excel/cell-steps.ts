import type { Area, CellInput } from "../../sheet";
import { MESSAGE_BYTES, messageBytes, packed } from "./chunks";
import { bands } from "./bands";
import { formulaRuns } from "./formula-runs";
import { rangeOf } from "./ranges";
import type { Step } from "./steps";
import { step } from "./steps";
import { toExcel } from "./text-input";

/** A fifth of a message at most, so that the pieces fill messages well. */
const PIECE_BYTES = MESSAGE_BYTES / 5;

/**
 * Writes a table into blank cells, from column A and the row `top` (0-based) on. Blank stretches are not sent, and of formulas that run
 * down a column only the first: Excel copies it down when all other content is there.
 */
export function cellSteps(cells: readonly (readonly CellInput[])[], top = 0): Step[] {
  const cols = cells.reduce((most, row) => Math.max(most, row.length), 0);
  const content = cells.map((row) => row.map(toExcel).concat(Array<string>(cols - row.length).fill("")));
  const runs = formulaRuns(cells);
  for (const { row, col, rows } of runs) for (const line of content.slice(row + 1, row + rows)) line[col] = "";
  return [
    ...bands(content).flatMap((area) => areaSteps(content, area, top)),
    ...runs.map((run) => copyStep({ ...run, row: run.row + top })),
  ];
}

function areaSteps(content: readonly (readonly (number | string | boolean)[])[], { row, col, rows, cols }: Area, top: number): Step[] {
  const lines = content.slice(row, row + rows).map((whole, index) => {
    const line = whole.slice(col, col + cols);
    return { at: top + row + index, line, bytes: messageBytes(line) };
  });
  return packed(lines, (line) => line.bytes, PIECE_BYTES).map((piece) => {
    const area = { row: piece[0]?.at ?? top + row, col, rows: piece.length, cols };
    const bytes = piece.reduce((sum, line) => sum + line.bytes, 0);
    return step({ objects: 1, actions: 1, content: bytes }, (sheet) => {
      rangeOf(sheet, area).formulas = piece.map(({ line }) => line);
    });
  });
}

function copyStep({ row, col, rows }: { row: number; col: number; rows: number }): Step {
  return step({ objects: 2, actions: 1 }, (sheet) => {
    rangeOf(sheet, { row: row + 1, col, rows: rows - 1, cols: 1 }).copyFrom(rangeOf(sheet, { row, col, rows: 1, cols: 1 }), "Formulas");
  });
}
