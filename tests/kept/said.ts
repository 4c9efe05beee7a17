import { checkWorkbook, describeCheck, type CheckResult, type Today } from "../../src/app";
import { schemas } from "../../src/cli/schema";
import { wordsOf } from "../../src/i18n";
import { toA1 } from "../../src/sheet";
import { readPrevious, inputsOf } from "../../src/summaries";
import { SUMMARY_NAME } from "../../src/templates";
import type { Workbook } from "../../src/workbook/port";

/** What a version says of a workbook, in words that no change of the house touches. */
export interface Said {
  readonly tables: readonly {
    readonly key: string;
    readonly kind: string;
    readonly sheet: string;
    readonly range: string;
    readonly relations: readonly string[];
  }[];
  readonly findings: readonly {
    readonly id: string;
    readonly code: string;
    readonly severity: string;
    readonly at: string;
    readonly status: string;
  }[];
  readonly turnedOff: readonly { readonly rule: string; readonly text: string; readonly who: string }[];
  /** The rows of the record as they stand. */
  readonly record: readonly (readonly [id: string, status: string, explanation: string, who: string])[];
  /** The lines of the summary in it, by their marks: none where there is no summary. */
  readonly summary: readonly string[];
}

/** What the code as it stands says of a workbook. Throws where a rule failed. */
export async function said(workbook: Workbook, today: Today): Promise<Said> {
  const result = await checkWorkbook(workbook, today);
  if (result.failures.length > 0) throw new Error(result.failures.map(({ rule }) => rule).join(", "));
  const report = describeCheck(result, wordsOf("vi"));
  return {
    tables: report.tables.map(({ kind, sheet, range, relations }, index) => ({
      key: result.outlines[index]?.key ?? "",
      kind,
      sheet,
      range,
      relations: relations.map(({ op, total, parts, axis }) => `${op} ${axis} ${total} = ${parts.join(" ")}`).sort(),
    })),
    findings: report.findings.map(({ id, code, severity, sheet, cell }) => ({
      id, code, severity,
      at: `'${sheet}'!${cell}`,
      status: result.statuses.get(id) ?? "open",
    })),
    turnedOff: result.turnedOff.map(({ rule, text, who }) => ({ rule, text, who })),
    record: recordOf(result),
    summary: await summaryOf(workbook, result),
  };
}

function recordOf({ record }: CheckResult): Said["record"] {
  const text = (value: unknown): string => (typeof value === "string" ? value : "");
  return (record?.rows ?? []).map(({ cells: { id, status, explanation, who } }) => [text(id), text(status), text(explanation), text(who)]);
}

async function summaryOf(workbook: Workbook, { workbook: { names } }: CheckResult): Promise<string[]> {
  const own = names.find(({ name }) => name === SUMMARY_NAME)?.refersTo;
  const [snapshot] = own ? await workbook.read([own]) : [];
  const previous = own && snapshot ? readPrevious(inputsOf(snapshot, own.area.cols)) : null;
  return (previous?.lines ?? []).map(({ kind, key }, row) => `${toA1({ row, col: 0 })} ${kind} ${key}`);
}

/** The figures of a roll-up as `summarize --json` prints them: "unit/kind/code/column" and the value. */
export function figuresIn(json: string): readonly (readonly [place: string, value: number | null])[] {
  return schemas.summarize
    .parse(JSON.parse(json))
    .figures.map(({ unit, kind, code, column, value }) => [`${unit}/${kind}/${code}/${column}`, value]);
}
