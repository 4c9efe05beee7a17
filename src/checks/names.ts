import { syllableKey } from "../quantity";

/** The keys of syllables that a text after the other uses again. */
export type Syllables = Map<string, string>;

/**
 * Words of a text in one spelling: hoá and hóa, tỷ and tỉ, sỹ and sĩ are the same; marks and case do not count, "10.000", "một vạn" and
 * "vạn" are one.
 */
export function syllables(text: string, known: Syllables = new Map()): string[] {
  return text
    .normalize("NFC")
    .toLowerCase()
    .replace(/(?<!\d)10[., ]000(?!\d)|(?<!\p{L})(?:một )?vạn(?!\p{L})/gu, "10000")
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== "")
    .map((word) => {
      const key = known.get(word) ?? syllableKey(word);
      known.set(word, key);
      return key;
    });
}

/** The key under which the same name in two spellings is one. */
export function nameKey(text: string, known?: Syllables): string {
  return syllables(text, known).join(" ");
}

/** Whether words stand in a text, one after the other. */
export function holdsWords(text: string, words: string): boolean {
  return ` ${nameKey(text)} `.includes(` ${nameKey(words)} `);
}
