import { originOf } from "../../base";
import type { SaidMeasure, Target } from "../../quantity";
import type { Paragraph } from "../document/document";
import type { Doubt, IndicatorFact } from "../draft";
import { isMoneyUnit } from "../money-or-measure";
import type { Clause } from "./clauses";
import { directionOf } from "./direction";
import type { Named } from "./names";
import { beginsAsGrant, saysRule } from "./rule";
import type { PlanTime, Setting } from "./setting";
import { isShare } from "./unit-words";
import { lowered, SURE_HEAD, tidy, withoutLoose, wordsIn } from "./words";
import type { TargetYear } from "./years-of";

/** A fact before it has its id. */
export type Found = Omit<IndicatorFact, "id">;

/** Words of a name that an official takes as it is. */
const LONGEST_NAME = 25;
/** "…, gấp 1,8 lần so với năm 2020": says the figure before it in another way. */
const RESTATES = /^(?:gấp|bằng|tương đương|tăng|vượt)(?!\p{L}).*(?:lần)$/iu;
const SCAN = /(?<!\p{L})(?:ph[ầâẩ]n đ[ấầâ]u|phấn đầu|không chế|kiểm toàn|tuyển đầu|chuyên tuyến|tiêu đề án|luân chuyên)(?!\p{L})/iu;

/** "có thêm 12 trường": how many more. */
const MORE = /(?<!\p{L})(?:có|tăng|công nhận) thêm (?:(?:ít nhất|tối thiểu|khoảng|trên|từ) )?\d/iu;
/** Words of measuring, of which nothing is said. */
const BARE =
  /^(?:bình quân|trung bình|hiện|số điểm|(?:tỷ|tỉ) lệ(?: (?:bệnh viện|tiêu chuẩn|tiêu chí|số|các|xã|huyện|trường|người|trẻ|lượt|hộ))?|tỷ trọng(?: \p{L}+)?|thứ hạng|mức (?:tăng|giảm))$/iu;

/** What a fact is made in: its paragraph, the document's text as given, what stands above it. */
export interface Around {
  readonly paragraph: Paragraph;
  readonly whole: string;
  readonly setting: Setting;
  readonly time: PlanTime;
}

/** The fact of a clause for one year. */
export function factOf(around: Around, clause: Clause, named: Named, { year, from, by }: TargetYear, baseline: number | null): Found {
  const { paragraph, whole, setting, time } = around;
  const { text } = paragraph.text;
  const { measure } = clause;
  const { growth } = measure;
  const target = asShare(measure);
  const span = originOf(paragraph.text, named.place.from, named.place.to);
  const figure = tidyFigure(text.slice(...measure.whole));
  const rate = asRate(withGrowth(withoutLoose(named.name), growth, target.unit), target.unit, figure);
  const isMore = MORE.test(text.slice(Math.max(0, measure.whole[0] - 15), measure.whole[1])) && /^số(?!\p{L})/iu.test(rate);
  const name = isMore ? `${rate} tăng thêm` : rate;
  const isAmbiguous = !time.hasCommas && measure.alternatives.some((other) => other.comparator !== "change");
  const doubts: Doubt[] = [];
  const words = wordsIn(name);
  const isOdd = /[:;?]|\d{3,}/.test(name.replace(/\([^)]*\)|trên [\d.]+ \p{L}+$/gu, ""));
  if (named.doubtful || isOdd || BARE.test(name) || words < 2 || words > LONGEST_NAME || ONLY_TIME.test(name)) doubts.push("name");
  if (year === null || by === "guess") doubts.push("year");
  if (isAmbiguous) doubts.push("readings");
  if (target.unit === null || DOES.test(target.unit) || isSeries(text, measure)) doubts.push("value");
  if (setting.kind !== "target" && !measure.aimed && !measure.comparatorSaid && target.unit !== "%") doubts.push("kind");
  else if (mayBeNone(text, clause, setting)) doubts.push("kind");
  else if (measure.role === "rank" || (measure.bracketed && !measure.aimed) || RESTATES.test(figure)) doubts.push("kind");
  if (SCAN.test(name)) doubts.push("scan");
  return {
    evidence: whole.slice(...span),
    span,
    sure: doubts.length === 0,
    doubts,
    name,
    year,
    from: from !== null && from !== year ? from : null,
    comparator: target.comparator,
    value: target.value,
    value2: target.comparator === "range" ? target.value2 : null,
    baseline,
    unit: target.unit,
    direction: directionOf(target.comparator, name, figure, growth, target.unit === "%" ? target.value : null),
    scope: setting.scope,
    text: figure,
  };
}

/** A name that only says when: what is measured was said elsewhere. */
const ONLY_TIME =
  /^(?:(?:trong |cho |tính )?(?:cả|toàn|hết) (?:giai đoạn|thời kỳ|năm|kỳ|nhiệm kỳ)|(?:mỗi|từng|hằng|hàng|cuối|đầu|trong) (?:năm|kỳ|giai đoạn)|bình quân|trung bình|thời (?:hạn|gian|kỳ)|giai đoạn)$/iu;
/** Words of doing in what is counted: some of them may belong to the name ("15.000 doanh nghiệp hoạt động"). */
const DOES =
  /\p{L} (?:hoạt động|đào tạo|bồi dưỡng|đi làm|làm việc|thực hiện|tham gia|kết nối|thành lập|tiếp cận|sử dụng|được|đạt|có|đang)(?!\p{L})/iu;
/** "45% - 50% - 56%": more values than a range has. */
function isSeries(text: string, { whole: [from, to], target }: SaidMeasure): boolean {
  const before = /\d ?%? ?[-–] ?$/.test(text.slice(Math.max(0, from - 6), from));
  return before || (target.comparator === "range" && /^ ?[-–] ?\d/.test(text.slice(to, to + 4)));
}

/** A rule that holds already, or "trên 1 ha đất", which says of what the next figure is. */
function mayBeNone(text: string, { measure, lead, tail }: Clause, { kind }: Setting): boolean {
  const { value, comparator, unit } = measure.target;
  if (value === 1 && comparator === ">") return true;
  const begin = Math.max(...[". ", "; "].map((sign) => text.lastIndexOf(sign, lead.to - 1) + 1));
  const grants = (isShare(unit) || isMoneyUnit(unit)) && beginsAsGrant(text.slice(begin, lead.to));
  return grants || saysRule(text.slice(lead.from, tail.to), kind === "target");
}

/** "giảm 1/2 số hộ nghèo" is a half of them. */
function asShare({ target, growth }: SaidMeasure): Target {
  const { value, value2, unit, comparator } = target;
  if (unit !== null || value2 === null || comparator === "range" || value >= value2 || (growth === 0 && value2 > 10)) return target;
  return { ...target, value: Number(((100 * value) / value2).toPrecision(15)), value2: null, unit: "%" };
}

/** "giảm 50% số cặp tảo hôn": the figure is by how much. */
function withGrowth(name: string, growth: number, unit: string | null): string {
  const grown = /^(.+?) (giảm|tăng)(?: thêm)?( bình quân| trung bình)?$/iu.exec(name);
  if (grown !== null && unit !== "lần" && !/^(?:mức|tốc độ)(?!\p{L})/iu.test(name))
    return `Mức ${grown[2]?.toLocaleLowerCase("vi") ?? ""}${grown[3] ?? ""} ${lowered(grown[1] ?? "")}`;
  if (growth === 0 || unit === "lần" || name === "" || /^(?:mức|tốc độ|tăng trưởng|giảm|tăng)(?!\p{L})/iu.test(name)) return name;
  const is = SURE_HEAD.test(name) || !/^(?:cải thiện|nâng|hạ)/iu.test(name);
  return is ? `Mức ${growth > 0 ? "tăng" : "giảm"} ${lowered(name)}` : name;
}

/** A share of things is their rate: "100% trạm y tế có bác sĩ" is "Tỷ lệ trạm y tế có bác sĩ". */
function asRate(name: string, unit: string | null, figure: string): string {
  if (name === "" || unit === null || !/^[%‰](?:$|\/|\s)/.test(unit) || SURE_HEAD.test(name) || IS_RATE.test(name)) return name;
  return `${/^chiếm/iu.test(figure) ? "Tỷ trọng" : "Tỷ lệ"} ${lowered(name)}`;
}
const IS_RATE =
  /^(?:công suất|độ|cơ cấu|lãi suất|thuế suất|lạm phát|tăng|giảm|mức|quy mô|hệ số|thứ hạng|xếp hạng|điểm (?:số|trung bình|bình quân|thi)|đóng góp|tỷ|tỉ|hoàn thành|bảo đảm|đảm bảo|phát triển)(?!\p{L})/iu;

const tidyFigure = (said: string): string => {
  const words = tidy(said);
  return /^\p{Lu}\p{Ll}/u.test(words) && /^\p{Ll}/u.test(said.trim()) ? lowered(words) : said.replace(/\s+/g, " ").trim();
};
