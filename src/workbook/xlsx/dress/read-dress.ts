import type { ChartSpec, NoteSpec } from "../../../sheet";
import { parseA1 } from "../../../sheet";
import { unpack, type Parts } from "../archive";
import { readBook } from "../read-book";
import { readRelations } from "../relations";
import type { StoredName } from "../stored";
import { readXml, unescapeText } from "../xml-events";
import { readCellDress, type CellDress } from "./cell-dress";
import { readTheme } from "./colors";
import { readDifferences } from "./conditional-dress";
import { chartDress, type ChartDress } from "./chart-dress";
import { leftOfVml, readDrawing, type DrawingDress } from "./drawing-dress";
import { leftOfBook } from "./left-of-book";
import { leftBySheetRelation, type LeftPart } from "./left-behind";
import { withPrintNames } from "./page-dress";
import { richTexts, usesText } from "./rich-text";
import { readSheetDress, type SheetDress } from "./sheet-dress";

/** What a .xlsx holds beside its cells. */
export interface BookDress {
  readonly styles: readonly CellDress[];
  /** In the order of the sheets that hold cells. */
  readonly sheets: readonly SheetDress[];
  /** Names of any kind, as formulas need them; those that Excel keeps for itself are left out. */
  readonly names: readonly StoredName[];
  /** The title among the properties of the file; "" for none. */
  readonly title: string;
  /** What of the file is not told here. */
  readonly left: readonly LeftPart[];
}

/** Reads how a .xlsx or .xlsm looks and behaves. Throws WorkbookFailure "unreadable-file" as `openXlsx` does. */
export function readDress(bytes: Uint8Array): BookDress {
  const parts = unpack(bytes);
  const { sheets, names } = readBook(bytes);
  const main = [...readRelations(parts, "").values()].find(({ type }) => type === "officeDocument")?.target ?? "";
  const beside = [...readRelations(parts, main).values()];
  const target = (kind: string): string | undefined => beside.find(({ type }) => type === kind)?.target;
  const themes = readTheme(parts, target("theme"));
  const styles = readCellDress(parts, target("styles"), themes);
  const differences = readDifferences(parts, target("styles"), themes);
  const rich = richTexts(parts, target("sharedStrings"));
  const left = leftOfBook(parts, main);
  const dressed = sheets.map(({ part, sheet }) => {
    const read = withBeside(parts, { part, name: sheet.name }, readSheetDress(part, parts.get(part) ?? new Uint8Array(), differences));
    const dress = { ...read, page: read.page && withPrintNames(read.page, sheet.name, names) };
    const kinds = new Set(dress.left);
    if (someOf(dress.cells.values(), (place) => styles[place]?.simpler === true)) kinds.add("cellLooks");
    if (rich.size > 0 && usesText(parts.get(part), rich)) kinds.add("richText");
    if (dress.page?.more) kinds.add("print");
    if (sheet.veryHidden) kinds.add("veryHidden");
    for (const kind of kinds) left.add(kind, sheet.name);
    return dress;
  });
  const seen = names.filter(({ name }) => !/^_xl(?:nm|fn|pm)\./i.test(name));
  // what of other workbooks a file keeps is not written again
  const own = seen.filter(({ refersTo }) => !/\[\d+\]/.test(refersTo));
  if (own.length < seen.length) left.add("links");
  return { styles, sheets: dressed, names: own, title: titleOf(parts), left: left.list() };
}

function titleOf(parts: Parts): string {
  const part = [...readRelations(parts, "").values()].find(({ type }) => type === "core-properties")?.target ?? "";
  const bytes = parts.get(part);
  let [title, inside] = ["", false];
  if (bytes)
    readXml(part, bytes, {
      open: (tag) => void (inside = tag === "title"),
      text: (text) => void (title += inside ? text : ""),
      close: () => void (inside = false),
    });
  return title;
}

function someOf<T>(items: Iterable<T>, wanted: (item: T) => boolean): boolean {
  for (const item of items) if (wanted(item)) return true;
  return false;
}

/** The sheet with its notes and what is drawn on it or hangs on it. */
function withBeside(parts: Parts, { part, name }: { readonly part: string; readonly name: string }, dress: SheetDress): SheetDress {
  const relations = [...readRelations(parts, part).values()];
  const left = new Set(dress.left);
  const notes: NoteSpec[] = [];
  const charts: ChartSpec[] = [];
  for (const { type, target } of relations) {
    const kind = leftBySheetRelation(type);
    if (kind) left.add(kind);
    const bytes = parts.get(target);
    if (!bytes) continue;
    if (type === "comments") notes.push(...notesIn(target, bytes));
    else if (type === "vmlDrawing") for (const one of leftOfVml(bytes)) left.add(one);
    if (type !== "drawing") continue;
    const drawing = readDrawing(target, bytes);
    for (const one of drawing.left) left.add(one);
    for (const chart of chartsOf(parts, target, name, drawing)) {
      if (chart) charts.push(chart.spec);
      if (!chart) left.add("charts");
      else if (chart.simpler) left.add("chartLooks");
    }
  }
  return { ...dress, left, notes, charts };
}

/** The charts of a drawing; null for one that no page of ours draws. */
function chartsOf(parts: Parts, drawing: string, sheet: string, { frames }: DrawingDress): (ChartDress | null)[] {
  const relations = readRelations(parts, drawing);
  return frames.map((frame) => {
    const part = relations.get(frame.relation)?.target ?? "";
    const bytes = parts.get(part);
    return bytes ? chartDress(part, bytes, sheet, frame) : null;
  });
}

function notesIn(part: string, bytes: Uint8Array): NoteSpec[] {
  const notes: NoteSpec[] = [];
  let at: NoteSpec["at"] | null = null;
  let text = "";
  let inside = false;
  readXml(part, bytes, {
    open(tag, { ref = "" }) {
      if (tag === "comment") [at, text] = [parseA1(ref), ""];
      else if (tag === "t") inside = true;
    },
    text(piece) {
      if (inside) text += piece;
    },
    close(tag) {
      if (tag === "t") inside = false;
      else if (tag === "comment" && at) notes.push({ at, text: unescapeText(text).replace(/\r\n?/g, "\n") });
    },
  });
  return notes;
}
