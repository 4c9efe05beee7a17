import { slipBetween } from "../../balance";
import { readSpelledDong } from "../../quantity";
import type { TextDocument } from "../document/document";
import type { BudgetGap } from "../draft";
import type { Line } from "./line";
import type { Split } from "./splits";

/** In brackets right behind it they need no caption. */
const IN_BRACKETS =
  /^[\s*]{0,3}\((?<words>(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)\s[^()]{3,400}?(?:đồng|dồng)(?:\s+chẵn)?)\s*\.?\s*\)/iu;
const SPELLED = /(?:bằng|viết bằng)\s+chữ\s*:?\s*(?<words>[^().;]{3,400}?(?:đồng|dồng)(?:\s+chẵn)?)(?![\p{L}])/iu;
const BEGINS_SPELLED = /^[^\p{L}]{0,4}(?:bằng|viết bằng)\s+chữ/iu;
const LONGEST = 500;

/** Amounts that are spelled out beside them ("Bằng chữ: …") as another one. */
export function wordGaps(
  document: TextDocument, lines: readonly Line[], splits: readonly Split[], idOf: (place: number) => string,
): BudgetGap[] {
  return lines.flatMap((line, place): BudgetGap[] => {
    const { paragraph, money } = line.mention;
    if (line.same !== null || money.currency !== "đồng") return [];
    const isLast = lines[place + 1]?.mention.paragraph !== paragraph;
    const end = isLast ? undefined : lines[place + 1]?.mention.money.from;
    const here = paragraph.text.text.slice(money.to, Math.min(end ?? Infinity, money.to + LONGEST));
    const next = isLast ? (document.paragraphs[paragraph.index + 1]?.text.text ?? "").slice(0, LONGEST) : "";
    const match = SPELLED.exec(here) ?? IN_BRACKETS.exec(here) ?? (BEGINS_SPELLED.test(next) ? SPELLED.exec(next) : null);
    const words = match?.groups?.words;
    const spelled = words === undefined ? null : readSpelledDong(words);
    if (spelled === null || Math.abs(spelled - line.worth) < 0.5) return [];
    const total = idOf(place);
    const value = likelyOf(lines, splits, place, spelled);
    const likely = value === null ? null : { id: total, value };
    return [{ total, parts: [], stated: line.worth, computed: spelled, likely, kind: "words" }];
  });
}

/** The figure is wrong where its parts come to what is spelled, or where one slip of the hand makes it of that and nothing confirms it. */
function likelyOf(lines: readonly Line[], splits: readonly Split[], place: number, spelled: number): number | null {
  const { worth, mention } = lines[place] ?? { worth: 0, mention: null };
  if (mention === null) return null;
  const mine = splits.filter(({ whole, parts }) => whole === place || parts.includes(place));
  if (mine.some(({ state }) => state === "full")) return null;
  const sums = mine.filter(({ whole }) => whole === place);
  const comes = sums.some(({ parts }) => Math.abs(parts.reduce((sum, part) => sum + (lines[part]?.worth ?? 0), 0) - spelled) < 0.5);
  const slip = slipBetween(worth, 0, spelled, spelled);
  const value = Number((spelled / mention.money.scale).toPrecision(15));
  return comes || (slip !== null && sums.length === 0) ? value : null;
}
