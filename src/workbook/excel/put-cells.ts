import type { CellRef, CellState } from "../../sheet";
import { sameState } from "../../sheet";
import type { CellArea } from "./cell-areas";
import { cellAreas } from "./cell-areas";
import { cellFormula, cellValue } from "./cell-values";
import { inTurn, MESSAGE_BYTES, messageBytes, packed } from "./chunks";
import { rangeOf } from "./ranges";
import { setNumberFormat } from "./styles";

/** A cell that is written, by the name or the id of its sheet. */
export interface Write {
  readonly at: CellRef;
  readonly sheetKey: string;
  readonly input: number | string | boolean;
  /** Where its number format has to change, before its content or after it. */
  readonly format: string | null;
}

/** A cell right before and right after it was written. */
export interface Written {
  readonly before: CellState;
  readonly after: CellState;
}

/** A cell that is asked about: value, formula and number format take about this many bytes. */
const CELL_BYTES = 100;

/** What an area adds to a message beside its content: an object and some actions. */
const AREA_BYTES = 1000;

/** A cell as it stands, and whether numbers and formulas written under its number format "@" would become text. */
export interface Held extends CellState {
  readonly asText: boolean;
}

type Keyed = Pick<Write, "at" | "sheetKey">;

function areasOf<T extends Keyed>(cells: readonly T[]): CellArea<T & { readonly index: number }>[] {
  return cellAreas(cells.map((cell, index) => ({ ...cell, index })), ({ at, sheetKey }) => ({ ...at, sheet: sheetKey }));
}

function rangeAt(context: Excel.RequestContext, { sheet, area }: Pick<CellArea<unknown>, "sheet" | "area">): Excel.Range {
  return rangeOf(context.workbook.worksheets.getItem(sheet), area);
}

function statesIn(range: Excel.Range, cols: number): (index: number) => CellState {
  return (index) => {
    const [row, col] = [Math.floor(index / cols), index % cols];
    const raw: unknown = range.values[row]?.[col];
    return { value: cellValue(raw ?? ""), formula: cellFormula(range.formulas[row]?.[col], raw) };
  };
}

/** The cells in their order. */
export async function lookAt(context: Excel.RequestContext, cells: readonly Keyed[]): Promise<Held[]> {
  const groups = packed(areasOf(cells), (piece) => AREA_BYTES + piece.cells.length * CELL_BYTES, MESSAGE_BYTES);
  const found = await inTurn(groups, async (group) => {
    const asked = group.map((piece) => ({ ...piece, range: rangeAt(context, piece).load("values,formulas,numberFormat") }));
    await context.sync();
    return asked.flatMap(({ cells: own, area, range }) => {
      const state = statesIn(range, area.cols);
      return own.map(({ index }, i) => ({
        index,
        held: { ...state(i), asText: range.numberFormat[Math.floor(i / area.cols)]?.[i % area.cols] === "@" },
      }));
    });
  });
  return inOrder(found.flat()).map(({ held }) => held);
}

/** Writes cells and tells, of each, what stood there right before and stands there right after: all in the message that writes it. */
export async function putCells(
  context: Excel.RequestContext, writes: readonly Write[], order: "format first" | "content first",
): Promise<Written[]> {
  const contents = areasOf(writes).map((piece) => ({
    bytes: AREA_BYTES * 3 + piece.cells.length * CELL_BYTES * 2 + messageBytes(piece.cells.map(({ input }) => input)),
    run: () => {
      const { area, cells } = piece;
      // Excel works the actions of a message off in their order
      const before = rangeAt(context, piece).load("values,formulas");
      rangeAt(context, piece).formulas = Array.from({ length: area.rows }, (_, row) =>
        cells.slice(row * area.cols, (row + 1) * area.cols).map(({ input }) => input),
      );
      const after = rangeAt(context, piece).load("values,formulas");
      return () => {
        const [old, now] = [statesIn(before, area.cols), statesIn(after, area.cols)];
        return cells.map(({ index }, i) => ({ index, before: old(i), after: now(i) }));
      };
    },
  }));
  const formats = ["General", "@"].flatMap((format) =>
    areasOf(writes.filter((one) => one.format === format)).map((piece) => ({
      bytes: AREA_BYTES,
      run: () => {
        setNumberFormat(rangeAt(context, piece), format);
        return () => [];
      },
    })),
  );
  const steps = order === "format first" ? [...formats, ...contents] : [...contents, ...formats];
  const found = await inTurn(packed(steps, ({ bytes }) => bytes, MESSAGE_BYTES), async (group) => {
    const results = group.map(({ run }) => run());
    await context.sync();
    return results.flatMap((result) => result());
  });
  return inOrder(found.flat());
}

function inOrder<T extends { readonly index: number }>(found: readonly T[]): T[] {
  return [...found].sort((a, b) => a.index - b.index);
}

/** A cell as it has to stand, and what stands there as far as anybody knows: any of these. */
export interface Restored {
  readonly write: Write;
  readonly to: CellState;
  readonly expected: readonly CellState[];
}

/** So often somebody may write into the same cells while they are put back. */
const MOST_ROUNDS = 5;

/**
 * Puts cells back; what somebody has written in the meantime stays. `inputOf` is what makes a cell hold a state. False where people wrote
 * on and on.
 */
export async function putBack(
  context: Excel.RequestContext, cells: readonly Restored[], inputOf: (state: CellState) => Write["input"],
): Promise<boolean> {
  let left = cells;
  for (let round = 0; left.length > 0 && round < MOST_ROUNDS; round++) {
    const written = await putCells(context, left.map(({ write, to }) => ({ ...write, input: inputOf(to) })), "content first");
    left = left.flatMap(({ write, expected }, i): Restored[] => {
      const { before, after } = written[i] ?? {};
      return !before || !after || expected.some((one) => sameState(one, before)) ? [] : [{ write, to: before, expected: [after] }];
    });
  }
  return left.length === 0;
}
