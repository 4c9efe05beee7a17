/** The beginning of every part. */
export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
export const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

type AttributeValue = string | number | boolean | null | undefined;

/** `<name a="1">inner</name>`; attributes that are null or undefined are left out, booleans are 1 and 0. `inner` is XML already. */
export function element(name: string, attributes: Readonly<Record<string, AttributeValue>> = {}, inner = ""): string {
  let tag = `<${name}`;
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined) continue;
    tag += ` ${key}="${typeof value === "string" ? escapeAttribute(value) : Number(value)}"`;
  }
  return inner === "" ? `${tag}/>` : `${tag}>${inner}</${name}>`;
}

/** Characters that XML cannot hold: controls, halves of a pair, and two that are none. */
const NO_XML = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Text with a blank for every character that XML cannot hold: a vertical tab from Word is a blank to whoever reads it. */
export function withoutControls(text: string): string {
  return text.replace(NO_XML, " ");
}

/** Text between tags. */
export function escapeText(text: string): string {
  return withoutControls(text).replace(/[&<>]/g, (letter) => (letter === "&" ? "&amp;" : letter === "<" ? "&lt;" : "&gt;"));
}

/**
 * Text of a cell or a message, as ST_Xstring: characters that XML cannot hold become "_x000B_", and what looks like such an escape
 * is protected from being read as one.
 */
export function escapeXstring(text: string): string {
  return escapeText(protect(text));
}

/** As `escapeXstring`, where the text stands in an attribute that `element` escapes. */
export function protect(text: string): string {
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
    .replace(/\r/g, "_x000D_")
    .replace(NO_XML, (letter) => `_x${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`);
}

function escapeAttribute(text: string): string {
  return escapeText(text).replace(/["\t\n\r]/g, (letter) => (letter === '"' ? "&quot;" : `&#${letter.charCodeAt(0)};`));
}
