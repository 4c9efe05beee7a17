import type { CellValueType, ICellData, IStyleData, Nullable, Worksheet } from "@univerjs/core";
import { type Area, type Cell, contains } from "../../sheet";

type Lines = Record<number, Record<number, ICellData>>;

/**
 * Writes of cells of one sheet that wait to be given to the engine together: it goes over the whole sheet at each
 * change, and the client cuts a large write into hundreds.
 */
export class PendingCells {
  private readonly cells: Lines = {};
  /** Where formulas stand that other cells share. */
  private readonly shared: Cell[] = [];

  constructor(
    readonly sheetId: string,
    private readonly model: Worksheet,
  ) {}

  /** Content goes over what is there; a style adds to it. */
  put(row: number, col: number, patch: ICellData): void {
    const line = (this.cells[row] ??= {});
    const old = line[col];
    const { s, ...rest } = patch;
    const merged: ICellData = { ...old, ...rest };
    if (isStyle(s)) merged.s = isStyle(old?.s) ? mergeStyles(old.s, s) : s;
    if (patch.f && patch.si) this.shared.push({ row, col });
    line[col] = merged;
  }

  /** True where a formula waits that cells outside of the area may share: it has to reach the engine before something else stands there. */
  shares(area: Area): boolean {
    return this.shared.some((cell) => contains(area, cell));
  }

  /** The looks of a cell with what waits for it. */
  style(row: number, col: number): IStyleData {
    const now = this.model.getComposedCellStyle(row, col) ?? {};
    const waiting = this.cells[row]?.[col]?.s;
    return isStyle(waiting) ? mergeStyles(now, waiting) : now;
  }

  /** The cell whose content stands in a place, or waits to. */
  cell(row: number, col: number): Nullable<ICellData> {
    const waiting = this.cells[row]?.[col];
    return waiting && ("v" in waiting || "f" in waiting) ? waiting : this.model.getCellRaw(row, col);
  }

  custom(row: number, col: number): Readonly<Record<string, unknown>> {
    return this.cells[row]?.[col]?.custom ?? this.model.getCellRaw(row, col)?.custom ?? {};
  }

  /** What is to be given to the engine: cells of which only the looks change apart, since it takes formulas out of cells beside content. */
  take(): { readonly content: Lines; readonly looks: Lines } {
    const [content, looks]: [Lines, Lines] = [{}, {}];
    for (const [rowKey, line] of Object.entries(this.cells)) {
      for (const [colKey, cell] of Object.entries(line)) {
        const [row, col] = [Number(rowKey), Number(colKey)];
        const isContent = "v" in cell || "f" in cell;
        const now = isContent ? null : this.model.getCellRaw(row, col);
        // the engine guesses the type of a cell anew at each change of its looks unless it is told
        if (typed(now)) cell.t = now.t;
        ((isContent ? content : looks)[row] ??= {})[col] = cell;
      }
    }
    return { content, looks };
  }
}

function typed(cell: Nullable<ICellData>): cell is ICellData & { t: CellValueType } {
  return typeof cell?.t === "number";
}

function isStyle(style: ICellData["s"]): style is IStyleData {
  return typeof style === "object" && style !== null;
}

function mergeStyles(old: IStyleData, added: IStyleData): IStyleData {
  const borders = added.bd && old.bd ? { bd: { ...old.bd, ...added.bd } } : {};
  return { ...old, ...added, ...borders };
}
