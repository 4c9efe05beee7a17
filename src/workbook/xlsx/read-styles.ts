import { isDateFormat } from "../../sheet";
import type { Parts } from "./archive";
import { readXml } from "./xml-events";

/** Formats that a file names by their number alone (ECMA-376 Part 1, 18.8.30): those of dates, and those that Excel shows in East Asian languages as such. */
const BUILT_IN: ReadonlyMap<number, string> = new Map([
  [14, "m/d/yyyy"], [15, "d-mmm-yy"], [16, "d-mmm"], [17, "mmm-yy"], [22, "m/d/yyyy h:mm"],
  ...[27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58].map((id) => [id, "d/m/yyyy"] as const),
]);

/** The number formats of dates by the place of a cell's style; undefined for any other. */
export function readDateFormats(parts: Parts, target: string | undefined): (string | undefined)[] {
  const bytes = target === undefined ? undefined : parts.get(target);
  if (target === undefined || !bytes) return [];
  const own = new Map<number, string>();
  const ids: number[] = [];
  let ofCells = false;
  readXml(target, bytes, {
    open(tag, attributes) {
      if (tag === "numFmt" && attributes.numFmtId !== undefined) own.set(Number(attributes.numFmtId), attributes.formatCode ?? "");
      else if (tag === "cellXfs") ofCells = true;
      else if (tag === "xf" && ofCells) ids.push(Number(attributes.numFmtId ?? 0));
    },
    close(tag) {
      if (tag === "cellXfs") ofCells = false;
    },
  });
  return ids.map((id) => {
    const format = own.get(id) ?? BUILT_IN.get(id);
    return format !== undefined && isDateFormat(format) ? format : undefined;
  });
}
