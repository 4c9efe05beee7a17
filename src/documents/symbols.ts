/**
 * Signs of the fonts Symbol and Wingdings, which stand at U+F020 to U+F0FF or, without the F0, where letters do: by what they show. What is
 * not here shows a picture.
 */
const SYMBOL: Readonly<Record<number, string>> = {
  0xa3: "≤", 0xb3: "≥", 0xb1: "±", 0xb4: "×", 0xb8: "÷", 0xb9: "≠", 0xba: "≡", 0xbb: "≈", 0xb0: "°", 0xb2: "″", 0xa2: "′", 0xa5: "∞",
  0xb7: "•", 0xa8: "♦", 0xae: "→", 0xac: "←", 0xad: "↑", 0xaf: "↓", 0xde: "⇒", 0xbc: "…", 0xe5: "∑", 0x2d: "−", 0xd7: "⋅", 0xd6: "√",
  0x61: "α", 0x62: "β", 0x67: "γ", 0x64: "δ", 0x65: "ε", 0x6c: "λ", 0x6d: "μ", 0x70: "π", 0x73: "σ", 0x77: "ω", 0x44: "Δ", 0x57: "Ω",
  0x53: "Σ",
};
const WINGDINGS: Readonly<Record<number, string>> = {
  0x6c: "•", 0x6e: "▪", 0x71: "❑", 0x75: "♦", 0x76: "❖", 0x77: "♦", 0x9f: "•", 0xa7: "▪", 0xa8: "☐", 0x6f: "☐", 0x72: "☐", 0x78: "☒",
  0xfb: "✗", 0xfc: "✓", 0xfd: "☒", 0xfe: "☑", 0xd8: "➢", 0xe0: "→", 0xdf: "←", 0xe8: "→", 0xf0: "⇨", 0x46: "☞", 0xab: "★", 0xb6: "☆",
};

/** Their codes in a document. */
const PRIVATE = 0xf000;
const LAST_PRIVATE = 0xf0ff;

/** What a sign of such a font shows; null where that is a picture. */
export function symbolOf(code: number, font: string): string | null {
  const at = code >= PRIVATE && code <= LAST_PRIVATE ? code - PRIVATE : code;
  if (/wingdings|webdings/i.test(font)) return WINGDINGS[at] ?? null;
  const known = SYMBOL[at];
  if (known !== undefined) return known;
  // digits and marks stand in Symbol where they do elsewhere
  return at >= 0x20 && at < 0x40 ? String.fromCharCode(at) : null;
}

/** Whether a font shows other signs than the letters that are stored. */
export function isSymbolFont(font: string): boolean {
  return /^(symbol|wingdings|webdings)/i.test(font);
}

/** A text with the signs of such fonts as what they show; pictures are left out. */
export function shown(text: string, font: string): string {
  if (!/[\uf020-\uf0ff]/.test(text)) return text;
  return text.replace(/[\uf020-\uf0ff]/g, (sign) => symbolOf(sign.charCodeAt(0), font) ?? "");
}
