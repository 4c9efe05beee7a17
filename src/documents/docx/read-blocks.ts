import type { Block, Cell, Table } from "./blocks";
import { isPlaceholder, readInline, type Inline, type Line } from "./inline";
import type { Numbering } from "./numbering";
import type { Styles } from "./styles";
import { child, elements, isOn, valueOf, wholeNumber, type Element } from "./tree";

/** What the blocks of a document share while they are read, in order. */
export interface Reading {
  readonly styles: Styles;
  readonly numbering: Numbering;
  readonly inline: Inline;
}

/** No table is wider; a cell that says it is takes one column. */
const MOST_COLUMNS = 1000;
const CONTENTS = "Table of Contents";

/** Reads blocks one after the other; what stands before the end of a paragraph that is no end any more goes with the next. */
export function blockReader(reading: Reading): { readonly read: (element: Element) => void; readonly blocks: () => Block[] } {
  const blocks: Block[] = [];
  let carried: string | null = null;

  const readParagraph = (element: Element): void => {
    const { line, label, goesOn } = paragraphOf(element, reading);
    const text = (carried ?? "") + label + line.text;
    carried = goesOn && line.boxes.length === 0 ? text : null;
    if (carried === null) blocks.push({ kind: "paragraph", text });
    for (const box of line.boxes) blocks.push(...blocksIn(box, reading));
  };

  const endCarried = (): void => {
    if (carried !== null) blocks.push({ kind: "paragraph", text: carried });
    carried = null;
  };

  const read = (element: Element): void => {
    switch (element.name) {
      case "p":
        readParagraph(element);
        return;
      case "tbl":
        endCarried();
        blocks.push(tableOf(element, reading));
        return;
      case "altChunk":
        reading.inline.met.foreignParts += 1;
        return;
      case "del":
      case "moveFrom":
        reading.inline.met.changes += 1;
        return;
      case "AlternateContent": {
        const chosen = child(element, "Choice") ?? child(element, "Fallback");
        if (chosen) elements(chosen).forEach(read);
        return;
      }
      case "sdt":
        if (!isPlaceholder(element) && !isContents(element)) elements(element).forEach(read);
        return;
      case "pPr":
      case "sdtPr":
        return;
      default:
        elements(element).forEach(read);
    }
  };
  return {
    read,
    blocks: () => {
      endCarried();
      return blocks;
    },
  };
}

/** The blocks in an element: a cell, a text box, a note. */
export function blocksIn(element: Element, reading: Reading): Block[] {
  const { read, blocks } = blockReader(reading);
  elements(element).forEach(read);
  return blocks();
}

/** A table of contents, which says again what stands in the text. */
function isContents(element: Element): boolean {
  const part = child(child(element, "sdtPr"), "docPartObj");
  return valueOf(part, "docPartGallery") === CONTENTS;
}

interface ReadParagraph {
  readonly line: Line;
  readonly label: string;
  /** Its end was deleted or is hidden: the next paragraph goes on in the same line. */
  readonly goesOn: boolean;
}

function paragraphOf(element: Element, { styles, numbering, inline }: Reading): ReadParagraph {
  const properties = child(element, "pPr");
  const style = valueOf(properties, "pStyle");
  const mark = child(properties, "rPr");
  const line: Line = { text: "", boxes: [], isHidden: styles.hidden(style) ?? false };
  const isDeleted = child(mark, "del") !== undefined || child(mark, "moveFrom") !== undefined;
  const isHidden = isOn(mark, "vanish") ?? line.isHidden;
  for (const each of elements(element)) readInline(each, line, inline);
  // a code that nothing separates from its result ends with its paragraph
  while (inline.fields.at(-1)?.inCode) inline.fields.pop();
  const goesOn = isDeleted || isHidden;
  if (isDeleted) inline.met.changes += 1;
  const counts = !isDeleted && !(isHidden && line.text.trim() === "");
  return { line, goesOn, label: counts ? labelOf(properties, style, styles, numbering) : "" };
}

function labelOf(properties: Element | undefined, style: string | undefined, styles: Styles, numbering: Numbering): string {
  const own = child(properties, "numPr");
  const ofStyle = styles.numbering(style);
  const numId = valueOf(own, "numId") ?? ofStyle.numId;
  if (numId === undefined || numId === "0") return "";
  const level = wholeNumber(valueOf(own, "ilvl")) ?? numbering.levelOf(numId, style) ?? ofStyle.level ?? 0;
  return numbering.next(numId, level);
}

function tableOf(element: Element, reading: Reading): Table {
  return { kind: "table", rows: childrenOf(element, "tr").flatMap((row) => rowOf(row, reading)) };
}

/** The rows of a table or the cells of a row, also those that stand in controls and marks. */
function childrenOf(element: Element, name: "tr" | "tc"): Element[] {
  return elements(element).flatMap((each) => {
    if (each.name === name) return [each];
    return /^(sdt|sdtContent|customXml|ins|moveTo)$/.test(each.name) ? childrenOf(each, name) : [];
  });
}

/** None where the row was deleted. */
function rowOf(element: Element, reading: Reading): readonly (readonly Cell[])[] {
  const properties = child(element, "trPr");
  if (child(properties, "del") ?? child(properties, "moveFrom")) {
    reading.inline.met.changes += 1;
    return [];
  }
  const empty = (name: "gridBefore" | "gridAfter"): Cell[] => {
    const span = columns(valueOf(properties, name), 0);
    return span === 0 ? [] : [{ blocks: [], span }];
  };
  const cells = childrenOf(element, "tc").flatMap((each): Cell[] => {
    const looks = child(each, "tcPr");
    if (child(looks, "cellDel")) return [];
    const goesOn = [child(looks, "vMerge"), child(looks, "hMerge")].some((merge) => merge && merge.attributes.val !== "restart");
    return [{ blocks: goesOn ? [] : blocksIn(each, reading), span: columns(valueOf(looks, "gridSpan"), 1) }];
  });
  return [[...empty("gridBefore"), ...cells, ...empty("gridAfter")]];
}

function columns(text: string | undefined, usual: number): number {
  const number = wholeNumber(text) ?? usual;
  return number > 0 && number <= MOST_COLUMNS ? number : usual;
}
