import { syllableKey } from "../quantity";

/** Words that turn the meaning of a label: what has one of them is never what has not. */
export const TURNING: ReadonlySet<string> = new Set(
  [
    "không", "chưa", "ngoài", "trong", "trên", "dưới", "thu", "chi", "tăng", "giảm", "nam", "nữ", "đầu", "cuối", "ước", "còn", "lại",
    "trước", "sau", "thực", "dự", "kế", "quyết", "lũy", "cộng", "tổng", "thành", "nông", "vốn",
  ].map(syllableKey),
);

/** The vowels of keys of syllables, in a class of a pattern. */
export const TONED_VOWEL = "aeiouyăâêôơư";

/** The first letter of words that abbreviations write as W ("trung ương": TW). */
export function isBroadU(word: string): boolean {
  return word.startsWith("ư");
}
