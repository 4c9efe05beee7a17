const RAISED = new Map([..."0123456789()"].map((sign, at) => [sign, "⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾"[at] ?? sign]));

/** Digits that stand above the line: "m2" with a raised 2 is "m²", a mark of a note is none of the figure before it. */
export function raised(text: string): string {
  return text.replace(/[\d()]/g, (sign) => RAISED.get(sign) ?? sign);
}

/** Blanks of all kinds as such, without signs that nobody sees. */
export function plainBlanks(text: string): string {
  return text.replace(/[\n\r\t\u00a0\u2000-\u200a\u202f]/g, " ").replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, "");
}
