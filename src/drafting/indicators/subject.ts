import type { Clause } from "./clauses";
import { lowered, nameFrom, SURE_HEAD, tidy, wordsIn, withoutLead, withoutTrail, type Place } from "./words";

/** Where what is said behind a figure goes on to something else. */
const GOES_ON =
  /;|[.](?=\s|$)|:|(?<!triệt|không)\s(?:để|nhằm|góp phần|theo hướng|trên cơ sở)(?!\p{L})|,?\s(?:trong đó|đồng thời|qua đó|từ đó|riêng|tiến tới|hướng tới)(?!\p{L})|\svà (?:tăng|giảm|có đủ)(?!\p{L})|,\s(?:mỗi|từng|góp phần|bảo đảm|đảm bảo|nâng cao|nâng(?! cấp)|đáp ứng|ph[ấầâẩ]n đ[ấầâ]u|hoàn thành|chấm dứt|bố trí|tăng|giảm|xây dựng|đưa|tiếp tục|đẩy mạnh|từng bước|phát triển|tạo|không để|cơ bản|giữ|duy trì|tập trung|khuyến khích)(?!\p{L})/iu;
const MOST_WORDS = 40;
/** Longer ones an official would not take as they are. */
const LONG = 25;
export interface Counted {
  /** Words behind the figure say what it counts. */
  readonly hasObject: boolean;
  /** They are people, and nothing else is said of them. */
  readonly isBare: boolean;
}

export interface Subject {
  readonly name: string;
  readonly place: Place;
  readonly doubtful: boolean;
}

/** "Cơ cấu kinh tế: nông nghiệp" is the share of it. */
const structured = (whole: string, part: string): string =>
  tidy(/^cơ cấu(?!\p{L})/iu.test(whole) ? `Tỷ trọng ${lowered(part)} trong ${lowered(whole)}` : `${whole} ${lowered(part)}`);

/** Where, behind a comma, what is aimed at begins: ", phấn đấu đến năm 2025", ", đảm bảo". */
const AIMS = /[,;:.(]\s*(?=(?:ph[ấầâẩ]n đ[ấầâ]u|mục tiêu|bảo đảm|đảm bảo|duy trì|dự kiến|cụ thể|trong đó|đồng thời|nâng|giảm|tăng|đưa|kh[ốô]ng chế|có)(?!\p{L}))/giu;

/** In a long sentence it begins there without a comma, too, or with the size that is meant. */
const ENSURES =
  /(?<!\p{L})(?:bảo đảm|đảm bảo|theo hướng|với(?= quy mô)|(?:(?:trung bình|bình quân) )?(?:mỗi|hằng|hàng) năm(?= \p{L}))\s*/giu;

/** The words before a figure that name it; none where what is counted stands behind it ("…, 100% trạm y tế"). */
export function subjectOf(text: string, lead: Place, times: readonly Place[], { hasObject, isBare }: Counted): Subject {
  const stripped = (place: Place): Place => withoutTrail(text, withoutLead(text, place, times), times);
  const said = text.slice(lead.from, lead.to);
  const none: Subject = { name: "", place: { from: lead.to, to: lead.to }, doubtful: false };
  if (hasObject && /[,;]\s*$/.test(said)) return none;
  const aims = [...said.matchAll(AIMS), ...(wordsIn(said) > 10 ? said.matchAll(ENSURES) : [])]
    .filter(({ index }) => !/^[^(]*\)/.test(said.slice(index + 1)))
    .sort((one, other) => one.index - other.index)
    .map(({ index, 0: { length } }) => lead.from + index + length);
  const says = ({ from, to }: Place): boolean => from < to;
  const aim = aims.findLast((at) => hasObject || says(stripped({ from: at, to: lead.to })));
  const part: Place = { from: aim ?? lead.from, to: lead.to };
  let place = stripped(part);
  // "…, Tỷ lệ thanh niên được tư vấn": the last that can only begin a name
  const heads = endsOf(text, place, /[,;:(]\s*/gu);
  const headed = heads.findLast((at) => SURE_HEAD.test(text.slice(withoutLead(text, { from: at, to: place.to }, times).from, place.to)));
  const colon = text.slice(part.from, part.to).lastIndexOf(":");
  if (headed !== undefined) place = withoutLead(text, { from: headed, to: place.to }, times);
  else if (colon > 0) {
    const [first, second] = [stripped({ from: part.from, to: part.from + colon }), stripped({ from: part.from + colon + 1, to: part.to })];
    const [one, other] = [nameFrom(text, first, times), nameFrom(text, second, times)];
    if (other === "" && hasObject && !isBare && !SURE_HEAD.test(one) && !/^điểm(?!\p{L})/iu.test(one)) return none;
    if (SURE_HEAD.test(one) && other !== "" && !SURE_HEAD.test(other) && wordsIn(other) <= 8 && wordsIn(one) <= 16)
      return { name: structured(one, other), place: { from: first.from, to: second.to }, doubtful: false };
    place = other === "" ? first : second;
  }
  const inner = text.slice(place.from, place.to).lastIndexOf(":");
  if (headed === undefined && inner > 0 && wordsIn(text.slice(place.from + inner + 1, place.to)) > 1)
    place = stripped({ from: place.from + inner + 1, to: place.to });
  const name = nameFrom(text, place, times);
  if (wordsIn(name) <= MOST_WORDS) return { name, place, doubtful: wordsIn(name) > LONG };
  // a long sentence: what stands behind its last comma that is long enough
  const commas = endsOf(text, place, /[,(.]\s+/gu);
  const short = commas.find((at) => wordsIn(text.slice(at, place.to)) <= LONG && wordsIn(text.slice(at, place.to)) >= 3);
  const cut = withoutLead(text, { from: short ?? place.from, to: place.to }, times);
  return { name: nameFrom(text, cut, times), place: cut, doubtful: true };
}

/** Where matches end in a piece of a text. */
const endsOf = (text: string, { from, to }: Place, pattern: RegExp): readonly number[] =>
  [...text.slice(from, to).matchAll(pattern)].map(({ index, 0: { length } }) => from + index + length);

const NO_OBJECT = /^(?:so với|nhưng|hoặc|còn|trong đó)(?!\p{L})/iu;
const NO_OBJECT_AFTER = /^(?:so với|và|nhưng|hoặc|còn|trong đó)(?!\p{L})/iu;

/** The words behind a figure that say what it counts, up to where the sentence goes on to something else. */
export function objectOf(text: string, { tail }: Clause, times: readonly Place[], isBehind: boolean): Place {
  const said = text.slice(tail.from, tail.to);
  const end = GOES_ON.exec(said)?.index ?? said.length;
  let to = tail.from + end;
  const note = /\((?=[^)]*\d)/.exec(text.slice(tail.from, to));
  if (note !== null) to = tail.from + note.index;
  const place = withoutTrail(text, { from: tail.from + (/^[\s,.]*/.exec(said)?.[0].length ?? 0), to: Math.max(to, tail.from) }, times);
  if (place.from >= place.to) return { from: tail.from, to: tail.from };
  const object = text.slice(place.from, place.to);
  const listGoesOn = isBehind && /^\s*,\s*\p{Ll}/u.test(said) && /(?<!\p{L})(?:được|có|đạt)(?!\p{L})/iu.test(object);
  if ((/^\s*[,;:]/.test(said) && !listGoesOn) || (isBehind ? NO_OBJECT : NO_OBJECT_AFTER).test(object))
    return { from: tail.from, to: tail.from };
  if (wordsIn(object) <= MOST_WORDS) return place;
  // what is said of a long subject belongs to it
  const predicate = /(?<!\p{L})(?:được|đạt)(?!\p{L})[^,;]{8,}?(?=,|$)/iu.exec(object);
  if (predicate !== null && wordsIn(object.slice(0, predicate.index)) <= 50)
    return { from: place.from, to: place.from + predicate.index + predicate[0].length };
  const commas = [...text.slice(place.from, place.to).matchAll(/(?<!phòng),\s/giu)].map(({ index }) => place.from + index);
  const cut = commas.findLast((at) => wordsIn(text.slice(place.from, at)) <= MOST_WORDS - 4 && wordsIn(text.slice(place.from, at)) >= 4);
  return { from: place.from, to: cut ?? place.to };
}

/** Nothing but words of aiming stands between the last sign and the figure, so that its noun stands behind it. */
export function endsOpen(text: string, lead: Place, times: readonly Place[]): boolean {
  const sign = Math.max(...[",", ";", ":", "."].map((each) => text.lastIndexOf(each, lead.to - 1)), lead.from - 1);
  const { from, to } = withoutLead(text, { from: sign + 1, to: lead.to }, times);
  return from >= to;
}

/** "giảm 1 điểm phần trăm tỷ lệ hộ nghèo": what is measured stands behind. */
export const NO_SUBJECT: Subject = { name: "", place: { from: 0, to: 0 }, doubtful: false };
