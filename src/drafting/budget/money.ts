import { readNumber } from "../../quantity";

/** An amount of money as it stands in a text. */
export interface Money {
  /** From its number to the end of its unit. */
  readonly from: number;
  readonly to: number;
  /** In `unit`, as written; of a range its upper end. */
  readonly amount: number;
  readonly decimals: number;
  /** "đồng", "nghìn đồng", "triệu đồng", "tỷ đồng", "nghìn tỷ đồng", "USD", "triệu USD". */
  readonly unit: string;
  /** How much one of the unit is, in đồng or in the other currency. */
  readonly scale: number;
  readonly currency: "đồng" | "USD" | "EUR";
  /** Other readings of its number ("1,500"), or the lower end of a range. */
  readonly isDoubtful: boolean;
  /** "/người", "/năm": what it is for each of; null for an amount of its own. */
  readonly per: string | null;
}

const NUMBER = String.raw`\d{1,3}(?:[.,]\d{3})+(?:[.,]\d+)?|\d{1,3}(?: \d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?`;
const SCALE_WORDS = String.raw`(?:nghìn|ngàn|trăm|chục)\s+(?:tỷ|tỉ|triệu)|nghìn|ngàn|triệu|tr\.?|tỷ|tỉ`;
const CURRENCY_WORDS = String.raw`[đd][ồòổô]ng(?!\s(?:chí|bào|bằng|thời|cỏ|muối|ruộng|phục))|vnđ|vnd|đ|usd|us\$|eur|euro|đô[ -]?la(?: mỹ)?`;
const END = String.raw`(?![\p{L}\d])`;

/** A tỷ may stand without its đồng, where nothing else is counted in it: "500 tỷ, trong đó". */
const BARE_BILLIONS = String.raw`(?:nghìn |ngàn )?(?:tỷ|tỉ)(?=\s{0,3}(?:[,;.:)\]]|$))`;
const MONEY = new RegExp(
  String.raw`(?<![\d.,/\p{L}])(?<number>${NUMBER})(?:\s{0,3}[-–]\s{0,3}(?<upper>${NUMBER}))?\s{0,3}` +
    String.raw`(?:(?<bigger>tỷ|tỉ|triệu)\s+(?<smaller>\d{1,3}(?:[.,]\d+)?)\s{0,3})?` +
    String.raw`(?:(?<scale>${SCALE_WORDS})?\s{0,3}(?<currency>${CURRENCY_WORDS})${END}|(?<bare>${BARE_BILLIONS}))`,
  "giu",
);

const SCALES: readonly (readonly [words: RegExp, name: string, scale: number])[] = [
  [/^(?:nghìn|ngàn)\s+(?:tỷ|tỉ)$/u, "nghìn tỷ", 1e12],
  [/^trăm\s+(?:tỷ|tỉ)$/u, "trăm tỷ", 1e11],
  [/^chục\s+(?:tỷ|tỉ)$/u, "chục tỷ", 1e10],
  [/^trăm\s+triệu$/u, "trăm triệu", 1e8],
  [/^chục\s+triệu$/u, "chục triệu", 1e7],
  [/^(?:nghìn|ngàn)\s+triệu$/u, "nghìn triệu", 1e9],
  [/^(?:nghìn|ngàn)$/u, "nghìn", 1e3],
  [/^(?:triệu|tr\.?)$/u, "triệu", 1e6],
  [/^(?:tỷ|tỉ)$/u, "tỷ", 1e9],
];

const PER = new RegExp(
  String.raw`^\s{0,3}\/\s{0,3}(?!\s{0,3}\d)(?<what>[\p{L}\d.]+(?: [\p{Ll}]+)?(?:\s{0,3}\/\s{0,3}\p{L}+)?)|` +
    String.raw`^\s{1,3}(?<each>(?:một|mỗi|trên)\s(?:người|hộ|học sinh|trẻ|lao động|cháu|tháng|ngày|lần)(?!\p{L}))`,
  "u",
);

function scaleOf(words: string): readonly [name: string, scale: number] {
  const [, name, scale] = SCALES.find(([pattern]) => pattern.test(words)) ?? [null, "", 1];
  return [name, scale];
}

/**
 * The amounts of money in a text, from left to right: "14.676.220.000 đồng", "2,5 tỷ VNĐ", "2 tỷ 500 triệu đồng", "5 triệu USD".
 * Numbers are in Vietnamese notation.
 */
export function moneyIn(text: string): Money[] {
  return withWorth(text, amountsIn(text));
}

const WORTH_BETWEEN = /^\s{0,3}[(,]\s{0,3}(?:(?:tương đương|tương ứng|quy đổi|tức|ước|khoảng|với|bằng|là)\s{1,3}){1,4}$/iu;

/** Other money and its worth in đồng, either way round, are one amount, in đồng: "65 triệu USD (tương đương 1.690 tỷ đồng)". */
function withWorth(text: string, amounts: readonly Money[]): Money[] {
  const joined: Money[] = [];
  for (const amount of amounts) {
    const last = joined.at(-1);
    const isWorth = last !== undefined && (last.currency === "đồng") !== (amount.currency === "đồng") && last.per === null &&
      WORTH_BETWEEN.test(text.slice(last.to, amount.from));
    if (!isWorth) {
      joined.push(amount);
      continue;
    }
    const isOpened = text.slice(last.to, amount.from).includes("(");
    const closing = isOpened ? (/^\s{0,3}\)/u.exec(text.slice(amount.to, amount.to + 4))?.[0].length ?? 0) : 0;
    const inDong = amount.currency === "đồng" ? amount : last;
    joined.splice(-1, 1, { ...inDong, from: last.from, to: amount.to + closing });
  }
  return joined;
}

function amountsIn(text: string): Money[] {
  return [...text.matchAll(MONEY)].flatMap((match) => {
    const { number = "", upper, bigger, smaller, scale: scaleWords = "", currency: word = "đồng", bare } = match.groups ?? {};
    const first = readNumber(number, "vi");
    const reading = upper === undefined ? first : readNumber(upper, "vi");
    if (reading.kind === "none" || first.kind === "none") return [];
    const currency = currencyOf(word.toLowerCase());
    const to = match.index + match[0].length;
    const per = PER.exec(text.slice(to, to + PER_LENGTH))?.groups;
    const common = { from: match.index, to, currency, per: per?.what ?? per?.each ?? null };
    const named = (name: string): string => [name, currency].filter((part) => part !== "").join(" ");
    const below = scaleOf(scaleWords.toLowerCase());
    if (bigger !== undefined && smaller !== undefined) {
      const above = scaleOf(bigger.toLowerCase());
      const rest = readNumber(smaller, "vi");
      if (rest.kind === "none") return [];
      const amount = reading.value + (rest.value * below[1]) / above[1];
      return [{ ...common, amount, decimals: 3, unit: named(above[0]), scale: above[1], isDoubtful: false }];
    }
    const [name, scale] = bare === undefined ? below : scaleOf(bare.toLowerCase().trim());
    const isDoubtful = upper !== undefined || reading.alternatives.some((other) => other > reading.value);
    return [{ ...common, amount: reading.value, decimals: reading.decimals, unit: named(name), scale, isDoubtful }];
  });
}

const PER_LENGTH = 40;

function currencyOf(word: string): Money["currency"] {
  if (word.startsWith("us") || word.startsWith("đô")) return "USD";
  return word.startsWith("eur") ? "EUR" : "đồng";
}
