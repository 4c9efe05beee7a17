import { bareText, cleanText, isBlankMark } from "./text";
import { itemsOf, type TimeItem, type Token } from "./time-tokens";

/** A day of the calendar; months and days count from 1. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/**
 * When something is to be done. "span": from the first to the last day that it may take, null where the words leave that end open
 * or do not say the year; `recurring` where it comes again (each year, each quarter, all the time until a day). "open": it has no
 * last day ("Thường xuyên", "Khi có văn bản", "Theo quy định", "30 ngày", nothing at all).
 */
export type TimeReading =
  | { readonly kind: "span"; readonly from: Day | null; readonly to: Day | null; readonly recurring: boolean }
  | { readonly kind: "open" }
  | { readonly kind: "unreadable" };

const UNREADABLE: TimeReading = { kind: "unreadable" };

/** Negative where `a` comes before `b`, 0 on the same day. */
export function compareDays(a: Day, b: Day): number {
  return a.year - b.year || a.month - b.month || a.day - b.day;
}

const latest = (days: readonly Day[]): Day | null => [...days].sort(compareDays).at(-1) ?? null;
const earliest = (days: readonly Day[]): Day | null => [...days].sort(compareDays)[0] ?? null;

function shifted({ year, month, day }: Day, by: number): Day {
  const date = new Date(Date.UTC(year, month - 1, day + by));
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

interface Span {
  readonly from: Day | null;
  readonly to: Day | null;
}

/** An item between its days; null where no year is known for it or there is no such day. */
function spanOf({ first, last }: TimeItem, year: number | null, month: number | null): Span | "broken" | null {
  const at = ({ year: own, month: ownMonth, day }: TimeItem["first"]): Day | "broken" | null => {
    const [y, m] = [own ?? year, ownMonth ?? month];
    if (m !== null && (m < 1 || m > 12)) return "broken";
    if (y === null || m === null) return null;
    const days = new Date(Date.UTC(y, m, 0)).getUTCDate();
    const d = day ?? days;
    return d >= 1 && d <= days ? { year: y, month: m, day: d } : "broken";
  };
  const [from, to] = [at(first), at(last)];
  if (from === "broken" || to === "broken") return "broken";
  return from && to ? { from, to } : null;
}

/** Words that stand before or between items: "den" until and with, "truoc" before, "tu" from, "sau" after, "list" ends a group. */
interface Group {
  readonly items: readonly Span[];
  readonly words: readonly string[];
}

function groupSpan({ items, words }: Group): Span | null {
  const [first, second] = items;
  if (!first || items.length > 2) return null;
  const [before = "", between = ""] = words;
  const has = (text: string, word: string): boolean => text.split(" ").includes(word);
  const dayBefore = (span: Span): Day | null => span.from && shifted(span.from, -1);
  if (second) {
    const until = has(between, "truoc") ? dayBefore(second) : between === "" ? null : second.to;
    return until && !has(before, "sau") ? { from: first.from, to: until } : null;
  }
  if (has(before, "sau")) return { from: first.to && shifted(first.to, 1), to: null };
  if (has(before, "truoc")) return { from: null, to: dayBefore(first) };
  if (has(before, "tu")) return { from: first.from, to: null };
  return has(before, "den") ? { from: null, to: first.to } : first;
}

/** The groups of a token list, with the years and months that are said only once ("Quý I, II năm 2024", "từ 15 đến 20/6/2024"). */
function groupsOf(tokens: readonly Token[]): Group[] | "broken" | "no-year" {
  const items = tokens.flatMap((token) => (token.kind === "item" ? [token.item] : []));
  const known = (pick: (item: TimeItem) => number | null, index: number): number | null => {
    const after = items.slice(index).map(pick).find((one) => one !== null);
    return after ?? items.slice(0, index).map(pick).findLast((one) => one !== null) ?? null;
  };
  const groups: { items: Span[]; words: string[] }[] = [{ items: [], words: [""] }];
  let index = 0;
  for (const token of tokens) {
    const group = groups.at(-1);
    if (!group) break;
    if (token.kind === "word") {
      if (token.word !== "list") group.words[group.items.length] = `${group.words[group.items.length] ?? ""} ${token.word}`.trim();
      else if (group.items.length > 0) groups.push({ items: [], words: [""] });
      continue;
    }
    // two times side by side, without a word between them, are two groups
    const span = spanOf(token.item, known(({ first, last }) => first.year ?? last.year, index), known(({ first }) => first.month, index));
    if (span === "broken") return "broken";
    if (span === null) return "no-year";
    if (group.items.length > 0 && (group.words[group.items.length] ?? "") === "") groups.push({ items: [span], words: [""] });
    else group.items.push(span);
    index++;
  }
  return groups.filter((group) => group.items.length > 0);
}

/**
 * When a task is due, as Vietnamese plans write it: "2025", "Đến năm 2025", "Giai đoạn 2021-2030", "Quý I, II năm 2024", "Tháng
 * 6/2024", "6 tháng đầu năm 2024", "trước ngày 01-7-2025", "Hằng năm", "Thường xuyên". Dates are day, month, year (Nghị định
 * 30/2020/NĐ-CP, Phụ lục I, mục II.4: "ngày … tháng … năm …"; Luật: "trước ngày" leaves the day itself out, "đến" and "chậm nhất"
 * take it in); the end of a quarter, month or year is its last day; an outlook ("tầm nhìn đến năm 2045") sets no day. A whole number
 * from 36526 to 55152 is what a spreadsheet keeps of a date in 2000–2050. A part of a year without its year is one of `year`, where
 * the plan or a heading says for which year it is written; else, and where "Từ tháng 10 đến tháng 3" fits into no one year, it comes
 * round each year. Never throws.
 */
export function readTime(text: string, year: number | null = null): TimeReading {
  if (isBlankMark(text)) return { kind: "open" };
  const said = itemsOf(bareText(cleanText(text)));
  if (said === null) return UNREADABLE;
  const { tokens, recurring, always, open, onward } = said;
  const dated = tokens.some(({ kind }) => kind === "item");
  if (!dated) return recurring ? { kind: "span", from: null, to: null, recurring } : always || open ? { kind: "open" } : UNREADABLE;
  // "trước ngày 15/12 hằng năm, từ năm 2024": what comes round has no year of its own
  const own = recurring
    ? tokens.filter((token) => token.kind === "word" || token.item.first.year !== null || token.item.last.year !== null)
    : tokens;
  const groups = groupsOf(own);
  if (groups === "broken") return UNREADABLE;
  if (groups === "no-year" || groups.length === 0) {
    const inYear = groups === "no-year" && year !== null ? groupsOf(withYear(own, year)) : "no-year";
    const known = inYear === "no-year" || inYear === "broken" ? UNREADABLE : spanned(inYear, { recurring: recurring || always, onward });
    if (known.kind === "span") return known;
    return groupsOf(withYear(tokens, LEAP)) === "broken" ? UNREADABLE : { kind: "span", from: null, to: null, recurring: true };
  }
  return spanned(groups, { recurring: recurring || always, onward });
}

function spanned(groups: readonly Group[], { recurring, onward }: { readonly recurring: boolean; readonly onward: boolean }): TimeReading {
  const spans = groups.map(groupSpan);
  if (spans.some((span) => span === null)) return UNREADABLE;
  const from = earliest(spans.flatMap((span) => span?.from ?? []));
  const to = onward || spans.at(-1)?.to === null ? null : latest(spans.flatMap((span) => span?.to ?? []));
  if (from && to && compareDays(from, to) > 0) return UNREADABLE;
  return { kind: "span", from, to, recurring };
}

/** A leap year: a day that it does not have is in no year. */
const LEAP = 2024;

/** The tokens all in one year. */
function withYear(tokens: readonly Token[], year: number): Token[] {
  return tokens.map((token) =>
    token.kind === "word" ? token : { ...token, item: { first: { ...token.item.first, year }, last: { ...token.item.last, year } } },
  );
}
