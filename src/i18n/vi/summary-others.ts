import type { OtherSummaryWords } from "../summary-others-types";
import { parts, short } from "../sentences";
import { UNITS } from "./units";

const { number, list } = parts("vi", "và");
const unitOf = (money: keyof typeof UNITS | null, unit: string | null): string => (money ? UNITS[money] : (unit ?? ""));
const told = ({ label, value, share }: Parameters<OtherSummaryWords["total"]>[0]["parts"][number]): string =>
  `${short(label)} ${number(value, 6)}${share === null ? "" : ` (${number(share, 1)}%)`}`;

export const others: OtherSummaryWords = {
  title: "TỔNG HỢP SỐ LIỆU CÁC BIỂU",
  part: "CÁC BIỂU KHÁC TRONG TỆP",
  sentence: ({ tables, totals, results, tasks, plain }) => {
    const each = ([[totals, "có dòng tổng"], [results, "có kết quả so với mục tiêu"], [tasks, "về nhiệm vụ"], [plain, "chỉ nêu số dòng, số cột"]] as const).flatMap(([count, what]) => (count > 0 ? [`${count} biểu ${what}`] : []));
    return `${tables} biểu${each.length > 0 ? `: ${each.join("; ")}` : ""}`;
  },
  unnamed: (sheet, range) => `Biểu ở ${sheet}, ô ${range}`,
  where: (sheet, range, lines, columns) => `(Trang tính ${sheet}, ô ${range}; ${lines} dòng, ${columns} cột số)`,
  headline: ({ label, value, money, unit }) => `${short(label)}: ${number(value, 6)}${unitOf(money, unit) === "" ? "" : ` ${unitOf(money, unit)}`}`,
  total: ({ label, value, money, unit, parts: largest, more, across, acrossMore, beside }) => {
    const name = unitOf(money, unit);
    const inner = largest.length === 0 ? "" : `, ${more > 0 ? "trong đó lớn nhất là" : "gồm"} ${list([...largest.map(told), ...(more > 0 ? [`${more} khoản khác`] : [])])}`;
    return `- ${short(label)}: ${number(value, 6)}${name === "" ? "" : ` ${name}`}${inner}${across.length > 0 ? `; chia ra ${acrossMore > 0 ? "theo cột, lớn nhất là " : ""}${list([...across.map(told), ...(acrossMore > 0 ? [`${acrossMore} cột khác`] : [])])}` : ""}${beside.length > 0 ? `; các cột khác: ${list(beside.map(told))}` : ""}.`;
  },
  wrong: ({ label, at, stated, computed }) => `- ${short(label)} (ô ${at}) ghi ${number(stated, 6)}, các phần cộng lại được ${number(computed, 6)}: không tính tỷ trọng của các phần, xem Kết quả kiểm tra.`,
  wrongAcross: (label) => `- ${short(label)}: các cột cộng lại không bằng cột tổng, không tính tỷ trọng theo cột; xem Kết quả kiểm tra.`,
  left: (count) => `(Còn ${count} dòng chi tiết ở biểu, không nêu ở đây.)`,
  moreTotals: (count) => `(Còn ${count} dòng tổng khác ở biểu, không nêu ở đây.)`,
  line: "Nội dung",
  head: (head, money, unit) => {
    const name = unitOf(money, unit);
    return `${short(head) || "Số liệu"}${name === "" || head.toLocaleLowerCase("vi").includes(name.toLocaleLowerCase("vi")) ? "" : ` (${name})`}`;
  },
  chart: (label, head) => `${short(label)}: ${head}`,
  shares: (label) => `Tỷ trọng: ${short(label)}`,
  columnShares: (head) => `Tỷ trọng theo cột: ${head}`,
  resultsHeading: "Kết quả so với mục tiêu",
  results: (sentence, lines) => `- ${sentence} (tính trên ${lines} dòng có cả mục tiêu và kết quả bằng số).`,
  tasksHeading: "Tình trạng nhiệm vụ (những dòng có ghi tình trạng)",
  plainHeading: "CÁC BIỂU CHỈ NÊU SỐ DÒNG, SỐ CỘT",
  plain: ({ name, lines, columns, questions, hidden }) =>
    hidden
      ? `- ${short(name)}: ở trang tính ẩn, không tổng hợp.`
      : `- ${short(name)}: ${lines} dòng, ${columns} cột số; không có tổng được xác định chắc chắn${questions > 0 ? ` (${questions} chỗ cần trả lời ở Kiểm tra)` : ""}.`,
};
