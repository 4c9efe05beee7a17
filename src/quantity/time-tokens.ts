import { dayOfSerial } from "../base";
/** A day whose year or month stands elsewhere, or whose day is the last of its month (null each). */
interface PartialDay {
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
}

/** A day, month, quarter, half or year as written, from its first to its last day. */
export interface TimeItem {
  readonly first: PartialDay;
  readonly last: PartialDay;
}

export type Token =
  { readonly kind: "item"; readonly item: TimeItem } | { readonly kind: "word"; readonly word: "den" | "truoc" | "tu" | "sau" | "list" };

export interface Said {
  readonly tokens: readonly Token[];
  readonly recurring: boolean;
  /** "thường xuyên": all the time, until a day if one is said. */
  readonly always: boolean;
  /** Conditions and lengths of time, which set no last day. */
  readonly open: boolean;
  /** "và các năm tiếp theo". */
  readonly onward: boolean;
}

const months = (from: number, to: number, year: number | null): TimeItem => ({
  first: { year, month: from, day: 1 },
  last: { year, month: to, day: null },
});
const oneDay = (day: number, month: number | null, year: number | null): TimeItem => ({
  first: { year, month, day },
  last: { year, month, day },
});
const numberOrNull = (text: string | undefined): number | null => (text === undefined ? null : Number(text));
/** "24" in a day is 2024. */
const yearOf = (text: string | undefined): number | null =>
  text === undefined ? null : text.length === 2 ? 2000 + Number(text) : Number(text);

const QUARTERS: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4, "1": 1, "2": 2, "3": 3, "4": 4 };
function quarter(sign: string | undefined, year: string | undefined): TimeItem {
  const number = QUARTERS[sign ?? ""] ?? 0;
  return months(number * 3 - 2, number * 3, numberOrNull(year));
}

function partOfYear(count: string | undefined, which: string | undefined, year: string | undefined): TimeItem {
  const length = Number(count);
  return which === "cuoi" ? months(13 - length, 12, numberOrNull(year)) : months(1, length, numberOrNull(year));
}

function ofSerial(serial: string | undefined): TimeItem {
  const { day, month, year } = dayOfSerial(Number(serial));
  return oneDay(day, month, year);
}

type Match = readonly (string | undefined)[];

const YEAR = "((?:19|20)\\d\\d)(?!\\d)";
/** A year after a month or quarter: "/2024", "-2024", " năm 2024", " của năm 2024". */
const OF_YEAR = `(?: ?[/.-] ?| (?:cua )?(?:nam )?)${YEAR}`;
const QUARTER = "(iv|i{1,3}|[1-4])(?![a-z0-9])";
const END = "(?![\\d/])";

/**
 * What can stand at a place of the text in lower case without accents, the longest first; unordered dates of other countries are not among
 * them.
 */
const ITEMS: readonly (readonly [RegExp, (match: Match) => TimeItem])[] = (
  [
    [`${YEAR}-(\\d\\d)-(\\d\\d)(?:t[\\d:.z]+)?${END}`, ([, y, m, d]) => oneDay(Number(d), Number(m), Number(y))],
    [`(?:ngay )?(\\d{1,2})([/.-])(\\d{1,2})\\2(\\d{4}|\\d\\d)${END}`, ([, d, , m, y]) => oneDay(Number(d), Number(m), yearOf(y))],
    [`(?:ngay )?(\\d{1,2}) ?thang ?(\\d{1,2})(?!\\d)${OF_YEAR}`, ([, d, m, y]) => oneDay(Number(d), Number(m), Number(y))],
    [`(\\d{1,2}) thang (dau|cuoi)(?: (?:cua )?nam)?(?: ${YEAR})?`, ([, n, which, y]) => partOfYear(n, which, y)],
    [`nua (dau|cuoi)(?: (?:cua )?nam)?(?: ${YEAR})?`, ([, which, y]) => partOfYear("6", which, y)],
    [
      `nam hoc ${YEAR} ?- ?${YEAR}`,
      ([, from, to]) => ({ first: { year: Number(from), month: 9, day: 1 }, last: { year: Number(to), month: 8, day: 31 } }),
    ],
    [`ngay (\\d{1,2}) thang (\\d{1,2})(?!\\d)`, ([, d, m]) => oneDay(Number(d), Number(m), null)],
    [`ngay (\\d{1,2})[/.-](\\d{1,2})(?!\\d)`, ([, d, m]) => oneDay(Number(d), Number(m), null)],
    [`(?:thang ?|t)(\\d{1,2})(?!\\d)${OF_YEAR}`, ([, m, y]) => months(Number(m), Number(m), Number(y))],
    [`thang ?(\\d{1,2})${END}`, ([, m]) => months(Number(m), Number(m), null)],
    [`(?:quy ?|q\\.? ?)${QUARTER}(?:${OF_YEAR})?`, ([, q, y]) => quarter(q, y)],
    [`(iv|i{1,3})[/-]${YEAR}`, ([, q, y]) => quarter(q, y)],
    [`(\\d{1,2})[/.-]${YEAR}`, ([, m, y]) => months(Number(m), Number(m), Number(y))],
    [`(\\d{1,2})/(\\d{1,2})${END}`, ([, d, m]) => oneDay(Number(d), Number(m), null)],
    [`(?:nam )?${YEAR}`, ([, y]) => months(1, 12, Number(y))],
    [`(3[6-9]\\d{3}|4\\d{4}|5[0-5]\\d{3})(?![\\d.,/])`, ([, n]) => ofSerial(n)],
    // "từ ngày 15 đến ngày 20/6/2024"
    [`ngay (\\d{1,2})(?!\\d)`, ([, d]) => oneDay(Number(d), null, null)],
    [`(\\d{1,2})(?= ?(?:-|den|,|va) ?(?:ngay )?\\d{1,2}[/.]\\d)`, ([, d]) => oneDay(Number(d), null, null)],
  ] as const satisfies readonly (readonly [string, (match: Match) => TimeItem])[]
).map(([source, read]) => [new RegExp(`(?<![a-z0-9])${source}`, "y"), read] as const);

/** After "quý I," and "tháng 3," a number is one more of them. */
const MORE: Readonly<Record<"quarter" | "month", readonly [RegExp, (match: Match) => TimeItem]>> = {
  quarter: [new RegExp(`${QUARTER}(?:${OF_YEAR})?`, "y"), ([, q, y]) => quarter(q, y)],
  month: [new RegExp(`(\\d{1,2})(?!\\d)(?:${OF_YEAR})?(?![/\\d])`, "y"), ([, m, y]) => months(Number(m), Number(m), numberOrNull(y))],
};

const WORDS: readonly (readonly [RegExp, "den" | "truoc" | "tu" | "sau" | "list"])[] = [
  [/(?:cho )?den(?: het| cuoi| truoc)?(?![a-z])|cham nhat|muon nhat|tre nhat|khong (?:qua|muon hon|tre hon|cham hon)|het(?![a-z])|toi(?![a-z])|(?:thoi )?han(?![a-z])/y, "den"],
  [/truoc(?![a-z])/y, "truoc"],
  [/(?:ke )?tu(?![a-z])|bat dau/y, "tu"],
  [/sau(?= (?:het |khi het )?(?:ngay |nam |thang |quy )?[\divx])/y, "sau"],
  [/[-–](?=.)/y, "den"],
  [/[,;+&/]|va(?![a-z])|hoac(?![a-z])/y, "list"],
];

const EACH = "(?:hang|moi|tung)";
const COUNT = "(?:\\d{1,2}|mot|hai|ba|bon|nam|sau|chin)";
const UNIT = "(?:nam|quy|thang|tuan|ngay|dot|ky)";
const RECURRING = new RegExp(
  [
    `${EACH} ${UNIT} (?:it nhat |toi thieu )?${COUNT} lan`,
    `(?:dinh ky(?: ${EACH})?|${EACH}) ?(?:${COUNT} )?${UNIT}(?! ?\\d)(?![a-z])`,
    "dinh ky",
    `(?:it nhat |toi thieu )?${COUNT}(?: ?- ?\\d+)? lan ?(?:/|moi|mot|trong|tren)? ?(?:\\d{1,2} |mot )?${UNIT}(?![a-z])`,
    `(?:${COUNT} )?${UNIT} ?/ ?(?:\\d{1,2} |mot )?lan`,
    `${COUNT} ${UNIT} (?:1|01|mot) lan`,
    `(?<=\\bdinh ky.*)(?:${COUNT} )${UNIT}(?![a-z])`,
  ].join("|"),
  "g",
);

/** Conditions run to the end of their clause: the numbers and days in them are those of documents. */
const CONDITION = /(?<![a-z])(?:theo|khi|ngay khi|ngay sau(?: khi)?|sau khi|tuy(?: theo)?|can cu|trong vong|tinh tu|ke tu (?:khi|ngay (?:ky|ban|co|duoc)))(?![a-z])[^;,()]*/g;
const ALWAYS = /(?<![a-z])(?:thuong xuyen|lien tuc|lau dai|thuong ky|quanh nam)(?![a-z])/g;
const OPEN = /(?<![a-z])(?:dot xuat|khong thoi han|ca (?:nam|giai doan)(?! ?\d))(?![a-z])/g;
const DURATION = new RegExp(`(?<![a-z0-9])(?:${COUNT}) (?:nam|thang|tuan|ngay)(?! ?\\d)(?! (?:dau|cuoi))(?![a-z])`, "g");
const OUTLOOK = new RegExp(`(?:,|;|va|-)? ?(?:tam nhin|dinh huong)(?: den)?(?: het)?(?: nam)? ${YEAR}`, "g");
const ONWARD =
  /(?:va |, )?(?:(?:cac|nhung) )?nam (?:tiep theo|sau|ke tiep|tiep sau|toi)(?! ?\d)(?![a-z])|tro di|ve sau|(?:-|den) nay(?![a-z])/g;
/** "từ nay đến năm 2025" begins on no day that is known. */
const FROM_NOW = /(?<![a-z])tu nay(?![a-z])/g;
const MONTH_NAMES: Readonly<Record<string, string>> = {
  gieng: "1",
  hai: "2",
  ba: "3",
  tu: "4",
  sau: "6",
  bay: "7",
  tam: "8",
  chin: "9",
  muoi: "10",
  "muoi mot": "11",
  "muoi hai": "12",
  chap: "12",
};
const MONTH_NAME = /(?<![a-z])thang (gieng|hai|ba|tu|sau|bay|tam|chin|muoi hai|muoi mot|muoi|chap)(?![a-z])/g;
const LENGTH_OF_PLAN = new RegExp(`(?<![a-z0-9])(?<!(?:thang|quy|ngay) ?)\\d{1,2} nam (?=\\(?(?:giai doan )?${YEAR} ?-)`, "g");
const WEEK = /(?<![a-z])tuan (?:thu )?(?:\d|dau|cuoi)(?: (?:cua|cua thang))?(?![a-z0-9])/g;
/** A text that names a document may hold that document's day. */
const DOCUMENT = /(?<![a-z])(?:nghi quyet|quyet dinh|cong van|thong tu|nghi dinh|van ban|chi thi|thong bao|luat|so \d)(?![a-z])|\d\/[a-z]/;

/** The times in a text in lower case without accents (`bareText`), in order; null where something in it is no time and may be anything. */
export function itemsOf(text: string): Said | null {
  const flags = { recurring: false, always: false, open: false, onward: false };
  const without = (rest: string, pattern: RegExp, flag: keyof typeof flags | null): string =>
    rest.replace(pattern, () => {
      if (flag) flags[flag] = true;
      return " ";
    });
  let rest = without(text.replace(MONTH_NAME, (_, name: string) => `thang ${MONTH_NAMES[name] ?? ""}`), OUTLOOK, null);
  rest = without(rest, FROM_NOW, null);
  rest = without(rest, ONWARD, "onward");
  rest = without(rest, RECURRING, "recurring");
  rest = without(rest, ALWAYS, "always");
  rest = without(rest, OPEN, "open");
  rest = without(rest, CONDITION, "open");
  if (DOCUMENT.test(rest)) return null;
  rest = without(rest, LENGTH_OF_PLAN, null);
  rest = without(rest, WEEK, null);
  rest = without(rest, DURATION, "open");
  const tokens = tokensOf(rest.replace(/[()[\]:"“”]/g, " ").replace(/\s+/g, " ").trim());
  return tokens && { tokens, ...flags };
}

/** Words that mean nothing here are passed over, numbers that mean nothing make it unreadable. */
function tokensOf(text: string): Token[] | null {
  const tokens: Token[] = [];
  let last: "quarter" | "month" | null = null;
  let at = 0;
  const match = (pattern: RegExp): Match | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found) at = pattern.lastIndex;
    return found;
  };
  const item = (): TimeItem | null => {
    const more = last && MORE[last];
    const again = more && tokens.at(-1)?.kind === "word" && match(more[0]);
    if (more && again) return more[1](again);
    for (const [pattern, read] of ITEMS) {
      const found = match(pattern);
      if (!found) continue;
      last = /^(?:quy|q)/.test(found[0] ?? "") ? "quarter" : /^(?:thang|t\d)/.test(found[0] ?? "") ? "month" : null;
      return read(found);
    }
    return null;
  };
  while (at < text.length) {
    const found = item();
    if (found) {
      tokens.push({ kind: "item", item: found });
      continue;
    }
    const word = WORDS.find(
      ([pattern]) => (at === 0 || !/[a-z0-9]/.test(text[at - 1] ?? "") || !/[a-z]/.test(text[at] ?? "")) && match(pattern),
    );
    if (word) {
      tokens.push({ kind: "word", word: word[1] });
      continue;
    }
    if (/\d/.test(text[at] ?? "")) return null;
    // a whole word, so that no item begins inside of one
    match(/[a-z]+|./y);
  }
  return tokens;
}
