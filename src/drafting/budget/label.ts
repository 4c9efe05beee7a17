import { upperFirst } from "../../base";
/** What an amount is called, out of the words around it. */

const EDGE = String.raw`(?<![\p{L}\d])`;
const END = String.raw`(?![\p{L}\d])`;

/** Words that lead to the amount and name nothing: "là khoảng", "với tổng kinh phí", "dự kiến", "số tiền". */
const LEADING_TO = new RegExp(
  String.raw`(?:[\s:;,.=(–-]+|${EDGE}(?:là|bằng|khoảng|gần|hơn|ước(?: tính)?|dự kiến|tối thiểu|ít nhất|với|trị giá|tương đương|` +
    String.raw`số tiền|tổng số|tổng cộng|số vốn|nhu cầu|cần)|` +
    String.raw`(?<=[,;:.(–-]\s{0,3}(?:(?:với|có|dự kiến|ước|là)\s)*|${EDGE}(?:với|có|dự kiến|ước)\s)` +
    String.raw`(?:tổng (?:mức đầu tư|mức vốn|kinh phí|vốn|dự toán|dự kiến kinh phí|số vốn)|kinh phí(?: dự kiến| thực hiện)?|dự kiến kinh phí|kinh phí ước tính))$`,
  "iu",
);
/** Words of comparing, where nothing stands between them and the amount. */
const COMPARING = new RegExp(String.raw`(?:\s{0,3}${EDGE}(?:trên|dưới|đạt|lên|lên đến|được|không dưới|từ))\s{0,3}$`, "iu");
const BEFORE_NAME = new RegExp(
  String.raw`^(?:[\s:;,.()\]–+•*-]+|trong(?=$|\s{0,2}tổng)|về (?:cơ cấu )?nguồn(?: vốn| kinh phí)?\s{0,2},|` +
    String.raw`(?:(?:theo|từ) )?(?:các |cơ cấu )?nguồn(?: vốn| kinh phí)?\s{0,2}:|(?:phân bổ|phân theo [^:]{2,20})\s{0,2}:|\d{1,2}(?:\.\d{1,2})+\.?\s|(?:trong đó|bao gồm|gồm|cụ thể(?: như sau)?|chia ra|như sau|và|đồng thời|ngoài ra|riêng(?: trong)?|(?:trong |riêng )?năm \d{4}(?=\s{0,2},\s{0,2}\p{L}))${END}(?:\s*(?:có|là|:))?)`,
  "iu",
);
const AFTER_NAME = /(?:[\s:;,.([–-]+|(?<![\p{L}\d])(?:và|trong đó|gồm|bao gồm|cụ thể|còn lại|(?:phần |số )?còn lại|với|với mức|mức))$/iu;
const LEADING_FROM = /^(?:[\s,)\]–-]+|(?:là|được|từ|dành cho|cho(?! vay)|để|của|thuộc|bằng|vào)(?![\p{L}\d]))/iu;
/** "Bố trí", "Phân bổ": what is done with the amount, whose name stands behind it. */
const DEED = /^(?:tiếp tục )?(?:bố trí|phân bổ|hỗ trợ|cấp|dành|huy động|sử dụng|giao|đầu tư|cần|chi|bổ sung|trích|cân đối|phê duyệt|đối ứng|còn lại|số còn lại|phần còn lại)$/iu;
/** Names that say only that it is money. */
const GENERIC = new RegExp(
  String.raw`^(?:(?:dự kiến|ước|nhu cầu|tổng|tổng số|tổng cộng|tổng dự kiến|mức|số|về|khái toán|dự trù)\s)*` +
    String.raw`(?:kinh phí|vốn|vốn đầu tư|mức đầu tư|mức vốn|dự toán|nhu cầu|nhu cầu kinh phí|nhu cầu vốn|số|cộng|số tiền|mức vốn đầu tư|nguồn kinh phí|nguồn vốn)` +
    String.raw`(?:\s(?:thực hiện|dự kiến|triển khai|đầu tư|là|ước tính))*$`,
  "iu",
);
const YEARS_BEHIND =
  /[\s,(]+(?:trong\s)?(?:(?:cả\s)?(?:giai đoạn|thời kỳ)\s(?:từ\s)?(?:năm\s)?\d{4}\s*(?:[-–]|đến(?:\snăm)?)\s*\d{4}|(?:trong\s|của\s)?năm\s\d{4})\)?$/iu;
const PROGRAMME = /^(?:các\s)?(?:chương trình|đề án|dự án|kế hoạch(?! (?:năm|vốn))|chiến lược|tiểu dự án)(?!\p{L})/iu;
/** "Theo Nghị quyết số … của …": what an amount rests on, not what it is for. */
export const BASIS = /^(?:theo|căn cứ|thực hiện)\s(?:các\s)?(?:nghị quyết|quyết định|kế hoạch|nghị định|thông tư|luật|công văn)(?!\p{L})/iu;

const LONGEST = 400;

function trimmed(text: string, ...patterns: readonly RegExp[]): string {
  let rest = text;
  for (let again = true; again; ) {
    again = false;
    for (const pattern of patterns) {
      const shorter = rest.replace(pattern, "");
      if (shorter === rest) continue;
      [rest, again] = [shorter, true];
    }
  }
  return rest;
}

const plain = (text: string): string => text.replace(/\s+/gu, " ").trim();

/** The words before an amount as they stand: "Tổng số". */
export function plainWords(text: string): string {
  return upperFirst(plain(text.slice(-LONGEST)).replace(/^[\s:;,.–+*-]+|(?:[\s:;,.–-]+|\s(?:là|khoảng|bằng))+$/gu, ""));
}

/** The name before an amount, as it would stand in a table; blank where only words of linking stand there. */
export function nameBefore(text: string): string {
  const near = text.length > LONGEST ? text.slice(-LONGEST) : text;
  const said = near.replace(/\((?:bằng|viết bằng) chữ[^()]*\)/giu, "");
  const bare = trimmed(trimmed(plain(said.replace(COMPARING, "")), LEADING_TO), BEFORE_NAME);
  return upperFirst(withoutYears(withoutGiver(balanced(withoutShare(bare).replace(TWICE, "$1")))));
}

/** The name behind an amount ("60 tỷ đồng từ ngân sách tỉnh"); blank where none stands there. */
export function nameAfter(text: string): string {
  const near = text.slice(0, LONGEST);
  const clause = /^[^;.:]*/u.exec(near.replace(/^\s{0,3}\([^()]*(?:bằng chữ|đồng)[^()]*\)/iu, ""))?.[0] ?? "";
  const bare = trimmed(trimmed(plain(clause), LEADING_FROM), AFTER_NAME);
  return upperFirst(withoutYears(balanced(bare)));
}

/** A heading that runs into a sentence which begins with its words: "Kinh phí Kinh phí hỗ trợ". */
const TWICE = /^(\p{Lu}[\p{L} ]{2,40}?) \1(?![\p{L}\d])/u;
const SHARE_BEHIND = /[\s,(]+(?:chiếm\s)?(?:khoảng\s)?\d{1,3}(?:[.,]\d+)?\s?%\)?$/u;

/** "Ngân sách nhà nước 70%": how much of the whole it is names nothing; a word alone keeps it. */
function withoutShare(name: string): string {
  const bare = name.replace(SHARE_BEHIND, "");
  return bare.split(" ").length < LEAST_WORDS ? name : bare;
}

/** The name with a small letter, as inside of a sentence; acronyms keep theirs: "NSTW". */
export const lowerFirst = (name: string): string =>
  /^\p{Lu}[\p{Lu}\d]/u.test(name) ? name : name.charAt(0).toLowerCase() + name.slice(1);

/** A closing bracket without its opening one, and the other way round, is no part of a name. */
function balanced(text: string): string {
  const [opened, closed] = [text.split("(").length, text.split(")").length];
  if (opened > closed) return text.slice(0, text.lastIndexOf("(")).trim() || text.replace("(", "");
  return closed > opened ? text.replace(/\)/u, "").trim() : text;
}

/** "Do ngân sách thành phố đảm bảo" is the "Ngân sách thành phố". */
function withoutGiver(text: string): string {
  const bare = text.replace(/^(?:do|từ|bằng)\s(?=(?:nguồn|vốn|ngân sách|NS)(?!\p{Ll}))/iu, "");
  const isGiver = /^(?:nguồn|vốn|ngân sách|NS(?:TW|ĐP|NN)|quỹ)/iu.test(bare);
  return isGiver ? bare.replace(/\s(?:bảo đảm|đảm bảo|hỗ trợ|cấp|bố trí|chi|đối ứng)$/iu, "") : bare;
}

/** Less than that is no name without its year: "Kế hoạch năm 2026". */
const LEAST_WORDS = 3;

/** A programme keeps its years, which are of its name. */
function withoutYears(name: string): string {
  if (PROGRAMME.test(name)) return name;
  const bare = name.replace(YEARS_BEHIND, "").trim();
  return bare.split(" ").length < LEAST_WORDS ? name : bare;
}

/** "Còn lại": which money it is stands behind it. */
export const isRest = (name: string): boolean => /còn lại$/iu.test(name);
export const isDeed = (name: string): boolean => DEED.test(name);
/** "Chương trình …", "Dự án …": the years in its name are its own. */
export const isProgramme = (name: string): boolean => PROGRAMME.test(name);
export const isGeneric = (name: string): boolean => name === "" || GENERIC.test(name);

/** "Trung tâm Y tế: Tổng số": the last part says only that it is the whole, the one before it what of. */
export function withoutGenericEnd(name: string): string {
  const at = name.lastIndexOf(":");
  if (at < 0) return name;
  const [head, tail] = [name.slice(0, at).trim(), name.slice(at + 1).trim()];
  return head !== "" && isGeneric(tail) ? head : name;
}

/** Whether the words before an amount say the whole of the money, and not of something: "Tổng kinh phí thực hiện", "Nguồn vốn: Tổng số". */
export function saysWhole(clause: string, name: string): boolean {
  if (name === "") return /(?<!\p{L})(?:tổng|cộng)(?!\p{L})/iu.test(clause);
  if (isGeneric(name)) return true;
  const parts = plain(clause.slice(-LONGEST)).replace(/[\s:]+$/u, "").split(":");
  const tail = nameBefore(parts.at(-1) ?? "");
  const head = parts.slice(0, -1).join(":");
  const isTotal = /^(?:dự kiến |nhu cầu )?(?:tổng|cộng)(?![\p{L}])/iu.test(tail);
  return isTotal && (head.trim() === "" || /kinh phí|vốn|ngân sách/iu.test(head));
}
