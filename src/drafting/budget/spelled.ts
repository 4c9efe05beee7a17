import { slipBetween } from "../../balance";
import { readSpelledDong } from "../../quantity";
import type { TextDocument } from "../document/document";
import type { BudgetGap } from "../draft";
import { above, type Line } from "./line";
import type { Split } from "./splits";

/** In brackets right behind it they need no caption. */
const IN_BRACKETS =
  /^[\s*]{0,3}\((?<words>(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)\s[^()]{3,400}?(?:đồng|dồng)(?:\s+chẵn)?)\s*\.?\s*\)/iu;
const SPELLED = /(?:bằng|viết bằng)\s+chữ\s*:?\s*(?<words>[^().;]{3,400}?(?:đồng|dồng)(?:\s+chẵn)?)(?![\p{L}])/iu;
const BEGINS_SPELLED = /^[^\p{L}]{0,4}(?:bằng|viết bằng)\s+chữ/iu;
const LONGEST = 500;

/** Words that spell an amount out, behind a line or in the paragraph below it. */
interface Spelled {
  readonly place: number;
  readonly worth: number;
  /** They stand right behind it; else they may be of any amount of its tree. */
  readonly isBeside: boolean;
}

/**
 * Amounts that are spelled out ("Bằng chữ: …") as another one. Words that say what any amount of the tree before them is are of that one;
 * else those behind an amount are of it, and those in a paragraph of their own are of the whole, as they stand below a list.
 */
export function wordGaps(
  document: TextDocument, lines: readonly Line[], splits: readonly Split[], idOf: (place: number) => string,
): BudgetGap[] {
  const all = lines.flatMap((line, place) => spelledAt(document, lines, place, line) ?? []);
  const kept = (place: number): number => lines[place]?.same ?? place;
  const isSaid = ({ worth }: Spelled, place: number): boolean => Math.abs((lines[place]?.worth ?? 0) - worth) < SAME;
  const rootOf = (place: number): number => above(lines, place).at(-1) ?? place;
  const treeOf = (place: number): number[] => {
    const root = rootOf(place);
    return lines.flatMap((_, other) => (rootOf(kept(other)) === root ? [other] : []));
  };
  const owner = (words: Spelled): number | null => {
    const here = kept(words.place);
    const others = words.isBeside ? above(lines, here) : treeOf(here);
    return [here, ...others].find((place) => isSaid(words, place)) ?? null;
  };
  const confirmed = new Set(all.flatMap((words) => owner(words) ?? []));
  return all.flatMap((words): BudgetGap[] => {
    if (owner(words) !== null) return [];
    const here = kept(words.place);
    const wholes = above(lines, here).filter((place) => !confirmed.has(place));
    const ordered = words.isBeside ? [here, ...wholes] : [...wholes.toReversed(), here];
    const slipped = ordered.find((place) => slipBetween(lines[place]?.worth ?? 0, 0, words.worth, words.worth) !== null);
    const place = slipped ?? ordered[0] ?? here;
    const total = idOf(place);
    const value = likelyOf(lines, splits, place, words.worth);
    const candidates = value === null ? [] : [{ id: total, value }];
    return [{ total, parts: [], stated: lines[place]?.worth ?? 0, computed: words.worth, candidates, kind: "words" }];
  });
}

/** Less than this between two amounts in đồng is none. */
const SAME = 0.5;

function spelledAt({ paragraphs }: TextDocument, lines: readonly Line[], place: number, { mention }: Line): Spelled | null {
  const { paragraph, money } = mention;
  if (money.currency !== "đồng") return null;
  const isLast = lines[place + 1]?.mention.paragraph !== paragraph;
  const end = isLast ? undefined : lines[place + 1]?.mention.money.from;
  const here = paragraph.text.text.slice(money.to, Math.min(end ?? Infinity, money.to + LONGEST));
  const next = isLast ? (paragraphs[paragraph.index + 1]?.text.text ?? "").slice(0, LONGEST) : "";
  const beside = SPELLED.exec(here) ?? IN_BRACKETS.exec(here);
  const match = beside ?? (BEGINS_SPELLED.test(next) ? SPELLED.exec(next) : null);
  const words = match?.groups?.words;
  const worth = words === undefined ? null : readSpelledDong(words);
  return worth === null ? null : { place, worth, isBeside: beside !== null };
}

/** The figure is wrong where its parts come to what is spelled, or where one slip of the hand makes it of that and nothing confirms it. */
function likelyOf(lines: readonly Line[], splits: readonly Split[], place: number, spelled: number): number | null {
  const { worth, mention } = lines[place] ?? { worth: 0, mention: null };
  if (mention === null) return null;
  const mine = splits.filter(({ whole, parts }) => whole === place || parts.includes(place));
  if (mine.some(({ state }) => state === "full")) return null;
  const sums = mine.filter(({ whole }) => whole === place);
  const comes = sums.some(({ parts }) => Math.abs(parts.reduce((sum, part) => sum + (lines[part]?.worth ?? 0), 0) - spelled) < SAME);
  const slip = slipBetween(worth, 0, spelled, spelled);
  const value = Number((spelled / mention.money.scale).toPrecision(15));
  return comes || (slip !== null && sums.length === 0) ? value : null;
}
