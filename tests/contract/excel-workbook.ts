import type { FRange } from "@univerjs/sheets/facade";
import type { Area, CellRef } from "../../src/sheet";
import type { BridgeOptions } from "../../src/host/bridge/bridge";
import type { RichApiCode } from "../../src/host/bridge/failure";
import type { SheetRecord } from "../../src/host/bridge/records";
import { newSheetRecord } from "../../src/host/bridge/records";
import { ExcelWorkbook } from "../../src/workbook/excel";
import { openExcel } from "./excel-client";

/** Which messages are refused, counted from 1 at the next: all from `from` on, or only so many `times`. */
export interface Refusal {
  readonly from: number;
  readonly times?: number;
}

/** The Excel side of the workbook over the bridge, and a person who works in the same workbook. */
export interface OpenedWorkbook {
  readonly workbook: ExcelWorkbook;
  /** The bytes of each message that was sent, without the client's clean-ups. */
  messages(): readonly number[];
  fail(code: RichApiCode, which: Refusal): void;
  /** Types a value into a cell, as a person does. */
  type(sheet: string, cell: string, value: number | string): Promise<void>;
  rename(sheet: string, name: string): void;
  insertRow(sheet: string, before: number): void;
  protect(sheet: string): Promise<void>;
  selection(): CellRef | null;
  merges(sheet: string): Area[];
  /** Its charts and how it prints. */
  record(sheet: string): SheetRecord;
  /** Answers when all events have been told. */
  quiet(): Promise<void>;
  dispose(): Promise<void>;
}

/**
 * Opens an empty workbook and makes its client the global `Excel`; `patience` is the bridge's. Call `dispose` at the end of the test.
 */
export function openExcelWorkbook(options: Pick<BridgeOptions, "patience"> = {}): OpenedWorkbook {
  const sent: number[] = [];
  let refusal: { code: RichApiCode; from: number; to: number } | null = null;
  const client = openExcel({
    ...options,
    refuse: (request) => {
      sent.push(new TextEncoder().encode(JSON.stringify(request)).length);
      return refusal && sent.length >= refusal.from && sent.length < refusal.to ? refusal.code : null;
    },
  });
  const { engine, Excel } = client;
  Object.assign(globalThis, { Excel });
  const sheetOf = (name: string) => {
    const sheet = engine.workbook.getSheetByName(name);
    if (!sheet) throw new Error(`no sheet ${name}`);
    return sheet;
  };
  return {
    workbook: new ExcelWorkbook(),
    messages: () => [...sent],
    fail: (code, { from, times = Number.POSITIVE_INFINITY }) => {
      const first = sent.length + from;
      refusal = { code, from: first, to: first + times };
    },
    type: async (sheet, cell, value) => {
      sheetOf(sheet).getRange(cell).setValue(value);
      await engine.settled();
    },
    rename: (sheet, name) => void sheetOf(sheet).setName(name),
    insertRow: (sheet, before) => void sheetOf(sheet).insertRows(before, 1),
    protect: (sheet) =>
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem(sheet).protection.protect();
        await context.sync();
      }),
    selection: () => {
      const range = engine.workbook.getActiveRange();
      return range && { sheet: range.getSheetName(), row: range.getRow(), col: range.getColumn() };
    },
    merges: (sheet) => sheetOf(sheet).getMergedRanges().map(areaOf),
    record: (sheet) => client.bridge.records.get(sheetOf(sheet).getSheetId()) ?? newSheetRecord(),
    quiet: () => new Promise((done) => setTimeout(done, 20)),
    dispose: () => {
      client.dispose();
      Reflect.deleteProperty(globalThis, "Excel");
      return Promise.resolve();
    },
  };
}

function areaOf(range: FRange): Area {
  return { row: range.getRow(), col: range.getColumn(), rows: range.getHeight(), cols: range.getWidth() };
}
