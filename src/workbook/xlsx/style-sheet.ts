import type { CellStyle, ConditionalFormatSpec } from "../../sheet";
import { BUILT_IN_FORMATS } from "./number-formats";
import { element, MAIN, XML_HEAD } from "./xml";

/** The font of cells without one of their own, and the measure of column widths: a digit of it is 7 pixels wide at 96 dpi. */
export const DEFAULT_FONT = { name: "Times New Roman", size: 11 } as const;

/** Number formats that every reader knows by number, and that are the same in every language. */
const KNOWN_FORMATS = new Map([0, 1, 2, 3, 4, 9, 10, 49].map((id) => [BUILT_IN_FORMATS.get(id), id]));
const FIRST_OWN_FORMAT = 164;

/** XML elements that are kept once and known by their place. */
class Pool {
  private readonly places = new Map<string, number>();

  constructor(...first: string[]) {
    for (const xml of first) this.place(xml);
  }

  place(xml: string): number {
    const known = this.places.get(xml);
    if (known !== undefined) return known;
    this.places.set(xml, this.places.size);
    return this.places.size - 1;
  }

  xml(name: string): string {
    return element(name, { count: this.places.size }, [...this.places.keys()].join(""));
  }
}

/** Collects the styles of a workbook and writes them as xl/styles.xml. */
export class StyleSheet {
  private readonly fonts = new Pool(fontXml({}));
  private readonly fills = new Pool('<fill><patternFill patternType="none"/></fill>', '<fill><patternFill patternType="gray125"/></fill>');
  private readonly borders = new Pool(borderXml({}));
  private readonly formats = new Map<string, number>();
  private readonly cells = new Pool('<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>');
  private readonly differences = new Pool();
  private differenceCount = 0;

  /** The number of a cell style. With `asText` Excel keeps the text as text when the cell is edited. */
  cell(style: CellStyle, asText: boolean): number {
    const format = this.format(style.numberFormat ?? "General");
    const font = this.fonts.place(fontXml(style));
    const fill =
      style.fill === undefined
        ? 0
        : this.fills.place(
            `<fill><patternFill patternType="solid">${element("fgColor", { rgb: argb(style.fill) })}<bgColor indexed="64"/></patternFill></fill>`,
          );
    const border = this.borders.place(borderXml(style));
    const alignment = alignmentXml(style);
    const protection = style.locked === undefined ? "" : element("protection", { locked: style.locked });
    return this.cells.place(
      element(
        "xf",
        {
          numFmtId: format,
          fontId: font,
          fillId: fill,
          borderId: border,
          xfId: 0,
          quotePrefix: asText || null,
          applyNumberFormat: format !== 0 || null,
          applyFont: font !== 0 || null,
          applyFill: fill !== 0 || null,
          applyBorder: border !== 0 || null,
          applyAlignment: alignment !== "" || null,
          applyProtection: protection !== "" || null,
        },
        alignment + protection,
      ),
    );
  }

  /** The number of a conditional format's style. */
  difference({ fill, color, bold, italic, underline, strike }: ConditionalFormatSpec["style"]): number {
    const font =
      (bold === undefined ? "" : element("b", { val: bold })) +
      (italic === undefined ? "" : element("i", { val: italic })) +
      (strike === undefined ? "" : element("strike", { val: strike })) +
      (underline === undefined ? "" : element("u", { val: underline ? "single" : "none" })) +
      (color === undefined ? "" : element("color", { rgb: argb(color) }));
    // A conditional fill is solid in its background colour, unlike a cell's.
    const xml =
      (font && `<font>${font}</font>`) +
      (fill === undefined
        ? ""
        : `<fill><patternFill patternType="solid">${element("fgColor", { rgb: argb(fill) })}${element("bgColor", { rgb: argb(fill) })}</patternFill></fill>`);
    const place = this.differences.place(`<dxf>${xml}</dxf>`);
    this.differenceCount = Math.max(this.differenceCount, place + 1);
    return place;
  }

  xml(): string {
    const formats = [...this.formats].map(([formatCode, numFmtId]) => element("numFmt", { numFmtId, formatCode }));
    return (
      XML_HEAD +
      element(
        "styleSheet",
        { xmlns: MAIN },
        (formats.length > 0 ? element("numFmts", { count: formats.length }, formats.join("")) : "") +
          this.fonts.xml("fonts") +
          this.fills.xml("fills") +
          this.borders.xml("borders") +
          '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
          this.cells.xml("cellXfs") +
          '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>' +
          (this.differenceCount > 0 ? this.differences.xml("dxfs") : ""),
      )
    );
  }

  private format(code: string): number {
    const known = KNOWN_FORMATS.get(code) ?? this.formats.get(code);
    if (known !== undefined) return known;
    const number = FIRST_OWN_FORMAT + this.formats.size;
    this.formats.set(code, number);
    return number;
  }
}

/** "#RRGGBB" → "FFRRGGBB". Throws RangeError for anything else. */
export function argb(color: string): string {
  return `FF${rgb(color)}`;
}

/** "#rrggbb" → "RRGGBB". Throws RangeError for anything else. */
export function rgb(color: string): string {
  const match = /^#([0-9A-Fa-f]{6})$/.exec(color);
  if (!match?.[1]) throw new RangeError(`colour ${color}`);
  return match[1].toUpperCase();
}

function fontXml({ font = DEFAULT_FONT.name, size = DEFAULT_FONT.size, bold, italic, strike, underline, color }: CellStyle): string {
  const marks = `${bold ? "<b/>" : ""}${italic ? "<i/>" : ""}${strike ? "<strike/>" : ""}${underline ? "<u/>" : ""}`;
  return `<font>${marks}${element("sz", { val: size })}${element("color", { rgb: argb(color ?? "#000000") })}${element("name", { val: font })}<family val="1"/></font>`;
}

function borderXml({ border, lines = {} }: CellStyle): string {
  const sides = (["left", "right", "top", "bottom"] as const).map((side) => {
    const { kind, color } = lines[side] ?? { kind: border ? "thin" : null };
    if (kind === null) return `<${side}/>`;
    return `<${side} style="${kind}">${color === undefined ? '<color auto="1"/>' : element("color", { rgb: argb(color) })}</${side}>`;
  });
  return `<border>${sides.join("")}<diagonal/></border>`;
}

function alignmentXml({ align, valign, wrap, indent, turn }: CellStyle): string {
  if (align === undefined && valign === undefined && !wrap && !indent && !turn) return "";
  // An indent counts only in a cell that is aligned to a side.
  return element("alignment", {
    horizontal: align ?? (indent ? "left" : null),
    vertical: valign,
    textRotation: turn || null,
    wrapText: wrap || null,
    indent: indent || null,
  });
}
