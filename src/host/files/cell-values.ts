import { CellValueType, type ICellData, type Nullable } from "@univerjs/core";
import type { CellInput } from "../../sheet";

/** What a cell of the engine holds; `formula` is "" where there is none. */
export function cellInput(cell: Nullable<ICellData>, formula: string): CellInput {
  if (formula) return { formula, ...(cell?.custom?.["array"] === true ? { array: true } : {}) };
  if (!cell) return null;
  const { v, t } = cell;
  if (cell.p?.body) return cell.p.body.dataStream.replace(/\r\n$/, "").replaceAll("\r", "\n");
  if (v === undefined || v === null || v === "") return null;
  if (t === CellValueType.BOOLEAN) return Boolean(Number(v));
  if (t === CellValueType.STRING || t === CellValueType.FORCE_STRING) return String(v);
  return t === CellValueType.NUMBER ? Number(v) : v;
}
