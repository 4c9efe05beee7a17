import { sidesOf, type CellStyle, type Side } from "../../../sheet";
import type { Parts } from "../archive";
import { BUILT_IN_FORMATS } from "../number-formats";
import { isTrue, readXml, type Attributes } from "../xml-events";
import { colorOf } from "./colors";

/** A style of a cell whole; `sides` where lines do not go round it. */
export type CellDress = CellStyle & {
  readonly sides?: readonly Side[];
  /** The file has more of it than is told here. */
  readonly simpler?: true;
};

interface Font {
  font?: string;
  size?: number;
  bold?: boolean;
  italic?: boolean;
  color?: string;
  simpler?: true;
}

const SIDES = ["top", "right", "bottom", "left"] as const;
const ALIGNS = new Map<string | undefined, "left" | "center" | "right">([
  ["left", "left"], ["center", "center"], ["right", "right"], ["centerContinuous", "center"],
]);
const VALIGNS = new Map<string | undefined, "top" | "center" | "bottom">([["top", "top"], ["center", "center"], ["bottom", "bottom"]]);
const LISTS: ReadonlySet<string> = new Set(["numFmts", "fonts", "fills", "borders", "cellXfs", "cellStyleXfs", "dxfs"]);

const MORE_OF_FONT: ReadonlySet<string> = new Set(["strike", "outline", "shadow"]);

/** What of an alignment or a lock no page of ours has. */
function hasMore({ horizontal, vertical, textRotation, shrinkToFit, readingOrder }: Attributes, protection: Attributes): boolean {
  return (
    (horizontal !== undefined && horizontal !== "general" && ALIGNS.get(horizontal) !== horizontal) ||
    (vertical !== undefined && !VALIGNS.has(vertical)) ||
    Number(textRotation ?? 0) !== 0 || isTrue(shrinkToFit) || Number(readingOrder ?? 0) !== 0 || isTrue(protection.hidden)
  );
}

/** The styles of cells by their place (ECMA-376 part 1, 18.8): looks, number format and whether typing is locked. */
export function readCellDress(parts: Parts, part: string | undefined, themes: readonly string[]): CellDress[] {
  const bytes = part === undefined ? undefined : parts.get(part);
  if (part === undefined || !bytes) return [];
  const formats = new Map<number, string>();
  const fonts: Font[] = [];
  const fills: { solid: boolean; color: string | null; simpler?: true }[] = [];
  const borders: { readonly sides: Set<string>; simpler?: true }[] = [];
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
    else if (MORE_OF_FONT.has(tag) && isTrue(attributes.val ?? "1")) font.simpler = true;
    else if ((tag === "u" && attributes.val !== "none") || (tag === "vertAlign" && attributes.val !== "baseline")) font.simpler = true;
  };
  const inFill = (tag: string, attributes: Attributes): void => {
    const fill = fills.at(-1);
    if (tag === "fill") fills.push({ solid: false, color: null });
    else if (tag === "patternFill" && fill) {
      const { patternType = "none" } = attributes;
      fill.solid = patternType !== "none";
      if (fill.solid && patternType !== "solid") fill.simpler = true;
    } else if (tag === "gradientFill" && fill) fill.simpler = true;
    else if (tag === "fgColor" && fill) fill.color = colorOf(attributes, themes);
  };
  const inBorder = (tag: string, attributes: Attributes): void => {
    const border = borders.at(-1);
    if (tag === "border") borders.push({ sides: new Set() });
    else if (!border) return;
    else if ((attributes.style ?? "none") !== "none") {
      border.sides.add(tag);
      if (attributes.style !== "thin" || tag === "diagonal") border.simpler = true;
    } else if (tag === "color" && (colorOf(attributes, themes) ?? "#000000") !== "#000000") border.simpler = true;
  };
  readXml(part, bytes, {
    open(tag, attributes) {
      const last = found.at(-1);
      if (LISTS.has(tag)) list = tag;
      else if (tag === "numFmt" && list === "numFmts") formats.set(Number(attributes.numFmtId), attributes.formatCode ?? "");
      else if (list === "fonts") inFont(tag, attributes);
      else if (list === "fills") inFill(tag, attributes);
      else if (list === "borders") inBorder(tag, attributes);
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
    const sides = SIDES.filter((side) => lines?.sides.has(side));
    const font = fonts[Number(own.fontId ?? 0)];
    const simpler = Boolean(font?.simpler ?? fill?.simpler ?? lines?.simpler) || hasMore(alignment, protection);
    const [align, valign] = [ALIGNS.get(alignment.horizontal), VALIGNS.get(alignment.vertical)];
    const indent = Number(alignment.indent ?? 0);
    return {
      ...font,
      ...(fill?.solid && fill.color ? { fill: fill.color } : {}),
      ...(align ? { align } : {}),
      ...(valign ? { valign } : {}),
      ...(isTrue(alignment.wrapText) ? { wrap: true } : {}),
      ...(Number.isInteger(indent) && indent > 0 && indent <= 250 ? { indent } : {}),
      ...(sides.length === 4 ? { border: true } : sides.length > 0 ? { sides: sidesOf((side) => sides.includes(side)) ?? [] } : {}),
      ...(numberFormat.toLowerCase() === "general" || numberFormat === "" ? {} : { numberFormat }),
      ...(protection.locked !== undefined && !isTrue(protection.locked) ? { locked: false } : {}),
      ...(simpler ? { simpler: true as const } : {}),
    };
  });
}
