import { timeIn } from "./deed";
import { cleanOffice, deedAt, startsWithOffice } from "./offices";

/** Who is responsible for what stands before. */
export interface Responsibility {
  readonly lead: string | null;
  readonly cooperating: string | null;
  readonly time: string | null;
}

const LEAD = /(?:cơ quan|đơn vị)?\s?(?:chủ trì|phụ trách)(?: thực hiện)?\s*:\s*(?<who>[^;.\n()]+)/iu;
const COOPERATING = /(?:cơ quan|đơn vị)?\s?phối hợp(?: thực hiện)?\s*:\s*(?<who>[^;.\n()]+)/iu;
const TIME = /(?:thời gian|thời hạn|tiến độ)(?: (?:thực hiện|hoàn thành))?\s*:\s*(?<when>[^;.\n()]+)/iu;
const FIRST = /(?:[(–-]\s*)?(?:(?:cơ quan|đơn vị)\s)?(?:chủ trì|phụ trách)(?: thực hiện)?\s*:/iu;
/** "(Sở Tài chính chủ trì, phối hợp với …; hoàn thành trong quý II/2024)" behind a task. */
const IN_BRACKETS = /\((?<said>[^()]{5,300})\)[\s.;]*$/u;
const NOTE = new RegExp(
  String.raw`^(?<who>.{3,260}?)\s(?:hướng dẫn(?<led>\s.{3,160}?)\s)?` +
    String.raw`(?:lãnh đạo,?\s|chỉ đạo,?\s|chủ trì,?\s|chịu trách nhiệm\s|phối hợp\s)*(?:tổ chức\s)?(?:triển khai thực hiện|thực hiện|triển khai)(?<rest>[^.]{0,120})\.?$`,
  "u",
);
const ONLY_WHEN =
  /^[\s,;]*(?:thường xuyên|hằng năm|hàng năm|theo quy định|(?:nội dung|nhiệm vụ) (?:này|trên)|[,;]|trong|trước|hoàn thành|$)/iu;
const LONGEST_NOTE = 400;

/** "Cơ quan chủ trì: …; phối hợp: …; thời gian: …" or a bracket that says it, behind the words of a task in one paragraph. */
export function responsibilityIn(text: string): { readonly from: number; readonly said: Responsibility } | null {
  const first = FIRST.exec(text);
  if (first && first.index >= LEAST) return { from: first.index, said: labelled(text.slice(first.index)) };
  const bracket = IN_BRACKETS.exec(text);
  const said = bracket?.groups?.said ?? "";
  if (bracket && bracket.index >= LEAST && /chủ trì|phụ trách/iu.test(said)) return { from: bracket.index, said: bracketed(said) };
  return null;
}

const LEAST = 15;

function labelled(text: string): Responsibility {
  const office = (pattern: RegExp): string | null => cleanOffice(pattern.exec(text)?.groups?.who ?? "") || null;
  const when = TIME.exec(text)?.groups?.when?.trim() ?? null;
  return { lead: office(LEAD), cooperating: office(COOPERATING), time: when ?? timeIn(text) };
}

function bracketed(said: string): Responsibility {
  if (/chủ trì\s*:/iu.test(said)) return labelled(said);
  const at = /(?:làm\s)?(?:chủ trì|phụ trách)/iu.exec(said)?.index ?? 0;
  const rest = said.slice(at);
  const others = /phối hợp(?: với| cùng)?\s(?<who>[^;.]+)/iu.exec(rest)?.groups?.who ?? "";
  const end = deedAt(others);
  const cooperating = cleanOffice(end === null ? others : others.slice(0, end)) || null;
  return { lead: cleanOffice(said.slice(0, at)) || null, cooperating, time: timeIn(said) };
}

/**
 * A paragraph that says nothing but who is responsible for the items before it: "Các huyện ủy, thành ủy triển khai thực hiện thường
 * xuyên.", "Cơ quan chủ trì: …". Null for any other.
 */
export function responsibilityNote(text: string): (Responsibility & { readonly isLabelled: boolean }) | null {
  if (text.length > LONGEST_NOTE) return null;
  const first = FIRST.exec(text);
  if (first && first.index < 3) return { ...labelled(text), isLabelled: true };
  const { who = "", led, rest = "" } = NOTE.exec(text.replace(/^[\s*]+/u, ""))?.groups ?? {};
  if (who === "" || !startsWithOffice(who) || deedAt(who) !== null) return null;
  // what is carried out is said: a task of its own
  if (!ONLY_WHEN.test(rest)) return null;
  const cooperating = led === undefined ? null : cleanOffice(led) || null;
  return { isLabelled: false, lead: cleanOffice(who), cooperating, time: timeIn(text) };
}
