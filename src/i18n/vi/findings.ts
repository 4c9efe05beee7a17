import { writeTarget, type MoneyUnit } from "../../quantity";
import { parts, yearRanges } from "../sentences";
import type { FindingWords, Words } from "../types";
import { UNITS } from "./units";

const { number, cell, list } = parts("vi", "và");
const TYPING: Readonly<Record<string, string>> = {
  "digits-swapped": "đảo hai chữ số",
  "digit-wrong": "sai một chữ số",
  "digit-doubled": "thừa một chữ số bị lặp",
  "digit-dropped": "thiếu một chữ số",
  zeros: "thừa hoặc thiếu số 0",
  sign: "sai dấu âm, dương",
  separator: "sai dấu phân cách",
  "thousand-fold": "sai đơn vị nghìn lần",
  "total-not-updated": "tổng chưa được cập nhật",
};
const typing = (kind: string | null): string => (kind && TYPING[kind] ? ` (${TYPING[kind]})` : "");
const withUnit = (value: number, unit: MoneyUnit | null): string => `${number(value)}${unit ? ` ${UNITS[unit]}` : ""}`;
const gapWords = (gap: number): string => (gap < 0 ? `lớn hơn ${number(-gap)}` : `nhỏ hơn ${number(gap)}`);

export const findings: FindingWords = {
  "sum-mismatch": ({ unit, axis, stated, computed, gap, witness, correction, candidates }) => {
    const sum =
      axis === "row"
        ? `“${stated.label}”: cộng các năm được ${number(computed.value)}, ${gapWords(gap)} so với tổng đã ghi ${withUnit(stated.value, unit)} (ô ${cell(stated.at)}).`
        : `“${computed.label}” cộng được ${number(computed.value)}, ${gapWords(gap)} so với “${stated.label}” đã ghi ${withUnit(stated.value, unit)} (ô ${cell(stated.at)})${witness ? `, là số mà “${witness.label}” cũng cộng được` : ""}.`;
    if (correction) return `${sum} Ô nghi sai nhất: ${cell(correction.at)}, đang là ${number(correction.from)}, có thể là ${number(correction.to)}${typing(correction.kind)}.`;
    if (candidates.length > 0) return `${sum} Có thể sai ở một trong các ô: ${candidates.slice(0, 5).map((one) => `${cell(one.at)} (${number(one.to)}?)`).join(", ")}.`;
    return `${sum} Chưa xác định được ô sai: cần đối chiếu với văn bản.`;
  },
  "over-total": ({ unit, axis, stated, computed, gap }) =>
    axis === "row"
      ? `“${stated.label}”: các năm đã nhập cộng được ${number(computed.value)}, vượt ${number(-gap)} so với tổng ${withUnit(stated.value, unit)} dù chưa nhập đủ các năm.`
      : `“${computed.label}”: các dòng đã nhập cộng được ${number(computed.value)}, vượt ${number(-gap)} so với “${stated.label}” ${withUnit(stated.value, unit)}.`,
  "breakdowns-differ": ({ unit, stated, computed, gap }) =>
    `“${computed.label}” cộng được ${number(computed.value)}, ${gapWords(gap)} so với “${stated.label}” ${withUnit(stated.value, unit)}: hai cách phân chia phải bằng nhau.`,
  "target-not-met": ({ indicator, year, actual, target, judgement }) =>
    `Chưa đạt: “${indicator}” năm ${year} là ${number(actual)}, mục tiêu ${writeTarget(target, "vi")}${
      judgement.status === "not-met" && judgement.distance > 0 ? `, còn thiếu ${number(judgement.distance)}` : judgement.status === "not-met" ? ", mới bằng mức phải vượt" : ""
    }.`,
  "text-for-number": ({ text, reading, others }) =>
    `Ô này là chữ “${text}”, không phải số, nên không được cộng vào đâu.${
      reading === null ? " Hãy nhập lại bằng số." : ` Có thể là ${list([reading, ...others].map(number)).replace(" và ", " hoặc ")}.`
    }`,
  "cell-error": ({ error }) => `Công thức của ô này báo lỗi ${error}.`,
  "not-evaluated": ({ formula }) => `Không tính được công thức ${formula} ở đây nên ô này chưa được kiểm tra; hãy mở tệp bằng Excel để kiểm tra.`,
  "actual-missing": ({ indicator, years }) => `Chưa có kết quả năm ${yearRanges(years)}: “${indicator}”.`,
  "target-unreadable": ({ indicator, year, text }) => `Không đọc được mục tiêu năm ${year} “${text}” của “${indicator}”.`,
};

export const agreement: Words["agreement"] = ({ value, unit, label, breakdowns }) => `${number(value)} khớp: “${label}” (${unit ? UNITS[unit] : "chưa rõ đơn vị"}) bằng ${list(breakdowns.map((one) => `“${one}”`))}.`;
