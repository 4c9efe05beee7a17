import type { Parts } from "../archive";
import { readRelations } from "../relations";
import { isTrue, prefixedAttribute, readXml, unescapeText } from "../xml-events";
import { leftByBookRelation, LeftParts, type LeftBehind } from "./left-behind";

/** Elements of a workbook part whose loss somebody would see (ECMA-376 part 1, 18.2.27). */
const ELEMENTS: ReadonlyMap<string, LeftBehind> = new Map([
  ["fileSharing", "protection"], ["workbookProtection", "protection"], ["customWorkbookView", "view"], ["functionGroup", "other"],
  ["webPublishObject", "other"],
]);

/** What a workbook holds as a whole, beside its sheets, that no page of ours has. */
export function leftOfBook(parts: Parts, main: string): LeftParts {
  const left = new LeftParts();
  const relations = readRelations(parts, main);
  for (const { type } of relations.values()) {
    const kind = leftByBookRelation(type);
    if (kind) left.add(kind);
  }
  readXml(main, parts.get(main) ?? new Uint8Array(), {
    open(tag, attributes) {
      const kind = ELEMENTS.get(tag);
      if (kind) left.add(kind);
      else if (tag === "calcPr" && (isTrue(attributes.iterate) || attributes.fullPrecision === "0")) left.add("calculation");
      else if (tag === "definedName" && isTrue(attributes.function)) left.add("macros");
      else if (tag === "definedName" && isTrue(attributes.hidden) && !attributes.name?.startsWith("_xlnm.")) left.add("names");
      else if (tag === "sheet") {
        const type = relations.get(prefixedAttribute(attributes, "id") ?? "")?.type;
        if (type !== undefined && type !== "worksheet") left.add("sheets", unescapeText(attributes.name ?? ""));
      }
    },
  });
  for (const { type, target } of readRelations(parts, "").values())
    if (type === "custom-properties" || (type === "core-properties" && saysMore(target, parts.get(target)))) left.add("properties");
  return left;
}

const SAID: ReadonlySet<string> = new Set(["subject", "keywords", "description", "category", "contentStatus"]);

/** Whether somebody has filled in more of a file's properties than programs do by themselves, and than is read: the title. */
function saysMore(part: string, bytes: Uint8Array | undefined): boolean {
  let [within, said] = [false, false];
  if (bytes)
    readXml(part, bytes, {
      open: (tag) => void (within = SAID.has(tag)),
      text: (text) => void (said ||= within && text.trim() !== ""),
      close: () => void (within = false),
    });
  return said;
}
