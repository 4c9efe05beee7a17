import type { MeasureRole } from "../said";
import { isAgeGroup, isBarePeriod, isMoney, isPeriod, isShare, type Surroundings } from "./choice";
import { leadsTo } from "./extent";
import { TIMES } from "./hints";
import type { Measure } from "./measure";
import type { Piece } from "./scan";

/** After these a share or amount only says how the number before it compares: "đạt 41.300 tỷ đồng, bằng 6,4% so với dự toán". */
const ALSO = /^(?:bằng|tương đương|tức|vượt|hơn|tăng|giảm|cao hơn|thấp hơn)$/iu;
/** Grades of what is counted: "sản phẩm đạt 3 sao trở lên". */
const GRADE = /^sao(?: |$)/iu;
/** Joins what is counted alike: "60 xã và 40 phường". */
const JOINTS = /^(?:,|;|và|hoặc|cùng|and|-|–|:)$/iu;

/**
 * The measures with "trên 1.000 mô hình" as what is counted: a round number behind "trên" is a denominator only where another one in its
 * clause is counted per it ("trên 100.000 dân dưới 08 ca").
 */
export const withoutLonePer = (measures: readonly Measure[]): readonly Measure[] =>
  measures.map((measure, at) => {
    const near = [measures[at - 1], measures[at + 1]].some((other) => other?.role === "aim" && other.clause === measure.clause);
    return measure.role === "per" && (!near || measure.upper !== null) ? { ...measure, role: "aim" } : measure;
  });

/** What is worth or brings so much per a piece of land, a head, a machine. */
const YIELD =
  /(?:^| )(?:giá trị|năng suất|sản lượng|thu nhập|doanh thu|lợi nhuận|kim ngạch|lãi|hiệu quả|suất đầu tư|chi phí|mức chi|tổng thu)(?: \p{L}+){0,6}$/iu;
/** Words before "trên" in which the noun of a yield is looked for. */
const LONGEST_YIELD = 8;

/**
 * The measures with "giá trị sản xuất trên 1 ha đất trồng trọt: 115 triệu đồng" as what the next one is counted per: right behind the
 * noun of a yield "trên 1" says of what, not more than what.
 */
export const withUnitPer = (measures: readonly Measure[], pieces: readonly Piece[]): readonly Measure[] =>
  measures.map((measure, at) => {
    const { value, upper, unit, words, comparator, begin, role } = measure;
    const next = measures[at + 1];
    if (role !== "aim" || comparator !== ">" || value !== 1 || upper !== null || unit === null || next?.role !== "aim") return measure;
    const over = words?.[1] === begin - 1 && words[0] === words[1] && /^trên$/iu.test(pieces[begin - 1]?.text ?? "");
    const before = pieces.slice(Math.max(measures[at - 1]?.end ?? 0, begin - 1 - LONGEST_YIELD), begin - 1);
    const isPer = over && YIELD.test(before.map(({ text }) => text).join(" "));
    return isPer ? { ...measure, role: "per", comparator: null, words: null } : measure;
  });

/**
 * What each measure of a sentence does in it, in their order. `aims()` tells which number a phrase is about; this tells of every one why it
 * is there.
 */
export function rolesOf(measures: readonly Measure[], pieces: readonly Piece[], around: Surroundings): readonly MeasureRole[] {
  const result = measures.some((measure) => measure.result && measure.depth === 0);
  const others = measures.some((measure) => measure.role !== "age" && !isBarePeriod(measure));
  const counted = measures.some(({ role, depth }) => (role === "aim" || role === "rank") && depth === 0);
  let lead: Measure | null = null;
  return measures.map((measure, index) => {
    const role = roleOf(measure, { measures, index, pieces, around, result, others, counted, lead });
    if (role === "aim") lead = measure;
    return role;
  });
}

interface Place {
  readonly measures: readonly Measure[];
  readonly index: number;
  readonly pieces: readonly Piece[];
  readonly around: Surroundings;
  /** The sentence works out a result: its other numbers are what it is made of. */
  readonly result: boolean;
  /** Something besides ages and times is counted. */
  readonly others: boolean;
  /** Something is counted outside of brackets that is no base of a comparison. */
  readonly counted: boolean;
  /** The aim before. */
  readonly lead: Measure | null;
}

function roleOf(measure: Measure, place: Place): MeasureRole {
  const { measures, index, pieces, around, result, others, counted, lead } = place;
  if (isNote(pieces, measure)) return "aside";
  if (measure.role === "age") return isAgeGroup(measure, around, others) || describesShare(measure, measures[index + 1]) ? "age" : "aim";
  // "tỷ trọng so với tổng vốn khoảng 20%": nothing else is compared
  if (measure.role === "reference" && !counted) return "aim";
  if (measure.role !== "aim") return measure.role;
  if (result && !measure.result) return "aside";
  if (isLength(pieces, measure, lead)) return "period";
  if (describesWhoFollows(measure, measures, index)) return "qualifier";
  if (GRADE.test(measure.unit ?? "")) return "qualifier";
  if (measure.beside && !isShare(measure.unit) && !isMoney(measure.unit)) return "qualifier";
  if (measure.aside && !measure.beside && !isPart(pieces, measure, lead)) return "aside";
  if (lead === null) return "aim";
  if (measure.depth > lead.depth && !measure.aimed && measure.comparator === null && !isLabelled(pieces, measure)) return "aside";
  if (onlyCompares(measure, lead, pieces, measures[index - 1]?.end ?? 0)) return "aside";
  if (describesWhoIsCounted(measure, lead, pieces) || isSizeOfCounted(measure, lead, pieces)) return "qualifier";
  return "aim";
}

/** "dưới 5 tuổi còn dưới 15‰": whose share it is. */
const describesShare = (age: Measure, next: Measure | undefined): boolean =>
  next !== undefined && next.clause === age.clause && age.comparator !== null && (isShare(next.unit) || isMoney(next.unit));

/** "5 năm 2011-2015", "hàng năm và 5 năm", "đào tạo đủ 9 tháng": a time that is not itself what is reached. */
function isLength(pieces: readonly Piece[], measure: Measure, lead: Measure | null): boolean {
  const { unit, begin, end, comparator, clause } = measure;
  if (comparator !== null) return false;
  if (unit === null) return /^(?:năm|tháng|quý|tuần|ngày)$/iu.test(pieces[end]?.text ?? "");
  if (lead !== null && lead.unit === unit) return false;
  if (isBarePeriod(measure)) return true;
  const before = pieces[begin - 1];
  return isPeriod(unit) && !unit.includes("/") && before?.text !== ":" && (lead?.clause === clause || !leadsTo(before));
}

/** "trong đó 40% là nữ", "tại 100% nhà trường": a share or an amount of its own. */
const isPart = (pieces: readonly Piece[], { begin, unit }: Measure, lead: Measure | null): boolean =>
  pieces.slice(Math.max(0, begin - 3), begin).some(({ text }) => /^thêm$/iu.test(text)) ||
  ((isShare(unit) || isMoney(unit)) && (lead === null || /^(?:trong đó|tại|đối với)$/iu.test(pieces[begin - 1]?.text ?? "")));

/** "(đầu tư công trung hạn 860.000 triệu đồng)": an amount or a share with words of its own; "(8 xã)", "(giảm 1%)" have none. */
function isLabelled(pieces: readonly Piece[], { begin, unit }: Measure): boolean {
  if (!isShare(unit) && !isMoney(unit)) return false;
  let at = begin - 1;
  while (at >= 0 && !/^[(;]$/.test(pieces[at]?.text ?? "")) at -= 1;
  const first = at + 1 < begin ? pieces[at + 1] : undefined;
  return first !== undefined && !ALSO.test(first.text) && !leadsTo(first);
}

/** "[1]", "(2)": the number of a note; "(11/7)": a day. */
function isNote(pieces: readonly Piece[], { begin, end, unit }: Measure): boolean {
  const around = `${pieces[begin - 1]?.text ?? ""}${pieces[end]?.text ?? ""}`;
  return unit === null && (around === "[]" || around === "()");
}

/** "khám thai ≥ 4 lần đạt 80%": the limit before a share that is reached tells who is counted. */
function describesWhoFollows(measure: Measure, measures: readonly Measure[], index: number): boolean {
  const next = measures[index + 1];
  return (
    next !== undefined &&
    next.clause === measure.clause &&
    isShare(next.unit) &&
    next.aimed &&
    next.role === "aim" &&
    measure.comparator !== null &&
    (!measure.aimed || TIMES.test(measure.unit ?? "")) &&
    !isShare(measure.unit) &&
    !isMoney(measure.unit)
  );
}

/** "… , bằng 6,4% so với dự toán", "…, tăng 3% so với năm 2020", "88% (95/108 xã)": how the number before it lies to another one. */
function onlyCompares(measure: Measure, lead: Measure, pieces: readonly Piece[], from: number): boolean {
  if (Math.floor(measure.clause / 100) !== Math.floor(lead.clause / 100)) return false;
  if (measure.apart && measure.difference) return true;
  const between = pieces.slice(from, measure.begin).filter(({ text }) => !/^[,()]$/.test(text));
  const [first] = between;
  const opens = first === undefined || ALSO.test(first.text);
  if (measure.outOf !== null && !isShare(measure.unit) && isShare(lead.unit) && between.length === 0) return true;
  if (measure.grows !== 0 && lead.grows === 0 && lead.start === null) return opens && measure.comparator === null;
  return opens && first !== undefined && lead.grows === 0 && isShare(measure.unit) !== isShare(lead.unit);
}

/** "70% phụ nữ mang thai được tầm soát ít nhất 4 loại bệnh", "100% xã có từ 2 bác sĩ trở lên": a count inside of what the share is of. */
function describesWhoIsCounted(measure: Measure, lead: Measure, pieces: readonly Piece[]): boolean {
  if (measure.clause !== lead.clause || isShare(measure.unit) || isMoney(measure.unit)) return false;
  if (!isShare(lead.unit) && !isMoney(lead.unit)) return false;
  const between = pieces.slice(lead.end, measure.begin);
  return between.length > 1 && !between.some(({ text }) => JOINTS.test(text));
}

/** "2 doanh nghiệp có doanh thu trên 1.000 tỷ đồng": how big what is counted has to be. */
function isSizeOfCounted(measure: Measure, lead: Measure, pieces: readonly Piece[]): boolean {
  if (measure.clause !== lead.clause || !isMoney(measure.unit) || measure.comparator === null || isMoney(lead.unit)) return false;
  return SIZE.test(pieces.slice(lead.end, measure.begin).map(({ text }) => text).join(" "));
}
const SIZE = /^(?:\p{L}+ ){0,6}?có (?:mức |quy mô )?(?:doanh thu|doanh số|thu nhập|lợi nhuận|vốn|vốn điều lệ|kim ngạch|giá trị)(?: \p{L}+){0,4}$/iu;
