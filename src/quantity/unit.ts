import { readNumber, writeNumber } from "./number";
import { bareText, cleanText } from "./text";

/** A unit as targets keep it. A value in the unit as written, times `factor`, is in `unit` (other than 1 only for money). */
export interface UnitReading {
  /** "%", "‰", "/vạn dân", "/100.000 dân", "/100", "tuổi", "cm", "đồng", or the words as they stand; null where there are none. */
  readonly unit: string | null;
  readonly factor: number;
  /** The count that a unit is "per", where it is written in digits: 100 in "trẻ nam/100 trẻ nữ", null in "bác sĩ/vạn dân". */
  readonly per: number | null;
}

const SCALE: Readonly<Record<string, number>> = { tram: 1e2, nghin: 1e3, ngan: 1e3, van: 1e4, trieu: 1e6, tr: 1e6, ty: 1e9, ti: 1e9 };
const SCALE_WORD = String.raw`(?:trăm|nghìn|ngàn|vạn|triệu|tr\.?|tỷ|tỉ|1[., ]?000(?:[., ]?000){0,2})`;
const MONEY = new RegExp(String.raw`^((?:${SCALE_WORD}\s*)*)(?:đồng|dồng|đ|vnđ|vnd)(?:\s+việt nam)?(?!\p{L})(.*)$`, "iu");
const MONEY_ENGLISH = /^(?:(thousand|million|billion)s?\s+(?:of\s+)?)?(?:dong|vnd)s?(?![a-z])(.*)$/i;
const BARE_SCALE = /^((?:(?:nghìn|ngàn|triệu|tỷ|tỉ)\s*)*(?:triệu|tỷ|tỉ))((?:\s*\/.*)?)$/iu;
const PERCENT = /^(?:(?:tỷ|tỉ) lệ\s*)?(điểm\s*)?(?:\(%\)|%|phần trăm|percentage points?|percent|per cent)(?!\p{L})(.*)$/iu;
const PERMILLE = /^(?:(?:tỷ|tỉ) (?:lệ|suất)\s*)?(?:‰|%0|%o|phần nghìn|phần ngàn|per mille)(?!\p{L})(.*)$/iu;
/** "…/10.000 dân", "… trên một vạn dân", "per 1,000 live births": what stands before is what is counted. */
const PER =
  /^(.*?)(?:\/|(?:^|\s)(?:tính )?trên\s|(?:^|\s)per\s)\s*(?:(?:một|1)\s+)?((?:\d[\d., ]*)?)\s*((?:trăm|nghìn|ngàn|vạn)?)(?!\p{L})\s*(.*)$/iu;

const NO_UNIT: UnitReading = { unit: null, factor: 1, per: null };

function scaleOf(words: string): number {
  return bareText(words)
    .split(/[\s.]+(?!\d)/)
    .reduce((product, word) => product * (SCALE[word] ?? (/^1\D?0/.test(word) ? Number(word.replace(/\D/g, "")) : 1)), 1);
}

/** "/ HS" and "/tháng" without the blanks around the stroke. */
const tail = (text: string): string => text.replace(/\s*\/\s*/g, "/").trimEnd();

/**
 * The unit that words name, in one notation: "phần trăm" is "%", "%0" is "‰", "bác sỹ/10.000 dân" and "bác sĩ trên một vạn dân" are
 * "/vạn dân", "trẻ nam/100 trẻ nữ" is "/100", "triệu đồng/tháng" is "đồng/tháng" with the factor 1000000; other words stay.
 */
export function readUnit(text: string | null | undefined): UnitReading {
  const clean = cleanText(text ?? "").replace(/^\((.*)\)$/, "$1").replace(/[.,;:]+$/, "").trim();
  if (clean === "") return NO_UNIT;
  const permille = PERMILLE.exec(clean);
  if (permille !== null) return { ...NO_UNIT, unit: tail(`‰${permille[1] ?? ""}`) };
  const percent = PERCENT.exec(clean);
  if (percent !== null) return { ...NO_UNIT, unit: tail(`${percent[1] === undefined ? "" : "điểm "}%${percent[2] ?? ""}`) };
  return money(clean) ?? per(clean) ?? { ...NO_UNIT, unit: tail(clean) };
}

/** What is measured, ranked or averaged, so that values of several places have no sum. "lần" is a multiple, "con" the births of a woman. */
const NO_COUNT = /^(?:(?:tuổi|(?:tháng|tuần|ngày) tuổi|năm|quý|tháng|tuần|ngày|giờ|phút|giây|thứ bậc|thứ hạng|xếp hạng|years?|days?|months?)(?![\p{L}\d]).*|lần|con|điểm|bậc|hạng|vị trí|mm|cm|dm|m|g|mg|kg|µg|db|mmhg|độ|độ c|°c|times|points?|rank)$/iu;
/** "chỉ số phát triển con người (HDI)", "tỷ số giới tính", "triệu đồng bình quân". */
const NO_COUNT_WITHIN = /(?:^|\s)(?:chỉ số|hệ số|tỷ lệ|tỉ lệ|tỷ số|tỉ số|tỷ suất|tỉ suất|tỷ trọng|tỉ trọng|bình quân|trung bình|mức độ|tốc độ|index|ratio|rate|average|mean)(?!\p{L})/iu;

/**
 * Whether values with this unit can be added up over places: true for what is counted ("trạm y tế", "bác sĩ", "triệu người", "xã, phường",
 * "ha") and for money; false for shares, for anything per something ("/vạn dân", "lần/năm", "cán bộ/trạm", "đồng/người"), for ages and
 * other times, lengths and weights of a body, points, ranks and indexes, and where there is no unit.
 */
export function isCount(unit: string | null): boolean {
  const words = readUnit(unit).unit;
  if (words === null || words.includes("/") || /^(?:điểm )?[%‰]/.test(words)) return false;
  return !NO_COUNT.test(words) && !NO_COUNT_WITHIN.test(words);
}

/**
 * How many of a rate's unit the whole is: 28 % is 28 of 100, 15 ‰ 15 of 1.000, 14,5 "/vạn dân" 14,5 of 10.000. A rate is its numerator
 * divided by its denominator, times this. Null for what is no rate of a whole.
 */
export function wholeOf(unit: string | null): number | null {
  const words = readUnit(unit).unit;
  if (words === "%") return 100;
  if (words === "‰") return 1000;
  if (words === "/vạn dân") return 10_000;
  const digits = /^\/([\d.]+)(?: |$)/.exec(words ?? "")?.[1];
  return digits === undefined ? null : Number(digits.replaceAll(".", ""));
}

/**
 * What a unit measures in: money, the whole of a share or rate, things counted, or anything else; null for no unit, and for "tỷ lệ", which
 * may be any.
 */
function kindOf(unit: string | null): string | number | null {
  const words = readUnit(unit).unit;
  if (words === null || /^(?:tỷ|tỉ) (?:lệ|trọng)(?!\p{L})/iu.test(words)) return null;
  if (words.startsWith("đồng")) return "money";
  return wholeOf(words) ?? (/^(?:điểm )?%/.test(words) ? 100 : words.startsWith("‰") ? 1000 : isCount(words) ? "count" : "other");
}

/**
 * Whether a target in one unit can be held against values in another: not ‰ against %, "/100.000 dân" against "/vạn dân", a share against a
 * count ("95%" of a row that counts communes) or money against anything else. A unit that is not said is any but money.
 */
export function areComparable(target: string | null, values: string | null): boolean {
  if (target === values) return true;
  const [one, other] = [kindOf(target), kindOf(values)];
  const apart =
    one === "money" || other === "money" || (one !== null && other !== null && (typeof one === "number" || typeof other === "number"));
  return one === other || !apart;
}

/**
 * Whether values with this unit are quotients, which are shown rounded: "%", "‰", "%/năm", "/vạn dân". Counts, ages, lengths and money are
 * not.
 */
export function isRounded(unit: string | null): boolean {
  return wholeOf(unit) !== null || /^(?:điểm )?[%‰]/.test(readUnit(unit).unit ?? "");
}

function money(clean: string): UnitReading | null {
  const vietnamese = MONEY.exec(clean) ?? BARE_SCALE.exec(clean);
  if (vietnamese !== null) return { unit: tail(`đồng${vietnamese[2] ?? ""}`), factor: scaleOf(vietnamese[1] ?? ""), per: null };
  const english = MONEY_ENGLISH.exec(clean);
  if (english === null) return null;
  const factor = { thousand: 1e3, million: 1e6, billion: 1e9 }[english[1]?.toLowerCase() ?? ""] ?? 1;
  return { unit: tail(`đồng${english[2] ?? ""}`), factor, per: null };
}

function per(clean: string): UnitReading | null {
  const match = PER.exec(clean);
  if (match === null) return null;
  const [, counted = "", digits = "", scale = "", noun = ""] = match;
  const written = digits === "" ? null : readNumber(digits.trim());
  if (written?.kind === "none" || (digits === "" && scale === "")) return null;
  const value = perCount(written?.value ?? 1, written?.alternatives ?? []) * (SCALE[bareText(scale)] ?? 1);
  const inDigits = digits === "" ? null : value;
  if (value === 10_000 && /^(?:dân|người dân|people|inhabitants|population)/i.test(noun))
    return { unit: "/vạn dân", factor: 1, per: inDigits };
  if (value === 100) return { unit: "/100", factor: 1, per: inDigits };
  if (value > 100 && Number.isInteger(Math.log10(value))) {
    return { unit: `/${writeNumber(value, "vi")} ${tail(noun)}`.trim(), factor: 1, per: inDigits };
  }
  return { unit: tail(`${counted.trim()}/${noun}`), factor: 1, per: inDigits };
}

/** "1,000" and "1.000" are both a thousand here: nobody counts per 1.0. */
const perCount = (value: number, alternatives: readonly number[]): number => Math.max(value, ...alternatives);
