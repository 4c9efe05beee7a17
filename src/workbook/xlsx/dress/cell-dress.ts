import { LINE_KINDS, type CellStyle, type LineKind, type LineStyle, type Side } from "../../../sheet";
import type { Parts } from "../archive";
import { BUILT_IN_FORMATS } from "../number-formats";
import { isTrue, readXml, type Attributes } from "../xml-events";
import { colorOf } from "./colors";

/** A style of a cell whole. */
export type CellDress = CellStyle & {
  /** The file has more of it than is told here. */
  readonly simpler?: true;
};

interface Font {
  font?: string;
  size?: number;
  bold?: boolean;
  italic?: boolean;
  color?: string;
  underline?: boolean;
  strike?: boolean;
  simpler?: true;
}

interface Border {
  lines: Partial<Record<Side, LineStyle>>;
  simpler?: true;
}

/** Sides of a sheet that may be read from the right have the last two names. */
const SIDES: ReadonlyMap<string, Side> = new Map([
  ["top", "top"], ["right", "right"], ["bottom", "bottom"], ["left", "left"], ["start", "left"], ["end", "right"],
]);
const KINDS: ReadonlyMap<string, LineKind> = new Map(LINE_KINDS.map((kind) => [kind, kind]));
const ALIGNS = new Map<string | undefined, "left" | "center" | "right">([
  ["left", "left"], ["center", "center"], ["right", "right"], ["centerContinuous", "center"],
]);
const VALIGNS = new Map<string | undefined, "top" | "center" | "bottom">([["top", "top"], ["center", "center"], ["bottom", "bottom"]]);
const LISTS: ReadonlySet<string> = new Set(["numFmts", "fonts", "fills", "borders", "cellXfs", "cellStyleXfs", "dxfs"]);

const MORE_OF_FONT: ReadonlySet<string> = new Set(["outline", "shadow"]);

/** Thin black lines all round are a border as our tables have it. */
function linesOf(lines: Border["lines"]): Pick<CellStyle, "border" | "lines"> {
  const drawn = Object.values(lines);
  if (drawn.length === 0) return {};
  return drawn.length === 4 && drawn.every(({ kind, color }) => kind === "thin" && color === undefined) ? { border: true } : { lines };
}

/** What of an alignment or a lock no page of ours has. */
function hasMore({ horizontal, vertical, shrinkToFit, readingOrder }: Attributes, protection: Attributes): boolean {
  return (
    (horizontal !== undefined && horizontal !== "general" && ALIGNS.get(horizontal) !== horizontal) ||
    (vertical !== undefined && !VALIGNS.has(vertical)) ||
    isTrue(shrinkToFit) || Number(readingOrder ?? 0) !== 0 || isTrue(protection.hidden)
  );
}

/** The styles of cells by their place (ECMA-376 part 1, 18.8): looks, number format and whether typing is locked. */
export function readCellDress(parts: Parts, part: string | undefined, themes: readonly string[]): CellDress[] {
  const bytes = part === undefined ? undefined : parts.get(part);
  if (part === undefined || !bytes) return [];
  const formats = new Map<number, string>();
  const fonts: Font[] = [];
  const fills: { solid: boolean; color: string | null; simpler?: true }[] = [];
  const borders: Border[] = [];
  let side: Side | null = null;
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
    else if (tag === "strike" && isTrue(attributes.val ?? "1")) font.strike = true;
    else if (tag === "u" && attributes.val !== "none") {
      font.underline = true;
      if ((attributes.val ?? "single") !== "single") font.simpler = true;
    } else if (tag === "vertAlign" && attributes.val !== "baseline") font.simpler = true;
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
    if (tag === "border") borders.push({ lines: {} });
    else if (!border) return;
    else if (tag === "color") {
      const [line, color] = [side && border.lines[side], colorOf(attributes, themes)];
      if (side && line && color && color !== "#000000") border.lines[side] = { ...line, color };
    } else {
      side = SIDES.get(tag) ?? null;
      const kind = KINDS.get(attributes.style ?? "none");
      if (side && kind) border.lines[side] = { kind };
      else if (kind) border.simpler = true;
    }
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
    const font = fonts[Number(own.fontId ?? 0)];
    const simpler = Boolean(font?.simpler ?? fill?.simpler ?? lines?.simpler) || hasMore(alignment, protection);
    const [align, valign] = [ALIGNS.get(alignment.horizontal), VALIGNS.get(alignment.vertical)];
    const indent = Number(alignment.indent ?? 0);
    const turn = Number(alignment.textRotation ?? 0);
    return {
      ...font,
      ...(fill?.solid && fill.color ? { fill: fill.color } : {}),
      ...(align ? { align } : {}),
      ...(valign ? { valign } : {}),
      ...(isTrue(alignment.wrapText) ? { wrap: true } : {}),
      ...(Number.isInteger(indent) && indent > 0 && indent <= 250 ? { indent } : {}),
      ...(lines ? linesOf(lines.lines) : {}),
      ...(turn > 0 && (turn <= 180 || turn === 255) ? { turn } : {}),
      ...(numberFormat.toLowerCase() === "general" || numberFormat === "" ? {} : { numberFormat }),
      ...(protection.locked !== undefined && !isTrue(protection.locked) ? { locked: false } : {}),
      ...(simpler ? { simpler: true as const } : {}),
    };
  });
}
