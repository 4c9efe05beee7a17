import { groupBy } from "../../base";
import type { Paragraph } from "../document/document";
import { kindOf } from "./kinds";
import { isGeneric } from "./label";
import { above, sameCurrency, type Line } from "./line";
import { wordsOf } from "./same";

/** A list that is meant to come to a whole and does not is not further off. */
const NEAR = 0.2;
/** A list told far from its whole is that one's only where it nearly comes to it. */
const VERY_NEAR = 0.03;
/** As many lines before it may be what a line is named after. */
const BACK = 40;

const free = (lines: readonly Line[]): number[] =>
  lines.map((_, place) => place).filter((place) => lines[place]?.parent === null && lines[place]?.same === null);

/** What belongs to a whole although it does not add up: below it in its list, in the same part of the text, or elsewhere by its words. */
export function byNearness(lines: Line[]): void {
  for (const list of groupBy(free(lines), (place) => lines[place]?.list ?? "").values()) underFirst(lines, list);
  for (const list of groupBy(free(lines), (place) => lines[place]?.list ?? "").values()) if (list.length > 1) underWhole(lines, list);
}

function sumOf(lines: readonly Line[], places: readonly number[]): number {
  return places.reduce((sum, place) => sum + (lines[place]?.worth ?? 0), 0);
}

function isNear(sum: number, { worth }: Line, share: number): boolean {
  return Math.abs(sum - worth) <= share * worth;
}

function put(lines: Line[], parts: readonly number[], whole: number, isSome: boolean): void {
  for (const part of parts) {
    const line = lines[part];
    if (line) [line.parent, line.by, line.isSome, line.list] = [whole, "near", isSome, `${line.list} of ${whole}`];
  }
}

const isWholeAt = (lines: readonly Line[], place: number | undefined): boolean =>
  place !== undefined && lines[place]?.mention.isWhole === true;

/** "- Tổng số: 100, trong đó:" and its parts marked as it is; "Tổng cộng" behind them. */
function underFirst(lines: Line[], list: readonly number[]): void {
  const last = list.at(-1);
  const isLast = last !== undefined && list.length > 2 && isWholeAt(lines, last) && !isWholeAt(lines, list[0]);
  const first = isLast ? last : list[0];
  const parts = list.filter((place) => place !== first);
  const whole = first === undefined ? undefined : lines[first];
  if (first === undefined || !whole || parts.length < 2) return;
  const isWhole = kindOf(whole.mention.name) === "total" || whole.mention.opens !== null;
  const areSmaller = parts.every((place) => (lines[place]?.worth ?? 0) < whole.worth);
  const areAlike = parts.every((place) => sameCurrency(whole, lines[place] ?? whole));
  const areParts = parts.every((place) => lines[place]?.mention.isWhole === false);
  // a table's total is that of its lines, however far off
  const isSaid = whole.mention.cell !== null && whole.mention.isWhole;
  if (!isWhole || !areSmaller || !areAlike || !areParts) return;
  if (isSaid || isNear(sumOf(lines, parts), whole, NEAR)) put(lines, parts, first, false);
}

/** A whole list under a total of the same part of the text, or under a line that its own headings name. */
function underWhole(lines: Line[], list: readonly number[]): void {
  const [first] = list.flatMap((place) => lines[place] ?? []);
  if (!first) return;
  if (list.some((place) => lines[place]?.mention.isWhole)) return;
  const sum = sumOf(lines, list);
  const isInBudget = first.mention.paragraph.section.kind === "budget";
  const context = wordsOf(headingsOf(first.mention.paragraph));
  const wholes = lines.map((_, place) => place).filter((place) => {
    const line = lines[place];
    return line !== undefined && line.same === null && !list.includes(place) && sameCurrency(line, first) && isNear(sum, line, NEAR);
  });
  const under = wholes.find((place) => {
    const line = lines[place];
    if (!line || above(lines, place).some((other) => list.includes(other))) return false;
    const { name, paragraph } = line.mention;
    if (isInBudget && paragraph.section.kind === "budget" && kindOf(name) === "total") return true;
    const words = [...wordsOf(name)];
    return isNear(sum, line, VERY_NEAR) && words.length > 1 && !isGeneric(name) && words.every((word) => context.has(word));
  });
  const isFar = under !== undefined && !(isInBudget && lines[under]?.mention.paragraph.section.kind === "budget");
  if (under !== undefined) put(lines, list, under, isFar);
}

/** The words of all that a paragraph stands under. */
function headingsOf(paragraph: Paragraph): string {
  const texts: string[] = [];
  for (let { parent } = paragraph; parent !== null && texts.length < DEEPEST; { parent } = parent) {
    texts.push(parent.text.text.slice(0, LONGEST));
  }
  return texts.join(" ");
}

const DEEPEST = 8;
const LONGEST = 300;

const isNarrower = (line: Line, whole: Line): boolean => {
  const [inner, outer] = [line.mention.years, whole.mention.years];
  return inner !== null && inner.from === inner.to && (outer === null || outer.from < outer.to);
};

/**
 * "Phân bổ chi tiết nguồn vốn ngân sách trung ương" is of the "Vốn ngân sách trung ương" before it; so is a list under a heading that
 * names it.
 */
export function byName(lines: Line[]): void {
  for (const list of groupBy(free(lines), (place) => lines[place]?.list ?? "").values()) {
    for (const place of list) {
      const line = lines[place];
      if (line?.mention.paragraph.section.kind === "budget") namedIn(lines, [place], line.mention.name);
    }
    const rest = list.filter((place) => lines[place]?.parent === null);
    const heading = lines[rest[0] ?? -1]?.mention.place.parent?.text.text ?? "";
    if (rest.length > 1 && heading.length < LONGEST) namedIn(lines, rest, heading);
  }
}

/** Puts lines under the one of those before them whose name stands in the words, the longest name first. */
function namedIn(lines: Line[], places: readonly number[], words: string): void {
  const [first] = places;
  const line = first === undefined ? undefined : lines[first];
  if (first === undefined || !line) return;
  const name = ` ${words.toLowerCase()} `;
  const worth = sumOf(lines, places);
  let best: { readonly place: number; readonly length: number } | null = null;
  for (let other = first - 1; other >= Math.max(0, first - BACK); other -= 1) {
    const whole = lines[other];
    if (!whole || whole.same !== null || whole.worth <= worth || !sameCurrency(whole, line)) continue;
    if (kindOf(whole.mention.name) !== "source") continue;
    const core = whole.mention.name.toLowerCase().replace(/^(?:các |từ |tổng |nguồn |vốn )+/u, "");
    const isNamed = core.split(" ").length > 2 && name.includes(` ${core} `) && (name.trim() !== core || isNarrower(line, whole));
    if (isNamed && core.length > (best?.length ?? 0)) best = { place: other, length: core.length };
  }
  for (const place of best ? places : []) {
    const part = lines[place];
    if (part && best) [part.parent, part.by, part.isSome, part.list] = [best.place, "name", true, `${part.list} named ${best.place}`];
  }
}
