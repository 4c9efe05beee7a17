import type { Parts } from "../archive";
import { readXml } from "../xml-events";

/** The numbers of the shared texts that have looks of their own. */
export function richTexts(parts: Parts, part: string | undefined): ReadonlySet<number> {
  const rich = new Set<number>();
  const bytes = part === undefined ? undefined : parts.get(part);
  // most files have none, and their texts are read elsewhere already
  if (part === undefined || !bytes || !/<(?:\w+:)?rPr[\s>/]/.test(new TextDecoder().decode(bytes))) return rich;
  let at = -1;
  readXml(part, bytes, {
    open(tag) {
      if (tag === "si") at += 1;
      else if (tag === "rPr") rich.add(at);
    },
  });
  return rich;
}

/** Whether a cell of a worksheet part shows one of the texts. */
export function usesText(bytes: Uint8Array | undefined, texts: ReadonlySet<number>): boolean {
  const xml = new TextDecoder().decode(bytes);
  const cells = /<(?:\w+:)?c\s[^>]*?\bt=["']s["'][^>]*>\s*<(?:\w+:)?v>(\d+)</g;
  for (const [, number] of xml.matchAll(cells)) if (texts.has(Number(number))) return true;
  return false;
}
