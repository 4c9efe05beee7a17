import { weightOf, type Weight } from "../findings";
import { COLOURS } from "../templates";
import type { CellMark, LiveWorkbook } from "../workbook/port";
import type { CheckResult } from "./check-workbook";

const FILLS: Readonly<Record<Weight, string>> = { error: COLOURS.wrong, warning: COLOURS.odd, document: COLOURS.head, info: COLOURS.head };

/** A mark on the cell of each open finding, in the colour of its severity; where several share a cell the gravest is seen. */
export function findingMarks({
  findings, statuses, workbook: { sheets },
}: Pick<CheckResult, "findings" | "statuses" | "workbook">): CellMark[] {
  const ids = new Map(sheets.map(({ name, id }) => [name, id]));
  return findings
    .filter(({ id }) => statuses.get(id) !== "explained")
    .map((finding) => {
      const { sheet, row, col } = finding.at;
      const id = ids.get(sheet);
      return {
        at: { sheet, area: { row, col, rows: 1, cols: 1 } },
        ...(id === undefined ? {} : { sheetId: id }),
        fill: FILLS[weightOf(finding)],
      };
    });
}

/** Marks the cells of open findings and no others. Returns the sheets that could not be marked. */
export async function markFindings(workbook: LiveWorkbook, result: CheckResult): Promise<readonly string[]> {
  return (await workbook.mark(findingMarks(result))).refused;
}

/** Takes every mark of ours away. Returns the sheets where that could not be done. */
export async function unmarkFindings(workbook: LiveWorkbook): Promise<readonly string[]> {
  return (await workbook.mark([])).refused;
}
