import type { Finding, FindingCode, FindingOf, Severity } from "../findings";
import type { CalculationSetting, CellRef, SheetInfo } from "../sheet";
import type { LostTable, Table } from "../tables";

/** The day on which a check runs: what ends before it is over. Months and days count from 1. */
export interface Today {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** What a rule may know beside its table. */
export interface Context {
  readonly today: Today;
  /** Every table of the workbook, the checked one among them. */
  readonly tables: readonly Table[];
  /** Tables that could not be read; none unless told. */
  readonly lost?: readonly LostTable[];
  /** The sheets of the workbook; none unless told. */
  readonly sheets?: readonly SheetInfo[];
  /** How the workbook computes, where that is not as usual. */
  readonly calculation?: readonly CalculationSetting[];
}

/** One kind of thing to look for. It has no state, reads nothing but what it is given and writes no sentence. */
export interface Rule {
  /** The base name of its file, of its test and of its page in docs/checks. */
  readonly name: string;
  readonly codes: readonly FindingCode[];
  /** What its findings can be, the worst first. */
  readonly severities: readonly Severity[];
  readonly check: (table: Table, context: Context) => Finding[];
  /** What it finds beside all tables, once for a workbook. */
  readonly beside?: (context: Context) => Finding[];
}

/** The id of a finding: the same while the table, the code and what it is about are the same, wherever the rows move. */
export function findingId(table: Table, code: FindingCode, about: string): string {
  return [tableIdPart(table), ...[code, about].map(idPart)].join("/");
}

/** What the ids of a table's findings begin with, up to the first stroke. */
export function tableIdPart({ key }: Pick<Table, "key">): string {
  return idPart(key);
}

function idPart(text: string): string {
  return text.replaceAll("/", "∕");
}

export function finding<C extends FindingCode>(
  table: Table,
  code: C,
  about: string,
  rest: Pick<FindingOf<C>, "severity" | "at" | "data"> & { readonly cells?: readonly CellRef[] },
): FindingOf<C> {
  return { id: findingId(table, code, about), code, severity: rest.severity, at: rest.at, cells: rest.cells ?? [rest.at], data: rest.data };
}
