import type { Parts } from "../archive";
import { readXml, type Attributes } from "../xml-events";

/** Colours that a file names by their place, 8 to 63, each of six digits (ECMA-376 part 1, 18.8.27); 0 to 7 are the first eight. */
const INDEXED =
  "000000FFFFFFFF000000FF000000FFFFFF00FF00FF00FFFF800000008000000080808000800080008080C0C0C08080809999FF993366FFFFCCCCFFFF660066" +
  "FF80800066CCCCCCFF000080FF00FFFFFF0000FFFF8000808000000080800000FF00CCFFCCFFFFCCFFCCFFFF9999CCFFFF99CCCC99FFFFCC993366FF33CCCC" +
  "99CC00FFCC00FF9900FF6600666699969696003366339966003300333300993300993366333399333333";

/** The places of a theme's colours in its list; the first four are told crosswise (18.8.3). */
const THEME = ["lt1", "dk1", "lt2", "dk2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink", "folHlink"];

/** The colours of a theme part by their places, as "RRGGBB". */
export function readTheme(parts: Parts, part: string | undefined): readonly string[] {
  const bytes = part === undefined ? undefined : parts.get(part);
  const found = new Map<string, string>();
  let name = "";
  let within = false;
  if (part !== undefined && bytes) {
    readXml(part, bytes, {
      open(tag, { val = "", lastClr }) {
        if (tag === "clrScheme") within = true;
        else if (within && THEME.includes(tag)) name = tag;
        else if (within && tag === "srgbClr") found.set(name, val);
        else if (within && tag === "sysClr") found.set(name, lastClr ?? "000000");
      },
      close(tag) {
        if (tag === "clrScheme") within = false;
      },
    });
  }
  return THEME.map((one) => found.get(one) ?? "");
}

/** "#RRGGBB" of a colour as styles name it: by its value, its place in the theme with a tint, or an old number; null for the usual. */
export function colorOf({ rgb, theme, indexed, tint }: Attributes, themes: readonly string[]): string | null {
  const at = Number(indexed ?? Number.NaN);
  const place = at < 8 ? at : at - 8;
  const hex = rgb?.slice(-6) ?? (theme === undefined ? INDEXED.slice(place * 6, place * 6 + 6) : themes[Number(theme)]) ?? "";
  return /^[0-9a-f]{6}$/i.test(hex) ? `#${tinted(hex, Number(tint ?? 0))}`.toUpperCase() : null;
}

/** Towards white for a tint above 0, towards black for one below (18.8.19), in each part of the colour. */
function tinted(hex: string, tint: number): string {
  if (!(tint >= -1 && tint <= 1) || tint === 0) return hex;
  const parts = [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  const moved = (part: number): number => Math.round(tint < 0 ? part * (1 + tint) : part + (255 - part) * tint);
  return parts.map((part) => moved(part).toString(16).padStart(2, "0")).join("");
}
