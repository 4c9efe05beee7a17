import { isSameInk, sidesOf, type Align, type CellLook, type Side } from "../../sheet";
import type { Parts } from "./archive";
import { BUILT_IN_FORMATS } from "./number-formats";
import { isTrue, readXml, type Attributes } from "./xml-events";

/** ST_HorizontalAlignment; what is not here is "general". */
const ALIGNS: ReadonlyMap<string, Align> = new Map([
  ["left", "left"],
  ["center", "center"],
  ["right", "right"],
  ["fill", "fill"],
  ["justify", "justify"],
  ["centerContinuous", "across"],
  ["distributed", "distributed"],
]);

/** Excel takes levels of indent up to this. */
const MOST_INDENT = 250;

/** The looks of cells by the place of their style; what is missing or out of range in the part counts as usual. */
export function readStyles(parts: Parts, target: string | undefined): CellLook[] {
  const bytes = target === undefined ? undefined : parts.get(target);
  if (target === undefined || !bytes) return [];
  const formats = new Map<number, string>();
  const bold: boolean[] = [];
  const inks: string[] = [];
  const grounds: (string | null)[] = [];
  const borders: Set<string>[] = [];
  const found: { readonly own: Attributes; alignment: Attributes }[] = [];
  let list = "";
  readXml(target, bytes, {
    open(tag, attributes) {
      const last = found.at(-1);
      if (LISTS.has(tag)) list = tag;
      else if (tag === "numFmt" && list === "numFmts") formats.set(Number(attributes.numFmtId), attributes.formatCode ?? "");
      else if (tag === "font" && list === "fonts") {
        bold.push(false);
        inks.push(BLACK);
      } else if (tag === "color" && list === "fonts" && inks.length > 0) inks[inks.length - 1] = colorOf(attributes, BLACK);
      else if (tag === "fill" && list === "fills") grounds.push(null);
      else if (tag === "patternFill" && list === "fills" && grounds.length > 0)
        grounds[grounds.length - 1] = GROUNDS[attributes.patternType ?? "none"] ?? null;
      else if (tag === "fgColor" && list === "fills" && grounds.at(-1) === BLACK) grounds[grounds.length - 1] = colorOf(attributes, BLACK);
      else if (tag === "b" && list === "fonts" && bold.length > 0) bold[bold.length - 1] = isTrue(attributes.val ?? "1");
      else if (tag === "border" && list === "borders") borders.push(new Set());
      else if (list === "borders" && (attributes.style ?? "none") !== "none") borders.at(-1)?.add(SIDE_NAMES[tag] ?? tag);
      else if (tag === "xf" && list === "cellXfs") found.push({ own: attributes, alignment: {} });
      else if (tag === "alignment" && list === "cellXfs" && last) last.alignment = attributes;
    },
    close(tag) {
      if (tag === list) list = "";
    },
  });
  return found.map(({ own, alignment }): CellLook => {
    const id = Number(own.numFmtId ?? 0);
    const numberFormat = formats.get(id) ?? BUILT_IN_FORMATS.get(id) ?? "General";
    const indent = Number(alignment.indent ?? 0);
    const align = ALIGNS.get(alignment.horizontal ?? "");
    const [ink, ground] = [inks[Number(own.fontId ?? 0)] ?? BLACK, grounds[Number(own.fillId ?? 0)]];
    const sides = sidesOf((side: Side) => borders[Number(own.borderId ?? 0)]?.has(side));
    return {
      ...(numberFormat.toLowerCase() === "general" || numberFormat === "" ? {} : { numberFormat }),
      ...(Number.isInteger(indent) && indent > 0 && indent <= MOST_INDENT ? { indent } : {}),
      ...(align ? { align } : {}),
      ...(bold[Number(own.fontId ?? 0)] === true ? { bold: true as const } : {}),
      ...(ground != null && isSameInk(ink, ground) ? { unseen: true as const } : {}),
      ...(sides ? { sides } : {}),
    };
  });
}

/** Lists whose order gives their elements their numbers; formats of differences and of named styles have the same elements. */
const LISTS: ReadonlySet<string> = new Set(["numFmts", "fonts", "fills", "borders", "cellXfs", "cellStyleXfs", "dxfs"]);

/** Sides of a sheet that may be read from the right have these names. */
const SIDE_NAMES: Readonly<Record<string, Side>> = { start: "left", end: "right" };

const [BLACK, WHITE] = ["#000000", "#FFFFFF"];

/** What stands behind the text of a cell by the kind of its fill: a solid one is black unless it names a colour. Patterns are none. */
const GROUNDS: Readonly<Record<string, string>> = { none: WHITE, solid: BLACK };

/** The first two colours of a theme are the window's, and so are these of the old palette (18.8.27). */
const [THEME, INDEXED] = [
  [WHITE, BLACK],
  new Map([[0, BLACK], [1, WHITE], [8, BLACK], [9, WHITE], [64, BLACK], [65, WHITE]]),
] as const;

/** A colour as "#RRGGBB" where it is known, else by the name that it has in the file. */
function colorOf({ rgb, theme, indexed, tint = "0" }: Attributes, usual: string): string {
  if (rgb !== undefined) return `#${rgb.slice(-6)}`;
  const isPlain = Number(tint) === 0;
  if (theme !== undefined) return (isPlain ? THEME[Number(theme)] : undefined) ?? `theme ${theme} ${tint}`;
  return indexed === undefined ? usual : ((isPlain ? INDEXED.get(Number(indexed)) : undefined) ?? `indexed ${indexed} ${tint}`);
}
