import { RATE, mismatchWords, toA1, type Mismatch, type RollUpResult, type SourceRow, type UnitReport } from "../app";
import type { Words } from "../i18n";
import type { z } from "zod";
import type { summarizeReportSchema } from "./schema";

type Report = z.infer<typeof summarizeReportSchema>;

/** The fields of a row of the long table, in the order of the columns of .csv. */
const SOURCE_FIELDS = [
  "unit", "kind", "plan", "code", "indicator", "measure", "year", "column", "part", "value", "counted", "file", "sheet", "cell",
] as const;

const KINDS = { indicators: "indicator", budget: "budget", tasks: "task", other: "other" } as const;

/** "2022", "y2022" and "d2022" are years; other columns have none. */
function yearOf(column: string): number | null {
  const year = /^[yd]?(\d{4})$/.exec(column)?.[1];
  return year === undefined ? null : Number(year);
}

export function sourceReport(row: SourceRow): Report["sources"][number] {
  const { unit, kind, plan, key, label, measure, column, part, value, counted, file, at } = row;
  return {
    unit,
    kind: KINDS[kind],
    plan,
    code: key,
    indicator: label,
    measure,
    year: yearOf(column),
    column, part, value, counted, file,
    sheet: at.sheet,
    cell: toA1(at),
  };
}

/**
 * What stands between the fields of .csv. With a semicolon numbers have a decimal comma: so a spreadsheet program with Vietnamese
 * settings opens it as a table.
 */
export type CsvSeparator = "," | ";";

/** The first line of .csv. */
export const headLine = (separator: CsvSeparator): string => SOURCE_FIELDS.join(separator);

/** Whether a file that begins so is a long table of ours. */
export function isLongTable(beginning: string): boolean {
  return [",", ";"].some((separator) => beginning.replace(/^\uFEFF/, "").startsWith(SOURCE_FIELDS.slice(0, 5).join(separator)));
}

/** A line of .csv; text that a spreadsheet program would take for a formula is marked as text. */
export function sourceLine(row: SourceRow, separator: CsvSeparator): string {
  const report = sourceReport(row);
  return SOURCE_FIELDS.map((field) => csvField(report[field], separator)).join(separator);
}

/** By what a spreadsheet program takes a text for a formula, also in the wide signs of an East Asian keyboard, behind blanks. */
const FORMULA_SIGN = /^[\s\u00A0]*[=+\-@＝＋－＠]|^[\t\r\n]/;

export function csvField(value: string | number | boolean | null, separator: CsvSeparator): string {
  if (typeof value === "number" && separator === ";") return String(value).replace(".", ",");
  if (typeof value !== "string") return value === null ? "" : String(value);
  const safe = FORMULA_SIGN.test(value) ? `'${value}` : value;
  return /[",;\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export function unitReport({ unit, file, state, reason, filled, cells, errors, warnings, infos }: UnitReport): Report["units"][number] {
  return { unit, file, state, reason, filled, cells, errors, warnings, infos };
}

/** Every figure, of the whole ("") and of each tier. */
export function figureReports({ sections }: RollUpResult): Report["figures"] {
  return sections.flatMap(({ kind, plan, part, lines, moneyUnit }) =>
    lines.flatMap(({ key, label, measure, figures }) =>
      [...figures].flatMap(([unit, columns]) =>
        [...columns].map(([column, { value, why, units, statuses }]) => ({
          unit,
          kind: KINDS[kind],
          plan,
          budget: part === "" ? null : part,
          code: key,
          indicator: label,
          measure: column === RATE ? "%" : (moneyUnit ?? measure),
          year: yearOf(column),
          column, value, why, units,
          ...(kind === "tasks" || statuses.size > 0 ? { statuses: Object.fromEntries([...statuses].sort()) } : {}),
        })),
      ),
    ),
  );
}

export function mismatchReport(one: Mismatch, words: Words): Report["mismatches"][number] {
  return { kind: KINDS[one.kind], code: one.code, message: mismatchWords(one, words), count: one.units.count, units: [...one.units.first] };
}
