import type { PaneTableWords, RuleData } from "../pane-table-types";
import { ratioOf } from "../ratios";
import { UNITS } from "./units";

const KINDS = { indicators: "Biểu chỉ tiêu", budget: "Biểu kinh phí", tasks: "Biểu nhiệm vụ", other: "Biểu số liệu" } as const;

/** "C + D", "6–9", "C − D", "D ÷ C × 100". */
export function reckoned({ op, parts, added, factor, growth }: Pick<RuleData, "op" | "parts" | "added" | "factor" | "growth">): string {
  if (op === "difference") return [parts.slice(0, added).join(" + "), ...parts.slice(added)].join(" − ");
  if (op === "ratio") return `${ratioOf(parts, growth)}${factor === 1 ? "" : ` × ${factor}`}`;
  return parts.join(op === "product" ? " × " : " + ");
}
const USES: PaneTableWords["uses"] = {
  amount: "số liệu cộng được", share: "tỷ lệ", quantity: "số lượng, đơn giá (không cộng dồn)", words: "chữ hoặc mã, không phải số liệu",
};

export const paneTable: PaneTableWords = {
  title: "Biểu này",
  working: "Đang đọc biểu…",
  none: "Ô đang chọn không nằm trong biểu nào đã nhận ra. Hãy chọn một ô trong biểu rồi bấm “Biểu này”; nếu vừa nhập biểu mới, hãy bấm “Kiểm tra” trước.",
  understood: ({ range, kind, unit, heads, lines, levels, columns }) =>
    [
      `${KINDS[kind]} ${range}`,
      ...(unit === null ? (kind === "budget" || kind === "other" ? ["chưa rõ đơn vị tính"] : []) : [`đơn vị tính: ${UNITS[unit]}`]),
      ...(heads === "" ? [] : [`đầu biểu: dòng ${heads}`]),
      levels > 1 ? `${lines} dòng, ${levels} cấp` : `${lines} dòng`,
      ...(columns === "" ? [] : [`cột số liệu: ${columns}`]),
    ].join("; "),
  rule: (rule) => {
    const { axis, op, total, count, failing, everywhere } = rule;
    const [what, where] = axis === "row" ? ["cột", "dòng"] : ["dòng", "cột"];
    const of = axis === "row" ? (everywhere ? "ở mọi dòng" : `ở ${count} dòng`) : everywhere ? "" : `ở ${count} cột`;
    const wrong = failing === 0 ? "" : ` (lệch ở ${failing} ${where})`;
    return `${what} ${total} ${op === "of-which" ? "≥" : "="} ${reckoned(rule)}${of === "" ? "" : ` ${of}`}${wrong}`;
  },
  noRules: "Chưa nhận ra dòng, cột nào cộng thành dòng, cột nào.",
  more: (count) => `và ${count} quan hệ khác`,
  doubts: (count) => `Còn ${count} điều chưa chắc:`,
  total: (cell, stated, computed, holds) => (holds ? `${cell} ghi ${stated}, khớp với các phần:` : `${cell} ghi ${stated}, còn các phần cho ${computed}:`),
  partsOf: (cell) => `Các phần của ${cell}`,
  noTotal: (axis) => (axis === "column" ? "Dòng này không phải là tổng" : "Cột này không phải là tổng"),
  takeOver: "Nhận biểu này",
  letGo: "Bỏ nhận",
  takingOver: "Đang ghi cách hiểu biểu…",
  takeOverHint: "Nhận biểu: đặt tên vùng cho các phần của biểu và ghi cách hiểu ra một trang tính để xem, sửa; ô của biểu giữ nguyên.",
  taken: "Biểu đã nhận; cách hiểu ở trang tính:",
  correct: "Sửa cách hiểu biểu này",
  head: (row, so) => (so ? `Dòng ${row} là đầu biểu` : `Dòng ${row} không phải đầu biểu`),
  headOf: (row, range) => `Dòng ${row} là đầu của biểu ${range}`,
  column: (column, use) => `Cột ${column} đang được hiểu là ${USES[use]}. Thực ra là:`,
  uses: { amount: "Số liệu cộng được", share: "Tỷ lệ", quantity: "Số lượng, đơn giá", words: "Không phải số liệu" },
  partsHint: (cell) => `${cell} là tổng của những ô nào? Chọn các dòng (hoặc các cột) là phần của tổng trên trang tính, giữ Ctrl để chọn nhiều vùng, rồi bấm:`,
  isTotal: (axis, name) => (axis === "column" ? `Dòng ${name} là tổng của các dòng đang chọn` : `Cột ${name} là tổng của các cột đang chọn`),
  hint: "Chọn một ô tổng rồi bấm “Biểu này” để xem các phần của nó.",
};
