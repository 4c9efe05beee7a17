import { generateRandomId, type IDataValidationRule, type IExecutionOptions, IUndoRedoService, type Worksheet } from "@univerjs/core";
import { SetRangeValuesMutation, SetStyleCommand, SetWorksheetActiveOperation } from "@univerjs/sheets";
import { AddConditionalRuleMutation, type IConditionFormattingRule } from "@univerjs/sheets-conditional-formatting";
import { AddSheetDataValidationCommand, ClearRangeDataValidationCommand } from "@univerjs/sheets-data-validation";
import type { FWorksheet } from "@univerjs/sheets/facade";
import type { Area } from "../../sheet";
import type { Engine } from "../engine";
import { recordOf } from "../record-mutations";
import type { SheetRecord } from "../records";
import { engineRange } from "./address";
import { itemNotFound, RichApiFailure } from "./failure";
import type { HostObject } from "./host-object";
import { PendingCells } from "./pending-cells";
import type { Shift } from "./shift";
import { shiftArea } from "./shift";

/** A range that somebody holds: it moves with its cells. */
export interface RangeHandle {
  readonly sheetId: string;
  area: Area;
  /** Set while the client keeps a reference to it. */
  referenceId: string | null;
  /** True once all of its cells were removed. */
  gone: boolean;
}

/** A conditional format that was just added. */
export interface NewFormat {
  readonly sheetId: string;
  rule: IConditionFormattingRule;
}

/** A validation rule that was just described, and the cells of its range that the sheet shows. */
export interface NewValidation {
  readonly handle: RangeHandle;
  readonly area: Area;
  rule: Omit<IDataValidationRule, "uid" | "ranges">;
}

/** How objects of other classes are made, so that the classes need not know each other. */
export interface ObjectMakers {
  range(handle: RangeHandle): HostObject;
  /** Several areas of one sheet. */
  areas(sheetId: string, areas: readonly Area[]): HostObject;
  worksheet(sheetId: string): HostObject;
}

/** What the objects of one frame share: the workbook, its records and the ranges that the client holds. */
export class Session {
  private readonly held = new Map<string, RangeHandle>();
  private nextReference = 1;
  private wrote = false;
  private waiting: PendingCells | null = null;
  private waitingFormat: NewFormat | null = null;
  private waitingValidation: NewValidation | null = null;

  constructor(
    readonly engine: Engine,
    readonly objects: ObjectMakers,
  ) {}

  get unitId(): string {
    return this.engine.workbook.getId();
  }

  /** The sheet of an id, with everything written so far; ItemNotFound where it was deleted. */
  sheet(sheetId: string): FWorksheet {
    this.flush();
    return this.existing(sheetId);
  }

  private existing(sheetId: string): FWorksheet {
    const sheet = this.engine.workbook.getSheetBySheetId(sheetId);
    if (!sheet) throw itemNotFound(`worksheet ${sheetId}`);
    return sheet;
  }

  /** Where writes of cells of a sheet gather; `over` is where content is about to be written. */
  pending(sheetId: string, over?: Area): PendingCells {
    if (this.waiting?.sheetId === sheetId && !(over && this.waiting.shares(over))) return this.waiting;
    this.flush();
    this.waiting = new PendingCells(sheetId, this.existing(sheetId).getSheet());
    return this.waiting;
  }

  /**
   * Keeps a conditional format back until something else happens: the client describes it piece by piece, and the engine would calculate
   * by each of its formulas.
   */
  addFormat(format: NewFormat): void {
    this.flush();
    this.waitingFormat = format;
  }

  /** The conditional format of an id that is kept back. */
  newFormat(id: string): NewFormat | null {
    return this.waitingFormat?.rule.cfId === id ? this.waitingFormat : null;
  }

  /** Keeps a validation rule back in the same way: the engine would hold all cells against each of its pieces. */
  addValidation(validation: NewValidation): void {
    this.flush();
    this.waitingValidation = validation;
  }

  /** The validation rule of a range that is kept back. */
  newValidation(handle: RangeHandle): NewValidation | null {
    return this.waitingValidation?.handle === handle ? this.waitingValidation : null;
  }

  /** Gives what waits to the engine. */
  flush(): void {
    const format = this.waitingFormat;
    this.waitingFormat = null;
    if (format) this.carryOut(AddConditionalRuleMutation.id, { subUnitId: format.sheetId, rule: format.rule });
    const validation = this.waitingValidation;
    this.waitingValidation = null;
    if (validation) this.giveValidation(validation);
    const waiting = this.waiting;
    if (!waiting) return;
    this.waiting = null;
    const write = (cellValue: object, more: object): void => {
      if (Object.keys(cellValue).length > 0) this.mutate(SetRangeValuesMutation.id, { subUnitId: waiting.sheetId, cellValue, ...more });
    };
    write(waiting.content, {});
    write(waiting.takeLooks(), { trigger: SetStyleCommand.id });
  }

  private giveValidation({ handle: { sheetId: subUnitId }, area, rule }: NewValidation): void {
    const ranges = [engineRange(area)];
    this.carryOut(ClearRangeDataValidationCommand.id, { subUnitId, ranges });
    this.carryOut(AddSheetDataValidationCommand.id, { subUnitId, rule: { ...rule, uid: generateRandomId(8), ranges } });
  }

  model(sheetId: string): Worksheet {
    return this.sheet(sheetId).getSheet();
  }

  /** The size and the formats of a sheet, without what waits to be written. */
  peek(sheetId: string): Worksheet {
    return this.existing(sheetId).getSheet();
  }

  record(sheetId: string): SheetRecord {
    this.existing(sheetId);
    return recordOf(this.engine.records, sheetId);
  }

  range(sheetId: string, area: Area): RangeHandle {
    return { sheetId, area, referenceId: null, gone: false };
  }

  /** Runs a change of the workbook as this frame's own: the events say so, and the person's undo stack is cleared, as Excel does. */
  change<T>(work: () => T): T {
    this.flush();
    return this.asWriter(work);
  }

  /**
   * As `change`, for rows, columns and cells that come or go: the engine moves merges, rules and references of the sheet that is shown,
   * whichever sheet it was told, so that this one is shown meanwhile.
   */
  changeShown(sheetId: string, work: () => unknown): void {
    const shown = this.engine.workbook.getActiveSheet().getSheetId();
    // by the engine's own operation: its screen follows nothing else
    const show = (subUnitId: string): void =>
      void this.engine.commands.syncExecuteCommand(SetWorksheetActiveOperation.id, { unitId: this.unitId, subUnitId });
    this.change(() => {
      if (shown === sheetId) return void work();
      show(sheetId);
      try {
        work();
      } finally {
        show(shown);
      }
    });
  }

  private asWriter<T>(work: () => T): T {
    const outer = this.engine.writer;
    this.engine.writer = this;
    this.wrote = true;
    try {
      return work();
    } finally {
      this.engine.writer = outer;
    }
  }

  /** Carries out a mutation of the engine by its id; GeneralException when the engine refuses. */
  mutate(id: string, params: object, options?: IExecutionOptions): void {
    this.flush();
    this.carryOut(id, params, options);
  }

  /** Makes a sheet larger: nothing that waits to be written has to go before it. */
  resize(id: string, params: object): void {
    this.carryOut(id, params);
  }

  private carryOut(id: string, params: object, options?: IExecutionOptions): void {
    const done = this.asWriter(() => this.engine.commands.syncExecuteCommand(id, { unitId: this.unitId, ...params }, options));
    if (!done) throw new RichApiFailure("GeneralException", `The workbook refused ${id}.`);
  }

  /** To be called at the end of a batch. */
  finish(): void {
    this.flush();
    if (this.wrote) this.engine.injector.get(IUndoRedoService).clearUndoRedo(this.unitId);
    this.wrote = false;
  }

  keep(handle: RangeHandle): void {
    handle.referenceId ??= `range-${this.nextReference++}`;
    this.held.set(handle.referenceId, handle);
  }

  release(referenceId: string): void {
    const handle = this.held.get(referenceId);
    if (handle) handle.referenceId = null;
    this.held.delete(referenceId);
  }

  releaseAll(): void {
    for (const id of [...this.held.keys()]) this.release(id);
  }

  kept(referenceId: string): RangeHandle | null {
    const handle = this.held.get(referenceId);
    return handle && !handle.gone ? handle : null;
  }

  /** Moves the held ranges with their cells. */
  shift(sheetId: string, shift: Shift): void {
    for (const handle of this.held.values()) {
      if (handle.sheetId !== sheetId) continue;
      const moved = shiftArea(handle.area, shift);
      if (moved) handle.area = moved;
      else handle.gone = true;
    }
  }
}
