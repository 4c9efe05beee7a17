import { contains, lastCell, type CellRef, type SheetSnapshot } from "../../sheet";
import type { OutsideColumn, OutsideRow, TableStructure } from "../../tables";
import type { ColumnKey } from "../../templates";
import type { CellReader } from "../cells";
import type { TableOutline } from "./outline";

/** Columns in which a cell alone makes no line of a table. */
const ASIDE: ReadonlySet<ColumnKey> = new Set(["number", "label", "note", "key", "direction"]);

/** What people have typed right below a table or between its columns: our defined names do not hold it. */
export function outsideOf(outline: TableOutline, snapshot: SheetSnapshot, cells: CellReader): Pick<TableStructure, "below" | "beside"> {
  return { below: rowsBelow(outline, snapshot, cells), beside: columnsBeside(outline, cells) };
}

function rowsBelow({ sheet, area, reach, columns }: TableOutline, { merges = [] }: SheetSnapshot, cells: CellReader): OutsideRow[] {
  const [number, label] = [columns.get("number"), columns.get("label")];
  if (label === undefined) return [];
  const inputs = [...columns].filter(([key]) => !ASIDE.has(key));
  const rows: OutsideRow[] = [];
  for (let row = lastCell(area).row + 1; row <= lastCell(reach).row; row++) {
    const entries = new Map(
      inputs.flatMap(([key, col]) => {
        const value = cells.value(row, col);
        const typed = cells.formula(row, col) === null && (typeof value === "number" || (typeof value === "string" && value.trim() !== ""));
        return typed ? [[key, { sheet, row, col, value }] as const] : [];
      }),
    );
    const own = { row, number: number === undefined ? "" : cells.text(row, number), label: cells.text(row, label), entries };
    if (own.number === "" && own.label === "" && entries.size === 0) break;
    const at: CellRef = { sheet, row, col: label };
    rows.push({ ...own, at, across: merges.some((merge) => merge.cols > 1 && contains(merge, at)) });
  }
  return rows;
}

function columnsBeside({ sheet, head, reach, columns, body }: TableOutline, cells: CellReader): OutsideColumn[] {
  if (!head) return [];
  const ours = new Set(columns.values());
  const found: OutsideColumn[] = [];
  for (let col = head.col; col <= lastCell(reach).col; col++) {
    if (ours.has(col)) continue;
    const [row, words] =
      [lastCell(head).row, head.row].map((one) => [one, cells.text(one, col)] as const).find(([, text]) => text !== "") ?? [];
    if (row === undefined || words === undefined) continue;
    const numbers: CellRef[] = [];
    for (let at = body.from; at <= body.to; at++)
      if (typeof cells.value(at, col) === "number" && cells.formula(at, col) === null) numbers.push({ sheet, row: at, col });
    if (numbers.length > 0) found.push({ at: { sheet, row, col }, head: words, numbers });
  }
  return found;
}
