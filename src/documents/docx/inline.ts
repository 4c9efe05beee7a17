import { plainBlanks, raised } from "../signs";
import { isSymbolFont, shown, symbolOf } from "../symbols";
import { child, elements, isOn, valueOf, wholeNumber, type Element } from "./tree";

/** A field (a date, a reference, a table of contents …): its code is no text, its result is. */
interface Field {
  code: string;
  inCode: boolean;
}

/** What is met on the way through a document, beside its text. */
export interface Met {
  /** Ids of notes in the order in which the text refers to them. */
  readonly footnotes: string[];
  readonly endnotes: string[];
  changes: number;
  pictures: number;
  foreignParts: number;
}

/** What the paragraphs of a document share while they are read. */
export interface Inline {
  /** The fields that are open; some go on over paragraphs. */
  readonly fields: Field[];
  readonly met: Met;
  readonly hidden: (style: string | undefined) => boolean | undefined;
  /** How a note is named in the text, by its place among its kind from 1. */
  readonly noteMark: (kind: "footnote" | "endnote", number: number) => string;
}

/** A paragraph while it is read. */
export interface Line {
  text: string;
  /** Text boxes in it, to be read after it. */
  readonly boxes: Element[];
  /** Whether the style of the paragraph hides its text. */
  readonly isHidden: boolean;
}

/** In EMU, of which a centimetre has 360,000: from 8 by 5 cm on a picture may be a page, a table or a text. */
const LARGE = { cx: 8 * 360_000, cy: 5 * 360_000 };
/** The same in points, as older drawings say it. */
const LARGE_POINTS = { width: 227, height: 142 };
const CONTENTS = /^\s*(TOC|INDEX|TOA)\b/i;
const EQUATION = /equation|mathtype/i;

/** Reads what stands in a paragraph, or in anything within. */
export function readInline(element: Element, line: Line, inline: Inline): void {
  switch (element.name) {
    case "r":
      readRun(element, line, inline);
      return;
    case "del":
    case "moveFrom":
      inline.met.changes += 1;
      return;
    case "ins":
    case "moveTo":
      inline.met.changes += 1;
      break;
    case "fldSimple":
      if (CONTENTS.test(element.attributes.instr ?? "")) return;
      break;
    case "AlternateContent":
      readChosen(element, line, inline);
      return;
    case "pPr":
    case "sdtPr":
      return;
    case "sdt":
      if (isPlaceholder(element)) return;
      break;
    case "den":
      line.text += "/";
      break;
    case "sup": {
      const from = line.text.length;
      for (const each of elements(element)) readInline(each, line, inline);
      line.text = line.text.slice(0, from) + raised(line.text.slice(from));
      return;
    }
    case "subDoc":
      inline.met.foreignParts += 1;
      return;
  }
  for (const each of elements(element)) readInline(each, line, inline);
}

/** Of several forms of one thing the first is read, the others are for programs that do not know it. */
function readChosen(element: Element, line: Line, inline: Inline): void {
  const chosen = child(element, "Choice") ?? child(element, "Fallback");
  for (const each of chosen ? elements(chosen) : []) readInRun(each, line, inline, PLAIN);
}

/** How the signs of a run look, as far as that changes what they say. */
interface Looks {
  readonly font: string;
  readonly isRaised: boolean;
  readonly hidden: boolean;
}
const PLAIN: Looks = { font: "", isRaised: false, hidden: false };

function readRun(run: Element, line: Line, inline: Inline): void {
  const looks = child(run, "rPr");
  const fonts = child(looks, "rFonts")?.attributes;
  const signs: Looks = {
    font: fonts?.ascii ?? fonts?.hAnsi ?? "",
    isRaised: valueOf(looks, "vertAlign") === "superscript",
    hidden: isOn(looks, "vanish") ?? inline.hidden(valueOf(looks, "rStyle")) ?? line.isHidden,
  };
  for (const each of elements(run)) readInRun(each, line, inline, signs);
}

function readInRun(element: Element, line: Line, inline: Inline, looks: Looks): void {
  const { fields, met } = inline;
  const isTold = !looks.hidden && fields.every((field) => !field.inCode && !CONTENTS.test(field.code));
  const add = (text: string): void => {
    if (isTold) line.text += text;
  };
  switch (element.name) {
    case "rPr":
      return;
    case "t":
      add(signsOf(element, looks));
      return;
    case "tab":
    case "ptab":
      add("\t");
      return;
    case "br":
    case "cr":
      add("\v");
      return;
    case "noBreakHyphen":
      add("-");
      return;
    case "sym":
      add(symbolOf(Number.parseInt(element.attributes.char ?? "", 16), element.attributes.font ?? "") ?? "");
      return;
    case "fldChar":
      readFieldMark(element.attributes.fldCharType, fields);
      return;
    case "instrText":
      for (const text of element.children) {
        const field = fields.at(-1);
        if (field?.inCode && typeof text === "string") field.code += text;
      }
      return;
    case "footnoteReference":
    case "endnoteReference": {
      const kind = element.name === "footnoteReference" ? "footnote" : "endnote";
      const ids = met[`${kind}s`];
      if (isTold && element.attributes.id !== undefined) add(inline.noteMark(kind, ids.push(element.attributes.id)));
      return;
    }
    case "AlternateContent":
      readChosen(element, line, inline);
      return;
    case "drawing":
    case "pict":
    case "object":
      if (isTold) readDrawing(element, line, met);
      return;
    case "r":
    case "ins":
    case "del":
    case "moveFrom":
    case "moveTo":
      readInline(element, line, inline);
      return;
    default:
      for (const each of elements(element)) readInRun(each, line, inline, looks);
  }
}

/** The signs of a text, as they are seen. */
function signsOf(element: Element, { font, isRaised }: Looks): string {
  const stored = element.children.filter((each) => typeof each === "string").join("");
  const seen = isSymbolFont(font) && !/[\uf000-\uf0ff]/.test(stored) && !/^\p{L}{2}/u.test(stored)
    ? [...stored].map((sign) => symbolOf(sign.charCodeAt(0), font) ?? "").join("")
    : shown(stored, font);
  const plain = plainBlanks(seen);
  return isRaised ? raised(plain) : plain;
}

/** A control that still holds what invites to fill it in. */
export function isPlaceholder(control: Element): boolean {
  return isOn(child(control, "sdtPr"), "showingPlcHdr") ?? false;
}

function readFieldMark(kind: string | undefined, fields: Field[]): void {
  const last = fields.at(-1);
  if (kind === "begin") fields.push({ code: "", inCode: true });
  else if (kind === "separate" && last) last.inCode = false;
  else if (kind === "end") fields.pop();
}

/** Text boxes in a drawing are read after the paragraph; large pictures, charts and tables of Excel are counted. */
function readDrawing(element: Element, line: Line, met: Met): void {
  const extent = [0, 0];
  const points = [0, 0];
  let isPicture = false;
  const walk = (each: Element): void => {
    const { cx, cy, style = "", ProgID } = each.attributes;
    switch (each.name) {
      case "txbxContent":
        line.boxes.push(each);
        return;
      case "AlternateContent": {
        const chosen = child(each, "Choice") ?? child(each, "Fallback");
        if (chosen) elements(chosen).forEach(walk);
        return;
      }
      case "extent":
        extent[0] = Math.max(extent[0] ?? 0, wholeNumber(cx) ?? 0);
        extent[1] = Math.max(extent[1] ?? 0, wholeNumber(cy) ?? 0);
        break;
      case "shape":
        points[0] = Math.max(points[0] ?? 0, pointsIn(style, "width"));
        points[1] = Math.max(points[1] ?? 0, pointsIn(style, "height"));
        break;
      case "pic":
      case "imagedata":
      case "chart":
        isPicture = true;
        break;
      case "OLEObject":
        if (!EQUATION.test(ProgID ?? "")) met.foreignParts += 1;
        // its picture shows what was counted
        extent[0] = points[0] = -1;
        break;
    }
    elements(each).forEach(walk);
  };
  walk(element);
  const [wide = 0, high = 0] = extent;
  const [width = 0, height = 0] = points;
  const isLarge = (wide >= LARGE.cx && high >= LARGE.cy) || (width >= LARGE_POINTS.width && height >= LARGE_POINTS.height);
  if (isPicture && isLarge) met.pictures += 1;
}

const POINTS_A_UNIT: Readonly<Record<string, number>> = { pt: 1, in: 72, cm: 28.35, mm: 2.835, px: 0.75 };

function pointsIn(style: string, name: "width" | "height"): number {
  const [, number = "0", unit = "px"] = new RegExp(`(?:^|;)\\s*${name}:\\s*([\\d.]+)(pt|in|cm|mm|px)?`).exec(style) ?? [];
  return Number(number) * (POINTS_A_UNIT[unit] ?? 1);
}
