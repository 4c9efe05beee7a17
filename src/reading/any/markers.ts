import { romanValue } from "../../quantity";

/** How outline numbers of a list count. */
export type MarkerStyle =
  "letter" | "roman" | "number" | "small" | "smallRoman" | "dash" | "plus" | "star" | `path${number}` | `bracket:${string}`;

/** The outline number of a line. */
export interface Marker {
  /** As it stands: "I", "1.1", "-"; "" for none. */
  readonly text: string;
  /** Without what only sets it off: "1" of "1.", "a" of "(a)". */
  readonly bare: string;
  /** Every style that it may be of; several for a single letter that is also a Roman number. */
  readonly styles: readonly MarkerStyle[];
}

const ROMAN = /^(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})$/;
/** Vietnamese lists use Đ after D; F, J, W and Z in some. */
const LETTER = /^[A-ZĐ]$/;
const MOST_NUMBER = 9999;

/** The marker that a cell of its own holds; null where it is none, as words are. `text` is in the shape of `cleanText`. */
export function markerOf(text: string): Marker | null {
  if (text === "" || text.length > 14) return null;
  const sign = SIGNS[text];
  if (sign) return { text, bare: text, styles: [sign] };
  const bracketed = /^\(.*\)$/.test(text);
  const bare = text
    .replace(/^\(/, "")
    .replace(/[.):/\]-]+$/, "")
    .replace(/\s+/g, "")
    .replace(/^(?:phần|phụ lục|mục)/iu, "");
  const styles = stylesOf(bare);
  return styles.length === 0
    ? null
    : { text, bare, styles: bracketed ? styles.map((style): MarkerStyle => `bracket:${style}`) : styles };
}

const SIGNS: Readonly<Record<string, MarkerStyle>> = {
  "-": "dash",
  "--": "dash",
  "+": "plus",
  "*": "star",
  "•": "star",
  "●": "star",
  o: "star",
};

function stylesOf(bare: string): MarkerStyle[] {
  if (/^\d+$/.test(bare)) return Number(bare) <= MOST_NUMBER ? ["number"] : [];
  if (/^[\p{L}\d]{1,4}(?:[.,-]\d{1,3})+$/u.test(bare) && /\d/.test(bare)) return [`path${bare.split(/[.,-]/).length}`];
  const found: MarkerStyle[] = [];
  if (ROMAN.test(bare)) found.push("roman");
  if (LETTER.test(bare)) found.push("letter");
  if (/^[a-zđ]$/.test(bare)) found.push("small");
  if (ROMAN.test(bare.toUpperCase()) && bare === bare.toLowerCase()) found.push("smallRoman");
  // "A1", "a2": a letter with a number below it
  if (/^[A-Za-zĐđ]\d{1,2}$/.test(bare)) found.push("path2");
  return found;
}

/** A marker at the beginning of a label: "1. Chi lương", "a) …", "- …", "II. …"; null where the label has none. */
export function markerInLabel(label: string): { readonly marker: Marker; readonly rest: string } | null {
  const found =
    /^(?:([-+*•●])\s*(?=\p{L}|"|\d+%)|(\((?:\d{1,2}|[a-zđA-ZĐ]|[ivx]{1,4})\))\s*|((?:\d{1,3}(?:\.\d{1,3})*|[A-ZĐ]|[IVX]{1,5}|[a-zđ]|[ivx]{1,4})[.)](?!\d)|(?:\d{1,2}(?:\.\d{1,2}){1,4})(?=\s))\s*[-.]?\s*)(?=\S)/u.exec(
      label,
    );
  if (!found) return null;
  const text = (found[1] ?? found[2] ?? found[3] ?? "").trim();
  const marker = markerOf(text);
  return marker && { marker, rest: label.slice(found[0].length).trim() };
}

const ALPHABET = "AÂBCDĐEFGHIJKLMNOPQRSTUVWXYZ";

/** The place of a marker in a list of one style: 2 for "II", "2", "b" and "1.2"; letters by the alphabet, Đ after D. */
export function placeOf({ bare }: Marker, style: MarkerStyle): number {
  const kind = style.replace(/^bracket:/, "");
  if (kind === "number") return Number(bare);
  if (kind === "roman" || kind === "smallRoman") return romanValue(bare);
  if (kind === "letter" || kind === "small") return ALPHABET.indexOf(bare.toUpperCase()) + 1;
  return kind.startsWith("path") ? Number(/\d+$/.exec(bare)?.[0] ?? 0) : 0;
}

/** Where styles stand in each other as most forms have it: A → I → 1 → 1.1 → a → - → +. */
export function rankOf(style: MarkerStyle): number {
  if (style.startsWith("bracket:")) return RANKS.bracket;
  if (style.startsWith("path")) return RANKS.number + Number(style.slice(4)) / 10;
  return RANKS[style as keyof typeof RANKS];
}
const RANKS = { letter: 1, roman: 2, number: 3, bracket: 4.8, small: 5, smallRoman: 6, dash: 7, plus: 8, star: 9 } as const;
