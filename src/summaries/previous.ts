import { isCellError, shiftFormula, type CellInput, type SheetSnapshot } from "../sheet";
import { COLUMN, PRINTED, type Block, type Line } from "./lines";
import { isOurs, isPeoples } from "./looks";
import type { Placed } from "./paper";
import { linesOf } from "./sheet";

/** The summary as it stood: its lines, each in the row of its index. */
export interface Previous {
  readonly lines: readonly Placed[];
}

/** Cells as they were read, ready to be written again: formulas as formulas. */
export function inputsOf({ values, formulas }: SheetSnapshot, cols: number): CellInput[][] {
  return values.map((row, r) =>
    Array.from({ length: cols }, (_, c) => {
      const formula = formulas[r]?.[c] ?? null;
      const value = row[c] ?? null;
      return formula !== null ? { formula } : value !== null && isCellError(value) ? value.error : value;
    }),
  );
}

/** Reads the cells of an earlier summary, in the columns that it was made with; null where it is of a form that has no keys, or is of nobody. */
export function readPrevious(cells: readonly (readonly CellInput[])[]): Previous | null {
  const lines = linesOf(cells);
  return lines.some(({ kind }) => kind === "title") ? { lines } : null;
}

const isBlank = (cell: CellInput | undefined): boolean => cell === null || cell === undefined || cell === "";

/** What people have written in cells of a row that are not ours, by column. */
function writtenIn({ kind, cells }: Placed): [col: number, cell: CellInput][] {
  return cells.flatMap((cell, col): [number, CellInput][] => (col < COLUMN.key && !isBlank(cell) && !isOurs(kind, col) ? [[col, cell]] : []));
}

/** The first words of a row, by which people know it. */
function labelOf({ cells }: Placed): string {
  const texts = cells.slice(0, PRINTED).filter((cell) => typeof cell === "string" && /\p{L}/u.test(cell));
  return String(texts[0] ?? "");
}

/** Gives each line back what people wrote into its row, and each row that they inserted its place under the row that it stood under. */
export function withWords(blocks: readonly Block[], previous: Previous): Block[] {
  const old = new Map(previous.lines.map((line, row) => [line.key, { line, row }]));
  const inserted = insertedUnder(previous);
  const again = (line: Line): Line[] => {
    const before = old.get(line.key);
    const added = inserted.get(line.key) ?? [];
    if (!before || before.line.kind !== line.kind) return [line, ...added];
    if (isPeoples(line.kind)) return [{ ...line, cells: before.line.cells }, ...added];
    const cells = [...line.cells];
    for (const [col, cell] of writtenIn(before.line)) {
      while (cells.length <= col) cells.push(null);
      cells[col] = (rowOf) => moved(cell, rowOf(line.key) - before.row);
    }
    return [{ ...line, cells }, ...added];
  };
  return blocks.map(({ lead, head, rows, together }) => ({ lead: lead.flatMap(again), head: head.flatMap(again), rows: rows.flatMap(again), ...(together ? { together } : {}) }));
}

function moved(cell: CellInput, rows: number): CellInput {
  return typeof cell === "object" && cell !== null && rows !== 0 ? { formula: shiftFormula(cell.formula, rows, 0) } : cell;
}

/** Rows that people have inserted, by the key of the row above. */
function insertedUnder({ lines }: Previous): Map<string, Line[]> {
  const under = new Map<string, Line[]>();
  let above: string | null = null;
  let count = 0;
  for (const line of lines) {
    // a head that is repeated is not always there
    if (line.kind !== "own") above = /~\d+$/.test(line.key) ? above : line.key;
    else if (above !== null && line.cells.some((cell) => !isBlank(cell))) under.set(above, [...(under.get(above) ?? []), { kind: "own", key: `own/${++count}`, cells: line.cells }]);
  }
  return under;
}

/** What people wrote in rows that are no longer there, with the words by which they knew them. */
export function leftovers(previous: Previous, keys: ReadonlySet<string>): { readonly key: string; readonly label: string; readonly text: string }[] {
  return previous.lines.flatMap((line) => {
    const { kind, key } = line;
    if (kind === "leftover") return isBlank(line.cells[4]) ? [] : [{ key, label: String(line.cells[1] ?? ""), text: String(line.cells[4]) }];
    if (kind === "own" || isPeoples(kind) || keys.has(key.replace(/~\d+$/, ""))) return [];
    const texts = writtenIn(line).flatMap(([, cell]) => (typeof cell === "object" ? [] : [String(cell)]));
    return texts.length === 0 ? [] : [{ key: `left/${key}`, label: labelOf(line), text: texts.join("; ") }];
  });
}
