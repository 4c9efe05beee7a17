import type { FormulaAt, FormulaFindings } from "../../findings";
import { parts, place, short } from "../sentences";
import type { FindingWords } from "../types";
import { UNITS } from "./units";

const { number, cell, list, formula } = parts("vi", "và");

const also = (others: readonly { readonly at: FormulaAt["at"] }[]): string =>
  others.length === 0 ? "" : ` Cũng như vậy ở ${others.length > 5 ? `${others.slice(0, 5).map(({ at }) => cell(at)).join(", ")}… (${number(others.length)} ô)` : list(others.map(({ at }) => cell(at)))}.`;
const money = (value: number, unit: FormulaFindings["range-short"]["unit"]): string => `${number(value)}${unit ? ` ${UNITS[unit]}` : ""}`;
const named = (label: string): string => (label === "" ? "" : ` (“${short(label)}”)`);
const signed = (value: number): string => (value < 0 ? `−${number(-value)}` : `+${number(value)}`);

export const formulaFindings: FindingWords<FormulaFindings> = {
  "formula-number": ({ at, label, formula: text, numbers, also: others }) =>
    `Công thức ${formula(text)} của ô ${cell(at)}${named(label)} có số gõ thẳng: ${list(numbers.map(signed))}. Người đọc biểu không thấy số này và không dòng nào nói nó là gì; hãy đưa vào một dòng riêng rồi cộng dòng ấy.${also(others)}`,
  "formula-empty": ({ at, label, formula: text, cells, open, also: others }) => {
    const what = list(cells.map((one) => `${cell(one.at)}${one.text === null ? " (trống)" : ` (chữ “${short(one.text)}”)`}`));
    return `Công thức ${formula(text)} của ô ${cell(at)}${named(label)} cộng cả ${what}. ${open ? "Nếu ô ấy còn phải nhập số thì kết quả chưa đủ." : "Có thể công thức đã trỏ nhầm ô; hãy kiểm tra lại ô được cộng."}${also(others)}`;
  },
  "double-count": ({ at, unit, label, formula: text, value, extra, by, also: others }) => {
    const what = list(by.slice(0, 5).map((one) => `${cell(one.at)}${named(one.label)}`));
    const shown = extra !== null && value !== null && extra !== 0 ? ` Vì vậy ${money(value, unit)} thừa ${money(extra, unit)}.` : "";
    return `Công thức ${formula(text)} của ô ${cell(at)}${named(label)} cộng ${what}${by.length > 5 ? "…" : ""} và cộng cả các ô mà ${by.length > 1 ? "các ô ấy" : "ô ấy"} đã cộng: tính hai lần.${shown} Hãy chỉ cộng số chung hoặc chỉ cộng các phần.${also(others)}`;
  },
  "formula-interrupted": ({ unit, at, label, axis, formula: text, expected, value, right, also: others }) => {
    const beside = axis === "column" ? "các ô trên và dưới" : "các ô hai bên";
    const what = text === null ? `Ô ${cell(at)}${named(label)} là số gõ tay, còn ${beside} đều là cùng một công thức` : `Ô ${cell(at)}${named(label)} có công thức ${formula(text)}, khác công thức chung của ${beside}`;
    const gap = value === null || right === null ? "" : value === right ? `; số đang có vẫn bằng kết quả của công thức ấy nhưng không tự thay đổi theo` : `: ô ghi ${money(value, unit)}, công thức ấy cho ${money(right, unit)}, chênh ${money(Number((value - right).toPrecision(12)), unit)}`;
    return `${what}${gap}. Nếu không cố ý, hãy nhập ${formula(expected)}.${also(others)}`;
  },
  "unseen-number": ({ unit, parts: found }) => {
    const why = { ink: "chữ cùng màu với nền", format: "định dạng số không hiện gì" };
    const what = list(found.slice(0, 5).map((one) => `${cell(one.at)}${named(one.label)} ${money(one.value, unit)} (${why[one.why]}, được cộng vào ${cell(one.by)})`));
    return `Có số không nhìn thấy trên biểu mà vẫn nằm trong tổng: ${what}${found.length > 5 ? `… (${number(found.length)} ô)` : ""}. Người ký không cộng lại được tổng; hãy cho hiện số ấy, hoặc xóa nếu là số thừa.`;
  },
  "calculation-setting": ({ settings }) => {
    const what = {
      manual: "chỉ tính lại khi được yêu cầu (Manual), nên số của công thức có thể đã cũ; bấm F9 rồi lưu lại",
      iterative: "cho phép công thức tham chiếu vòng (Iterative calculation), nên công thức tự gọi mình không bị báo lỗi",
      "as-displayed": "tính theo số đang hiển thị (Precision as displayed), nên phần lẻ đã bị cắt khỏi số liệu và không lấy lại được",
    };
    return `Sổ làm việc đặt cách tính khác thường: ${list(settings.map((one) => what[one]))}. Xem trong Excel: Tệp > Tùy chọn > Công thức và Nâng cao.`;
  },
  "very-hidden": ({ sheets }) =>
    `Sổ làm việc có trang tính bị ẩn sâu, không mở lại được từ menu của Excel: ${list(sheets.map(({ sheet, reader }) => `“${short(sheet)}” (${reader ? `công thức ở ô ${place(reader)} lấy số từ đó` : "có số liệu"})`))}. Người ký không xem được các số này; hãy hiện trang trong trình soạn VBA (thuộc tính Visible) hoặc đưa số vào trang thường.`,
  "range-short": ({ at, unit, label, formula: text, expected, missing, axis, by, also: others }) => {
    const what = list(missing.slice(0, 5).map((one) => `${cell(one.at)}${named(one.label)} ${money(one.value, unit)}`));
    const [line, lines, beside] = axis === "column" ? ["dòng ấy", "các dòng", "các cột bên cạnh"] : ["cột ấy", "các cột", "các dòng trên và dưới"];
    const why = {
      neighbours: `công thức ở ${beside} có cộng`,
      outline: axis === "column" ? "dòng ấy cùng cấp với các dòng được cộng" : "cột ấy ở cùng nhóm tiêu đề với các cột được cộng",
      place: `${line} nằm giữa ${lines} được cộng và ô tổng`,
    }[by];
    return `Công thức ${formula(text)} của ô ${cell(at)}${named(label)} dừng trước ${what}${missing.length > 5 ? "…" : ""}: ${why}. ${by === "place" ? `Nếu ${line} thuộc tổng, hãy sửa` : "Hãy sửa"} thành ${formula(expected)}.${also(others)}`;
  },
};
