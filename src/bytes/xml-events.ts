import { SaxesParser } from "saxes";
import { allSteps } from "../base";
import { broken } from "./unreadable";

export type Attributes = Readonly<Record<string, string>>;

/** What happens in a document, in order; names without their prefix. */
export interface XmlEvents {
  open?(name: string, attributes: Attributes): void;
  close?(name: string): void;
  text?(text: string): void;
}

/** A sign of a text that needs no parser: no mark of an element, no reference to a character, no sign of control. For patterns. */
export const PLAIN_TEXT = String.raw`[ -%'-;=?-~\u00a0-\ud7ff\ue000-\ufffd]`;

/**
 * Elements in the shape that nearly all of them have: they are told as they are matched, in their order with the others. The pattern is
 * global and must match what is well-formed only, without references to characters.
 */
export interface Plain {
  readonly pattern: RegExp;
  readonly found: (match: RegExpExecArray) => void;
}

/** How a part is read. */
export interface Reading {
  /** What is done to its text before. */
  readonly prepared?: (text: string) => string;
  /** Whole elements that no parser sees, which takes several times as long. */
  readonly plain?: Plain;
  /** How deep elements may stand in each other, where that is not `MAX_DEPTH`. */
  readonly depth?: number;
}

/** No part of a workbook nests as deep as this; more is an attack on whoever reads it by recursion. */
const MAX_DEPTH = 100;
/** So many signs of a part are read in one step: some ten milliseconds. */
const STEP = 200_000;

/**
 * Reads an XML part: well-formed, without a document type (so without entities of its own), not too deep. Throws UnreadableBytes of reason
 * "broken", naming the part, and whatever the events throw.
 */
export function readXml(part: string, bytes: Uint8Array, events: XmlEvents, reading: Reading = {}): void {
  allSteps(xmlSteps(part, bytes, events, reading));
}

/** `readXml` in steps, between which others may run. */
export function* xmlSteps(
  part: string, bytes: Uint8Array, events: XmlEvents, { prepared, plain, depth: most = MAX_DEPTH }: Reading = {},
): Generator<void, void> {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let depth = 0;
  parser.on("doctype", () => {
    throw broken("doctype", { part });
  });
  parser.on("opentag", (tag) => {
    if (++depth > most) throw broken("nesting", { part, what: String(most) });
    events.open?.(localName(tag.name), tag.attributes);
  });
  parser.on("closetag", (tag) => {
    depth--;
    events.close?.(localName(tag.name));
  });
  parser.on("text", (text) => events.text?.(text));
  parser.on("cdata", (text) => events.text?.(text));
  parser.on("error", (error) => {
    throw broken("xml", { part }, error);
  });
  const text = decoded(part, bytes);
  const rest = unparsed(parser, prepared ? prepared(text) : text, plain);
  for (let from = 0; from < rest.length; from += STEP) {
    if (from > 0) yield;
    parser.write(rest.slice(from, from + STEP));
  }
  parser.close();
}

function decoded(part: string, bytes: Uint8Array): string {
  try {
    return decode(bytes);
  } catch (error) {
    throw broken("xml", { part }, error);
  }
}

/** Gives the text to the parser up to the last plain element; what is left of it. */
function unparsed(parser: SaxesParser, text: string, plain?: Plain): string {
  // in a comment or a character section anything may stand
  if (!plain || text.includes("<!")) return text;
  const { pattern, found } = plain;
  let from = 0;
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    if (match.index > from) parser.write(text.slice(from, match.index));
    found(match);
    from = pattern.lastIndex;
  }
  return text.slice(from);
}

/** An attribute by its name without prefix ("r:id", "d3p1:id" → "id" with `prefixed`). */
export function prefixedAttribute(attributes: Attributes, name: string): string | null {
  for (const [key, value] of Object.entries(attributes)) if (key.endsWith(`:${name}`)) return value;
  return null;
}

/** "1", "true", "on": a true of the format. */
export function isTrue(text: string | undefined): boolean {
  return text === "1" || text === "true" || text === "on";
}

/** "_x000D_" → a carriage return: how the format writes characters that XML cannot hold (ST_Xstring). */
export function unescapeText(text: string): string {
  return text.includes("_x") ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16))) : text;
}

/** What may hold signs of elements and is none. */
const NO_ELEMENTS = /<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>/gs;

/**
 * The elements of some names, in order, of a part that `readXml` has read without complaint: several times as fast. Names are told without
 * their prefix; attributes are read when they are asked for, references to characters in them stay. What is plain is told as such.
 */
export function scanXml(
  bytes: Uint8Array, names: readonly string[], open: (name: string, attributes: () => Attributes) => void, plain: Plain,
): void {
  const text = decode(bytes);
  const any = `<(?:[^\\s<>:/=]+:)?(${names.join("|")})(?=[\\s/>])([^"'>]*(?:"[^"]*"[^"'>]*|'[^']*'[^"'>]*)*)>`;
  const elements = new RegExp(`${plain.pattern.source}|${any}`, "g");
  const elementsOnly = text.includes("<!") ? text.replace(NO_ELEMENTS, "") : text;
  // one function for all elements: they are very many
  let inside = "";
  const attributes = (): Attributes => attributesIn(inside);
  for (let found = elements.exec(elementsOnly); found; found = elements.exec(elementsOnly)) {
    const name = found.at(-2);
    inside = found.at(-1) ?? "";
    if (name === undefined) plain.found(found);
    else open(name, attributes);
  }
}

/** What stands between the name of an element and its end. By hand: a pattern takes several times as long, and cells are very many. */
export function attributesIn(text: string): Attributes {
  const found: Record<string, string> = {};
  let from = 0;
  for (let equals = text.indexOf("="); equals !== -1; equals = text.indexOf("=", from)) {
    let start = equals + 1;
    while (text[start] !== '"' && text[start] !== "'" && start < text.length) start += 1;
    const end = text.indexOf(text[start] ?? "", start + 1);
    if (end === -1) break;
    found[text.slice(from, equals).trim()] = text.slice(start + 1, end);
    from = end + 1;
  }
  return found;
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

function decode(bytes: Uint8Array): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "utf-8";
  return new TextDecoder(encoding, { fatal: true }).decode(bytes);
}
