import { saysAll } from "./phrase/all";
import { aims, bareNumber, bothLimits, toTarget, type Surroundings } from "./phrase/choice";
import type { Measure } from "./phrase/measure";
import { measuresOf } from "./phrase/measures";
import { withNegations } from "./phrase/negation";
import { scan } from "./phrase/scan";
import { withNumberWords } from "./phrase/words";
import { mayBeOldFont } from "./old-fonts";
import { cleanText } from "./text";
import type { Lang, PhraseReading, Target } from "./types";
import { readUnit } from "./unit";

/** What stands beside a phrase in columns of its own. */
export interface TargetContext {
  /** The unit column: it completes a number without unit ("16 - 18" under "%/năm") and turns money into đồng. */
  readonly unit?: string | null;
  /** The notation of ambiguous numbers ("1.234"), "vi" where left out. */
  readonly lang?: Lang;
  /** The value that the target starts from, in đồng for money. */
  readonly baseline?: number | null;
}

/**
 * What a phrase says of a quantity: "trên 95%", "từ 24,4% lên >30%", "16 - 18", "giảm còn dưới 15‰", "17/17 xã", "2,5 tỷ đồng".
 *
 * - "target": a comparator, an aim ("đạt", "giảm còn") or a rate; "quantity": nothing but a number or an amount. Both hold a target
 *   ("=" where nothing else is said); money is in đồng.
 * - Under "%" "tất cả các xã có bác sĩ" and "mọi người dân đều được …" are 100 % of the thing named, where nothing leaves a doubt.
 * - "words": no number that could be checked ("thuộc nhóm dẫn đầu", "năm 2025", "-"); "unreadable": digits that are no number, and
 *   numbers beside which words leave open what is meant ("90% gì đó", "90% chưa kể vãng lai").
 * - value2 is the upper end of a range; with "=" and other comparators what a count is out of or per, where it is written in digits
 *   (17 in "17/17 xã", 100 in "112,5 trẻ nam/100 trẻ nữ").
 * - `alternatives`: the other reading of an ambiguous number; growth also as a change of the level. Never throws.
 */
export function readTarget(text: string, context: TargetContext = {}): PhraseReading {
  const lang = context.lang ?? "vi";
  const { unit, factor } = readUnit(context.unit);
  const around: Surroundings = { unit, factor, baseline: context.baseline ?? null };
  const phrase = cleanText(text);
  const bare = bareNumber(phrase, lang, around);
  if (bare !== null) return { kind: around.unit === null ? "quantity" : "target", ...bare, more: [] };
  if (IN_BRACKETS.test(phrase) || (mayBeOldFont(text) && mayBeOldFont(phrase) && /\d/.test(phrase))) return { kind: "unreadable" };
  const pieces = withNegations(withNumberWords(scan(phrase.replace(OUTLINE, ""), lang)));
  const said = measuresOf(pieces);
  const [first, ...others] = aims(said, around);
  if ([first, ...others].some((measure) => measure?.unclear === true)) return { kind: "unreadable" };
  const both = first && bothLimits(first, others[0], around, pieces.slice(first.end, others[0]?.begin));
  if (both)
    return { kind: "target", target: both, alternatives: [], more: others.slice(1).map((measure) => toTarget(measure, around).target) };
  if (first !== undefined) {
    const { target, alternatives } = toTarget(first, around);
    return {
      kind: isAmount(first, target, phrase) && context.unit == null ? "quantity" : "target",
      target,
      alternatives,
      more: others.map((measure) => toTarget(measure, around).target),
    };
  }
  if (!said.broken && unit === "%" && saysAll(phrase.replace(OUTLINE, "")))
    return { kind: "target", target: { comparator: "=", value: 100, value2: null, baseline: null, unit }, alternatives: [], more: [] };
  return { kind: said.broken ? "unreadable" : "words" };
}

/** "(5%)" is less than nothing for an accountant and a remark for anybody else. */
const IN_BRACKETS = /^\(\d[\d.,]* ?[%‰]\)$/;

/** Bullets and numbers of an outline before the phrase: "- ", "2.4. ", "(3) ". */
const OUTLINE = /^(?:[-+*•·#]+ +(?=[^\d ])|\d{1,2}(?:\.\d{1,2})*\. +(?=\S)|\(\d{1,2}\) +(?=\S))+/;

/** A number without comparator, aim or rate: an amount of money where nothing is to be reached, a count at the beginning. */
function isAmount(measure: Measure, target: Target, phrase: string): boolean {
  if (target.comparator !== "=" || target.value2 !== null || target.baseline !== null || measure.grows !== 0 || isRate(target))
    return false;
  return target.unit?.startsWith("đồng") === true ? !/đạt|phấn đấu/iu.test(phrase) : measure.begin === 0 && !measure.aimed;
}

const isRate = (target: Target): boolean => target.unit !== null && /^(?:điểm %|[%‰/])/.test(target.unit);
