import type { RuleFailure } from "../checks";
import { claimsIn, documentSteps, factsOf, indexOf, judging, type CheckedClaim, type FactTable, type TextVerdict } from "../drafting";
import { isPercentFormat } from "../reading";
import { cellLooks, type SheetSnapshot } from "../sheet";
import type { Course, Workbook } from "../workbook/port";
import { sheetsOfVersion } from "./compare-versions";
import { sliced } from "./sliced";

/** What a text says in figures, held against the tables of a workbook. */
export interface TextCheck {
  /** The text as it was given: every span points into it. */
  readonly text: string;
  /** Its figures in their order. */
  readonly claims: readonly CheckedClaim[];
  /** How many tables it was held against. */
  readonly tables: number;
  /** Sheets on which looking for tables failed: a fault of ours. */
  readonly failures: readonly RuleFailure[];
}

interface TextTables extends Pick<TextCheck, "failures"> {
  readonly tables: readonly FactTable[];
}

/** The tables of a workbook as a text is held against them: whoever made them, they are read by their words. Throws `WorkbookFailure`. */
export async function textTables(workbook: Workbook, course: Course = {}): Promise<TextTables> {
  const sheets = await sheetsOfVersion({ workbook, sheet: null }, course);
  return {
    tables: sheets.flatMap(({ tables, snapshot }) => {
      const isPercent = snapshot && percentsOf(snapshot);
      return tables.map((table) => factsOf(table, (at) => isPercent?.(at.row, at.col) ?? null));
    }),
    failures: sheets.flatMap(({ failure }) => failure ?? []),
  };
}

/** Null where the formats were not told. */
function percentsOf({ looks }: SheetSnapshot): ((row: number, col: number) => boolean) | null {
  if (!looks?.numberFormats) return null;
  const at = cellLooks({ numberFormats: looks.numberFormats });
  return (row, col) => isPercentFormat(at(row, col).numberFormat);
}

/** So much of the work is reading the tables. */
const READING = 0.6;

/**
 * Holds each amount, share and count of a text against the tables of a workbook; nothing is written. Throws `WorkbookFailure`, "stopped"
 * among them.
 */
export async function checkText(workbook: Workbook, text: string, course: Course = {}): Promise<TextCheck> {
  const { progress } = course;
  const part = (from: number, to: number): Course =>
    progress ? { ...course, progress: (share) => progress(from + share * (to - from)) } : course;
  const { tables, failures } = await textTables(workbook, part(0, READING));
  const document = await sliced(documentSteps(text), course);
  const claims = await sliced(claimsIn(document), course);
  const judged = part(READING, 1);
  let done = 0;
  const checked = await sliced(judging(claims, indexOf(tables)), course, () => judged.progress?.(done++ / claims.length));
  progress?.(1);
  return { text, claims: checked, tables: tables.length, failures };
}

/** How many figures of a text came to which verdict. */
export function textCounts({ claims }: TextCheck): Readonly<Record<TextVerdict, number>> {
  const counts = { differs: 0, unsure: 0, "not-found": 0, agrees: 0 };
  for (const { verdict } of claims) counts[verdict] += 1;
  return counts;
}
