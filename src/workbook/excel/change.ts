import type { CellRef, CellState, CellValue } from "../../sheet";
import { sameState, sameValue, stateOf } from "../../sheet";
import type { CellChange } from "../port";
import { WorkbookFailure } from "../port";
import { inputFor } from "./cell-values";
import { inContext, inExcel, namingLostSheet, toFailure } from "./failures";
import { nameKey } from "./names";
import { lookAt, putBack, putCells, type Held, type Restored, type Write } from "./put-cells";
import { toExcel } from "./text-input";
import { writing, type Writing } from "./undo-group";

type Planned = CellChange & Pick<Write, "input" | "sheetKey">;

/**
 * Writes cells, all or none: a message that looks, a message that writes, more of each only beyond 5 MB. Of several changes to
 * one cell the last counts. Returns the changes that take it back. Throws "cell-changed" where `expect` does not stand, or no longer
 * right before the cell is written: then what people wrote in between is put back with all the rest.
 */
export async function changeCells(changes: readonly CellChange[], write: Writing = writing): Promise<CellChange[]> {
  return changes.length === 0 ? [] : write({}, (context) => changeIn(context, changes));
}

async function changeIn(context: Excel.RequestContext, changes: readonly CellChange[]): Promise<CellChange[]> {
  const writes = [
    ...new Map(changes.map((change) => [cellKey(change), { ...change, sheetKey: keyOf(change), input: toExcel(change.to) }])).values(),
  ];
  const about = aboutCells(writes);
  const { held, sheets } = await inContext(about, async () => {
    const keys = [...new Set(writes.map(({ sheetKey }) => sheetKey))];
    const asked = keys.map((key) => [key, context.workbook.worksheets.getItem(key).load("id,name")] as const);
    return { held: await lookAt(context, writes), sheets: new Map(asked.map(([key, { id, name }]) => [key, { id, name }])) };
  }).catch(async (error: unknown) => {
    throw await namingLostSheet(error, writes.map(({ at }) => at.sheet));
  });
  const nowAt = (one: CellChange): CellRef => ({ ...one.at, sheet: sheets.get(keyOf(one))?.name ?? one.at.sheet });
  const standing = new Map(writes.map((one, i) => [cellKey(one), held[i]]));
  const other = changes.find((change) => {
    const now = standing.get(cellKey(change));
    return now && change.expect !== undefined && !stands(now, change.expect);
  });
  if (other) throw new WorkbookFailure("cell-changed", { at: nowAt(other) });
  const planned = writes.map((one, i): Write => ({ ...one, format: (held[i]?.asText ?? false) && !isText(one.to) ? "General" : null }));
  const written = await inContext(about, () => putCells(context, planned, "format first")).catch(async (error: unknown) => {
    await restore(writes, held, error, writes.map(({ to }, i) => ({ to: held[i], expected: [held[i], stateOf(to)] })));
    throw error;
  });
  const changed = writes.flatMap((one, i) => {
    const [now, before] = [held[i], written[i]?.before];
    return now && before && !sameState(now, before) ? [nowAt(one)] : [];
  });
  const [first] = changed;
  if (first) {
    await restore(writes, held, null, written.map(({ before, after }) => ({ to: before, expected: [after] })));
    throw new WorkbookFailure("cell-changed", { at: first });
  }
  return writes.map((one, i): CellChange => {
    const id = sheets.get(one.sheetKey)?.id;
    const after = written[i]?.after;
    return {
      at: nowAt(one),
      ...(id === undefined ? {} : { sheetId: id }),
      to: inputFor(held[i]?.value ?? null, held[i]?.formula ?? null),
      ...(after ? { expect: after } : {}),
    };
  });
}

function keyOf({ at, sheetId }: CellChange): string {
  return sheetId ?? at.sheet;
}

function cellKey({ at: { sheet, row, col }, sheetId }: Pick<CellChange, "at" | "sheetId">): string {
  return JSON.stringify([sheetId ?? nameKey(sheet), row, col]);
}

function stands(now: CellState, expected: CellValue | CellState): boolean {
  return typeof expected === "object" && expected !== null && "formula" in expected
    ? sameState(now, expected)
    : sameValue(now.value, expected);
}

function isText(input: CellChange["to"]): boolean {
  return typeof input === "string" || input === null;
}

function aboutCells(cells: readonly { readonly at: CellRef }[]) {
  const sheets = new Set(cells.map(({ at }) => at.sheet));
  const [sheet] = sheets;
  return { what: [...sheets].join(", "), ...(sheet !== undefined && sheets.size === 1 ? { sheet } : {}) };
}

/**
 * Takes a batch back that broke, or that met somebody else's. Excel stops at the first action that fails and keeps those before it, and
 * writing back stops at the same cell again: so what counts is not whether it throws but whether the cells are as they should be.
 */
async function restore(
  writes: readonly Planned[],
  held: readonly Held[],
  cause: unknown,
  wanted: readonly { readonly to: CellState | undefined; readonly expected: readonly (CellState | undefined)[] }[],
): Promise<void> {
  const failures: unknown[] = cause === null ? [] : [cause];
  const cells = wanted.flatMap(({ to, expected }, i): Restored[] => {
    const one = writes[i];
    return one && to
      ? [{ write: { ...one, format: held[i]?.asText ? "@" : null }, to, expected: expected.filter((state) => state !== undefined) }]
      : [];
  });
  try {
    if (
      await Excel.run({ delayForCellEdit: true }, (context) =>
        putBack(context, cells, ({ value, formula }) => toExcel(inputFor(value, formula))),
      )
    )
      return;
  } catch (error) {
    failures.push(toFailure(error));
  }
  try {
    const now = await inExcel(aboutCells(writes), (context) => lookAt(context, cells.map(({ write }) => write)));
    if (now.every((state, i) => sameState(state, cells[i]?.to ?? state))) return;
  } catch (error) {
    failures.push(error);
  }
  throw new WorkbookFailure(
    "left-over", { sheets: [...new Set(writes.map(({ at }) => at.sheet))] }, { cause: new AggregateError(failures) },
  );
}
