import type { Block } from "./blocks";
import type { Marker, Paragraph, Section } from "./document";
import { kindUnder } from "./kinds";
import { depthOf } from "./markers";
import { headingYears } from "./years";

/** What kinds of paragraphs others stand under, from the outermost in where one of its kind is not open yet. */
type Level = "annex" | "article" | "capital" | "roman" | "number1" | "number2" | "number3" | "letter" | "words" | "dash" | "plus";

interface Open {
  readonly level: Level;
  readonly paragraph: Paragraph;
  readonly section: Section;
}

const OUTER: readonly Level[] = ["annex", "article", "capital", "roman"];
const ITEMS: readonly Level[] = ["dash", "plus"];
const ROOT: Section = { heading: null, parent: null, kind: "other", years: null };
const IS_CAPITALS = /^(?=.*\p{Lu}{2}[^\p{L}]+\p{Lu})[^\p{Ll}]+$/u;

/** The words before a colon, where they head what follows in the same paragraph ("1. Mục tiêu chung: Tiếp tục …"), else all of them. */
export function headingWords(text: string): string {
  const colon = text.indexOf(":");
  return colon > 0 && colon < 120 && wordsIn(text.slice(0, colon)) <= 18 ? text.slice(0, colon) : text;
}

/** How many words a cleaned text has. */
export const wordsIn = (text: string): number => text.split(" ").length;

/** Puts paragraphs under headings and items of lists, each as it comes. */
export class Outline {
  private open: Open[] = [];

  /** The paragraph that a block is; `next` is the block after it, which tells a heading from a line. */
  add(block: Block, next: Block | undefined, index: number): Paragraph {
    const { marker, text, cells } = block;
    if (cells !== null) return { index, marker, text, isHeading: false, parent: this.top(), section: this.section(), cells };
    const isHeading = isHeadingBlock(block, next);
    const level = levelOf(block, isHeading);
    if (level === null) {
      // plain words end a list of bullets
      while (this.open.some((each) => ITEMS.includes(each.level)) && ITEMS.includes(this.open.at(-1)?.level ?? "roman")) this.open.pop();
      return { index, marker, text, isHeading: false, parent: this.top(), section: this.section(), cells };
    }
    // no heading stands under an item of a list
    if (isHeading) this.open = this.open.slice(0, this.open.findLastIndex(({ paragraph }) => paragraph.isHeading) + 1);
    this.close(level, marker);
    const above = this.section();
    const parent = this.top();
    if (!isHeading) {
      const paragraph: Paragraph = { index, marker, text, isHeading, parent, section: above, cells };
      this.open.push({ level, paragraph, section: above });
      return paragraph;
    }
    const words = headingWords(text.text);
    const section: { -readonly [Key in keyof Section]: Section[Key] } = {
      heading: null,
      parent: above,
      kind: kindUnder(words, above.kind, above.heading === null ? "" : headingWords(above.heading.text.text)),
      years: headingYears(words),
    };
    const paragraph: Paragraph = { index, marker, text, isHeading, parent, section, cells };
    section.heading = paragraph;
    this.open.push({ level, paragraph, section });
    return paragraph;
  }

  private top = (): Paragraph | null => this.open.at(-1)?.paragraph ?? null;
  private section = (): Section => this.open.at(-1)?.section ?? ROOT;

  /** Ends what a paragraph of this level cannot stand under. */
  private close(level: Level, marker: Marker | null): void {
    const same = this.open.findIndex((each) => each.level === level);
    if (OUTER.includes(level)) {
      const outer = OUTER.slice(0, OUTER.indexOf(level));
      // "A." may stand above "I." or below it
      const keeps = level === "capital" && same < 0 ? [...outer, "roman" as const] : outer;
      const first = same >= 0 ? same : this.open.findIndex((each) => !keeps.includes(each.level));
      if (first >= 0) this.open.length = first;
      return;
    }
    if (same >= 0) this.open.length = same;
    else if (level === "dash") this.drop(["plus"]);
    else if (level !== "plus") this.drop(level === "letter" && isFirst(marker) ? ["plus"] : ITEMS);
    // "2.1." stands under "2." and ends "1.1.1."
    if (same < 0 && level.startsWith("number")) {
      const deeper = this.open.findIndex((each) => each.level.startsWith("number") && each.level > level);
      if (deeper >= 0) this.open.length = deeper;
    }
  }

  private drop(levels: readonly Level[]): void {
    while (levels.includes(this.open.at(-1)?.level ?? "roman")) this.open.pop();
  }
}

const isFirst = (marker: Marker | null): boolean => /^\(?[a1]\W/.test(`${marker?.text ?? ""} `);

function levelOf({ marker, text }: Block, isHeading: boolean): Level | null {
  if (marker === null) {
    if (isHeading) return IS_CAPITALS.test(text.text) ? "roman" : "words";
    return text.text.endsWith(":") ? "words" : null;
  }
  if (marker.kind !== "number") return marker.kind;
  const depth = depthOf(marker);
  return depth <= 1 ? "number1" : depth === 2 ? "number2" : "number3";
}

const ENDS_AS_SENTENCE = /[.;,!?]["')]*$/;
const MOST_WORDS = 45;

function isHeadingBlock({ marker, text: { text }, marked }: Block, next: Block | undefined): boolean {
  const words = wordsIn(text);
  if (text === "") return marker?.kind === "annex";
  if (marked === "heading") return words <= MOST_WORDS;
  const runsIn = headingWords(text) !== text && /^\p{Lu}/u.test(text);
  const isList = next?.marker?.kind === "dash" || next?.marker?.kind === "plus" || next?.marker?.kind === "letter";
  switch (marker?.kind) {
    case "annex":
    case "article":
    case "roman":
    case "capital":
      return true;
    case "number":
    case "letter":
      // "1. Mục tiêu chung: …" heads what it says itself
      if (runsIn && SAYS_KIND.test(headingWords(text))) return true;
      if (words > MOST_WORDS || /[;,]$/.test(text) || !/^["']?\p{L}/u.test(text)) return false;
      if (text.endsWith(":")) return true;
      if (ENDS_AS_SENTENCE.test(text)) return marked === "bold" && words <= 20;
      // an item of a list goes on with its next, a heading with what stands under it
      if (marked === "bold" || isList || next?.marker == null) return true;
      return next.marker.kind !== marker.kind || depthOf(next.marker) > depthOf(marker);
    case "dash":
    case "plus":
      return false;
    default:
      if (words > 25 || ENDS_AS_SENTENCE.test(text)) return false;
      if (IS_CAPITALS.test(text) && words <= 40) return true;
      if (/^(?:Nơi nhận|Kính gửi)/.test(text)) return true;
      if (!/^["']?\p{Lu}/u.test(text)) return false;
      if (marked === "bold") return true;
      if (next?.marker == null && next?.cells == null) return false;
      return words <= 14 && (text.endsWith(":") || isList || next.marker?.kind === "number");
  }
}
const SAYS_KIND = /^(?:các |một số |về )?(?:mục tiêu|chỉ tiêu|mục đích|yêu cầu|nhiệm vụ|giải pháp|kinh phí|nguồn (?:vốn|lực|kinh phí)|tổ chức|quan điểm|kết quả|tình hình|đánh giá|thực trạng|hạn chế|phạm vi|đối tượng|định hướng|tầm nhìn|về )/iu;
