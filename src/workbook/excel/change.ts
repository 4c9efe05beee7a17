import type { CellInput, CellRef, CellValue } from "../../sheet";
import type { CellChange } from "../port";
import { WorkbookFailure } from "../port";
import type { CellArea } from "./cell-areas";
import { cellAreas } from "./cell-areas";
import { cellFormula, cellValue, inputFor, sameValue } from "./cell-values";
import { inTurn, MESSAGE_BYTES, messageBytes, packed } from "./chunks";
import { inExcel, namingLostSheet, toFailure } from "./failures";
import { nameKey } from "./names";
import { rangeOf } from "./ranges";
import { setNumberFormat } from "./styles";
import { toExcel } from "./text-input";

/** What is written to a cell; `format` where its number format has to change first. */
interface Write {
  readonly at: CellRef;
  readonly input: number | string | boolean;
  readonly format: string | null;
}

/** A cell as it stands before it is written. */
interface Held {
  readonly value: CellValue;
  readonly formula: string | null;
  /** Numbers and formulas written under the format "@" would become text. */
  readonly asText: boolean;
}

/**
 * Writes cells, all or none: a message that looks, a message that writes, more of each only beyond 5 MB. Of several changes to
 * one cell the last counts. Returns the changes that take it back. Throws "cell-changed" before anything is written where `expect` no
 * longer stands.
 */
export async function changeCells(changes: readonly CellChange[]): Promise<CellChange[]> {
  const writes = [...new Map(changes.map((change) => [cellKey(change.at), { ...change, input: toExcel(change.to) }])).values()];
  if (writes.length === 0) return [];
  const about = aboutCells(writes);
  const held = await inExcel(about, (context) => look(context, writes)).catch(async (error: unknown) => {
    throw await namingLostSheet(error, writes.map(({ at }) => at.sheet));
  });
  const standing = new Map(writes.map(({ at }, i) => [cellKey(at), held[i]?.value ?? null]));
  const other = changes.find(({ at, expect }) => expect !== undefined && !sameValue(standing.get(cellKey(at)) ?? null, expect));
  if (other) throw new WorkbookFailure("cell-changed", { at: other.at });
  const inverse = writes.map(({ at, to }, i): CellChange => ({ at, to: inputFor(held[i]?.value ?? null, held[i]?.formula ?? null), ...expected(to) }));
  try {
    await inExcel(about, (context) =>
      write(context, writes.map(({ at, to, input }, i) => ({ at, input, format: (held[i]?.asText ?? false) && !isText(to) ? "General" : null })), "format first"),
    );
  } catch (error) {
    await restore(inverse, held, error);
    throw error;
  }
  return inverse;
}

function cellKey({ sheet, row, col }: CellRef): string {
  return JSON.stringify([nameKey(sheet), row, col]);
}

/** Taking back a typed value finds that value, or somebody has written over it; what a formula gives nobody knows yet. */
function expected(to: CellInput): { expect?: CellValue } {
  return typeof to === "object" && to !== null ? {} : { expect: to === "" ? null : to };
}

function isText(input: CellInput): boolean {
  return typeof input === "string" || input === null;
}

function aboutCells(cells: readonly { readonly at: CellRef }[]) {
  const sheets = new Set(cells.map(({ at }) => at.sheet));
  const [sheet] = sheets;
  return { what: [...sheets].join(", "), ...(sheet !== undefined && sheets.size === 1 ? { sheet } : {}) };
}

function rangeAt(context: Excel.RequestContext, { sheet, area }: Pick<CellArea<unknown>, "sheet" | "area">): Excel.Range {
  return rangeOf(context.workbook.worksheets.getItem(sheet), area);
}

/** A cell that is asked about: value, formula and number format take about this many bytes. */
const CELL_BYTES = 100;

/** What an area adds to a message beside its content: an object and some actions. */
const AREA_BYTES = 1000;

/** The cells in their order. */
async function look(context: Excel.RequestContext, changes: readonly { readonly at: CellRef }[]): Promise<Held[]> {
  const groups = packed(cellAreas(changes.map(({ at }, index) => ({ at, index })), ({ at }) => at), ({ cells }) => AREA_BYTES + cells.length * CELL_BYTES, MESSAGE_BYTES);
  const found = await inTurn(groups, async (group) => {
    const asked = group.map((piece) => ({ ...piece, range: rangeAt(context, piece).load("values,formulas,numberFormat") }));
    await context.sync();
    return asked.flatMap(({ cells, area, range }) =>
      cells.map(({ index }, i) => {
        const [row, col] = [Math.floor(i / area.cols), i % area.cols];
        const raw: unknown = range.values[row]?.[col];
        return { index, held: { value: cellValue(raw ?? ""), formula: cellFormula(range.formulas[row]?.[col], raw), asText: range.numberFormat[row]?.[col] === "@" } };
      }),
    );
  });
  return found.flat().sort((a, b) => a.index - b.index).map(({ held }) => held);
}

/** Cells that lie together are written together; their number formats before or after their content. */
async function write(context: Excel.RequestContext, writes: readonly Write[], order: "format first" | "content first"): Promise<void> {
  const contents = cellAreas(writes, ({ at }) => at).map((piece) => ({
    bytes: AREA_BYTES + messageBytes(piece.cells.map(({ input }) => input)),
    run: () => {
      const { area, cells } = piece;
      rangeAt(context, piece).formulas = Array.from({ length: area.rows }, (_, row) => cells.slice(row * area.cols, (row + 1) * area.cols).map(({ input }) => input));
    },
  }));
  const formats = ["General", "@"].flatMap((format) =>
    cellAreas(writes.filter((one) => one.format === format), ({ at }) => at).map((piece) => ({ bytes: AREA_BYTES, run: () => setNumberFormat(rangeAt(context, piece), format) })),
  );
  const steps = order === "format first" ? [...formats, ...contents] : [...contents, ...formats];
  await inTurn(packed(steps, ({ bytes }) => bytes, MESSAGE_BYTES), async (group) => {
    for (const { run } of group) run();
    await context.sync();
  });
}

/**
 * Takes a broken batch back. Excel stops at the first action that fails and keeps those before it, and writing back
 * stops at the same cell again: so what counts is not whether it throws but whether the cells are as they were.
 */
async function restore(inverse: readonly CellChange[], held: readonly Held[], cause: unknown): Promise<void> {
  const failures: unknown[] = [cause];
  try {
    await Excel.run({ delayForCellEdit: true }, (context) =>
      write(context, inverse.map(({ at, to }, i) => ({ at, input: toExcel(to), format: held[i]?.asText ? "@" : null })), "content first"),
    );
  } catch (error) {
    failures.push(toFailure(error));
  }
  try {
    const now = await inExcel(aboutCells(inverse), (context) => look(context, inverse));
    if (now.every((cell, i) => cell.formula === held[i]?.formula && sameValue(cell.value, held[i]?.value ?? null))) return;
  } catch (error) {
    failures.push(error);
  }
  throw new WorkbookFailure("left-over", { sheets: [...new Set(inverse.map(({ at }) => at.sheet))] }, { cause: new AggregateError(failures) });
}
