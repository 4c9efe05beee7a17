import type { ICellData, ICommandInfo, IDisposable, IExecutionOptions, IRange, Nullable } from "@univerjs/core";
import {
  type IMoveRangeMutationParams,
  InsertColMutation,
  InsertRowMutation,
  InsertSheetMutation,
  type ISetRangeValuesMutationParams,
  MoveColsMutation,
  MoveRangeMutation,
  MoveRowsMutation,
  RemoveColMutation,
  RemoveRowMutation,
  RemoveSheetMutation,
  ReorderRangeMutation,
  SetRangeValuesMutation,
  SetStyleCommand,
} from "@univerjs/sheets";
import { type Area, MAX_COLS, MAX_ROWS } from "../../sheet";
import type { Engine } from "../engine";
import { numbered } from "../numbered";
import { areaOf } from "./address";
import { type CellContent, contentOf } from "./cells";

/** What happened to the workbook, whoever did it. */
export type BookChange =
  | {
      readonly kind: "cells";
      readonly sheetId: string;
      readonly area: Area;
      readonly change: "RangeEdited" | "RowInserted" | "RowDeleted" | "ColumnInserted" | "ColumnDeleted";
      /** For one cell that was given a value. */
      readonly values?: { readonly before: CellContent; readonly after: CellContent };
    }
  | { readonly kind: "added" | "deleted"; readonly sheetId: string };

const LINES = {
  [InsertRowMutation.id]: "RowInserted",
  [RemoveRowMutation.id]: "RowDeleted",
  [InsertColMutation.id]: "ColumnInserted",
  [RemoveColMutation.id]: "ColumnDeleted",
} as const;

/** Tells of each change of content or structure at once; what formulas calculate is no change. */
export function watchChanges(engine: Engine, listener: (change: BookChange) => void): IDisposable {
  const before = new WeakMap<object, CellContent>();
  const watchedBefore = engine.commands.beforeCommandExecuted((command) => {
    const edit = isSmall(command) ? editOf(command) : null;
    if (edit?.single && command.params) before.set(command.params, contentOf(rawCell(engine, edit.sheetId, edit.area)));
  });
  const watchedAfter = engine.commands.onCommandExecuted((command, options) => {
    if (command.id === SetRangeValuesMutation.id) {
      const edit = isCalculated(options) ? null : editOf(command);
      if (!edit) return;
      const old = command.params && before.get(command.params);
      const values =
        edit.single && old !== undefined && !edit.single.f
          ? { values: { before: old, after: contentOf(rawCell(engine, edit.sheetId, edit.area)) } }
          : {};
      listener({ kind: "cells", sheetId: edit.sheetId, area: edit.area, change: "RangeEdited", ...values });
    } else {
      for (const change of structural(command)) listener(change);
    }
  });
  return {
    dispose: () => {
      watchedBefore.dispose();
      watchedAfter.dispose();
    },
  };
}

/** True where a mutation may set one cell alone. */
function isSmall(command: Readonly<ICommandInfo>): boolean {
  if (command.id !== SetRangeValuesMutation.id) return false;
  const lines = numbered((command.params as ISetRangeValuesMutationParams).cellValue);
  return lines.length === 1 && numbered(lines[0]?.[1]).length === 1;
}

function isCalculated(options: IExecutionOptions | undefined): boolean {
  return options?.fromFormula === true || options?.["applyFormulaCalculationResult"] === true;
}

function rawCell(engine: Engine, sheetId: string, { row, col }: Area): Nullable<ICellData> {
  return engine.workbook.getSheetBySheetId(sheetId)?.getSheet().getCellRaw(row, col);
}

/** The cells whose content a mutation sets (looks alone are no change); null where there are none. */
function editOf(command: Readonly<ICommandInfo>): { sheetId: string; area: Area; single: ICellData | null } | null {
  if (command.id !== SetRangeValuesMutation.id) return null;
  const { subUnitId, cellValue, trigger } = command.params as ISetRangeValuesMutationParams;
  if (trigger === SetStyleCommand.id) return null;
  let area: { top: number; left: number; bottom: number; right: number } | null = null;
  let single: ICellData | null = null;
  let count = 0;
  for (const [row, line] of numbered(cellValue)) {
    for (const [col, cell] of numbered(line)) {
      if (cell && !("v" in cell || "f" in cell || "si" in cell || "p" in cell)) continue;
      area = area
        ? {
            top: Math.min(area.top, row),
            left: Math.min(area.left, col),
            bottom: Math.max(area.bottom, row),
            right: Math.max(area.right, col),
          }
        : { top: row, left: col, bottom: row, right: col };
      single = cell ?? {};
      count++;
    }
  }
  if (!area) return null;
  return {
    sheetId: subUnitId,
    area: { row: area.top, col: area.left, rows: area.bottom - area.top + 1, cols: area.right - area.left + 1 },
    single: count === 1 ? single : null,
  };
}

function structural(command: Readonly<ICommandInfo>): BookChange[] {
  const cells = (
    sheetId: string, range: IRange,
    change: "RangeEdited" | "RowInserted" | "RowDeleted" | "ColumnInserted" | "ColumnDeleted",
  ): BookChange => {
    const area = areaOf(range);
    const lines = change.startsWith("Row")
      ? { ...area, col: 0, cols: MAX_COLS }
      : change.startsWith("Column")
        ? { ...area, row: 0, rows: MAX_ROWS }
        : area;
    return { kind: "cells", sheetId, area: lines, change };
  };
  const line = Object.hasOwn(LINES, command.id) ? LINES[command.id] : undefined;
  if (line) {
    const { subUnitId, range } = command.params as { subUnitId: string; range: IRange };
    return [cells(subUnitId, range, line)];
  }
  switch (command.id) {
    case InsertSheetMutation.id:
      return [{ kind: "added", sheetId: (command.params as { sheet: { id: string } }).sheet.id }];
    case RemoveSheetMutation.id:
      return [{ kind: "deleted", sheetId: (command.params as { subUnitId: string }).subUnitId }];
    case MoveRangeMutation.id: {
      const { from, to, fromRange, toRange } = command.params as IMoveRangeMutationParams;
      return [cells(from.subUnitId, fromRange, "RangeEdited"), cells(to.subUnitId, toRange, "RangeEdited")];
    }
    case MoveRowsMutation.id:
    case MoveColsMutation.id: {
      const { subUnitId, sourceRange, targetRange } = command.params as { subUnitId: string; sourceRange: IRange; targetRange: IRange };
      const [deleted, inserted] =
        command.id === MoveRowsMutation.id ? (["RowDeleted", "RowInserted"] as const) : (["ColumnDeleted", "ColumnInserted"] as const);
      return [cells(subUnitId, sourceRange, deleted), cells(subUnitId, targetRange, inserted)];
    }
    case ReorderRangeMutation.id: {
      const { subUnitId, range } = command.params as { subUnitId: string; range: IRange };
      return [cells(subUnitId, range, "RangeEdited")];
    }
    default:
      return [];
  }
}
