import { originOf, tracedPiece, type Traced } from "../../base";
import { readMeasures, readTarget, type Direction } from "../../quantity";
import type { Paragraph } from "../document/document";
import { headingWords } from "../document/outline";
import { sentencesOf } from "../document/sentences";
import type { Doubt } from "../draft";
import { isMoneyUnit } from "../money-or-measure";
import type { Found } from "./fact";
import { masked } from "./masked";
import { isReport, saysPast } from "./refuse";
import { settingOf, type PlanTime } from "./setting";
import { lowered, SURE_HEAD, tidy, wordsIn, type Place } from "./words";
import { yearsFor } from "./years-of";

const RATE = String.raw`tỷ lệ|tỉ lệ|tỷ số|tỉ số|tỷ suất|tỉ suất|tỷ trọng|số|mức|quy mô|thứ hạng|chỉ số|diện tích|sản lượng|tuổi thọ|thu nhập|tốc độ|xu hướng`;
/** What a state to be reached or kept begins with, and which way it goes; the verb is no part of its name. */
const VERBS: readonly (readonly [Direction | null, RegExp])[] = [
  ["up", /^(?:duy trì|giữ vững)(?:,| và) (?:nâng cao|mở rộng|phát triển)(?: chất lượng| kết quả)?(?!\p{L})/iu],
  ["equal", /^(?:duy trì|giữ vững|giữ ổn định)(?: vững chắc| ổn định)?(?!\p{L})/iu],
  ["down", /^(?:(?:về )?cơ bản )?(?:chấm dứt|loại trừ|thanh toán|xóa|xoá|không còn|không để(?: xảy ra| phát sinh| xuất hiện)?|không phát sinh|không xảy ra)(?!\p{L})/iu],
  ["down", new RegExp(String.raw`^(?:giảm|hạ|kh[ốô]ng chế|kiềm chế|giảm thiểu)(?: nhanh| dần| mạnh)?(?= (?:${RATE})(?!\p{L}))`, "iu")],
  ["up", new RegExp(String.raw`^(?:tăng|nâng cao|nâng|cải thiện)(?: nhanh| dần| mạnh)?(?= (?:${RATE})(?!\p{L}))`, "iu")],
  ["equal", new RegExp(String.raw`^(?:bảo đảm|đảm bảo)(?= (?:${RATE})(?!\p{L})[^,;]*(?:ổn định|hợp lý))`, "iu")],
  ["up", /^(?:(?:về )?cơ bản )?(?:phổ cập|hoàn thành)(?!\p{L})/iu],
];
/** What is reached as a whole, with or without who reaches it before it: its words are its name. */
const STATES = /^(?:(?:\p{L}+ ){1,8})?(?:trở thành|thuộc nhóm|(?:đứng|nằm|lọt|vào)(?: vào)?(?: trong)? (?:nhóm|tốp|top)|đứng thứ|được công nhận|đạt (?:chuẩn|tiêu chuẩn|danh hiệu|tiêu chí|mức sinh))(?!\p{L})/iu;
/** Words of the way to it, which say nothing of what is reached. */
const AIMING = /^(?:ph[ấầâẩ]n đ[ấầâ]u|quyết tâm|cố gắng|tiếp tục|từng bước|hướng tới|tiến tới|để|và|sẽ|sớm|đến hết|toàn (?:tỉnh|huyện|xã|thành phố|ngành))[\s,:]+/iu;
/** Where a clause is whole already: what it goes by, what it is for. */
const ASIDE = / (?:theo|quy định tại|tại|ban hành kèm theo) (?:các )?(?:Quyết định|Nghị quyết|Nghị định|Thông tư|Kế hoạch|Chỉ thị|Kết luận|Luật|quy định)(?!\p{L})|,? (?:góp phần|nhằm|(?<!không )để|qua đó|đáp ứng|trên cơ sở|ứng phó)(?!\p{L})|\s\(/iu;
/** Where, behind a comma, another goal begins. */
const NEXT =
  /, (?=(?:duy trì|giữ vững|kh[ốô]ng chế|giảm|tăng|nâng cao|nâng|đẩy mạnh|xây dựng|phát triển|hoàn thành|đạt|không để|bảo đảm|đảm bảo)(?!\p{L}))/iu;
/** Headings under which words are wishes or work. */
const NO_TARGETS = /(?:mục tiêu|chỉ tiêu) (?:chung|tổng quát|bao trùm)|nhiệm vụ|giải pháp|quan điểm|mục đích|yêu cầu|nội dung|ý nghĩa/iu;
/** "các xã đã đạt chuẩn": what is kept has been reached. */
const KEPT = /((?:các|những) (?:\p{L}+ ){1,4})đã (?=đạt|được|có)/giu;
const LONGEST = 160;
const SHORTEST = 3;
/** Of longer ones nothing is a line of a table. */
const LONGEST_ITEM = 3000;

/** A goal that an item of a list says in words, without a figure that could be held against anything. */
export interface WordsGoal {
  readonly paragraph: Paragraph;
  readonly found: Found;
}

/**
 * The goals in words of an item of a list of targets, in its order; none of an item that heads others, of general aims, of results and of
 * money. "Tất cả các xã có bác sĩ" is 100 %. All are to be asked whether they are targets; the list that they stand in may say so.
 */
export function wordsGoalsIn(paragraph: Paragraph, whole: string, time: PlanTime): readonly WordsGoal[] {
  const { marker, section, parent, isHeading, text } = paragraph;
  if (section.kind !== "target" || marker === null || isHeading || text.text.length > LONGEST_ITEM || /[:?]\s*$/.test(text.text)) return [];
  const above = [section.heading, parent].map((each) => (each === null ? "" : headingWords(each.text.text)));
  if (above.some((words) => NO_TARGETS.test(words)) || saysPast(text.text.replace(KEPT, "$1")) || isReport(text.text)) return [];
  const { measures, years } = readMeasures(masked(text.text));
  if (measures.some(({ target }) => isMoneyUnit(target.unit))) return [];
  const setting = settingOf(paragraph);
  const times = years.map(({ span: [from, to] }): Place => ({ from, to }));
  let at = 0;
  return sentencesOf(text).flatMap((sentence) => {
    const from = text.text.indexOf(sentence.text, at);
    at = from + sentence.text.length;
    const goal = goalOf(text, { from, to: at }, times);
    if (goal === null) return [];
    const own = years.filter(({ span }) => span[0] >= from && span[1] <= goal.place.to);
    const [year] = yearsFor({ lead: { from, to: goal.place.to }, tail: { from: at, to: at } }, own, [], setting, time).slice(-1);
    const doubts: Doubt[] = ["kind", ...(year?.year == null || year.by === "guess" ? (["year"] as const) : [])];
    const span = originOf(text, goal.place.from, goal.place.to);
    const found: Found = {
      evidence: whole.slice(...span),
      span,
      sure: false,
      doubts,
      name: goal.name,
      year: year?.year ?? null,
      from: null,
      comparator: goal.isAll ? "=" : null,
      value: goal.isAll ? 100 : null,
      value2: null,
      baseline: null,
      unit: goal.isAll ? "%" : null,
      direction: goal.direction,
      scope: setting.scope,
      text: goal.text,
    };
    return [{ paragraph, found }];
  });
}

interface Goal {
  readonly name: string;
  readonly text: string;
  readonly place: Place;
  readonly direction: Direction | null;
  readonly isAll: boolean;
}

function goalOf(text: Traced, sentence: Place, times: readonly Place[]): Goal | null {
  const place = clauseOf(text.text, begun(text.text, sentence, times));
  if (place === null) return null;
  const words = tracedPiece(text, place.from, place.to).text;
  const all = /^(?:tất cả|toàn bộ|mọi)(?!\p{L})/iu.exec(words);
  const target = all === null ? null : readTarget(words, { unit: "%" });
  if (target?.kind === "target" && target.target.value === 100) {
    const things = words.replace(/^(?:tất cả|toàn bộ|mọi)(?: (?:các|những|số|mọi))? /iu, "").replace(/ đều (?=\p{L})/iu, " ");
    return { name: tidy(`Tỷ lệ ${lowered(things)}`), text: words, place, direction: "up", isAll: true };
  }
  for (const [direction, verb] of VERBS) {
    const length = verb.exec(words)?.[0].length;
    if (length !== undefined) return { name: nameIn(words, length), text: words, place, direction, isAll: false };
  }
  return STATES.test(words) ? { name: nameIn(words, 0), text: words, place, direction: "up", isAll: false } : null;
}

/** Where the words of a goal begin: behind "Về xã hội:", times and words of aiming. */
function begun(text: string, { from, to }: Place, times: readonly Place[]): Place {
  const colon = text.slice(from, to).indexOf(":");
  let begin = colon > 0 && colon < 60 ? from + colon + 1 : from;
  for (;;) {
    const time = times.find((each) => each.from <= begin + 1 && each.to > begin);
    const rest = text.slice(begin, to);
    const length = time === undefined ? ((/^[\s,;+*-]+/.exec(rest) ?? AIMING.exec(rest))?.[0].length ?? 0) : time.to - begin;
    if (length === 0 || begin >= to) return { from: Math.min(begin, to), to };
    begin += length;
  }
}

/** The first of a sentence that is whole; null where that is too long or too short to stand in a table. */
function clauseOf(text: string, { from, to }: Place): Place | null {
  const said = text.slice(from, to).replace(/[\s.;,]+$/, "");
  const aside = ASIDE.exec(said)?.index ?? said.length;
  const head = said.slice(0, aside);
  const next = NEXT.exec(head);
  const cut = head.slice(0, next !== null && wordsIn(head.slice(0, next.index)) >= SHORTEST ? next.index : head.length);
  const whole = cut.length <= LONGEST ? cut : cut.slice(0, Math.max(0, cut.lastIndexOf(", ", LONGEST)));
  return wordsIn(whole) >= SHORTEST ? { from, to: from + whole.length } : null;
}

/** What is reached, without the verb of reaching it; with it where too little would be left. */
function nameIn(words: string, verb: number): string {
  const rest = words.slice(verb).replace(/^\s*(?:việc |kết quả |các |những |tình trạng )*/iu, "");
  const first = rest.replace(/ và (?:loại trừ|chấm dứt|thanh toán|xóa|giảm|tăng|nâng)(?!\p{L}).*$/iu, "");
  const thing = first.replace(/^((?:\p{L}+ ){1,4})đã (?=đạt|được|có)/iu, "$1").replace(/ (?:xảy ra|phát sinh)(?: trên địa bàn.*)?$/iu, "")
    .replace(/ (?:ở mức|về mức) (?:ổn định|hợp lý|thấp|cao|cân bằng tự nhiên)$/iu, "");
  return tidy(wordsIn(thing) < 2 && !SURE_HEAD.test(thing) ? words : thing);
}

/** In a list most of whose other items are targets in figures, words are a target for certain. */
export function withLists(goals: readonly WordsGoal[], figured: readonly Paragraph[], items: readonly Paragraph[]): readonly Found[] {
  if (goals.length === 0) return [];
  const [all, told] = [countsOf(items), countsOf(figured)];
  return goals.map(({ paragraph, found }) => {
    const count = told(paragraph);
    if (count < 2 || 2 * count < all(paragraph) - 1) return found;
    const doubts = found.doubts.filter((doubt) => doubt !== "kind");
    return { ...found, doubts, sure: doubts.length === 0 };
  });
}

/** How many paragraphs stand in the list of one. */
function countsOf(paragraphs: readonly Paragraph[]): (item: Paragraph) => number {
  const keyOf = ({ parent, marker }: Paragraph): string => `${parent?.index ?? -1} ${marker?.kind ?? ""}`;
  const counts = new Map<string, number>();
  for (const paragraph of paragraphs) counts.set(keyOf(paragraph), (counts.get(keyOf(paragraph)) ?? 0) + 1);
  return (item) => counts.get(keyOf(item)) ?? 0;
}
