import { groupBy } from "../../base";
import { above, digitsOf, sameCurrency, type Line } from "./line";
import { isGeneric } from "./label";

/** Words that say nothing of what an amount is for. */
const EMPTY = new Set(
  "kinh phí vốn nguồn tổng mức cộng dự kiến thực hiện cho các và của để từ là số nhu cầu khoảng đầu tư năm giai đoạn theo triển khai trên địa bàn tỉnh".split(" "),
);

export function wordsOf(name: string): ReadonlySet<string> {
  const all = name.toLowerCase().match(/[\p{L}\d]+/gu) ?? [];
  return new Set(all.filter((word) => !EMPTY.has(word)));
}

/** How much of the shorter of two names stands in the other one, from 0 to 1; names of words that say nothing are all alike. */
export function likeness(a: string, b: string): number {
  const [first, second] = [wordsOf(a), wordsOf(b)];
  const least = Math.min(first.size, second.size);
  if (least === 0) return first.size === second.size || isGeneric(a) || isGeneric(b) ? 1 : 0;
  const shared = [...first].filter((word) => second.has(word)).length;
  return shared / least;
}

const ALIKE = 0.6;
/** Enough for an amount of so many digits that chance does not repeat it. */
const SOMEWHAT_ALIKE = 0.4;
const TELLING_DIGITS = 3;

/** Of equal amounts with names that mean the same, one stays and takes the parts of the others. Changes the lines. */
export function joinSame(lines: Line[]): void {
  const equal = groupBy(lines.map((_, place) => place), (place) => `${lines[place]?.mention.money.currency} ${lines[place]?.worth}`);
  const parts = groupBy(lines.map((_, place) => place), (place) => lines[place]?.parent ?? -1);
  for (const places of equal.values()) {
    if (places.length < 2 || places.length > MOST_EQUAL) continue;
    for (const [at, place] of places.entries()) {
      const kept = places.slice(0, at).find((other) => lines[other]?.same === null && areSame(lines, parts, other, place));
      if (kept !== undefined) join(lines, parts, kept, place);
    }
  }
}

const MOST_EQUAL = 50;

function areSame(lines: readonly Line[], parts: ReadonlyMap<number, readonly number[]>, a: number, b: number): boolean {
  const [first, second] = [lines[a], lines[b]];
  if (!first || !second || !sameCurrency(first, second)) return false;
  if (first.mention.cell !== null && first.mention.cell.table === second.mention.cell?.table) return false;
  if (first.mention.paragraph === second.mention.paragraph && first.mention.within === second.mention.within) return false;
  if (first.list === second.list && !(first.mention.isWhole && second.mention.isWhole)) return false;
  if (above(lines, b).includes(a) || above(lines, a).includes(b)) return false;
  const [{ years }, other] = [first.mention, second.mention.years];
  if (years !== null && other !== null && (years.from > other.to || other.from > years.to)) return false;
  const alike = likeness(first.mention.name, second.mention.name);
  const [ofFirst, ofSecond] = [parts.get(a)?.length ?? 0, parts.get(b)?.length ?? 0];
  if (isRevenue(first) !== isRevenue(second)) return false;
  if (first.mention.isWhole && second.mention.isWhole) return true;
  if (ofFirst > 0 && ofSecond > 0 && alike > 0) return true;
  if (alike >= ALIKE) return true;
  const isStray = first.parent === null || second.parent === null;
  return isStray && alike >= SOMEWHAT_ALIKE && digitsOf(first) >= TELLING_DIGITS;
}

const isRevenue = ({ mention: { name } }: Line): boolean => /^(?:tổng )?(?:số )?thu(?!\p{L})/iu.test(name);

/** The one in a tree stays, else the one with parts, else the earlier. */
function join(lines: Line[], parts: Map<number, number[]>, a: number, b: number): void {
  const weight = (place: number): number => {
    const line = lines[place];
    const isInBudget = line?.mention.paragraph.section.kind === "budget";
    return (isInBudget ? 4 : 0) + (line?.parent != null ? 2 : 0) + ((parts.get(place)?.length ?? 0) > 0 ? 1 : 0);
  };
  const [kept, gone] = weight(b) > weight(a) ? [b, a] : [a, b];
  const [stays, goes] = [lines[kept], lines[gone]];
  if (!stays || !goes) return;
  goes.same = kept;
  for (const part of parts.get(gone) ?? []) {
    const line = lines[part];
    if (line) line.parent = kept;
  }
  parts.set(kept, [...(parts.get(kept) ?? []), ...(parts.get(gone) ?? [])]);
  parts.delete(gone);
  if (stays.parent === null && goes.parent !== null && !above(lines, goes.parent).includes(kept) && goes.parent !== kept) {
    [stays.parent, stays.by, stays.isSome, stays.list] = [goes.parent, goes.by, goes.isSome, goes.list];
  }
}
