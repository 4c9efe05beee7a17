import {
  CommandType, ICommandService, type IDisposable, type IMutation, type Injector, IResourceManagerService, UniverInstanceType,
} from "@univerjs/core";
import { watchShifts } from "./bridge/shift";
import {
  type BookRecord, type ChartRecord, NEW_BOOK_RECORD, NEW_SHEET_RECORD, type PageRecord, type Records, type SheetRecord, shiftRecord,
} from "./records";

interface OfSheet {
  readonly unitId: string;
  readonly subUnitId: string;
}

/** Ids of the changes of records, as they stand in the log of a workbook: a kept log is read again, so that they stay as they are. */
export const RECORD_MUTATION = {
  /** Sets some of the fields of the page set-up: `page`. */
  page: "plan-tables.mutation.set-page",
  /** Puts `chart` in the place of the one of its id, or after all others. */
  chart: "plan-tables.mutation.set-chart",
  /** Takes away the chart `chartId`. */
  removeChart: "plan-tables.mutation.remove-chart",
  /** Sets some of the fields of what is kept of the workbook as a whole: `book`. */
  book: "plan-tables.mutation.set-book",
  /** Protects a sheet, or with null no longer: `protection`. */
  protection: "plan-tables.mutation.set-protection",
} as const;

const RESOURCE = "SHEET_PLAN_TABLES_RECORDS_PLUGIN";

export interface KeptRecords extends IDisposable {
  readonly records: Records;
  readonly book: BookRecord;
}

/** What a workbook keeps; of before there was anything to keep of it as a whole, the sheets alone. */
type Kept = { readonly sheets: readonly [string, SheetRecord][]; readonly book: BookRecord } | readonly [string, SheetRecord][];

/** The record of a sheet, as it is of a new one where nobody changed anything. */
export function recordOf(records: Records, sheetId: string): SheetRecord {
  return records.get(sheetId) ?? NEW_SHEET_RECORD;
}

/**
 * Keeps the records of an engine's workbook: they are changed by mutations, move with the cells, and go into what the engine saves. To be
 * called before the workbook is opened.
 */
export function keepRecords(injector: Injector): KeptRecords {
  const commands = injector.get(ICommandService);
  const records = new Map<string, SheetRecord>();
  let book = NEW_BOOK_RECORD;
  const change = (sheetId: string, changed: (record: SheetRecord) => SheetRecord): boolean => {
    records.set(sheetId, changed(recordOf(records, sheetId)));
    return true;
  };
  const mutation = <P extends OfSheet>(id: string, changed: (record: SheetRecord, params: P) => SheetRecord): IDisposable =>
    commands.registerCommand({
      id,
      type: CommandType.MUTATION,
      handler: (_, params: P) => change(params.subUnitId, (record) => changed(record, params)),
    } satisfies IMutation<P>);
  const parts = [
    mutation<OfSheet & { readonly page: Partial<PageRecord> }>(RECORD_MUTATION.page, (record, { page }) => ({
      ...record,
      page: { ...record.page, ...page },
    })),
    mutation<OfSheet & { readonly chart: ChartRecord }>(RECORD_MUTATION.chart, (record, { chart }) => ({
      ...record,
      charts: record.charts.some(({ id }) => id === chart.id)
        ? record.charts.map((one) => (one.id === chart.id ? chart : one))
        : [...record.charts, chart],
    })),
    mutation<OfSheet & { readonly chartId: string }>(RECORD_MUTATION.removeChart, (record, { chartId }) => ({
      ...record,
      charts: record.charts.filter(({ id }) => id !== chartId),
    })),
    mutation<OfSheet & Pick<SheetRecord, "protection">>(RECORD_MUTATION.protection, (record, { protection }) => ({
      ...record,
      protection,
    })),
    commands.registerCommand({
      id: RECORD_MUTATION.book,
      type: CommandType.MUTATION,
      handler: (_, params: { readonly book: Partial<BookRecord> }) => {
        book = { ...book, ...params.book };
        return true;
      },
    } satisfies IMutation<{ readonly book: Partial<BookRecord> }>),
    watchShifts(commands, (shifted, shift) => {
      for (const [sheetId, record] of records) records.set(sheetId, shiftRecord(record, sheetId, shifted, shift));
    }),
    injector.get(IResourceManagerService).registerPluginResource<Kept>({
      pluginName: RESOURCE,
      businesses: [UniverInstanceType.UNIVER_SHEET],
      toJson: () => JSON.stringify({ sheets: [...records], book } satisfies Kept),
      parseJson: (text) => JSON.parse(text) as Kept,
      onLoad: (_, loaded) => {
        records.clear();
        const { sheets, book: whole } = "sheets" in loaded ? loaded : { sheets: loaded, book: NEW_BOOK_RECORD };
        for (const [sheetId, record] of sheets) records.set(sheetId, record);
        book = whole;
      },
      onUnLoad: () => {
        records.clear();
        book = NEW_BOOK_RECORD;
      },
    }),
  ];
  return {
    records,
    get book() {
      return book;
    },
    dispose: () => {
      for (const part of parts) part.dispose();
    },
  };
}
