import { scaled } from "../decimal";
import { readNumberWords } from "../spelling";
import { readUnit } from "../unit";
import type { Comparator } from "../types";
import type { Piece } from "./scan";

/** A number of a phrase with its unit and what the words around it say. Values are in `unit` (money in đồng). */
export interface Measure {
  readonly value: number;
  readonly alternatives: readonly number[];
  /** The upper end of a range. */
  readonly upper: number | null;
  /** What a count is out of, or per: 17 in "17/17 xã", 100 in "112,5 trẻ nam/100 trẻ nữ". */
  readonly outOf: number | null;
  readonly unit: string | null;
  /** The multiplier of a scaled unit ("triệu đồng"); a number that shares the unit takes it too. */
  readonly factor: number;
  readonly comparator: Comparator | null;
  /** The pieces that say the comparator. */
  readonly words: Words | null;
  /** The comparator may also tell how far two values lie apart: "cao hơn 5 điểm %". */
  readonly difference: boolean;
  readonly apart: boolean;
  readonly from: boolean;
  readonly fromAfar: boolean;
  readonly grows: 1 | -1 | 0;
  readonly increment: boolean;
  /** Where a change starts: another number of the phrase, as it was read before. */
  readonly start: Measure | null;
  readonly role: "aim" | "age" | "start" | "reference" | "per" | "rank";
  /** The person whose age it is stands right before. */
  readonly ofPerson: boolean;
  /** A word of reaching or being stands before it ("đạt", "là", "còn"), so that it is no mere description. */
  readonly aimed: boolean;
  readonly aside: boolean;
  readonly beside: boolean;
  readonly result: boolean;
  /** What is said of it cannot be told: a negation of something else, "khác 5%". */
  readonly unclear: boolean;
  readonly depth: number;
  readonly clause: number;
  /** Pieces of the phrase that it takes. */
  readonly begin: number;
  readonly end: number;
}

/** Pieces of a phrase, from the first to the last. */
export type Words = readonly [first: number, last: number];

/** What a count is per, where it stands after "/1.000": births, people. "850/1.000 điểm" is out of a thousand. */
const COUNTED_PER =
  /^(?:dân|người|trẻ|phụ nữ|nữ|nam|bà mẹ|ca |trường hợp|học sinh|sinh viên|lao động|hộ|lượt|doanh nghiệp|cặp|bé|sơ sinh|em|ngày|km|số)/i;
/** Words after which a unit is complete. */
const COMPLETE = /^(?:tuổi|cm|km|m|kg|g|ha|tấn|tạ|năm|tháng|ngày|giờ|phút|lần|điểm|m2|km2|m3|đồng|dồng|đ|vnđ|vnd|usd)$/i;
const SCALE = /^(?:nghìn|ngàn|vạn|triệu|tr|tỷ|tỉ)$/i;
const SCALES: Readonly<Record<string, number>> = { nghìn: 1e3, ngàn: 1e3, vạn: 1e4, triệu: 1e6, tr: 1e6, tỷ: 1e9, tỉ: 1e9 };
/** Short for "không", and what is less than said: no part of a unit. */
const ENDS_UNIT = /^(?:ko|k0|kô|khg|hông|hổng|hok|hem|kém|thua|lẻ|dư)$/iu;
/** Multiples that nobody writes behind digits in a plan: "90k", "9 chục". */
const HEAPS = /^(?:trăm|chục|mươi|tá|k|củ)(?: |$)/iu;
const LONGEST_UNIT = 8;
/** Pieces of a note in brackets between a number and its unit. */
const LONGEST_NOTE = 60;
/** Kinds of places in one list. */
const MOST_PLACES = 12;
/** Kinds of places, which are counted together: "17/17 xã, phường". */
const PLACES = /^(?:xã|phường|thị trấn|thị xã|thành phố|huyện|quận|tỉnh|thôn|bản|làng|ấp|buôn|khối|khối phố|khu phố|tổ dân phố|đặc khu|khóm|cụm dân cư|thôn bản)$/i;

const isMark = (piece: Piece | undefined, ...signs: readonly string[]): boolean => piece?.kind === "mark" && signs.includes(piece.text);
const isPowerOfTen = (value: number): boolean => value >= 100 && Number.isInteger(Math.log10(value));

/** True for a word that may stand in a unit. "năm" is one, unless a year follows. */
function isUnitWord(pieces: readonly Piece[], at: number): boolean {
  const piece = pieces[at];
  if (piece?.kind === "word") return true;
  if (piece?.kind !== "term") return false;
  const { role } = piece.term;
  const next = pieces[at + 1];
  if (role === "time" || role === "name") return next?.kind !== "number" && next?.kind !== "date";
  return role === "person" || /^(?:chỉ tiêu|thứ bậc)$/i.test(piece.text);
}

/** The words of a unit from `at` on, at most a few; `end` is the piece after them. */
function unitWords(pieces: readonly Piece[], at: number, longest: number): { readonly words: string[]; readonly end: number } {
  const words: string[] = [];
  let end = at;
  while (isUnitWord(pieces, end) && words.length < longest) {
    const text = pieces[end]?.text ?? "";
    if ((/^(?:x|per)$/i.test(text) && words.length > 0) || ENDS_UNIT.test(text)) break;
    words.push(text);
    end += 1;
    if (COMPLETE.test(text) && pieces[end]?.text.toLowerCase() !== "tuổi") break;
  }
  return { words, end };
}

/** After places also those behind a comma: "xã, phường, thị trấn". */
function withMorePlaces(pieces: readonly Piece[], span: UnitSpan, more = MOST_PLACES): UnitSpan {
  if (more === 0 || !PLACES.test(span.text.split(", ").at(-1) ?? "") || !isMark(pieces[span.end], ",")) return span;
  for (const length of [3, 2, 1]) {
    const end = span.end + 1 + length;
    const place = pieces.slice(span.end + 1, end).map((piece) => piece.text).join(" ");
    if (end <= pieces.length && PLACES.test(place)) return withMorePlaces(pieces, { text: `${span.text}, ${place}`, end }, more - 1);
  }
  return span;
}

export interface UnitSpan {
  readonly text: string;
  readonly end: number;
}

function percentSpan(pieces: readonly Piece[], at: number): UnitSpan | null {
  // "95 (%)"
  if (isMark(pieces[at], "(") && isMark(pieces[at + 1], "%", "‰", "%0") && isMark(pieces[at + 2], ")"))
    return { text: pieces[at + 1]?.text ?? "", end: at + 3 };
  const points = pieces[at]?.text.toLowerCase() === "điểm" ? 1 : 0;
  const sign = pieces[at + points];
  const word = (offset: number): string => pieces[at + points + offset]?.text.toLowerCase() ?? "";
  const length =
    isMark(sign, "%", "‰", "%0", "%o") || word(0) === "percent" ? 1 : word(0) === "phần" && /^(?:trăm|nghìn|ngàn)$/.test(word(1)) ? 2 : 0;
  if (length === 0) return null;
  const end = at + points + length;
  const text = pieces.slice(at, end).map((piece) => piece.text).join(" ");
  if (/^(?:GDP|GRDP)$/.test(pieces[end]?.text ?? "")) return { text: `${text} ${pieces[end]?.text ?? ""}`, end: end + 1 };
  const period = pieces[end + 1];
  const isPeriod = isMark(pieces[end], "/") && period?.kind === "term" && period.term.role === "time";
  return isPeriod ? { text: `${text}/${period.text}`, end: end + 2 } : { text, end };
}

/** "/vạn dân", "/100 trẻ nữ", "/người/năm", and "trên 10.000 dân" after what is counted. */
export function perSpan(pieces: readonly Piece[], at: number): UnitSpan | null {
  const [first, second, third] = [pieces[at], pieces[at + 1], pieces[at + 2]];
  const stroke = isMark(first, "/");
  const over = (first?.kind === "term" && /^trên$/i.test(first.text)) || (first?.kind === "word" && /^per$/i.test(first.text));
  if (!stroke && !over) return null;
  if (second?.kind === "number") {
    if (over && !isScaled(pieces, at + 1) && (!isPowerOfTen(Math.max(second.value, ...second.alternatives)) || !isUnitWord(pieces, at + 2)))
      return null;
    const { words, end } = unitWords(pieces, at + 2, LONGEST_UNIT);
    // nothing is counted per so much money: "có doanh thu trên 1.000 tỷ đồng"
    if (over && readUnit(words.join(" ")).unit?.startsWith("đồng") === true) return null;
    return third === undefined || words.length === 0 ? null : { text: `/${second.text} ${words.join(" ")}`, end };
  }
  const { words, end } = unitWords(pieces, at + 1 + (isOne(second) ? 1 : 0), LONGEST_UNIT);
  if (words.length === 0 || (over && !/^(?:vạn|nghìn|ngàn)$/i.test(words[0] ?? ""))) return null;
  return { text: `/${words.join(" ")}`, end };
}

/** "1 vạn", in "trên 1 vạn dân". */
const isScaled = (pieces: readonly Piece[], at: number): boolean =>
  isOne(pieces[at]) && /^(?:vạn|nghìn|ngàn)$/i.test(pieces[at + 1]?.text ?? "");

const isOne = (piece: Piece | undefined): boolean => piece !== undefined && /^(?:một|mỗi|1)$/i.test(piece.text);

function unitSpan(pieces: readonly Piece[], at: number): UnitSpan {
  const percent = percentSpan(pieces, at);
  if (percent !== null) return percent;
  // "6 tháng một lần"
  if (
    /^(?:năm|tháng|tuần|ngày|giờ|quý)$/i.test(pieces[at]?.text ?? "") &&
    isOne(pieces[at + 1]) &&
    pieces[at + 2]?.text.toLowerCase() === "lần"
  )
    return { text: `${pieces[at]?.text ?? ""}/lần`, end: at + 3 };
  const { words, end } = /^per$/i.test(pieces[at]?.text ?? "") ? { words: [], end: at } : unitWords(pieces, at, LONGEST_UNIT);
  let { text, end: next } = withMorePlaces(pieces, { text: words.join(" "), end });
  for (let per = perSpan(pieces, next); per !== null; per = perSpan(pieces, next)) [text, next] = [text + per.text, per.end];
  return { text, end: next };
}

/** Skips a note in brackets before the unit: "17/17 (100%) xã", "02 (hai) bác sĩ"; after a plain number only the same one in words. */
function afterBrackets(pieces: readonly Piece[], at: number, anyNote: boolean): number {
  if (!isMark(pieces[at], "(")) return at;
  let close = at + 1;
  while (close < at + LONGEST_NOTE && pieces[close] !== undefined && !isMark(pieces[close], ")")) close += 1;
  const note = pieces.slice(at + 1, close).map((piece) => piece.text);
  if (!isMark(pieces[close], ")") || !(isUnitWord(pieces, close + 1) || percentSpan(pieces, close + 1) !== null)) return at;
  return anyNote || readNumberWords(note)?.length === note.length ? close + 1 : at;
}

/** The number at `at` with its unit, fraction and further parts ("2 tỷ 500 triệu đồng"); words before it are not looked at. */
export function measureAt(pieces: readonly Piece[], at: number): Measure | null {
  const piece = pieces[at];
  if (piece?.kind !== "number") return null;
  let { value, alternatives } = piece;
  let end = afterBrackets(pieces, at + 1, false);
  let outOf: number | null = null;
  const denominator = pieces[at + 2];
  if (isMark(pieces[at + 1], "/") && denominator?.kind === "number") {
    outOf = denominator.value;
    end = afterBrackets(pieces, at + 3, true);
  }
  const planned = outOf === null ? sameAfterStroke(pieces, end) : null;
  if (planned !== null) [outOf, end] = [planned.of, planned.at];
  let span = unitSpan(pieces, end);
  if (outOf !== null && isPowerOfTen(outOf) && COUNTED_PER.test(span.text))
    span = { ...span, text: `/${denominator?.text ?? ""} ${span.text}` };
  else if (outOf !== null && isPowerOfTen(outOf) && span.text === "") span = { ...span, text: `/${denominator?.text ?? ""}` };
  const half = SCALE.test(pieces[end]?.text ?? "") && pieces[end + 1]?.text.toLowerCase() === "rưỡi" ? 0.5 : 0;
  if (half > 0) {
    const without = [...pieces.slice(end, end + 1), ...pieces.slice(end + 2, end + LONGEST_NOTE)];
    span = unitSpan(without, 0);
    span = { ...span, end: end + span.end + 1 };
    [value, alternatives] = [value + half, []];
  }
  const unit = readUnit(span.text);
  const measure: Measure = {
    value: scaled(value, unit.factor),
    alternatives: alternatives.map((other) => scaled(other, unit.factor)),
    upper: null,
    outOf: outOf === null ? unit.per : scaled(outOf, unit.factor),
    unit: unit.unit,
    factor: unit.factor,
    comparator: null,
    words: null,
    difference: false,
    apart: false,
    from: false,
    fromAfar: false,
    grows: 0,
    increment: false,
    start: null,
    role: /^(?:(?:tháng|ngày|tuần) )?tuổi/i.test(span.text) ? "age" : "aim",
    ofPerson: false,
    aimed: false,
    aside: false,
    beside: false,
    result: false,
    unclear: HEAPS.test(span.text),
    depth: 0,
    clause: 0,
    begin: at,
    end: span.end,
  };
  return withSmallerPart(pieces, measure);
}

/** "560 tỷ đồng/690 tỷ đồng": done and planned, each with the unit; the second number, and where its unit begins. */
function sameAfterStroke(pieces: readonly Piece[], at: number): { readonly of: number; readonly at: number } | null {
  const plain = (from: number): UnitSpan => {
    const { words, end } = unitWords(pieces, from, LONGEST_UNIT);
    return percentSpan(pieces, from) ?? { text: words.join(" "), end };
  };
  const first = plain(at);
  const second = pieces[first.end + 1];
  if (first.text === "" || !isMark(pieces[first.end], "/") || second?.kind !== "number") return null;
  if (plain(first.end + 2).text.toLowerCase() !== first.text.toLowerCase()) return null;
  return isPowerOfTen(second.value) && readUnit(first.text).unit !== "đồng" ? null : { of: second.value, at: first.end + 2 };
}

/** "1 tỷ 200 triệu đồng": a smaller scale right after a bigger one belongs to the same amount. */
function withSmallerPart(pieces: readonly Piece[], measure: Measure): Measure {
  const scale = SCALES[pieces[measure.end - 1]?.text.toLowerCase() ?? ""];
  const next = pieces[measure.end];
  if (scale === undefined || measure.unit !== "đồng" || next?.kind !== "number") return measure;
  const smaller = SCALES[pieces[measure.end + 1]?.text.toLowerCase() ?? ""] ?? 1;
  if (smaller >= scale) return measure;
  const rest = measureAt(pieces, measure.end);
  if (rest === null || rest.unit?.startsWith("đồng") !== true || rest.value >= scale) return measure;
  return { ...measure, value: measure.value + rest.value, alternatives: [], unit: rest.unit, factor: 1, end: rest.end };
}
