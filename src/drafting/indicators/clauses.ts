import type { SaidMeasure, SaidYears } from "../../quantity";
import { countedWords } from "./unit-words";
import { HEAD, SURE_HEAD, withoutLead, withoutTrail, type Place } from "./words";

/** A figure of a sentence with the words around it that are its own: those before it, those behind it. */
export interface Clause {
  readonly measure: SaidMeasure;
  /** Up to the figure: what leads to it, its name first. */
  readonly lead: Place;
  /** From the figure on. */
  readonly tail: Place;
}

const SEPARATOR = /[,;:(](?=\s|\p{L}|$)|(?<!\p{L})(?:và|còn|riêng|trong đó|đồng thời)(?!\p{L})/giu;

/**
 * The figures of a sentence, the words between two of them shared out. `from` and `to` are the ends of the sentence; `cuts` the places of
 * figures that are none of its targets, behind which words begin anew.
 */
export function clausesOf(
  text: string, measures: readonly SaidMeasure[], sentence: Place, times: readonly Place[], cuts: readonly Place[],
): readonly Clause[] {
  const gaps = measures.map(({ whole: [begin] }, at): Place => {
    const previous = measures[at - 1]?.whole[1] ?? sentence.from;
    const cut = cuts.findLast(({ from, to }) => from >= previous && to <= begin)?.to ?? previous;
    return { from: Math.min(Math.max(previous, cut), begin), to: begin };
  });
  const leads = measures.map((measure, at) => {
    const gap = gaps[at] ?? sentence;
    return at === 0 || gap.from > (measures[at - 1]?.whole[1] ?? 0) ? gap.from : leadFrom(text, gap, measures[at - 1], times);
  });
  return measures.map((measure, at): Clause => {
    const end = measure.whole[1];
    const next = measures[at + 1];
    const cut = cuts.find(({ from }) => from >= end)?.from ?? Infinity;
    const until = Math.min(next === undefined ? sentence.to : (leads[at + 1] ?? next.whole[0]), cut);
    return { measure, lead: { from: leads[at] ?? sentence.from, to: measure.whole[0] }, tail: { from: end, to: Math.max(end, until) } };
  });
}

/** Where, between two figures, the words of the second begin. */
function leadFrom(text: string, gap: Place, previous: SaidMeasure | undefined, times: readonly Place[]): number {
  const rest = (from: number): string => {
    const place = withoutTrail(text, withoutLead(text, { from, to: gap.to }, times), times);
    return text.slice(place.from, place.to);
  };
  const separators = [...text.slice(gap.from, gap.to).matchAll(SEPARATOR)].map(({ index, 0: sign }) => ({
    at: gap.from + index,
    end: gap.from + index + (/^[,;:(]/.test(sign) ? sign.length : 0),
  }));
  const first = separators[0];
  if (first === undefined) {
    // "đạt 90% năm 2025 đạt 95%": only a time stands between
    const only = rest(gap.from);
    return only === "" || SURE_HEAD.test(only) ? gap.from : gap.to;
  }
  const headed = separators.find(({ end }) => SURE_HEAD.test(rest(end)));
  if (headed !== undefined) return headed.end;
  // a colon right before a figure closes what leads to it
  const last = separators.findLast(({ at, end }) => text[at] !== ":" || rest(end) !== "") ?? first;
  if (rest(last.end) === "") return last.at;
  const part = separators.find(({ end, at }) => end === at && /^(?:trong đó|riêng)/iu.test(text.slice(at)));
  if (part !== undefined) return part.at;
  // a figure that its noun follows ("trên 95% dân số tham gia …, 12 bác sĩ") has the longer words behind it
  const isBare = previous !== undefined && !previous.aimed && countedWords(text.slice(...previous.span)) === "";
  const nounBehind = isBare && first.at > gap.from + 1;
  const bracket = separators.findLast(({ at }) => text[at] === "(");
  if (bracket !== undefined) return bracket.end;
  return nounBehind && !HEAD.test(rest(first.end)) ? last.end : first.end;
}

/** The sentence in which measures stand: from the first word before them to the last word behind them. */
export function sentencePlace(measures: readonly SaidMeasure[]): Place {
  return {
    from: Math.min(...measures.map(({ before, whole }) => Math.min(before[0], whole[0]))),
    to: Math.max(...measures.map(({ after, whole }) => Math.max(after[1], whole[1]))),
  };
}

/** Times that are part of no name. */
export const timesOf = (text: string, years: readonly SaidYears[]): readonly Place[] =>
  years
    .filter(({ role }) => role !== "date" && role !== "document" && role !== "each")
    // "5 năm 2021-2025"
    .map(({ span: [from, to] }) => {
      const count = /(?<!\d)\d{1,2} $/.exec(text.slice(Math.max(0, from - 4), from));
      return { from: from - (count?.[0].length ?? 0), to };
    });
