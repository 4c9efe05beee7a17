import type { Clause } from "./clauses";
import { countedWords, isShare, perWords } from "./unit-words";
import { endsOpen, NO_SUBJECT, objectOf, subjectOf, type Subject } from "./subject";
import { HEAD, lowered, nameFrom, SURE_HEAD, tidy, withoutLoose, wordsIn, type Place } from "./words";

/** How a figure is named: by words before it, by words on both sides, by words behind it, as the one before it. */
export interface Named {
  readonly name: string;
  readonly style: "before" | "around" | "behind" | "same";
  /** What its like is named by, where its own noun is gone: "Thu gom, xử lý" of "Thu gom, xử lý chất thải đô thị". */
  readonly stem: string;
  /** The words of the text that the name was taken from, its figure among them. */
  readonly place: Place;
  /** Something of it was guessed. */
  readonly doubtful: boolean;
}

const COPULA = /^(?:đạt|là|còn|ở|bằng|chiếm|xuống|lên|giảm còn|tăng lên|giảm xuống|bảo đảm|đảm bảo|phải đạt|ước|dự kiến|giữ|duy trì|gấp|tăng|giảm|tương đương|ph[ấầâẩ]n đ[ấầâ]u)(?!\p{L})/iu;
const HAS = /^(?:phải |đều )?có(?!\p{L})/iu;
const PREPOSITION = /(?<!\p{L})(?:cho|tại|ở|đến|với|của|trong|về|từ|thuộc|vào|trên|tới|được|tại các|cho các)$/iu;
const EACH = /^(?:mỗi|từng)\s+(?=\p{L})/iu;
/** What an organisation is held to, behind the figure: "đạt 42% danh mục kỹ thuật". */
const OBJECT = /^(?:các |số |tổng số )?(?:danh mục|dịch vụ|thủ tục|văn bản|hồ sơ|kỹ thuật|hạng mục)(?!\p{L})/iu;
const PREDICATE = /(?<!\p{L})(?:được|có|đạt|thực hiện|triển khai|bảo đảm|đảm bảo|đủ|hoàn thành|tham gia|sử dụng|thoát|tổ chức|áp dụng|kết nối|bị|không|biết|duy trì|cung cấp|đáp ứng|tiếp cận|huy động|kê khai|công bố|đi học|ra lớp|đến trường)(?!\p{L})/iu;
/** Verbs that what is to be done begins with. */
const ACTION = /^(?:bổ sung|xây dựng|nâng cấp|hỗ trợ|đào tạo|tổ chức|triển khai|thực hiện|bố trí|cấp|dành|giải quyết|tạo|trồng|sửa chữa|cải tạo|phủ|lắp đặt|phát triển|thành lập|cử|tuyển|mở|hoàn thành|trang bị|giảm|tăng|đầu tư|kiên cố|cứng hóa|cứng hoá|trợ giúp|tuyên truyền|khám|kết nạp|xử lý|thu gom|di dời|xóa|xoá|xây mới|xây|cải tạo|thu hút|huy động|sửa chữa|bồi dưỡng|tập huấn|mua sắm|nhân rộng|kiên cố hóa|kiên cố hoá|chuyển đổi|số hóa|số hoá|tư vấn|cho vay|cung cấp|vận động|tiếp nhận|sàng lọc|ban hành|công nhận|đưa)(?!\p{L})/iu;

/** The clause before in the paragraph, and how it is named. */
export interface Previous {
  readonly named: Named;
  readonly clause: Clause;
}

/** The name of a clause; `previous` is the one before in its paragraph, in the same sentence or another. */
export function nameOf(text: string, clause: Clause, times: readonly Place[], previous: Previous | null, inSentence: boolean): Named {
  const { measure, lead } = clause;
  const isBehind = endsOpen(text, lead, times);
  const behind = objectOf(text, clause, times, isBehind);
  const words = countedWords(text.slice(...measure.span));
  const share = isShare(measure.target.unit);
  const object = text.slice(behind.from, behind.to);
  const hasObject = share ? object !== "" : words !== "" || object !== "";
  const isCounted = share && measure.growth !== 0 && SURE_HEAD.test(object);
  const isBare = !share && object === "" && BARE.test(`số ${words}`);
  const subject = isCounted ? NO_SUBJECT : subjectOf(text, lead, times, { hasObject, isBare });
  const figure: Place = { from: measure.whole[0], to: measure.whole[1] };
  const place = (...parts: readonly Place[]): Place => ({
    from: Math.min(figure.from, ...parts.map(({ from }) => from)),
    to: Math.max(figure.to, ...parts.map(({ to }) => to)),
  });
  const asked: Asked = { text, clause, times, previous, inSentence, words, object, behind, share };
  if (subject.name === "") return { ...nameBehind(asked), place: object === "" ? place() : place(behind) };
  const around = nameAround(asked, subject.name);
  if (around !== null) return { ...around, style: "around", place: place(subject.place, behind) };
  return { ...nameBefore(asked, subject), style: "before", place: place(subject.place) };
}

interface Asked {
  readonly text: string;
  readonly clause: Clause;
  readonly times: readonly Place[];
  readonly previous: Previous | null;
  readonly inSentence: boolean;
  /** What is counted, without its number; "" for shares and mere units. */
  readonly words: string;
  /** The words behind the figure, and their place. */
  readonly object: string;
  readonly behind: Place;
  readonly share: boolean;
}

/** "100% trạm y tế có bác sĩ", "12 bác sĩ"; a figure without words of its own is named as the one before it. */
function nameBehind({ text, clause, times, previous, inSentence, words, object, behind, share }: Asked): Omit<Named, "place"> {
  const { measure } = clause;
  const counted = words === "" || share ? "" : `số ${words}`;
  const before = previous?.named;
  const about = measure.role === "rank" ? /(?<!\p{L})về\s+(.+)$/iu.exec(object)?.[1] : undefined;
  if (about !== undefined) return { name: tidy(`Thứ hạng về ${about}`), style: "behind", stem: "", doubtful: true };
  // "thuộc nhóm 15 tỉnh dẫn đầu"
  const ranked = measure.role === "rank" ? RANKED.exec(words)?.[0] : undefined;
  if (ranked !== undefined) return { name: `Thứ hạng của ${ranked}`, style: "behind", stem: "", doubtful: true };
  if (counted === "" && object === "") {
    if (before === undefined) return { name: "", style: "same", stem: "", doubtful: true };
    // "tăng bình quân 12%/năm, đến năm 2030 đạt 25.000 tỷ đồng": the sum is not the growth
    const isOther = previous !== null && isShare(previous.clause.measure.target.unit) !== share;
    const name = isOther ? before.name.replace(/ (?:giảm|tăng)(?: bình quân| trung bình)?$/iu, "") : before.name;
    return { ...before, name, style: "same", doubtful: before.doubtful || !inSentence };
  }
  const noun = nameFrom(text, behind, times);
  const plain = share ? plainNoun(noun, measure.growth !== 0) : noun;
  if (before !== undefined && share && /^(?:có|được|đạt|hoàn thành|tham gia|sử dụng|đủ)(?!\p{L})/iu.test(plain)) {
    // "98% dân số dùng nước hợp vệ sinh, trong đó 60% được dùng nước sạch"
    const at = PREDICATE.exec(before.name)?.index ?? before.name.length;
    const whose = before.style === "before" && at === before.name.length ? "" : before.name.slice(0, at).trim();
    return { name: tidy(`${whose} ${whose === "" ? plain : lowered(plain)}`), style: "behind", stem: "", doubtful: true };
  }
  const isLike = previous !== null && isShare(previous.clause.measure.target.unit) === share;
  // "20 phút ở đô thị, 40 phút ở nông thôn"
  if (before !== undefined && counted === "" && /^(?:ở|tại|đối với)(?!\p{L})/iu.test(plain) && inSentence)
    return { name: tidy(`${before.name} ${lowered(plain)}`), style: "behind", stem: "", doubtful: true };
  const mayGoOn = isLike && !PREDICATE.test(object) && !HAS.test(text.slice(...measure.whole));
  const goesOn = mayGoOn && before !== undefined && before.style !== "before" && before.stem !== "";
  const stem = goesOn && wordsIn(words || object) <= 12 ? before.stem : "";
  // "100.000 hộ nghèo, hộ cận nghèo được hỗ trợ"
  const joint = counted !== "" && /^\s*,/.test(text.slice(clause.tail.from, behind.from + 1)) ? `${counted},` : counted;
  const parts = stem === "" ? [joint, counted === "" ? plain : lowered(plain), perWords(measure)] : [stem, words, lowered(plain)];
  const name = tidy(parts.filter((part) => part !== "").join(" "));
  const isBare = stem !== "" && !share ? true : share ? !PREDICATE.test(name) && wordsIn(name) < 12 : BARE.test(name);
  const doubtful = wordsIn(name) < 2 || isBare || /^(?:có|được|đã|phải|theo|từ|của|tại|ở|trong|với|cho)(?!\p{L})/iu.test(name);
  return { name, style: "behind", stem, doubtful: doubtful && !SURE_HEAD.test(plain) };
}

const RANKED = /^(?:tỉnh|thành phố|địa phương|huyện|xã|phường|trường|bệnh viện)(?!\p{L})/iu;
/** Counts of people of whom nothing else is said. */
const BARE = /^số (?:lượt|người|trẻ|việc làm|em|cháu|hộ|hộ nghèo|cán bộ|học sinh|lao động|ca|trường hợp|đối tượng)(?: người| khách| lao động)?$/iu;

/** Names that take words from both sides of the figure; null where the words before it are enough. */
function nameAround(asked: Asked, subject: string): Omit<Named, "place" | "style"> | null {
  const { text, clause, times, words, object, behind, share } = asked;
  const { measure, lead } = clause;
  const said = text.slice(...measure.whole);
  if (/^(?:tỷ|tỉ) lệ$/iu.test(subject) && object !== "")
    return { name: tidy(`${subject} ${lowered(plainNoun(nameFrom(text, behind, times), false))}`), stem: "", doubtful: false };
  if (measure.role === "rank") {
    const about = /(?<!\p{L})về\s+(.+)$/iu.exec(object)?.[1];
    return { name: tidy(`Thứ hạng ${about === undefined ? lowered(subject) : `về ${about}`}`), stem: "", doubtful: true };
  }
  const isOf = (EACH.test(subject) || (HAS.test(said) && !HEAD.test(subject))) && words !== "" && !share;
  if (isOf) return { name: tidy(`Số ${words} ${lowered(object)} của ${lowered(subject)}`), stem: "", doubtful: wordsIn(subject) > 12 };
  if (share && /^tổng(?!\p{L})/iu.test(object)) return { name: tidy(`${subject} trong ${object}`), stem: "", doubtful: false };
  const direct = !COPULA.test(said) && !/[:]\s*$/.test(text.slice(lead.from, lead.to));
  if (share && OBJECT.test(object) && !SURE_HEAD.test(subject)) {
    const name = direct ? `${subject} ${lowered(object)}` : `${tidy(object)} của ${lowered(subject)}`;
    return { name: tidy(name), stem: direct ? subject : "", doubtful: false };
  }
  const isAverage = /(?<!\p{L})(?:bình quân|trung bình)$/iu.test(subject) && object === "";
  const isObject = direct && !isAverage && !SURE_HEAD.test(subject) && (share ? object !== "" : words !== "" || object !== "");
  if (!isObject && !(PREPOSITION.test(subject) && (words !== "" || object !== ""))) return null;
  const acts = actionIn(subject);
  const what = lowered(share ? plainNoun(nameFrom(text, behind, times), false) : nameFrom(text, behind, times));
  const counted = withoutLoose(`${words} ${what}`.trim());
  // "xây dựng 36 cầu", "đào tạo nghề cho 500 lao động": how many of them are built, are trained
  if (!share && words !== "" && ACTION.test(acts) && wordsIn(acts) <= 16 && wordsIn(counted) <= 8)
    return { name: tidy(`Số ${counted} được ${lowered(acts.replace(/ cho(?: các)?$/iu, ""))}`), stem: acts, doubtful: acts.includes(',') };
  // "bổ sung nhân viên y tế cho 100% thôn": how many of them are given it
  const gives = / (?:cho|đến|tới)(?: các| những)?$/iu.exec(acts);
  if (share && gives !== null && ACTION.test(acts) && wordsIn(what) <= 14)
    return { name: tidy(`${what} được ${lowered(acts.slice(0, gives.index))}`), stem: acts, doubtful: wordsIn(acts) > 14 };
  const given = /^dành (.+?) cho (.+)$/iu.exec(`${acts} ${what}`);
  if (share && given !== null) return { name: tidy(`${given[1] ?? ""} dành cho ${given[2] ?? ""}`), stem: "", doubtful: false };
  return { name: tidy(`${acts} ${share ? "" : words} ${what}`), stem: acts, doubtful: wordsIn(acts) > 12 };
}

const AVERAGE = /^(?:bình quân|trung bình)(?: có| đạt)?$/iu;
/** A speed of nothing is that of what stands before it. */
const BARE_SPEED = /^(?:tốc độ|mức) (?:tăng|giảm)(?: trưởng)?(?: bình quân)?(?: hằng năm| hàng năm)?$/iu;

/** "Tỷ lệ hộ nghèo còn dưới 3%". */
function nameBefore({ text, clause, previous, inSentence, words, object, share }: Asked, subject: Subject): Omit<Named, "place" | "style"> {
  const said = text.slice(...clause.measure.whole);
  const { unit } = clause.measure.target;
  // "bình quân 1,9 giáo viên/lớp"
  if (!share && words !== "" && AVERAGE.test(subject.name))
    return { name: `Số ${words} bình quân${unit?.includes("/") === true ? unit.slice(unit.indexOf("/")) : ""}`, stem: "", doubtful: false };
  const part = previous === null ? null : partOf(subject.name, previous.named.name, clause, previous.clause);
  if (part !== null) {
    const has = /(?<!\p{L})(?:trong đó|riêng) có(?!\p{L})/iu.test(text.slice(clause.lead.from, clause.lead.to));
    const isApart = part.startsWith(`${previous?.named.name ?? ""} - `);
    return { name: tidy(isApart && has ? part.replace(" - ", " có ") : part), stem: "", doubtful: isApart && !has };
  }
  const area = /^(?:diện tích(?: gieo trồng| trồng)?|năng suất(?: bình quân)?) (.+)$/iu.exec(previous?.named.name ?? "")?.[1];
  if (area !== undefined && /^(?:năng suất|sản lượng)(?: bình quân)?$/iu.test(subject.name))
    return { name: tidy(`${subject.name} ${area}`), stem: "", doubtful: false };
  if (inSentence && previous !== null && BARE_SPEED.test(subject.name))
    return { name: tidy(`${subject.name} ${lowered(previous.named.name)}`), stem: "", doubtful: false };
  const whole = share && /^tổng(?!\p{L})/iu.test(object) ? `${subject.name} trong ${object}` : subject.name;
  const rate = /^đạt (?:tỷ|tỉ) lệ/iu.test(said) && !SURE_HEAD.test(whole) ? `Tỷ lệ ${lowered(whole)}` : whole;
  const bare = wordsIn(rate) <= 2 && !SURE_HEAD.test(rate) && share;
  return { name: tidy(rate), stem: "", doubtful: subject.doubtful || bare };
}

/** Of a long list of things to do the last, which the figure belongs to: "…, bổ sung nhân viên y tế bản cho". */
function actionIn(name: string): string {
  if (wordsIn(name) <= 4) return name;
  const commas = [...name.matchAll(/,\s+/gu)].map(({ index, 0: { length } }) => index + length);
  const at = commas.findLast((from) => ACTION.test(name.slice(from)));
  return at === undefined ? name : name.slice(at);
}

/** "số xã" and "các xã" of a share are the communes; how much fewer "số cặp" is said of their number. */
const plainNoun = (name: string, keeps: boolean): string =>
  keeps ? name : tidy(name.replace(/^(?:tổng số|số lượng|số|các|những|toàn bộ)\s+(?=\p{L})(?!lượng|liệu|hóa|hoá)/iu, ""));

const sameKind = (one: Clause, other: Clause): boolean => {
  const [first, second] = [one.measure.target.unit, other.measure.target.unit];
  return first === second || (isShare(first) && isShare(second));
};

/** The name of a part whose figure stands behind that of a whole or of its like: "dưới 1 tuổi" after "Tỷ suất tử vong trẻ dưới 5 tuổi". */
function partOf(subject: string, whole: string, clause: Clause, previous: Clause): string | null {
  if (HEAD.test(subject) || !SURE_HEAD.test(whole) || !sameKind(clause, previous) || wordsIn(subject) > 10) return null;
  const structure = /^Tỷ trọng .+ (trong cơ cấu .+)$/u.exec(whole)?.[1];
  if (structure !== undefined) return `Tỷ trọng ${lowered(subject)} ${structure}`;
  const [own, other] = [keysOf(subject), keysOf(whole)];
  const [first, second] = own;
  const at = other.findIndex((word, index) => index > 0 && word === first && (second === undefined || other[index + 1] === second));
  if (at > 0) return `${whole.split(" ").slice(0, at).join(" ")} ${lowered(subject)}`;
  // "thể nhẹ cân dưới 4,5%, thể thấp còi dưới 6%", "… của người bệnh trên 95%, của nhân viên y tế trên 90%"
  const again = OF.test(subject) ? other.lastIndexOf(first ?? "") : -1;
  if (again > 0 && other.length - again <= own.length + 5) return `${whole.split(" ").slice(0, again).join(" ")} ${lowered(subject)}`;
  if (own.length > 6) return null;
  // "khu công nghiệp", "cụm công nghiệp": alike at their ends
  if (own.length >= 2 && own.length <= 4 && own.at(-1) === other.at(-1) && own.length < other.length - 1)
    return `${whole.split(" ").slice(0, -own.length).join(" ")} ${lowered(subject)}`;
  const ending = /^(.*(?<!\p{L})(?:đối với|của|ở|tại|khu vực|cho|dành cho))\s+[^,]{1,30}$/iu.exec(whole)?.[1];
  if (ending !== undefined && own.length <= 3) return `${ending} ${lowered(subject)}`;
  if (/^(?:có|được|qua|thuộc|do|trực tiếp)(?!\p{L})/iu.test(subject)) return `${whole} ${lowered(subject)}`;
  const head = SURE_HEAD.exec(whole)?.[0];
  if (head === undefined || own.length > (isShare(clause.measure.target.unit) ? 4 : 6)) return null;
  // "Tổng giá trị sản xuất … Trong đó: nông nghiệp 210 tỷ đồng"
  const inner = SURE_HEAD.exec(whole.replace(/^tổng (?:số )?/iu, ""))?.[0];
  if (/^tổng$/iu.test(head) && inner !== undefined) return `${inner} ${lowered(subject)}`;
  return isShare(clause.measure.target.unit) ? `${whole} - ${lowered(subject)}` : `${head} ${lowered(subject)}`;
}

/** What says which of several is meant. */
const OF = /^(?:của|ở|tại|đối với|dành cho|thể|loại|nhóm|hạng|cấp|tuyến|vùng|bậc)(?!\p{L})/iu;

const keysOf = (text: string): readonly string[] => text.toLocaleLowerCase("vi").replace(/\d+/g, "#").split(" ");

/** Gives the first of two nouns that share a predicate that of the second: "92% hộ gia đình, 88% thôn đạt danh hiệu". */
export function withSharedPredicate(first: Named, second: Named, between: string): Named {
  const areLike = first.style === "behind" && second.style === "behind" && !PREDICATE.test(first.name);
  if (!areLike || !/^[^;.]*(?:và|,)\s*$/iu.test(between)) return first;
  const at = PREDICATE.exec(second.name)?.index;
  return at === undefined || at === 0 ? first : { ...first, name: tidy(`${first.name} ${second.name.slice(at)}`), doubtful: false };
}
