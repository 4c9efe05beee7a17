import {
  BorderStyleTypes, CellValueType, HorizontalAlign, VerticalAlign, WrapStrategy, type ICellData, type IStyleData,
} from "@univerjs/core";
import { isCellError, type CellValue } from "../../sheet";
import type { CellDress } from "../../workbook/xlsx";
import { textType } from "../bridge/cell-input";
import { INDENT } from "../bridge/objects/range-format";

const ALIGN = { left: HorizontalAlign.LEFT, center: HorizontalAlign.CENTER, right: HorizontalAlign.RIGHT } as const;
const VALIGN = { top: VerticalAlign.TOP, center: VerticalAlign.MIDDLE, bottom: VerticalAlign.BOTTOM } as const;
const SIDES = { top: "t", right: "r", bottom: "b", left: "l" } as const;

/** What a cell of the engine holds, with its type, so that the engine guesses nothing. */
export function cellData(value: CellValue): ICellData {
  if (value === null) return {};
  if (typeof value === "number") return { v: value, t: CellValueType.NUMBER };
  if (typeof value === "boolean") return { v: value ? 1 : 0, t: CellValueType.BOOLEAN };
  const text = isCellError(value) ? value.error : value;
  return { v: text, t: textType(text) };
}

/** A style of a file in the engine's words; lines are thin and black, whatever kind the file has. */
export function engineStyle(dress: CellDress): IStyleData {
  const { font, size, bold, italic, color, fill, align, valign, wrap, indent, border, sides = [], numberFormat } = dress;
  const line = { s: BorderStyleTypes.THIN, cl: { rgb: "#000000" } };
  const lines = border ? (["top", "right", "bottom", "left"] as const) : sides;
  return {
    ...(font ? { ff: font } : {}),
    ...(size ? { fs: size } : {}),
    ...(bold ? { bl: 1 } : {}),
    ...(italic ? { it: 1 } : {}),
    ...(color ? { cl: { rgb: color } } : {}),
    ...(fill ? { bg: { rgb: fill } } : {}),
    ...(align ? { ht: ALIGN[align] } : {}),
    // Excel puts a cell's text at its bottom unless told
    vt: VALIGN[valign ?? "bottom"],
    ...(wrap ? { tb: WrapStrategy.WRAP } : {}),
    ...(indent ? { pd: { l: indent * INDENT } } : {}),
    ...(lines.length > 0 ? { bd: Object.fromEntries(lines.map((side) => [SIDES[side], line])) } : {}),
    ...(numberFormat ? { n: { pattern: numberFormat } } : {}),
  };
}
