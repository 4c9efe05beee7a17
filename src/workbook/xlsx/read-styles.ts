import { sidesOf, type Align, type CellLook, type Side } from "../../sheet";
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
  const borders: Set<string>[] = [];
  const found: { readonly own: Attributes; alignment: Attributes }[] = [];
  let list = "";
  readXml(target, bytes, {
    open(tag, attributes) {
      const last = found.at(-1);
      if (LISTS.has(tag)) list = tag;
      else if (tag === "numFmt" && list === "numFmts") formats.set(Number(attributes.numFmtId), attributes.formatCode ?? "");
      else if (tag === "font" && list === "fonts") bold.push(false);
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
    const sides = sidesOf((side: Side) => borders[Number(own.borderId ?? 0)]?.has(side));
    return {
      ...(numberFormat.toLowerCase() === "general" || numberFormat === "" ? {} : { numberFormat }),
      ...(Number.isInteger(indent) && indent > 0 && indent <= MOST_INDENT ? { indent } : {}),
      ...(align ? { align } : {}),
      ...(bold[Number(own.fontId ?? 0)] === true ? { bold: true as const } : {}),
      ...(sides ? { sides } : {}),
    };
  });
}

/** Lists whose order gives their elements their numbers; formats of differences and of named styles have the same elements. */
const LISTS: ReadonlySet<string> = new Set(["numFmts", "fonts", "borders", "cellXfs", "cellStyleXfs", "dxfs"]);

/** Sides of a sheet that may be read from the right have these names. */
const SIDE_NAMES: Readonly<Record<string, Side>> = { start: "left", end: "right" };
