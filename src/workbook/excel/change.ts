import type { CellInput, CellRef, CellValue } from "../../sheet";
import type { CellChange } from "../port";
import { WorkbookFailure } from "../port";
import { cellFormula, cellValue, inputFor, sameValue } from "./cell-values";
import { inExcel, namingLostSheet, toFailure } from "./failures";
import { nameKey } from "./names";
import { rangeOf } from "./ranges";
import { setNumberFormat } from "./styles";
import { toExcel } from "./text-input";

/** A cell as it stands before it is written. */
interface Held {
  readonly value: CellValue;
  readonly formula: string | null;
  /** Numbers and formulas written under the format "@" would become text. */
  readonly asText: boolean;
}

/**
 * Writes cells, all or none: a message that looks, a message that writes. Of several changes to one cell the last
 * counts. Returns the changes that take it back. Throws "cell-changed" before anything is written where `expect` no
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
    await inExcel(about, async (context) => {
      for (const [i, { at, to, input }] of writes.entries()) write(context, at, input, (held[i]?.asText ?? false) && !isText(to));
      await context.sync();
    });
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

function cellOf(context: Excel.RequestContext, { sheet, row, col }: CellRef): Excel.Range {
  return rangeOf(context.workbook.worksheets.getItem(sheet), { row, col, rows: 1, cols: 1 });
}

async function look(context: Excel.RequestContext, changes: readonly { readonly at: CellRef }[]): Promise<Held[]> {
  const cells = changes.map(({ at }) => cellOf(context, at).load("values,formulas,numberFormat"));
  await context.sync();
  return cells.map((cell) => {
    const raw: unknown = cell.values[0]?.[0];
    return { value: cellValue(raw ?? ""), formula: cellFormula(cell.formulas[0]?.[0], raw), asText: cell.numberFormat[0]?.[0] === "@" };
  });
}

function write(context: Excel.RequestContext, at: CellRef, input: number | string | boolean, outOfText: boolean): void {
  const cell = cellOf(context, at);
  if (outOfText) setNumberFormat(cell, "General");
  cell.formulas = [[input]];
}

/**
 * Takes a broken batch back. Excel stops at the first action that fails and keeps those before it, and writing back
 * stops at the same cell again: so what counts is not whether it throws but whether the cells are as they were.
 */
async function restore(inverse: readonly CellChange[], held: readonly Held[], cause: unknown): Promise<void> {
  const failures: unknown[] = [cause];
  try {
    await Excel.run({ delayForCellEdit: true }, async (context) => {
      for (const [i, { at, to }] of inverse.entries()) {
        const cell = cellOf(context, at);
        cell.formulas = [[toExcel(to)]];
        if (held[i]?.asText) setNumberFormat(cell, "@");
      }
      await context.sync();
    });
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
