import { inverseOrigins, specArea, type SheetSpec } from "../sheet";
import { WorkbookFailure, type CellChange, type LiveWorkbook, type MadeSheet, type NamedArea, type Standing } from "../workbook/port";
import { madeOf } from "./made-sheets";
import { recordAsWritten, type MadeRecord } from "./undo-record";

/** Part of what takes an action of ours back: what was written where, what stood there, and what must still stand there. */
export type UndoPart =
  /** The cells as they stood; each change says what has to stand in its cell. */
  | { readonly kind: "cells"; readonly changes: readonly CellChange[] }
  /** Names that cells were given, or that were taken from them. */
  | { readonly kind: "names"; readonly names: readonly NamedArea[]; readonly given: boolean }
  /** Sheets that were made: each must hold what was written into it and nothing else. */
  | { readonly kind: "sheets"; readonly sheets: readonly MadeSheet[] }
  /** Sheets that were removed, as they stood. */
  | { readonly kind: "removed"; readonly specs: readonly SheetSpec[] }
  /** A record that was made: what later checks entered counts as ours, what people did does not. */
  | { readonly kind: "record"; readonly record: MadeRecord }
  /** A sheet of ours that was written again: `now` must stand there; `back` says how its rows have moved, where they have. */
  | {
      readonly kind: "rewritten";
      readonly id: string;
      readonly now: SheetSpec;
      readonly before: SheetSpec;
      readonly back: Pick<Standing, "origins" | "before">;
    };

/** What takes an action back, in the order in which it has to be done. Sheets that were made come last: they are not put back. */
export type Undo = readonly UndoPart[];

/**
 * Takes an action back, all of it or nothing. Throws `WorkbookFailure`: "cell-changed", "sheet-has-entries" and "would-overwrite" where
 * something else stands there now, "sheet-gone"; "notes-unseen" where notes may be lost, unless that is `accepted`.
 */
export async function takeBack(workbook: LiveWorkbook, undo: Undo, notesUnseen?: "accepted"): Promise<void> {
  await allOrNone(workbook, undo.map((part) => () => takePart(workbook, part, notesUnseen)));
}

/**
 * Does the steps of an action one after the other; where one fails, those before it are taken back. Returns what takes all of them back.
 */
export async function allOrNone(workbook: LiveWorkbook, steps: readonly (() => Promise<Undo>)[]): Promise<Undo> {
  let undo: Undo = [];
  for (const step of steps) {
    try {
      undo = [...(await step()), ...undo];
    } catch (error) {
      await afterFailure(workbook, undo, error);
      throw error;
    }
  }
  return undo;
}

async function afterFailure(workbook: LiveWorkbook, undo: Undo, cause: unknown): Promise<void> {
  const failures: unknown[] = [cause];
  for (const part of undo) {
    try {
      await takePart(workbook, part, "accepted");
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 1) throw new WorkbookFailure("left-over", { sheets: sheetsOf(undo) }, { cause: new AggregateError(failures) });
}

/** Returns what does the part again, as far as it can be done again. */
async function takePart(workbook: LiveWorkbook, part: UndoPart, notesUnseen?: "accepted"): Promise<Undo> {
  switch (part.kind) {
    case "cells":
      return [{ kind: "cells", changes: await workbook.change(part.changes) }];
    case "names": {
      const { names, given } = part;
      if (given) return [{ kind: "names", names: await workbook.removeNames(names.map(({ name }) => name)), given: false }];
      await workbook.nameAreas(names);
      return [{ kind: "names", names, given: true }];
    }
    case "sheets":
      await workbook.removeSheets(part.sheets, notesUnseen);
      return [];
    case "removed":
      return [{ kind: "sheets", sheets: madeOf(await workbook.addSheets(part.specs, { show: false }), part.specs) }];
    case "record": {
      const written = await recordAsWritten(workbook, part.record);
      if (written) await workbook.removeSheets([written], notesUnseen);
      return [];
    }
    case "rewritten": {
      const { id, now, before, back } = part;
      await workbook.rewriteSheet(id, specArea(now), before, { ...back, expect: now.cells });
      const origins = back.origins && inverseOrigins(back.origins, now.cells.length);
      return [
        { kind: "rewritten", id, now: before, before: now, back: { ...(origins ? { origins } : {}), ...(back.before ? { before } : {}) } },
      ];
    }
  }
}

function sheetsOf(undo: Undo): string[] {
  const names = undo.flatMap((part): string[] => {
    switch (part.kind) {
      case "cells":
        return part.changes.map(({ at }) => at.sheet);
      case "names":
        return part.names.map(({ at }) => at.sheet);
      case "sheets":
        return part.sheets.map(({ spec }) => spec.name);
      case "removed":
        return part.specs.map(({ name }) => name);
      case "record":
        return [part.record.spec.name];
      case "rewritten":
        return [part.now.name];
    }
  });
  return [...new Set(names)];
}
