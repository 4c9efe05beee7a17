import type { FormsDraft, OtherFindings, RollUpResult, SourceRow, UnitReport } from "../app";
import type { Words } from "../i18n";
import { formFigures, formMismatches } from "./form-report";
import { beginFile, writing, type Io, type Sink } from "./io";
import { figureReports, headLine, mismatchReport, sourceLine, sourceReport, unitReport, type CsvSeparator } from "./summarize-rows";
import { toldTable } from "./told-tables";

/** What is told beside the tables of plans. */
export interface Beside {
  /** Forms of anybody that were added up; null where there are none. */
  readonly forms: FormsDraft | null;
  /** Tables that somebody else has made, in the summary of one workbook. */
  readonly others: readonly OtherFindings[];
}

/** The table of every cell that was read, written while it is read: it is never whole in memory. */
export interface LongTable {
  readonly add: (rows: readonly SourceRow[]) => Promise<void>;
  readonly close: (reports: readonly UnitReport[], result: RollUpResult, beside: Beside) => Promise<void>;
}

interface Asked {
  readonly json: boolean;
  readonly csv: string | null;
  readonly separator: CsvSeparator;
}

/** To .csv, to standard output as JSON, to both or to nowhere. Throws `NotDone` where the .csv file is there already. */
export async function longTable({ json, csv, separator }: Asked, words: Words, io: Io): Promise<LongTable> {
  const tables = [...(csv === null ? [] : [await csvTable(csv, separator, words, io)]), ...(json ? [jsonTable(io.print, words)] : [])];
  const each = async (work: (table: LongTable) => Promise<void>): Promise<void> => {
    for (const table of tables) await work(table);
  };
  return {
    add: (rows) => each((table) => table.add(rows)),
    close: (reports, result, beside) => each((table) => table.close(reports, result, beside)),
  };
}

/** Begins with a byte order mark, by which Excel knows UTF-8. */
async function csvTable(file: string, separator: CsvSeparator, words: Words, io: Io): Promise<LongTable> {
  const sink = await beginFile(file, ".csv", words, io);
  let head = `\uFEFF${headLine(separator)}\r\n`;
  const write = async (text: string): Promise<void> => {
    await sink.write(head + text);
    head = "";
  };
  return {
    add: (rows) => writing(file, words, () => write(rows.map((row) => `${sourceLine(row, separator)}\r\n`).join(""))),
    close: () =>
      writing(file, words, async () => {
        await write("");
        await sink.close();
      }),
  };
}

function jsonTable(sink: Sink<string>, words: Words): LongTable {
  let before = '{"sources":[\n';
  const list = (values: readonly unknown[]): string => `[\n${values.map((value) => JSON.stringify(value)).join(",\n")}\n]`;
  return {
    add: async (rows) => {
      if (rows.length === 0) return;
      await sink.write(before + rows.map((row) => JSON.stringify(sourceReport(row))).join(",\n"));
      before = ",\n";
    },
    close: async (reports, result, { forms, others }) => {
      const rest = {
        units: reports.map(unitReport),
        figures: [...figureReports(result), ...(forms ? formFigures(forms) : [])],
        mismatches: [...result.mismatches.map((one) => mismatchReport(one, words)), ...(forms ? formMismatches(forms, words) : [])],
        ...(others.length > 0 ? { tables: others.map(toldTable) } : {}),
      };
      await sink.write(
        `${before === ",\n" ? "" : before}\n],${Object.entries(rest).map(([name, values]) => `"${name}":${list(values)}`).join(",")}}\n`,
      );
      await sink.close();
    },
  };
}
