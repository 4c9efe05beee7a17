import { SetSelectionsOperation } from "@univerjs/sheets";
import { CFSubRuleType } from "@univerjs/sheets-conditional-formatting";
import type { FRange } from "@univerjs/sheets/facade";
import { areaToA1, type Area, type CellRef } from "../../src/sheet";
import type { BridgeOptions } from "../../src/host/bridge/bridge";
import type { HostConditions } from "../../src/host/bridge/conditions";
import type { RichApiCode } from "../../src/host/bridge/failure";
import { recordOf } from "../../src/host/record-mutations";
import type { SheetRecord } from "../../src/host/records";
import type { Engine } from "../../src/host/engine";
import { ExcelWorkbook } from "../../src/workbook/excel";
import { clearsUndo } from "../support/undo-clearing";
import { openExcel } from "./excel-client";

/**
 * Which messages are refused, counted from 1 at the next: all from `from` on, or only so many `times`, or only those with `about` in them.
 */
export interface Refusal {
  readonly from: number;
  readonly times?: number;
  readonly about?: string;
}

/** A method that was called or a property that was set, in which `Excel.run`, and whether that is one step of Excel's undo. */
export interface Call {
  readonly api: string;
  readonly sets: boolean;
  readonly run: number;
  readonly grouped: boolean;
}

/** A conditional format by formula, or the name of another kind. */
export type SeenFormat = { readonly formula: string; readonly fill: string | null; readonly cells: string } | string;

/** The Excel side of the workbook over the bridge, and a person who works in the same workbook. */
export interface OpenedWorkbook {
  readonly workbook: ExcelWorkbook;
  readonly engine: Engine;
  /** What Excel is like: a test changes it at will. */
  readonly conditions: HostConditions;
  /** The bytes of each message that was sent, without the client's clean-ups. */
  messages(): readonly number[];
  /** The messages that the work takes. */
  sent(work: () => Promise<unknown>): Promise<number>;
  fail(code: RichApiCode, which: Refusal): void;
  /** The calls that reached Excel, in their order. */
  calls(): readonly Call[];
  /** Excel refuses the call of this name once it has come so often; "UndoNotSupported" only in a group. */
  refuseCall(api: string, code: RichApiCode, after?: number): void;
  /** What somebody else does right before Excel takes a message: counted from 1 at the next. */
  meanwhile(message: number, act: () => void): void;
  /** Types a value into a cell, as a person does. */
  type(sheet: string, cell: string, value: number | string): Promise<void>;
  rename(sheet: string, name: string): void;
  insertRow(sheet: string, before: number): void;
  protect(sheet: string): Promise<void>;
  /** Selects areas of a sheet, one after the other. */
  select(sheet: string, ...areas: readonly string[]): void;
  /** What the client does in the same window, past the workbook under test. */
  run(work: (context: Excel.RequestContext) => Promise<void>): Promise<void>;
  /** What another person does in the same workbook. */
  colleague(work: (context: Excel.RequestContext) => Promise<void>): Promise<void>;
  /** The conditional formats of a sheet, the one that goes over all others first. */
  formats(sheet: string): SeenFormat[];
  selection(): CellRef | null;
  merges(sheet: string): Area[];
  /** Its charts and how it prints. */
  record(sheet: string): SheetRecord;
  /** Answers when all events have been told. */
  quiet(): Promise<void>;
  dispose(): Promise<void>;
}

/**
 * Opens an empty workbook and makes its client the global `Excel`; the options are the bridge's. Call `dispose` at the end of the test.
 */
export function openExcelWorkbook(options: Pick<BridgeOptions, "patience" | "conditions"> = {}): OpenedWorkbook {
  const sent: number[] = [];
  let refusal: { code: RichApiCode; from: number; to: number; about: string } | null = null;
  const acts = new Map<number, () => void>();
  const calls: Call[] = [];
  let refusedCall: { readonly api: string; readonly code: RichApiCode; after: number } | null = null;
  let current: Pick<Call, "run" | "grouped"> = { run: 0, grouped: false };
  const client = openExcel({
    ...options,
    refuse: (request) => {
      const text = JSON.stringify(request);
      sent.push(new TextEncoder().encode(text).length);
      const act = acts.get(sent.length);
      acts.delete(sent.length);
      act?.();
      return refusal && sent.length >= refusal.from && sent.length < refusal.to && text.includes(refusal.about) ? refusal.code : null;
    },
    refuseCall: ({ api, sets }) => {
      calls.push({ api, sets, ...current });
      if (refusedCall?.api === api && (current.grouped || refusedCall.code !== "UndoNotSupported") && refusedCall.after-- <= 0)
        return refusedCall.code;
      return current.grouped && clearsUndo(api) ? "UndoNotSupported" : null;
    },
  });
  const { engine, Excel, Office } = client;
  let runs = 0;
  // the client of the package knows nothing of groups yet, and sends nothing of them
  const run = <T,>(
    first: Excel.RunOptions | ((context: Excel.RequestContext) => Promise<T>),
    second?: (context: Excel.RequestContext) => Promise<T>,
  ): Promise<T> => {
    const [options, batch] = typeof first === "function" ? [{}, first] : [first, second];
    const own = { run: ++runs, grouped: "mergeUndoGroup" in options && options.mergeUndoGroup };
    return Excel.run(options, async (context) => {
      const sync = context.sync.bind(context);
      context.sync = async (value) => {
        const outer = current;
        current = own;
        try {
          return await sync(value);
        } finally {
          current = outer;
        }
      };
      if (!batch) throw new TypeError("Excel.run without a batch");
      return batch(context);
    });
  };
  Object.assign(globalThis, { Excel: Object.assign(Object.create(Excel) as typeof Excel, { run }), Office });
  const sheetOf = (name: string) => {
    const sheet = engine.workbook.getSheetByName(name);
    if (!sheet) throw new Error(`no sheet ${name}`);
    return sheet;
  };
  return {
    workbook: new ExcelWorkbook(),
    engine,
    conditions: client.bridge.conditions,
    messages: () => [...sent],
    sent: async (work) => {
      const before = sent.length;
      await work();
      return sent.length - before;
    },
    fail: (code, { from, times = Number.POSITIVE_INFINITY, about = "" }) => {
      const first = sent.length + from;
      refusal = { code, from: first, to: first + times, about };
    },
    calls: () => [...calls],
    refuseCall: (api, code, after = 0) => {
      refusedCall = { api, code, after };
    },
    meanwhile: (message, act) => void acts.set(sent.length + message, act),
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
    select: (sheet, ...areas) => {
      const target = sheetOf(sheet);
      engine.workbook.setActiveSheet(target);
      const selections = areas.map((area) => ({ range: target.getRange(area).getRange(), primary: null, style: null }));
      engine.commands.syncExecuteCommand(SetSelectionsOperation.id, {
        unitId: engine.workbook.getId(),
        subUnitId: target.getSheetId(),
        selections,
      });
    },
    run: (work) => Excel.run(work),
    colleague: async (work) => {
      const other = openExcel({ engine });
      await other.Excel.run(work);
      other.dispose();
    },
    formats: (sheet) =>
      sheetOf(sheet).getConditionalFormattingRules().map(({ rule, ranges }): SeenFormat => {
        if (!("subType" in rule) || rule.subType !== CFSubRuleType.formula || !("value" in rule) || typeof rule.value !== "string")
          return rule.type;
        return {
          formula: rule.value,
          fill: rule.style.bg?.rgb ?? null,
          cells: ranges
            .map((range) =>
              areaToA1({
                row: range.startRow,
                col: range.startColumn,
                rows: range.endRow - range.startRow + 1,
                cols: range.endColumn - range.startColumn + 1,
              }),
            )
            .join(","),
        };
      }),
    selection: () => {
      const range = engine.workbook.getActiveRange();
      return range && { sheet: range.getSheetName(), row: range.getRow(), col: range.getColumn() };
    },
    merges: (sheet) => sheetOf(sheet).getMergedRanges().map(areaOf),
    record: (sheet) => recordOf(client.engine.records, sheetOf(sheet).getSheetId()),
    quiet: () => new Promise((done) => setTimeout(done, 20)),
    dispose: () => {
      client.dispose();
      for (const name of ["Excel", "Office"]) Reflect.deleteProperty(globalThis, name);
      return Promise.resolve();
    },
  };
}

function areaOf(range: FRange): Area {
  return { row: range.getRow(), col: range.getColumn(), rows: range.getHeight(), cols: range.getWidth() };
}
