import type { IndicatorFindings, Missed, SlipData, TwoTargets } from "../../findings";
import type { Target } from "../../quantity";
import { parts, yearRanges } from "../sentences";
import { templates } from "./templates";
import type { FindingWords } from "../types";
import { UNITS } from "./units";

const { number, target, cell, list } = parts("vi", "và");

const targetWithUnit = (one: Target): string => `${target(one)}${one.unit === null ? "" : /^[%‰/]/.test(one.unit) ? one.unit : ` ${one.unit}`}`;
const DIRECTIONS = templates.indicators.direction;
export const withUnit = (value: number, unit: string | null): string => (unit === null ? number(value) : /^[%‰/]/.test(unit) ? `${number(value)}${unit}` : `${number(value)} ${unit}`);
/** The value as it is typed: a fraction of many decimals would be rounded to something else. */
const exact = (value: number): string => number(value, 10);
/** How far apart two values are: of shares in points, which are no per cent of anything. */
const apart = (value: number, unit: string | null, write: (value: number) => string = number): string => `${write(value)}${POINTS[unit ?? ""] ?? ""}`;
const POINTS: Readonly<Record<string, string>> = { "%": " điểm phần trăm", "‰": " điểm phần nghìn" };
const points = (value: number): string => number(value, 2);
const of = (year: number | null, unit: string | null): string => `${unit === null ? "" : ` của ${unit}`}${year === null ? "" : ` năm ${year}`}`;

const WAYS: Readonly<Record<SlipData["kind"], string>> = {
  fraction: "ô này nhập số phần trăm (95, không phải 0,95); gõ “95%” trong Excel cũng thành 0,95",
  hundredfold: "số đã bị nhân với 100",
  separator: "thiếu dấu phẩy thập phân",
  percent: "số này có vẻ tính theo %, trong khi chỉ tiêu tính theo ‰",
  "per-mille": "số này có vẻ tính theo ‰, trong khi chỉ tiêu tính theo %",
};
const EVIDENCE: Readonly<Record<SlipData["evidence"], string>> = { ratio: "theo tử số và mẫu số", history: "so với các số khác của chỉ tiêu", target: "so với mục tiêu" };
const slip = ({ indicator, value, likely, kind, evidence }: SlipData, unit: string): string =>
  `“${indicator}”: ${exact(value)}${unit} nhiều khả năng là ${exact(likely)}${unit} (${EVIDENCE[evidence]}): ${WAYS[kind]}. Hãy nhập lại nếu đúng vậy.`;

const { met, notMet, watched } = templates.indicators;
const LIST = `“${met}”, “${notMet}” hoặc “${watched}”`;

const MOST_UNITS = 10;
const units = (names: readonly string[]): string => (names.length <= MOST_UNITS ? list(names) : `${names.slice(0, MOST_UNITS).join(", ")} và ${names.length - MOST_UNITS} đơn vị khác`);

const two = ({ indicator, year, target: one, other }: TwoTargets): string => `“${indicator}” năm ${year}: ở đây mục tiêu là ${target(one)}, ở ô ${other.at.sheet} ${cell(other.at)} là ${target(other.target)}`;
/** By how much a target is missed, or that its strict limit is only just reached. */
export const missed = ({ side, distance }: Pick<Missed, "side" | "distance">, unit: string | null, write: (value: number) => string = number): string =>
  distance > 0 ? `${side === "high" ? "vượt" : "còn thiếu"} ${apart(distance, unit, write)}` : `mới bằng mức, phải ${side === "high" ? "thấp" : "cao"} hơn`;

const STRICTER = { this: "mục tiêu ở đây chặt hơn", other: "mục tiêu ở ô kia chặt hơn" } as const;

export const indicatorsFindings: FindingWords<IndicatorFindings> = {
  "target-not-met": ({ indicator, year, actual, target: aim, judgement }) =>
    `Chưa đạt: “${indicator}” năm ${year} là ${number(actual)}, mục tiêu ${target(aim)}, ${missed(judgement, aim.unit)}.`,
  "behind-target": ({ indicator, year, actual, target: aim, targetYear, baseline, baselineYear, expected, distance }) =>
    `Chậm so với lộ trình: “${indicator}” năm ${year} là ${number(actual)}; đi đều từ hiện trạng ${number(baseline)} (tính là năm ${baselineYear}) đến mục tiêu ${target(aim)} năm ${targetYear} thì năm ${year} phải được ${points(expected)}, lệch ${apart(distance, aim.unit, points)}. Cần xem lại giải pháp cho các năm còn lại.`,
  "actual-missing": ({ indicator, years }) => `Chưa có kết quả năm ${yearRanges(years)}: “${indicator}”.`,
  "actuals-missing": ({ indicators, years }) => `Chưa nhập kết quả thực hiện năm ${yearRanges(years)} của ${indicators} chỉ tiêu trong biểu này.`,
  "units-missing": ({ indicator, year, units: names, of: all }) => `“${indicator}” năm ${year}: ${names.length}/${all} đơn vị chưa có số liệu: ${units(names)}. Số chung chưa phải của toàn bộ các đơn vị.`,
  "assessment-unknown": ({ indicator, year, text }) => `Đánh giá “${text}” của “${indicator}” năm ${year} không có trong danh sách, nên chỉ tiêu coi như chưa đánh giá. Hãy chọn ${LIST}.`,
  "assessments-missing": ({ results }) => `${results} kết quả của chỉ tiêu định tính chưa có đánh giá: chọn ${LIST} ở cột đánh giá.`,
  "target-unreadable": ({ indicator, year, text, date }) =>
    date
      ? `Mục tiêu năm ${year} của “${indicator}” đang là ngày ${text}: Excel đã tự đổi nội dung gõ vào, như “4-6”, thành ngày. Hãy định dạng ô là Văn bản (Text) rồi gõ lại, hoặc viết “4 đến 6”.`
      : `Không đọc được mục tiêu năm ${year}${text === "" ? "" : ` “${text}”`} của “${indicator}”. Hãy viết lại, ví dụ “≥ 95” hoặc “từ 86 trở lên”.`,
  "targets-several": ({ indicator, year, targets }) =>
    `“${indicator}”: ô này có ${targets.length} mục tiêu năm ${year} (${targets.map(targetWithUnit).join("; ")}), một số thực hiện không so được với tất cả nên chưa đánh giá. Hãy tách mỗi mục tiêu thành một dòng chỉ tiêu riêng.`,
  "direction-differs": ({ indicator, year, declared, direction, baseline, target: aim, hidden }) =>
    `“${indicator}”: chiều được ghi là “${DIRECTIONS[declared]}”, nhưng từ hiện trạng ${number(baseline)} đến mục tiêu ${target(aim)} năm ${year} là ${DIRECTIONS[direction]}; đã đánh giá theo chiều ${DIRECTIONS[direction]}. ${hidden ? "Hãy kiểm tra lại hiện trạng và mục tiêu." : `Hãy chọn lại “${DIRECTIONS[direction]}” ở ô này, hoặc kiểm tra lại hiện trạng và mục tiêu.`}`,
  "direction-unknown": ({ indicator, year, target: aim, chosen }) =>
    `“${indicator}”: chưa đánh giá được vì chưa rõ chiều: mục tiêu ${target(aim)} năm ${year} không cho biết số thực hiện phải từ mức ấy trở lên hay trở xuống. Hãy ${chosen ? `chọn tăng, giảm hoặc giữ ở ô ${cell(chosen.at)}, hoặc ` : ""}viết dấu ≥ hay ≤ trước mục tiêu, hoặc nhập hiện trạng.`,
  "over-whole": ({ indicator, value, unit, whole }) => `“${indicator}”: ${number(value)}${unit} vượt quá ${number(whole)}${unit}, thừa ${apart(value - whole, unit)}. Hãy kiểm tra lại số đã nhập hoặc đơn vị tính.`,
  "below-zero": ({ indicator, value, unit, correction }) =>
    `“${indicator}”: ${withUnit(value, unit)} là số âm, trong khi đại lượng này không thể âm.${correction ? ` Có thể là ${number(correction.to)}.` : " Hãy nhập lại."}`,
  "numerator-over-denominator": ({ indicator, year, reportingUnit, numerator, denominator }) =>
    `“${indicator}”${of(year, reportingUnit)}: tử số ${number(numerator)} lớn hơn mẫu số ${number(denominator)} là ${number(numerator - denominator)}. Hãy kiểm tra cả hai, có thể đã nhập đổi chỗ.`,
  "part-of-a-thing": ({ indicator, value, unit, correction }) =>
    `“${indicator}”: ${number(value)} ${unit} có phần thập phân, trong khi đếm ${unit} phải là số nguyên.${correction ? ` Có thể là ${number(correction.to)} (dấu chấm phân cách hàng nghìn bị hiểu là dấu thập phân).` : " Hãy nhập lại."}`,
  "progress-fraction": ({ task, value, likely }) => `Tiến độ ${exact(value)} của “${task}” nhiều khả năng là ${number(likely)}%: ô này nhập số phần trăm, gõ “50%” trong Excel thành 0,5. Hãy nhập lại nếu đúng vậy.`,
  "percent-slip": (data) => slip(data, "%"),
  "per-mille-slip": (data) => slip(data, data.unit),
  "per-mille-unit": ({ indicator, unit, written }) =>
    written === null
      ? `“${indicator}” thường tính theo ‰, ở đây đơn vị tính là ${unit}: trị số này tính theo % thì quá lớn. Hãy đối chiếu với văn bản và sửa đơn vị tính.`
      : `“${indicator}”: mục tiêu viết “${written}” nhưng đơn vị tính của dòng là ${unit}, lệch nhau 10 lần nên chưa so sánh được. Hãy thống nhất đơn vị tính.`,
  "share-mismatch": ({ indicator, year, reportingUnit, unit, share, numerator, denominator, expected, gap, correction }) =>
    `“${indicator}”${of(year, reportingUnit)}: ghi ${withUnit(share, unit)}, nhưng ${number(numerator)} trên ${number(denominator)} là ${withUnit(expected, unit)}, lệch ${apart(Math.abs(gap), unit)}. ${
      correction ? "Hãy sửa theo số tính được, hoặc kiểm tra lại tử số và mẫu số." : "Hãy kiểm tra lại cả tử số, mẫu số và tỷ lệ."
    }`,
  "target-weaker": ({ indicator, year, target: later, earlierYear, earlier, side }) =>
    `“${indicator}”: mục tiêu năm ${year} (${target(later)}) thấp hơn yêu cầu của năm ${earlierYear} (${target(earlier)})${
      side === "low" && later.value < earlier.value ? `, kém ${apart(earlier.value - later.value, later.unit)}` : side === "high" && later.value > earlier.value ? `, nới thêm ${apart(later.value - earlier.value, later.unit)}` : ""
    }. Hãy đối chiếu với văn bản.`,
  "worse-than-ever": ({ indicator, unit, year, value, beforeYear, before, worse, largest, direction }) =>
    `“${indicator}”: năm ${year} là ${number(value)}, ${direction === "up" ? "giảm" : "tăng"} ${apart(worse, unit)} so với ${number(before)} của năm ${beforeYear}; các năm trước thay đổi nhiều nhất là ${apart(largest, unit)}. Hãy kiểm tra lại số đã nhập, nếu đúng thì cần giải trình.`,
  "targets-differ": (data) => `${two(data)}. Một chỉ tiêu chỉ có một mục tiêu cho mỗi năm${data.stricter ? `; ${STRICTER[data.stricter]}` : ""}. Hãy đối chiếu với văn bản.`,
  "plans-differ": (data) => `Hai kế hoạch đặt mục tiêu khác nhau. ${two(data)}${data.stricter ? `; ${STRICTER[data.stricter]}` : ""}.`,
  "budget-share-missed": ({ indicator, year, target: aim, share, side, distance, unit, part, total }) =>
    `“${indicator}” năm ${year}, mục tiêu ${target(aim)}%: “${part.label}” ${number(part.value)} (ô ${part.at.sheet} ${cell(part.at)}) trên “${total.label}” ${number(total.value)}${unit ? ` ${UNITS[unit]}` : ""} (ô ${cell(total.at)}) ${side === "high" ? "đã" : "mới"} là ${points(share)}%, ${missed({ side, distance }, "%", points)}. Hãy cân đối lại dự toán hoặc giải trình.`,
};
