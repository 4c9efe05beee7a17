import type { Severity } from "../findings";
import { COLOURS } from "../templates";
import type { CellMark, LiveWorkbook } from "../workbook/port";
import type { CheckResult } from "./check-workbook";

const FILLS: Readonly<Record<Severity, string>> = { error: COLOURS.wrong, warning: COLOURS.odd, info: COLOURS.head };

/** A mark on the cell of each open finding, in the colour of its severity; where several share a cell the gravest is seen. */
export function findingMarks({ findings, statuses }: Pick<CheckResult, "findings" | "statuses">): CellMark[] {
  return findings
    .filter(({ id }) => statuses.get(id) !== "explained")
    .map(({ at: { sheet, row, col }, severity }) => ({ at: { sheet, area: { row, col, rows: 1, cols: 1 } }, fill: FILLS[severity] }));
}

/** Marks the cells of open findings and no others. Returns the sheets that could not be marked. */
export async function markFindings(workbook: LiveWorkbook, result: CheckResult): Promise<readonly string[]> {
  return (await workbook.mark(findingMarks(result))).refused;
}

/** Takes every mark of ours away. Returns the sheets where that could not be done. */
export async function unmarkFindings(workbook: LiveWorkbook): Promise<readonly string[]> {
  return (await workbook.mark([])).refused;
}
