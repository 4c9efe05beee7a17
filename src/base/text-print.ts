/** Two runs of FNV-1a side by side: short, and the same for the same figures alone, as far as anybody has that many files. */
export function textPrint(text: string): string {
  let [a, b] = [0x811c9dc5, 0x01000193];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ code, 0x5bd1e995) + 1;
  }
  return `${(a >>> 0).toString(36)}.${(b >>> 0).toString(36)}`;
}
