import type { ICellData, Injector, IObjectMatrixPrimitiveType, IRange, Nullable } from "@univerjs/core";
import { FormulaDataModel } from "@univerjs/engine-formula";
import { numbered } from "./numbered";

/**
 * Makes an engine forget the results that formulas spilled into cells beside whenever those formulas are replaced together, as they are
 * when a column before them goes: its own way keeps those that two of them reach, each for the sake of the other.
 */
export function dropSpilledTogether(injector: Injector): void {
  const model = injector.get(FormulaDataModel);
  const drop = model.updateArrayFormulaCellData.bind(model);
  model.updateArrayFormulaCellData = (unitId, sheetId, cellValue) => {
    const changed = drop(unitId, sheetId, cellValue);
    const results = model.getArrayFormulaCellData()[unitId]?.[sheetId];
    if (!changed || !results) return changed;
    const spills = numbered(model.getArrayFormulaRange()[unitId]?.[sheetId]).flatMap(([row, line]) =>
      numbered(line).flatMap(([col, range]): Spill[] => (range ? [{ range, replaced: cellValue[row]?.[col] !== undefined }] : [])));
    const [gone, staying] = [spills.filter(({ replaced }) => replaced), spills.filter(({ replaced }) => !replaced)];
    for (const { range } of gone) forget(results, range, staying);
    return changed;
  };
}

interface Spill {
  readonly range: IRange;
  readonly replaced: boolean;
}

function forget(results: IObjectMatrixPrimitiveType<Nullable<ICellData>>, range: IRange, staying: readonly Spill[]): void {
  for (let row = range.startRow; row <= range.endRow; row++) {
    const line = results[row];
    if (!line) continue;
    for (let col = range.startColumn; col <= range.endColumn; col++) {
      if (col in line && !staying.some((spill) => includes(spill.range, row, col))) Reflect.deleteProperty(line, col);
    }
  }
}

function includes({ startRow, endRow, startColumn, endColumn }: IRange, row: number, col: number): boolean {
  return row >= startRow && row <= endRow && col >= startColumn && col <= endColumn;
}
