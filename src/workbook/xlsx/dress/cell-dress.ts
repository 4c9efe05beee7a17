import { sidesOf, type CellStyle, type Side } from "../../../sheet";
import type { Parts } from "../archive";
import { BUILT_IN_FORMATS } from "../number-formats";
import { isTrue, readXml, type Attributes } from "../xml-events";
import { colorOf } from "./colors";

/** A style of a cell whole; `sides` where lines do not go round it. */
export type CellDress = CellStyle & { readonly sides?: readonly Side[] };

interface Font {
  font?: string;
  size?: number;
  bold?: boolean;
  italic?: boolean;
  color?: string;
}

const SIDES = ["top", "right", "bottom", "left"] as const;
const ALIGNS = new Map<string | undefined, "left" | "center" | "right">([
  ["left", "left"], ["center", "center"], ["right", "right"], ["centerContinuous", "center"],
]);
const VALIGNS = new Map<string | undefined, "top" | "center" | "bottom">([["top", "top"], ["center", "center"], ["bottom", "bottom"]]);
const LISTS: ReadonlySet<string> = new Set(["numFmts", "fonts", "fills", "borders", "cellXfs", "cellStyleXfs", "dxfs"]);

/** The styles of cells by their place (ECMA-376 part 1, 18.8): looks, number format and whether typing is locked. */
export function readCellDress(parts: Parts, part: string | undefined, themes: readonly string[]): CellDress[] {
  const bytes = part === undefined ? undefined : parts.get(part);
  if (part === undefined || !bytes) return [];
  const formats = new Map<number, string>();
  const fonts: Font[] = [];
  const fills: { solid: boolean; color: string | null }[] = [];
  const borders: Set<string>[] = [];
  const found: { readonly own: Attributes; alignment: Attributes; protection: Attributes }[] = [];
  let list = "";
  const inFont = (tag: string, attributes: Attributes): void => {
    const font = fonts.at(-1);
    const color = tag === "color" ? colorOf(attributes, themes) : null;
    if (tag === "font") fonts.push({});
    else if (!font) return;
    else if (tag === "name" && attributes.val) font.font = attributes.val;
    else if (tag === "sz" && Number(attributes.val) > 0) font.size = Number(attributes.val);
    else if (tag === "b" && isTrue(attributes.val ?? "1")) font.bold = true;
    else if (tag === "i" && isTrue(attributes.val ?? "1")) font.italic = true;
    else if (color && color !== "#000000") font.color = color;
  };
  const inFill = (tag: string, attributes: Attributes): void => {
    const fill = fills.at(-1);
    if (tag === "fill") fills.push({ solid: false, color: null });
    else if (tag === "patternFill" && fill) fill.solid = (attributes.patternType ?? "none") !== "none";
    else if (tag === "fgColor" && fill) fill.color = colorOf(attributes, themes);
  };
  readXml(part, bytes, {
    open(tag, attributes) {
      const last = found.at(-1);
      if (LISTS.has(tag)) list = tag;
      else if (tag === "numFmt" && list === "numFmts") formats.set(Number(attributes.numFmtId), attributes.formatCode ?? "");
      else if (list === "fonts") inFont(tag, attributes);
      else if (list === "fills") inFill(tag, attributes);
      else if (tag === "border" && list === "borders") borders.push(new Set());
      else if (list === "borders" && (attributes.style ?? "none") !== "none") borders.at(-1)?.add(tag);
      else if (tag === "xf" && list === "cellXfs") found.push({ own: attributes, alignment: {}, protection: {} });
      else if (tag === "alignment" && list === "cellXfs" && last) last.alignment = attributes;
      else if (tag === "protection" && list === "cellXfs" && last) last.protection = attributes;
    },
    close(tag) {
      if (tag === list) list = "";
    },
  });
  return found.map(({ own, alignment, protection }): CellDress => {
    const id = Number(own.numFmtId ?? 0);
    const numberFormat = formats.get(id) ?? BUILT_IN_FORMATS.get(id) ?? "General";
    const fill = fills[Number(own.fillId ?? 0)];
    const lines = borders[Number(own.borderId ?? 0)];
    const sides = SIDES.filter((side) => lines?.has(side));
    const [align, valign] = [ALIGNS.get(alignment.horizontal), VALIGNS.get(alignment.vertical)];
    const indent = Number(alignment.indent ?? 0);
    return {
      ...fonts[Number(own.fontId ?? 0)],
      ...(fill?.solid && fill.color ? { fill: fill.color } : {}),
      ...(align ? { align } : {}),
      ...(valign ? { valign } : {}),
      ...(isTrue(alignment.wrapText) ? { wrap: true } : {}),
      ...(Number.isInteger(indent) && indent > 0 && indent <= 250 ? { indent } : {}),
      ...(sides.length === 4 ? { border: true } : sides.length > 0 ? { sides: sidesOf((side) => sides.includes(side)) ?? [] } : {}),
      ...(numberFormat.toLowerCase() === "general" || numberFormat === "" ? {} : { numberFormat }),
      ...(protection.locked !== undefined && !isTrue(protection.locked) ? { locked: false } : {}),
    };
  });
}
