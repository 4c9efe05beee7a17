import {
  type Injector, type IRange, IUniverInstanceService, Rectangle, UniverInstanceType, type Workbook, type Worksheet,
} from "@univerjs/core";
import { SheetDataValidationModel, SheetsDataValidationValidatorService } from "@univerjs/sheets-data-validation";

/**
 * Makes an engine hold only the cells that hold something against their validation rules: of a table that is to be filled in nearly all are
 * blank, which its rules allow, and its own way makes several promises for each.
 */
export function validateFilledCells(injector: Injector): void {
  const service = injector.get(SheetsDataValidationValidatorService);
  const rules = injector.get(SheetDataValidationModel);
  const own = service.validatorRanges.bind(service);
  service.validatorRanges = (unitId, subUnitId, ranges) => {
    const sheet = injector
      .get(IUniverInstanceService)
      .getUnit<Workbook>(unitId, UniverInstanceType.UNIVER_SHEET)
      ?.getSheetBySheetId(subUnitId);
    const blankAllowed = rules.getRules(unitId, subUnitId).every(({ allowBlank }) => allowBlank !== false);
    return own(unitId, subUnitId, sheet && blankAllowed ? ranges.flatMap((range) => filledIn(sheet, range)) : ranges);
  };
}

/** The parts of a range in which cells hold something, in merged cells all; and its first cell, after which the screen is drawn anew. */
function filledIn(sheet: Worksheet, range: IRange): IRange[] {
  const { startRow, endRow, startColumn, endColumn } = range;
  if (sheet.getMergeData().some((merge) => Rectangle.intersects(merge, range))) return [range];
  const runs: IRange[] = [{ startRow, startColumn, endRow: startRow, endColumn: startColumn }];
  for (let column = startColumn; column <= endColumn; column++) {
    for (let row = startRow; row <= endRow; row++) {
      const cell = sheet.getCellRaw(row, column);
      if (!cell?.p && (cell?.v ?? "") === "") continue;
      const last = runs.at(-1);
      if (last?.startColumn === column && last.endRow >= row - 1) last.endRow = row;
      else runs.push({ startRow: row, endRow: row, startColumn: column, endColumn: column });
    }
  }
  return runs;
}
