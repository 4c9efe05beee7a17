import type { NoteSpec } from "../../../sheet";
import { parseA1 } from "../../../sheet";
import { unpack, type Parts } from "../archive";
import { readBook } from "../read-book";
import { readRelations } from "../relations";
import type { StoredName } from "../stored";
import { readXml, unescapeText } from "../xml-events";
import { readCellDress, type CellDress } from "./cell-dress";
import { readTheme } from "./colors";
import { readSheetDress, type LeftBehind, type SheetDress } from "./sheet-dress";

/** What a .xlsx holds beside its cells. */
export interface BookDress {
  readonly styles: readonly CellDress[];
  /** In the order of the sheets that hold cells. */
  readonly sheets: readonly SheetDress[];
  /** Names of any kind, as formulas need them; those that Excel keeps for itself are left out. */
  readonly names: readonly StoredName[];
}

/** What the relations of a sheet lead to that no page of ours shows. */
const BESIDE: ReadonlyMap<string, LeftBehind> = new Map([["pivotTable", "pivots"], ["table", "tables"]]);

/** Reads how a .xlsx or .xlsm looks and behaves. Throws WorkbookFailure "unreadable-file" as `openXlsx` does. */
export function readDress(bytes: Uint8Array): BookDress {
  const parts = unpack(bytes);
  const { sheets, names } = readBook(bytes);
  const main = [...readRelations(parts, "").values()].find(({ type }) => type === "officeDocument")?.target ?? "";
  const beside = [...readRelations(parts, main).values()];
  const target = (kind: string): string | undefined => beside.find(({ type }) => type === kind)?.target;
  return {
    styles: readCellDress(parts, target("styles"), readTheme(parts, target("theme"))),
    sheets: sheets.map(({ part }) => withBeside(parts, part, readSheetDress(part, parts.get(part) ?? new Uint8Array()))),
    names: names.filter(({ name }) => !/^_xl(?:nm|fn|pm)\./i.test(name)),
  };
}

function withBeside(parts: Parts, part: string, dress: SheetDress): SheetDress {
  const relations = [...readRelations(parts, part).values()];
  const left = new Set(dress.left);
  for (const { type } of relations) {
    const kind = BESIDE.get(type);
    if (kind) left.add(kind);
  }
  const notes = relations.flatMap(({ type, target }) => {
    const bytes = type === "comments" ? parts.get(target) : undefined;
    return bytes ? notesIn(target, bytes) : [];
  });
  return { ...dress, left, notes };
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
