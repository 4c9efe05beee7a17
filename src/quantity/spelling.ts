import { upperFirst } from "../base";
import { cleanText, syllableKey } from "./text";

const DIGITS = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"] as const;
const THOUSANDS = ["", "nghìn", "triệu"] as const;
const BILLION = 1_000_000_000n;

/** Three digits; `full` where something stands before them, so that "không trăm" and "linh" are said. */
function spellHundreds(value: number, full: boolean): string[] {
  const [hundreds, tens, ones] = [Math.floor(value / 100), Math.floor(value / 10) % 10, value % 10];
  const words: string[] = [];
  if (hundreds > 0 || full) words.push(DIGITS[hundreds] ?? "", "trăm");
  if (tens > 1) words.push(DIGITS[tens] ?? "", "mươi");
  else if (tens === 1) words.push("mười");
  else if (ones > 0 && words.length > 0) words.push("linh");
  if (ones === 0) return words;
  if (ones === 1 && tens > 1) words.push("mốt");
  else if (ones === 4 && tens > 1) words.push("tư");
  else if (ones === 5 && tens > 0) words.push("lăm");
  else words.push(DIGITS[ones] ?? "");
  return words;
}

/** Below a tỷ the groups are nghìn and triệu; above it the count of tỷ is said first: "một nghìn tỷ", "một tỷ tỷ". */
function spellWhole(value: bigint, full: boolean): string[] {
  const [billions, rest] = [value / BILLION, Number(value % BILLION)];
  const words = billions > 0n ? [...spellWhole(billions, full), "tỷ"] : [];
  for (const group of [2, 1, 0] as const) {
    const three = Math.floor(rest / 1000 ** group) % 1000;
    if (three > 0) words.push(...spellHundreds(three, full || words.length > 0), ...(group > 0 ? [THOUSANDS[group]] : []));
  }
  return words;
}

/**
 * An amount in words as it stands after "Bằng chữ": 275556000000 is "Hai trăm bảy mươi lăm tỷ năm trăm năm mươi sáu triệu đồng".
 * After mươi one is "mốt", four "tư", five "lăm" (also after mười); an empty ten is "linh", an empty hundred inside "không trăm";
 * groups of zeros are not said; a thousand million tỷ is "tỷ tỷ".
 * @throws RangeError where a number is no safe integer.
 */
export function spellDong(dong: number | bigint): string {
  if (typeof dong === "number" && !Number.isSafeInteger(dong)) throw new RangeError(`not whole đồng: ${dong}`);
  const whole = BigInt(dong);
  const words = whole === 0n ? ["không"] : spellWhole(whole < 0n ? -whole : whole, false);
  const text = [...(whole < 0n ? ["âm"] : []), ...words, "đồng"].join(" ");
  return upperFirst(text);
}

const keyed = (entries: readonly (readonly [string, number])[]): ReadonlyMap<string, number> =>
  new Map(entries.map(([word, value]) => [syllableKey(word), value]));

const ONES = keyed([
  ...DIGITS.map((word, digit) => [word, digit] as const),
  ["mốt", 1], ["tư", 4], ["lăm", 5], ["nhăm", 5], ["bẩy", 7],
]);
const SCALES = keyed([["nghìn", 1e3], ["ngàn", 1e3], ["vạn", 1e4], ["triệu", 1e6], ["tỷ", 1e9]]);
const word = syllableKey;
const [TEN, TENS, HUNDRED, HALF, MINUS, TY_KEY] = [word("mười"), word("mươi"), word("trăm"), word("rưỡi"), word("âm"), word("tỷ")];
const TY = 1e9;
const EMPTY_TENS: ReadonlySet<string> = new Set([word("linh"), word("lẻ")]);

interface WordNumber {
  readonly value: number;
  /** How many words it takes. */
  readonly length: number;
}

/** "mười lăm", "hai mươi mốt", "bảy": below a hundred. */
function readTens(keys: readonly string[], at: number): WordNumber | null {
  const first = ONES.get(keys[at] ?? "");
  const second = keys[at + 1];
  if (keys[at] === TEN) {
    const one = ONES.get(second ?? "");
    return one === undefined ? { value: 10, length: 1 } : { value: 10 + one, length: 2 };
  }
  if (first === undefined) return null;
  if (second !== TENS) return { value: first, length: 1 };
  const one = ONES.get(keys[at + 2] ?? "");
  return one === undefined ? { value: first * 10, length: 2 } : { value: first * 10 + one, length: 3 };
}

/** "không trăm linh năm", "hai trăm bảy mươi": below a thousand. */
function readHundreds(keys: readonly string[], at: number): WordNumber | null {
  const hundreds = ONES.get(keys[at] ?? "");
  if (hundreds === undefined || keys[at + 1] !== HUNDRED) return readTens(keys, at);
  const skipped = EMPTY_TENS.has(keys[at + 2] ?? "") ? 3 : 2;
  const rest = readTens(keys, at + skipped);
  return rest === null ? { value: hundreds * 100, length: 2 } : { value: hundreds * 100 + rest.value, length: skipped + rest.length };
}

/**
 * A number in Vietnamese words at the start of `words`, and how many of them it takes; null where none begins there.
 * "hai mươi lăm" is 25, "một nghìn không trăm linh năm" 1005, "hai triệu rưỡi" 2500000, "một vạn" 10000.
 */
export function readNumberWords(words: readonly string[]): WordNumber | null {
  const keys = words.map(word);
  let [above, below, at] = [0, 0, 0];
  for (;;) {
    const skipped = EMPTY_TENS.has(keys[at] ?? "") && at > 0 ? 1 : 0;
    const group = readHundreds(keys, at + skipped);
    if (group === null) break;
    at += skipped + group.length;
    const scale = SCALES.get(keys[at] ?? "");
    if (scale === undefined) {
      below += group.value;
      break;
    }
    // a tỷ multiplies all that was said before it: "hai nghìn ba trăm tỷ"
    [above, below] = scale === TY ? [(above + below + group.value) * TY, 0] : [above, below + group.value * scale];
    for (at += 1; keys[at] === TY_KEY; at += 1) [above, below] = [(above + below) * TY, 0];
    if (keys[at] === HALF) return { value: above + below + scale / 2, length: at + 1 };
  }
  return at === 0 ? null : { value: above + below, length: at };
}

/**
 * The đồng that words stand for ("Bằng chữ: Hai trăm … đồng chẵn"), null where they are no amount of money in words.
 * `spellDong` and this are inverse for every safe integer.
 */
export function readSpelledDong(text: string): number | null {
  const said = cleanText(text).replace(/^\(|\)$/g, "");
  const caption = said.slice(said.lastIndexOf(":") + 1);
  const words = caption.split(/[\s,.;/!]+/).filter((part) => part !== "");
  const negative = word(words[0] ?? "") === MINUS;
  const amount = negative ? words.slice(1) : words;
  const found = readNumberWords(amount);
  const rest = amount.slice(found?.length ?? 0).map(word);
  const isDong = rest[0] === word("đồng") && rest.slice(1).every((key) => [word("chẵn"), word("việt"), word("nam")].includes(key));
  if (found === null || !isDong || !Number.isSafeInteger(found.value)) return null;
  return negative && found.value !== 0 ? -found.value : found.value;
}
