import { upperFirst } from "../../base";
import { cleanOffice, deedAt, leadOf, startsWithOffice } from "./offices";

/** What a sentence tells somebody to do. */
export interface Deed {
  readonly name: string;
  /** Null where the sentence does not say it itself. */
  readonly lead: string | null;
  readonly cooperating: string | null;
  readonly time: string | null;
}

const WITH = /^(?:(?:làm\s)?(?:chủ trì|đầu mối)[,;]?\s*(?:và\s)?)?(?:chủ động\s|tích cực\s)?phối hợp\s?(?:chặt chẽ\s?)?(?:với|cùng)?\s/iu;
const LEADS = /^(?:có trách nhiệm|có nhiệm vụ|chịu trách nhiệm|chủ trì(?:,| và)?(?=\s(?:tham mưu|xây dựng|tổ chức|triển khai|hướng dẫn|rà soát|theo dõi|thẩm định))),?\s*/iu;
/** "Phối hợp với A, B để …", "… trong việc …". */
const PURPOSE = /(?<=[\s,])(?:để|nhằm|trong việc|trong công tác)\s|:\s/u;

const WHEN = String.raw`(?:ngày\s\d{1,2}(?:[/.-]\d{1,2}(?:[/.-]\d{4})?|\stháng\s\d{1,2}(?:\snăm\s\d{4})?)?(?:\s(?:hằng|hàng)\s(?:tháng|quý|năm))?|` +
  String.raw`quý\s(?:[IVX]{1,3}|\d)(?:\s?[/-]\s?\d{4}|\snăm\s\d{4})?|tháng\s\d{1,2}(?:\s?[/-]\s?\d{4}|\snăm\s\d{4})?|năm\s\d{4}|\d{1,2}/\d{4})`;
const TIMES: readonly RegExp[] = [
  new RegExp(String.raw`hoàn thành(?:\sxong)?\s(?:trong|trước|vào|chậm nhất)?\s?(?:hết\s|cuối\s)?${WHEN}`, "iu"),
  new RegExp(String.raw`(?:định kỳ\s)?(?:trước|chậm nhất|xong trước|muộn nhất)\s(?:trước\s|vào\s|là\s)?${WHEN}`, "iu"),
  new RegExp(String.raw`(?:trong|đến hết|hết)\s(?:quý|tháng)\s(?:[IVX]{1,3}|\d{1,2})(?:\s?[/-]\s?\d{4}|\snăm\s\d{4})?`, "iu"),
  /định kỳ\s(?:(?:hằng|hàng|mỗi)\s(?:năm|quý|tháng|tuần)(?:(?:,|\svà)\s\d\s(?:năm|tháng))?|\d{1,2}\stháng(?:\/lần)?)/iu,
  /(?<!\p{L})(?:hằng|hàng) (?:năm|quý|tháng|tuần)(?!\p{L})/iu,
  /(?<!\p{L})(?:thường xuyên|định kỳ)(?!\p{L})/iu,
];

/** By when it is to be finished; null where the text does not say. */
export const endIn = (text: string): string | null => firstOf(TIMES.slice(0, 3), text);

/** When something is to be done, in the words of the sentence; null where it does not say. */
export const timeIn = (text: string): string | null => firstOf(TIMES, text);

function firstOf(patterns: readonly RegExp[], text: string): string | null {
  for (const pattern of patterns) {
    const said = pattern.exec(text)?.[0].trim();
    if (said !== undefined) return upperFirst(said);
  }
  return null;
}

/** What a sentence says is to be done, by whom, with whom and when. */
export function deedOf(sentence: string): Deed {
  const said = leadOf(sentence);
  const cooperation = cooperationIn(said?.rest ?? sentence);
  return { name: nameOf(cooperation.rest), lead: said?.lead ?? null, cooperating: cooperation.offices, time: timeIn(sentence) };
}

const PASSING_ON =
  /^(?:chủ trì|tham mưu|giúp|trình|thực hiện|triển khai|tổ chức|hoàn thành|xem xét|phê duyệt|ban hành|quyết định|theo quy định|cho|và)(?!\p{L})[\s,]*/iu;
const THIS = /^(?:(?:các\s)?(?:nội dung|nhiệm vụ|công việc|việc|đề án|dự án)\s(?:này|trên|nêu trên))[\s,]*/iu;

/** Whether words say only that something is carried out or put before somebody ("tham mưu, trình UBND huyện"), and not what. */
export function saysNoWork(name: string): boolean {
  let rest = name;
  for (let before = ""; rest !== before; ) {
    before = rest;
    rest = rest.replace(PASSING_ON, "").replace(THIS, "");
    if (startsWithOffice(rest)) rest = rest.slice(deedAt(rest) ?? rest.length);
  }
  return rest === "";
}

/** A name without the end of its time, told beside it; "hằng năm" may be of the work ("chương trình công tác hằng năm"). */
export function withoutTime(name: string, time: string | null): string {
  if (time === null || endIn(time) === null || !name.toLowerCase().endsWith(time.toLowerCase())) return name;
  const bare = name.slice(0, -time.length).replace(/[\s,;:(–-]+$/u, "");
  return bare.length < LEAST_NAME ? name : bare;
}

const LEAST_NAME = 8;

function cooperationIn(text: string): { readonly offices: string | null; readonly rest: string } {
  const bare = text.replace(LEADS, "");
  const start = WITH.exec(bare)?.[0];
  if (start === undefined) return { offices: null, rest: bare };
  const rest = bare.slice(start.length);
  const purpose = PURPOSE.exec(rest.slice(0, LONGEST));
  const deed = deedAt(rest.slice(0, LONGEST));
  if (purpose && (deed === null || purpose.index < deed)) {
    return { offices: cleanOffice(rest.slice(0, purpose.index)) || null, rest: rest.slice(purpose.index + purpose[0].length) };
  }
  if (deed === null) return { offices: null, rest: bare };
  return { offices: deed === 0 ? null : cleanOffice(rest.slice(0, deed)) || null, rest: rest.slice(deed) };
}

const LONGEST = 400;
const LONGEST_NAME = 500;

function nameOf(text: string): string {
  const bare = text.replace(/\s+/gu, " ").replace(/^(?:để|và|trong việc|nhằm|việc)\s|^[\s,;:–-]+/u, "").replace(/[\s,;:.]+$/u, "");
  const short = bare.length > LONGEST_NAME ? bare.slice(0, LONGEST_NAME).replace(/[,;][^,;]*$/u, "") : bare;
  return upperFirst(short);
}
