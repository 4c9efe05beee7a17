import type { FormRollUpWords } from "../form-roll-up-types";
import { leftBehind } from "../left-behind";
import { parts } from "../sentences";
import { UNITS } from "./units";

const { number } = parts("vi", "và");

const list = (words: readonly string[]): string =>
  words.length > 8 ? `${words.slice(0, 8).map((word) => `“${word}”`).join("; ")} và ${words.length - 8} mục khác` : words.map((word) => `“${word}”`).join("; ");
const some = (count: number, cells: readonly string[]): string => `${cells.join(", ")}${count > cells.length ? ` và ${count - cells.length} ô khác` : ""}`;
const unitName = ({ text, money }: Parameters<FormRollUpWords["notes"]["unit-unsaid"]>[1]): string => (money ? UNITS[money] : text);
const inColumns = (columns: readonly string[]): string => (columns.length === 0 ? "Cả biểu" : `Cột ${list(columns)}`);
const left: Readonly<Record<string, string>> = leftBehind.vi;

export const forms: FormRollUpWords = {
  sheets: { byUnit: "Theo đơn vị", extra: "Dòng thêm", words: "Chữ và ngày" },
  titles: { byUnit: (line) => `SỐ LIỆU CỦA TỪNG ĐƠN VỊ: ${line}`, extra: "DÒNG MÀ MỘT SỐ ĐƠN VỊ GHI THÊM", words: "NỘI DUNG BẰNG CHỮ VÀ NGÀY CỦA TỪNG ĐƠN VỊ" },
  columns: { parent: "Thuộc dòng", line: "Dòng", column: "Cột", text: "Nội dung" },
  all: "Tất cả các đơn vị",
  unit: (unit) => `Đơn vị tính: ${UNITS[unit]}`,
  extraNote: "Các dòng này không có trong biểu tổng hợp và chưa cộng vào dòng nào của biểu; hãy xem có cần đưa vào không.",
  notAdded: "Không cộng được biểu nào của tệp này; xem trang “Không tổng hợp được”.",
  nothing: "Không có biểu nào mà từ hai đơn vị trở lên cùng gửi, nên không cộng được. Hãy xem các tệp có đúng là cùng một mẫu biểu không.",
  more: (count) => `Còn ${count} nội dung khác, ghi ở trang “Không tổng hợp được”.`,
  notes: {
    "other-year": (years, wanted) => `Biểu của năm ${years.join(", ")}, phần lớn đơn vị gửi biểu của năm ${wanted.join(", ")}; không cộng vào.`,
    "other-form": (table) => `Biểu “${table}” không khớp với biểu nào mà các đơn vị cùng gửi; không cộng vào.`,
    "near-line": (text, wanted) => `Dòng “${text}” được hiểu là dòng “${wanted}” của biểu; hãy xem có đúng không.`,
    "near-column": (text, wanted) => `Cột “${text}” được hiểu là cột “${wanted}” của biểu; hãy xem có đúng không.`,
    "missing-lines": (lines) => `Thiếu ${lines.length} dòng của biểu: ${list(lines)}.`,
    "extra-lines": (lines) => `Ghi thêm ${lines.length} dòng mà biểu không có, liệt kê ở trang “Dòng thêm”, chưa cộng vào dòng nào: ${list(lines)}.`,
    "missing-columns": (columns) => `Thiếu cột của biểu: ${list(columns)}.`,
    "extra-columns": (columns) => `Có cột mà biểu không có, không cộng vào: ${list(columns)}.`,
    converted: (columns, from, to) => `${inColumns(columns)} ghi bằng ${unitName(from)}; đã đổi sang ${unitName(to)} rồi mới cộng.`,
    "other-unit": (columns, from, to) => `${inColumns(columns)} ghi bằng “${unitName(from)}”, biểu ghi bằng “${unitName(to)}”; không đổi được nên không cộng vào.`,
    "unit-unsaid": (columns, to) => `${inColumns(columns)} không ghi đơn vị tính; được cộng như ghi bằng ${unitName(to)}.`,
    scale: (column, tens) =>
      `Cột “${column}”: số liệu ${tens > 0 ? "lớn gấp" : "chỉ bằng một phần"} khoảng ${number(10 ** Math.abs(tens))} ${tens > 0 ? "lần " : "so với "}các đơn vị khác; có thể ghi nhầm đơn vị tính. Vẫn cộng như đã ghi, tổng của cột này có thể sai.`,
    "half-filled": (filled, usual) => `Mới điền ${filled} ô, các đơn vị khác thường điền khoảng ${usual} ô; ô trống không tính là 0.`,
    "same-figures": "Các đơn vị này có số liệu giống hệt nhau ở mọi ô; hãy xem có đơn vị nào gửi hai lần hoặc gửi nhầm tệp không. Vẫn cộng cả.",
    unread: (text, label, column) => `“${label}”, cột “${column}”: ghi “${text}”, không phải số; không cộng vào.`,
    "not-added": (columns) => `Có ô tỷ lệ, đơn giá, bình quân ở cột ${list(columns)} không có quy tắc tính lại; để trống, không lấy trung bình.`,
    gap: ({ label, column, stated, computed, others }) => `“${label}”, cột “${column}”: cộng số các đơn vị ghi được ${number(stated)}, tính từ các dòng hoặc cột thành phần được ${number(computed)}; chênh lệch ${number(Number((stated - computed).toPrecision(12)))}.${others > 0 ? ` Còn ${others} ô khác tính theo cùng quy tắc cũng lệch.` : ""}`,
  },
  remarks: {
    base: (file) => `Biểu được lấy theo tệp ${file}: tiêu đề, tên đơn vị, ngày tháng và chữ ký là của tệp đó; hãy sửa lại trước khi dùng.`,
    left: (kinds) => `Không mang theo được: ${kinds.map((kind) => left[kind] ?? kind).join("; ")}.`,
    outside: (count, cells) => `Đã bỏ số gõ sẵn ngoài các biểu, vì là số của riêng một đơn vị: ${some(count, cells)}.`,
    foreign: (count, cells) => `Công thức lấy số từ trang tính khác hoặc tên không có ở đây được thay bằng số: ${some(count, cells)}.`,
    replaced: (count, cells) => `Công thức tính trên số tổng hợp ra kết quả khác với tổng của các đơn vị (như số lượng nhân đơn giá), nên được thay bằng tổng của các đơn vị: ${some(count, cells)}.`,
    "other-sum": (count, cells) => `Công thức cộng của biểu được giữ nguyên, nhưng ra kết quả khác với tổng số các đơn vị đã ghi ở ô đó: ${some(count, cells)}.`,
    unchecked: (count, cells) => `Công thức được giữ nguyên nhưng không so được với số của các đơn vị; hãy xem lại: ${some(count, cells)}.`,
  },
  cli: {
    line: "dòng của biểu (nội dung hoặc số thứ tự) mà số liệu của từng đơn vị được ghi thành một bảng; dùng được nhiều lần",
    form: "tệp mẫu biểu để cộng các tệp vào, thay cho mẫu mà phần lớn các tệp có",
    noLine: (text) => `Không biểu nào có dòng “${text}”.`,
    lineForForms: "--line và --form chỉ dùng khi cộng các biểu không do Bảng Kế hoạch tạo.",
  },
};
