import type { PaidFindings } from "../../findings";
import type { MoneyUnit } from "../../quantity";
import { parts } from "../sentences";
import type { FindingWords } from "../types";
import { UNITS } from "./units";

const { number, cell, list } = parts("vi", "và");
/** As many as a sentence names. */
const MOST = 5;

const withUnit = (value: number, unit: MoneyUnit | null): string => `${number(value)}${unit ? ` ${UNITS[unit]}` : ""}`;

export const paidFindings: FindingWords<PaidFindings> = {
  "disbursed-over": ({ unit, planned, disbursed, over, rate }) =>
    `“${planned.label}” giải ngân ${withUnit(disbursed.value, unit)} (ô ${cell(disbursed.at)}), vượt ${number(over)} so với kinh phí kế hoạch ${number(planned.value)} (ô ${cell(planned.at)})${rate === null ? "" : `, bằng ${number(rate)}%`}. Nếu kế hoạch đã điều chỉnh thì cập nhật kinh phí kế hoạch; nếu không thì kiểm tra lại số giải ngân.`,
  "disbursed-over-year": ({ unit, label, years }) =>
    `“${label}” giải ngân vượt phân kỳ của năm: ${list(years.map(({ year, planned, disbursed }) => `năm ${year} là ${withUnit(disbursed.value, unit)} (ô ${cell(disbursed.at)}) so với ${number(planned.value)}`))}. Có thể là vốn của năm trước kéo dài sang; nếu không thì kiểm tra lại.`,
  "disbursed-early": ({ unit, year, lines }) => {
    const named = lines.slice(0, MOST).map(({ at, label, value }) => `“${label}” ${withUnit(value, unit)} (ô ${cell(at)})`);
    return `Năm ${year} chưa đến nhưng đã ghi số giải ngân: ${lines.length > MOST ? `${named.join(", ")} và ${lines.length - MOST} dòng khác` : list(named)}. Hãy kiểm tra có nhập nhầm cột năm không.`;
  },
  "disbursed-unit": ({ unit, to, factor, lines, planned, disbursed }) =>
    `Cả ${lines} số giải ngân đã nhập đều vượt xa kế hoạch, ví dụ “${planned.label}”: ${withUnit(disbursed.value, unit)} (ô ${cell(disbursed.at)}) so với ${number(planned.value)}. Có lẽ đã nhập theo ${to ? UNITS[to] : "đơn vị nhỏ hơn"}: hãy chia cho ${number(factor)} để đúng đơn vị tính của biểu.`,
};
