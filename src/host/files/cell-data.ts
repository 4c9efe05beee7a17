import {
  BooleanNumber, BorderStyleTypes, CellValueType, HorizontalAlign, VerticalAlign, WrapStrategy,
  type ICellData, type IStyleData, type ITextRotation,
} from "@univerjs/core";
import { isCellError, type CellValue, type LineKind, type LineStyle } from "../../sheet";
import type { CellDress } from "../../workbook/xlsx";
import { textType } from "../bridge/cell-input";
import { INDENT } from "../bridge/objects/range-format";

const ALIGN = { left: HorizontalAlign.LEFT, center: HorizontalAlign.CENTER, right: HorizontalAlign.RIGHT } as const;
const VALIGN = { top: VerticalAlign.TOP, center: VerticalAlign.MIDDLE, bottom: VerticalAlign.BOTTOM } as const;
export const LINES: Readonly<Record<LineKind, BorderStyleTypes>> = {
  thin: BorderStyleTypes.THIN,
  hair: BorderStyleTypes.HAIR,
  dotted: BorderStyleTypes.DOTTED,
  dashed: BorderStyleTypes.DASHED,
  dashDot: BorderStyleTypes.DASH_DOT,
  dashDotDot: BorderStyleTypes.DASH_DOT_DOT,
  double: BorderStyleTypes.DOUBLE,
  medium: BorderStyleTypes.MEDIUM,
  mediumDashed: BorderStyleTypes.MEDIUM_DASHED,
  mediumDashDot: BorderStyleTypes.MEDIUM_DASH_DOT,
  mediumDashDotDot: BorderStyleTypes.MEDIUM_DASH_DOT_DOT,
  slantDashDot: BorderStyleTypes.SLANT_DASH_DOT,
  thick: BorderStyleTypes.THICK,
};
export const SIDES = { top: "t", right: "r", bottom: "b", left: "l" } as const;

/** What a cell of the engine holds, with its type, so that the engine guesses nothing. */
export function cellData(value: CellValue): ICellData {
  if (value === null) return {};
  if (typeof value === "number") return { v: value, t: CellValueType.NUMBER };
  if (typeof value === "boolean") return { v: value ? 1 : 0, t: CellValueType.BOOLEAN };
  const text = isCellError(value) ? value.error : value;
  return { v: text, t: textType(text) };
}

/** A style of a file in the engine's words. */
export function engineStyle(dress: CellDress): IStyleData {
  const { font, size, bold, italic, underline, strike, color, fill, border, lines = {}, numberFormat } = dress;
  const { align, valign, wrap, indent, turn } = dress;
  const drawn = (["top", "right", "bottom", "left"] as const).flatMap((side) => {
    const line: LineStyle | undefined = lines[side] ?? (border ? { kind: "thin" } : undefined);
    return line ? [[SIDES[side], { s: LINES[line.kind], cl: { rgb: line.color ?? "#000000" } }] as const] : [];
  });
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
    ...(drawn.length > 0 ? { bd: Object.fromEntries(drawn) } : {}),
    ...(underline ? { ul: { s: BooleanNumber.TRUE } } : {}),
    ...(strike ? { st: { s: BooleanNumber.TRUE } } : {}),
    ...(turn ? { tr: rotation(turn) } : {}),
    ...(numberFormat ? { n: { pattern: numberFormat } } : {}),
  };
}

/** The engine turns with the clock. */
function rotation(turn: number): ITextRotation {
  if (turn === 255) return { a: 0, v: BooleanNumber.TRUE };
  return { a: turn <= 90 ? -turn : turn - 90 };
}
