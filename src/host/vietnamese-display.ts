import { CellValueType, InterceptorEffectEnum, isDefaultFormat, numfmt, type Injector } from "@univerjs/core";
import {
  BEFORE_CELL_EDIT, INTERCEPTOR_POINT, InterceptCellContentPriority, INumfmtService, SheetInterceptorService,
} from "@univerjs/preset-sheets-core";
import { writeNumber } from "./vietnamese-notation";

/** Shows what Univer's number formats leave in English: numbers of the format General, and numbers in the cell editor. */
export function showAsVietnamese(injector: Injector): void {
  const formats = injector.get(INumfmtService);
  const interceptors = injector.get(SheetInterceptorService);
  interceptors.intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
    // After number formats have had their turn.
    priority: InterceptCellContentPriority.NUMFMT - 0.5,
    effect: InterceptorEffectEnum.Value,
    handler: (cell, location, next) => {
      const value = cell?.v;
      if (typeof value !== "number" || Number.isInteger(value) || cell?.t === CellValueType.BOOLEAN) return next(cell);
      if (!isDefaultFormat(formatAt(location))) return next(cell);
      return next({ ...cell, v: numfmt.format("General", value, { locale: "vi" }), t: CellValueType.NUMBER });
    },
  });
  interceptors.writeCellInterceptor.intercept(BEFORE_CELL_EDIT, {
    // After Univer has made a number of what the cell shows; a formula never comes this far.
    priority: -0.5,
    handler: (cell, { worksheet, row, col, unitId, subUnitId }, next) => {
      const raw = worksheet.getCellRaw(row, col);
      if (!cell || cell.f || typeof raw?.v !== "number" || raw.t === CellValueType.BOOLEAN) return next(cell);
      const type = numfmt.getFormatInfo(formatAt({ unitId, subUnitId, row, col }) ?? "General").type;
      return next({ ...cell, v: editable(raw.v, type), t: CellValueType.STRING });
    },
  });

  function formatAt(at: { unitId: string; subUnitId: string; row: number; col: number }): string | undefined {
    return formats.getValue(at.unitId, at.subUnitId, at.row, at.col)?.pattern;
  }
}

function editable(value: number, type: string): string {
  if (type === "percent") return `${writeNumber(Number((value * 100).toPrecision(15)))}%`;
  if (type === "date") return numfmt.format("dd/mm/yyyy", value, { locale: "vi" });
  if (type === "time" || type === "datetime") return numfmt.format("dd/mm/yyyy hh:mm", value, { locale: "vi" });
  return writeNumber(value);
}
