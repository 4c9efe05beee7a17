import { CellValueType, type ICellData, type Injector } from "@univerjs/core";
import {
  INumfmtService, ISheetClipboardService, SetRangeValuesMutation, SetRangeValuesUndoMutationFactory, type ISetRangeValuesMutationParams,
} from "@univerjs/preset-sheets-core";
import { cellOf } from "./vietnamese-input";

const NOTHING = { undos: [], redos: [] };

/** Makes text that comes from another program be read as if it had been typed on a Vietnamese machine. */
export function pasteAsVietnamese(injector: Injector): void {
  const formats = injector.get(INumfmtService);
  const clipboard = injector.get(ISheetClipboardService);
  // Hooks with a low priority come first: this one rewrites the cells before Univer reads them as English.
  clipboard.addClipboardHook({
    id: "vietnamese-table",
    priority: -100,
    onPasteCells: (pasteFrom, _pasteTo, cells) => {
      if (!pasteFrom) cells.forValue((_row, _col, cell) => void (isPlainText(cell) && Object.assign(cell, asPasted(cellOf(cell.v, null)))));
      return NOTHING;
    },
  });
  // A single text is written over what Univer has made of it.
  clipboard.addClipboardHook({
    id: "vietnamese-text",
    priority: 100,
    onPastePlainText: ({ unitId, subUnitId, range }, text) => {
      const [row, col] = [range.rows[0], range.cols[0]];
      if (row === undefined || col === undefined || /[\r\n]|^[='@]|^https?:/.test(text)) return NOTHING;
      const format = formats.getValue(unitId, subUnitId, row, col)?.pattern ?? null;
      const cell = format === "@" ? { v: text, t: CellValueType.STRING } : cellOf(text, format);
      const params: ISetRangeValuesMutationParams = {
        unitId,
        subUnitId,
        cellValue: { [row]: { [col]: { s: { n: { pattern: format ?? "General" } }, ...cell } } },
      };
      return {
        redos: [{ id: SetRangeValuesMutation.id, params }],
        undos: [{ id: SetRangeValuesMutation.id, params: SetRangeValuesUndoMutationFactory(injector, params) }],
      };
    },
  });
}

function isPlainText(cell: ICellData): cell is ICellData & { v: string } {
  return typeof cell.v === "string" && !cell.f && !cell.v.startsWith("=");
}

/** Univer reads a cell that is no rich text once more, in English; an empty rich text keeps it from doing so. */
function asPasted(cell: ReturnType<typeof cellOf>): Partial<ICellData> {
  return cell.t === CellValueType.NUMBER
    ? { v: cell.v ?? null, t: CellValueType.NUMBER, ...(cell.s ? { s: cell.s } : {}) }
    : { t: CellValueType.STRING, p: { id: "", documentStyle: {} } };
}
