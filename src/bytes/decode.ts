import { UnreadableBytes } from "./unreadable";

/** How the bytes of a text stand for its letters. What is not Unicode was guessed, and has to be told. */
export type Encoding = "utf-8" | "utf-16" | "windows-1258" | "windows-1252";

export interface Decoded {
  readonly text: string;
  readonly encoding: Encoding;
}

/**
 * The text of a file: UTF-8 with or without a byte order mark, UTF-16 with one, else what Windows wrote before: Windows-1258 where it comes
 * out as Vietnamese, else Windows-1252, in which the fonts of old (TCVN3, VNI) are written too. Letters are composed. Throws
 * UnreadableBytes for what is empty or no text.
 */
export function decode(bytes: Uint8Array): Decoded {
  if (bytes.length === 0) throw new UnreadableBytes("empty");
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return unicode(bytes, "utf-16le");
  if (first === 0xfe && second === 0xff) return unicode(bytes, "utf-16be");
  // no text has such bytes, but programs, pictures and archives have
  if (bytes.includes(0)) throw new UnreadableBytes("not-text");
  const utf8 = textIn(bytes, "utf-8");
  if (utf8 !== null) return { text: proper(utf8), encoding: "utf-8" };
  // in both of them every byte is some letter
  const vietnamese = textIn(bytes, "windows-1258") ?? "";
  if (isVietnamese(vietnamese)) return { text: proper(vietnamese), encoding: "windows-1258" };
  return { text: proper(textIn(bytes, "windows-1252") ?? ""), encoding: "windows-1252" };
}

function unicode(bytes: Uint8Array, label: "utf-16le" | "utf-16be"): Decoded {
  const text = textIn(bytes, label);
  if (text === null) throw new UnreadableBytes("not-text");
  return { text: proper(text), encoding: "utf-16" };
}

/** Null where the bytes are no such text; a byte order mark is left out. */
function textIn(bytes: Uint8Array, label: string): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Signs that no text has, but tab and line breaks; a few of them may have come in by a copy. */
const CONTROLS = /[\u0000-\u0008\u000e-\u001f\u007f]/g;
/** More of them than one sign in so many, and it is no text. */
const SIGNS_A_CONTROL = 200;

/** The text with its letters composed, and without stray control signs. Throws where it is no text. */
function proper(text: string): string {
  const controls = text.match(CONTROLS)?.length ?? 0;
  if (controls > 0 && controls * SIGNS_A_CONTROL > text.length) throw new UnreadableBytes("not-text");
  return (controls > 0 ? text.replace(CONTROLS, "") : text).normalize("NFC");
}

/** Windows-1258 writes the tone as a sign of its own behind its vowel, which has its other mark with it. */
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
const TONED = /[aeiouy\u00e2\u0103\u00ea\u00f4\u01a1\u01b0][\u0300\u0301\u0303\u0309\u0323]/gi;
const D_BAR = /\u0111/gi;
/** Signs within words, as only the fonts of old have them: "®", "¸" and "µ" are "đ", "á" and "à" in TCVN3. */
const WITHIN = /\p{L}[\u00a1-\u00be]\p{L}|[\u00a7\u00ae]\p{Ll}/gu;
/** Words of VNI read as Windows-1258: there the tone is a vowel of its own behind the vowel. */
const VNI = /[aeouy][\u00f8\u00f9\u00fb\u00ef\u00e2\u00e1\u00e0\u00e5\u00e4\u00e9\u00e8\u00fa\u00fc\u00eb][a-z\s]/g;
/** So many tones have to stand behind vowels for one that does not. */
const TONED_FOR_STRAY = 10;

/** Whether a text that was read as Windows-1258 is Vietnamese. */
function isVietnamese(text: string): boolean {
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  const toned = count(TONED);
  const stray = count(TONES) - toned;
  const old = count(WITHIN) + count(VNI);
  return toned + count(D_BAR) > 0 && stray * TONED_FOR_STRAY <= toned && old <= toned;
}
