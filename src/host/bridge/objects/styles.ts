import type { ICellData, IStyleData, Nullable, Worksheet } from "@univerjs/core";
import { clipToShown, writeLooks } from "../cells";
import { invalidArgument } from "../failure";
import type { Scalar } from "../host-object";
import type { RangeHandle, Session } from "../session";
import type { Json } from "../wire";

interface Self {
  readonly session: Session;
  readonly handle: RangeHandle;
}

/** A property of looks: read as the value that all cells share (else null), written to every cell. */
export function styleScalar(read: (style: IStyleData) => Json, write: (value: Json) => IStyleData): Scalar<Self> {
  return {
    get: ({ session, handle }) => commonStyle(session, handle, read),
    set: ({ session, handle }, value) => {
      const looks = { s: write(value) };
      writeLooks(session, handle, () => looks);
    },
  };
}

export function commonStyle(session: Session, handle: RangeHandle, read: (style: IStyleData) => Json): Json {
  const model = session.model(handle.sheetId);
  const shown = clipToShown(session, handle.sheetId, handle.area);
  const at = (row: number, col: number) => read(model.getComposedCellStyle(row, col) ?? {});
  const first = at(shown.row, shown.col);
  for (let row = shown.row; row < shown.row + shown.rows; row++) {
    for (let col = shown.col; col < shown.col + shown.cols; col++) if (at(row, col) !== first) return null;
  }
  return first;
}

/** The number format of each cell, its own or that of its column or row; "General" where none of them has one. */
export function numberFormats(model: Worksheet): (row: number, col: number) => string {
  const matrix = model.getCellMatrix();
  const byStyle = new Map<string, string>();
  return (row, col) => {
    const cell: Nullable<ICellData> = matrix.getValue(row, col);
    const find = (): string => model.getComposedCellStyleByCellData(row, col, cell)?.n?.pattern ?? "General";
    const style = cell?.s ?? "";
    if (typeof style !== "string" || model.getRowStyle(row, true) || model.getColumnStyle(col, true)) return find();
    // most cells have one of a few styles, by its id
    const known = byStyle.get(style) ?? find();
    byStyle.set(style, known);
    return known;
  };
}

export function flag(value: Json, what: string): boolean {
  if (typeof value !== "boolean") throw invalidArgument(what);
  return value;
}

/** "#RRGGBB", in capitals as Excel gives it back. */
export function isColor(value: Json, what: string): string {
  if (typeof value !== "string" || !/^#[0-9a-f]{6}$/i.test(value)) throw invalidArgument(what);
  return value.toUpperCase();
}

export function numberIn(value: Json, min: number, max: number, what: string): number {
  if (typeof value !== "number" || value < min || value > max) throw invalidArgument(what);
  return value;
}

/** The value of one of the names that an enumeration of Excel's API has. */
export function oneOf<V>(names: Readonly<Record<string, V>>, value: Json, what: string): V {
  const found = typeof value === "string" && Object.hasOwn(names, value) ? names[value] : undefined;
  if (found === undefined) throw invalidArgument(what);
  return found;
}
