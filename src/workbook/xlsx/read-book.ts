import { DAYS_TO_1904 } from "../../base";
import { isDateFormat, type CalculationSetting, type CellLook } from "../../sheet";
import type { Parts } from "./archive";
import { unpack } from "./archive";
import { broken, unreadable } from "./failures";
import { isDrawn } from "./read-drawing";
import { fileName, readLink, type LinkedBook } from "./read-links";
import type { ReadSheet } from "./read-sheet";
import { readSheet } from "./read-sheet";
import { readStyles } from "./read-styles";
import { readTable } from "./read-table";
import type { StoredName } from "./stored";
import { readRelations, type Relation } from "./relations";
import { isTrue, PLAIN_TEXT, prefixedAttribute, readXml, unescapeText, type Attributes, type XmlEvents } from "./xml-events";

export interface ReadBook {
  readonly sheets: readonly ReadSheet[];
  readonly names: readonly StoredName[];
  readonly from1904: boolean;
  /** Absent where the workbook computes as usual. */
  readonly calculation?: readonly CalculationSetting[];
  /** How cells look, by the number of their style. */
  readonly styles: readonly CellLook[];
  /** Other workbooks in the order of their numbers in formulas. */
  readonly links: readonly LinkedBook[];
}

/** Reads the sheets and names of a .xlsx, .xlsm, .xltx or .xltm. Throws WorkbookFailure "unreadable-file". */
export function readBook(bytes: Uint8Array): ReadBook {
  const parts = unpack(bytes);
  const main = [...readRelations(parts, "").values()].find((relation) => relation.type === "officeDocument")?.target;
  const book = main === undefined ? undefined : parts.get(main);
  if (main === undefined || !book || !main.endsWith(".xml")) throw unreadable("not-a-workbook");

  const found: { name: string; visible: boolean; veryHidden: boolean; id: string }[] = [];
  const names: { name: string; scope: number | null; refersTo: string }[] = [];
  let inName = false;
  let isWorkbook = false;
  let from1904 = false;
  const calculation: CalculationSetting[] = [];
  const links: string[] = [];
  readXml(main, book, {
    open(tag, attributes) {
      if (tag === "workbook") isWorkbook = true;
      else if (tag === "workbookPr") from1904 = isTrue(attributes.date1904);
      else if (tag === "calcPr") calculation.push(...calculationOf(attributes));
      else if (tag === "externalReference") links.push(prefixedAttribute(attributes, "id") ?? "");
      else if (tag === "sheet") {
        const id = prefixedAttribute(attributes, "id");
        if (!attributes.name || !id) throw broken("sheet-unnamed", { part: main });
        const { state = "visible" } = attributes;
        found.push({ name: unescapeText(attributes.name), visible: state === "visible", veryHidden: state === "veryHidden", id });
      } else if (tag === "definedName" && !isTrue(attributes.function)) {
        inName = true;
        names.push({
          name: attributes.name ?? "",
          scope: attributes.localSheetId === undefined ? null : Number(attributes.localSheetId),
          refersTo: "",
        });
      }
    },
    text(text) {
      const last = names.at(-1);
      if (inName && last) last.refersTo += text;
    },
    close(tag) {
      const last = names.at(-1);
      if (tag === "definedName" && inName && last) last.refersTo = unescapeText(last.refersTo);
      if (tag === "definedName") inName = false;
    },
  });
  if (!isWorkbook) throw unreadable("not-a-workbook");

  const relations = readRelations(parts, main);
  const strings = readStrings(parts, [...relations.values()].find((relation) => relation.type === "sharedStrings")?.target);
  const styles = readStyles(parts, [...relations.values()].find((relation) => relation.type === "styles")?.target);
  const formats = styles.map(({ numberFormat }) => (numberFormat !== undefined && isDateFormat(numberFormat) ? numberFormat : undefined));
  const dates = { formats, shift: from1904 ? DAYS_TO_1904 : 0 };
  const readOne = ({ name, visible, veryHidden, id }: (typeof found)[number]): ReadSheet[] => {
    const relation = relations.get(id);
    if (!relation) throw broken("sheet-missing", { part: main, what: name });
    // Chart, dialogue and macro sheets hold no cells.
    if (relation.type !== "worksheet") return [];
    const part = parts.get(relation.target);
    if (!part) throw broken("part-missing", { part: relation.target });
    const own = { part: relation.target, bytes: part, name, visible, veryHidden };
    return [withBeside(parts, relation.target, readSheet(own, { strings, dates }))];
  };
  const sheets = found.flatMap(readOne);
  if (new Set(sheets.map(({ sheet }) => sheet.name)).size < sheets.length) throw broken("sheet-twice");
  const scopeName = (index: number | null): string | null => (index === null ? null : (found[index]?.name ?? null));
  return {
    from1904, styles, sheets, ...(calculation.length > 0 ? { calculation } : {}),
    links: links.map((id) => linkedBook(parts, relations.get(id))),
    names: names.filter(({ name }) => name).map((name) => ({ ...name, scope: scopeName(name.scope) })),
  };
}

/** What of CT_CalcPr (18.2.2) is not as usual. */
function calculationOf({ calcMode, iterate, fullPrecision = "1" }: Attributes): CalculationSetting[] {
  return [
    ...(calcMode === "manual" ? (["manual"] as const) : []),
    ...(isTrue(iterate) ? (["iterative"] as const) : []),
    ...(isTrue(fullPrecision) ? [] : (["as-displayed"] as const)),
  ];
}

/** The sheet with what other parts hold of it: its tables, and whether anything is drawn or a pivot table stands on it. */
function withBeside(parts: Parts, part: string, read: ReadSheet): ReadSheet {
  const relations = [...readRelations(parts, part).values()];
  const found = relations.flatMap(({ type, target }) => {
    const bytes = type === "table" ? parts.get(target) : undefined;
    return bytes ? (readTable(target, bytes) ?? []) : [];
  });
  const filtered = [...read.sheet.filtered, ...found.flatMap((one) => one.filtered)];
  const isBlank = read.sheet.cells.size === 0;
  const drawn = relations.some(({ type, target }) => {
    const bytes = type === "drawing" ? parts.get(target) : undefined;
    return bytes ? isDrawn(target, bytes, isBlank) : isBlank && EMBEDDED.includes(type);
  });
  const pivot = relations.some(({ type }) => type === "pivotTable");
  if (found.length === 0 && !drawn && !pivot) return read;
  return { ...read, sheet: { ...read.sheet, filtered, tables: found.map(({ table }) => table), drawn, pivot } };
}

/** What other programs have put on a sheet as a picture of itself. */
const EMBEDDED = ["oleObject", "package"];

function linkedBook(parts: Parts, relation: Relation | undefined): LinkedBook {
  const bytes = relation?.type === "externalLink" ? parts.get(relation.target) : undefined;
  if (!relation || !bytes) return { file: null, sheets: () => [] };
  const [path] = [...readRelations(parts, relation.target, "External").values()].filter(({ type }) =>
    /^externalLinkPath|^xlPathMissing/.test(type),
  );
  return { file: path ? fileName(path.target) : null, sheets: () => readLink(relation.target, bytes) };
}

/** A text without looks of its own. */
const STRING = new RegExp(`<si><t(?: xml:space="preserve")?>((?:${PLAIN_TEXT}|\\n)*)</t></si>`, "g");

/** The texts that cells share, rich text as its plain characters. */
function readStrings(parts: Parts, target: string | undefined): string[] {
  const bytes = target === undefined ? undefined : parts.get(target);
  const strings: string[] = [];
  if (target === undefined || !bytes) return strings;
  let text = "";
  let inText = false;
  let phonetic = 0;
  const events: XmlEvents = {
    open(tag) {
      if (tag === "si") text = "";
      else if (tag === "rPh") phonetic++;
      else if (tag === "t") inText = phonetic === 0;
    },
    text(piece) {
      if (inText) text += piece;
    },
    close(tag) {
      if (tag === "si") strings.push(unescapeText(text));
      else if (tag === "rPh") phonetic--;
      else if (tag === "t") inText = false;
    },
  };
  readXml(target, bytes, events, { plain: { pattern: STRING, found: ([, plain = ""]) => void strings.push(unescapeText(plain)) } });
  return strings;
}
