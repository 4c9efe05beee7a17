import type { Traced } from "../../base";
import { readMeasures, readNumber, readUnit, scaled, type SaidMeasure, type SaidYears, type Target } from "../../quantity";
import type { Paragraph, TextDocument } from "../document/document";
import { sentencesOf } from "../document/sentences";
import { countScale, kindOf, type Claim, type Manner } from "./claim";
import { textRole } from "./roles";
import { headingWords, yearsAround, yearsFor } from "./surroundings";

/** So many paragraphs are read before others may run. */
const STEP = 20;

/**
 * What a text says in figures, in its order: amounts, shares and counts with the words, years and headings that say what they are of. Ages,
 * times, numbers of documents and the rows of its own tables are left out. In steps.
 */
export function* claimsIn(document: TextDocument): Generator<void, Claim[]> {
  const claims: Claim[] = [];
  const lastIn = new Map<Paragraph, number>();
  for (const paragraph of document.paragraphs) {
    if (paragraph.index % STEP === STEP - 1) yield;
    if (paragraph.cells !== null || !/\d/.test(paragraph.text.text)) continue;
    const [above, before] = [lastAbove(paragraph, lastIn), claims.length];
    for (const sentence of sentencesOf(paragraph.text))
      claims.push(...claimsOf(sentence, paragraph, document, { first: claims.length, above }));
    if (claims.length > before) lastIn.set(paragraph, claims.length - 1);
  }
  return claims;
}

/** The last figure of the nearest paragraph above that has one; null where none has. */
function lastAbove({ parent }: Paragraph, lastIn: ReadonlyMap<Paragraph, number>): number | null {
  for (let one = parent; one !== null; one = one.parent) {
    const last = lastIn.get(one);
    if (last !== undefined) return last;
  }
  return null;
}

/** Behind these a whole is taken apart. */
const PARTS = /(?<!\p{L})(?:trong đó|gồm|bao gồm|cụ thể|chia ra|phân theo|riêng)(?!\p{L})/giu;

/** The place of the first figure of a sentence, and of the one that all that stands in its paragraph is a part of. */
interface Places {
  readonly first: number;
  readonly above: number | null;
}

function claimsOf(sentence: Traced, paragraph: Paragraph, document: TextDocument, { first, above }: Places): Claim[] {
  const { text } = document;
  const { measures, years } = readMeasures(sentence);
  const told = measures.filter(isTold);
  if (told.length === 0) return [];
  const span = [sentence.begins[0] ?? 0, sentence.ends.at(-1) ?? 0] as const;
  const headings = headingWords(paragraph);
  const around = yearsAround(paragraph, document);
  const under = (begin: number): number | null => {
    const parts = [...text.slice(span[0], begin).matchAll(PARTS)].at(-1);
    const whole = parts ? told.findLastIndex(({ whole: [, end] }) => end <= span[0] + parts.index) : -1;
    return whole === -1 ? above : first + whole;
  };
  return told.map((measure, place): Claim => {
    const said = text.slice(...measure.span);
    const [bases, isOfBase] = [basesOf(years, measure), measure.role === "reference" || measure.role === "start"];
    const [from, to] = [told[place - 1]?.whole[1] ?? span[0], told[place + 1]?.whole[0] ?? span[1]];
    const upTo = text.slice(span[0], measure.whole[0]);
    const kind = kindOf(measure.target.unit);
    return {
      ...figureOf(measure.target, said),
      span: measure.span, text: said, sentence: span,
      comparator: measure.comparatorSaid ? measure.target.comparator : null,
      kind,
      manner: mannerOf(measure, text, kind),
      before: text.slice(Math.min(from, measure.whole[0]), measure.whole[0]),
      after: text.slice(measure.whole[1], Math.max(to, measure.whole[1])),
      context: `${headings}. ${upTo}`,
      ...(isOfBase ? { years: bases, ownYears: bases.length > 0, headedYears: false } : yearsFor(measure, measures, years, around)),
      baseYears: isOfBase ? [] : bases,
      role: textRole(upTo) ?? (paragraph.section.kind === "target" ? "plan" : null),
      follows: place === 0 ? null : first + place - 1,
      under: under(measure.whole[0]),
    };
  });
}

/** Whether it says how much something is: no age, time, place in a ranking, or base of a comparison. */
function isTold({ role, target, unclear, comparatorSaid }: SaidMeasure): boolean {
  if (!Number.isFinite(target.value) || /^(?:age|per|rank|period)$/.test(role)) return false;
  // the name of a place may sound like a word that compares
  if (target.unit === "đồng") return true;
  return !unclear && (role === "aim" || role === "start" || (role !== "reference" && !comparatorSaid && kindOf(target.unit) !== "unknown"));
}

function figureOf(target: Target, said: string): Pick<Claim, "value" | "value2" | "others" | "step" | "factor" | "unit"> {
  const scale = countScale(target.unit);
  const written = [...said.matchAll(/\d[\d.,]*(?: \d{3}(?!\d))*/g)].map(([digits]) => readNumber(digits.replace(/[.,]+$/, ""), "vi"));
  const last = written.at(target.value2 === null ? -1 : 0);
  const own = readUnit(/[\d.,]\s*([^\d.,][^\d]*)$/u.exec(said)?.[1] ?? null).factor;
  const factor = target.unit?.startsWith("đồng") === true && own > 0 ? own : scale.factor;
  const decimals = last?.kind === "number" ? last.decimals : 0;
  return {
    value: scaled(target.value, scale.factor),
    value2: target.comparator === "range" && target.value2 !== null ? scaled(target.value2, scale.factor) : null,
    // nobody writes thousandths of a million: "79.000 triệu đồng"
    others: last?.kind === "number" && written.length === 1 && target.unit !== "đồng"
      ? last.alternatives.map((value) => scaled(value, factor))
      : [],
    step: factor * 10 ** -decimals,
    factor,
    unit: scale.unit,
  };
}

/** How far behind a share what it is of is looked for. */
const BEHIND = 40;

/** What was planned or was before, of which a share is told. */
const COMPARED = new RegExp(
  String.raw`^\s*(?:(?:so với |so |của )?` +
    String.raw`(?:dự toán|kế hoạch|mục tiêu|chỉ tiêu|cùng kỳ|năm trước|nghị quyết|kh(?!\p{L})|thực hiện)|so với)`,
  "iu",
);

function mannerOf({ growth, whole, span, target, before }: SaidMeasure, text: string, kind: Claim["kind"]): Manner {
  const verb = text.slice(Math.max(before[0], whole[0] - BEHIND), span[0]);
  const behind = text.slice(span[1], whole[1] + BEHIND);
  const isGrown = growth !== 0 && /(?<!\p{L})(?:tăng|giảm|vượt)(?! nghèo)[^,;:()]*$/iu.test(verb);
  if (isGrown || /(?<!\p{L})(?:tăng|giảm|vượt|hụt|cao hơn|thấp hơn)(?: (?:thêm|khoảng|trên|hơn|gần|bình quân))*\s*$/iu.test(verb))
    return /(?<!\p{L})(?:lên|xuống|còn)\s*$/iu.test(verb) ? "plain" : "growth";
  if (target.comparator === "change") return "growth";
  if (kind !== "share") return "plain";
  if (/(?<!\p{L})chiếm(?!\p{L})/iu.test(verb) || /^\s*(?:trong )?(?:tổng|của tổng|cơ cấu)/iu.test(behind)) return "part";
  return COMPARED.test(behind) ? "ratio" : "plain";
}

/** The years with which a figure is compared: those that stand behind it up to the next clause, else those of its sentence. */
function basesOf(years: readonly SaidYears[], { span, after }: SaidMeasure): number[] {
  const bases = years.filter(({ role }) => role === "base");
  const own = bases.filter((year) => year.span[0] >= span[1] && year.span[1] <= Math.max(after[1], span[1]));
  return (own.length > 0 ? own : bases).flatMap(({ from }) => from ?? []);
}
