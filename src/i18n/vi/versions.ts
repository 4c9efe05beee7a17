import { parts, short } from "../sentences";
import type { VersionsWords } from "../versions-types";
import { UNITS } from "./units";

const { number, formula, list } = parts("vi", "và");

const signed = (gap: number): string => `${gap > 0 ? "+" : ""}${number(gap)}`;

export const versions: VersionsWords = {
  sheet: "So sánh hai bản",
  title: "NHỮNG THAY ĐỔI GIỮA HAI BẢN",
  between: (old, now, date) => `(Bản cũ: ${old}; bản mới: ${now}; so sánh ngày ${date})`,
  note: "Biểu, dòng và cột được ghép theo nội dung, không theo vị trí ô. Chữ hoa, khoảng trắng, dấu câu và vị trí dấu thanh khác nhau không tính là thay đổi. Chỉ so những biểu được nhận ra.",
  heads: {
    number: "STT", line: "Dòng", column: "Cột", old: "Bản cũ", now: "Bản mới", gap: "Tăng (+), giảm (-)", cell: "Ô", what: "Nội dung thay đổi",
  },
  table: (title, old, now) => (old === now ? `${title} (${old})` : `${title} (${old} → ${now})`),
  cameTable: (title, at) => `Biểu mới: ${title} (${at})`,
  wentTable: (title, at) => `Biểu không còn: ${title} (${at})`,
  sameTable: "Không thay đổi.",
  same: "Hai bản không có thay đổi nào về dòng, cột, số liệu và công thức của các biểu.",
  years: (count) => `Các năm ở đầu cột của bản mới ${count > 0 ? "lùi về sau" : "lùi về trước"} ${Math.abs(count)} năm; các cột được ghép theo đó.`,
  units: (old, now, factor, stated) => {
    const name = (unit: typeof old): string => (unit === null ? "không ghi đơn vị" : UNITS[unit]);
    return stated
      ? `Đơn vị tiền đổi từ ${name(old)} sang ${name(now)}; số của bản cũ được quy đổi trước khi so.`
      : `Hầu hết số của bản mới gấp ${number(factor)} lần bản cũ (bản cũ: ${name(old)}; bản mới: ${name(now)}): có thể đã đổi đơn vị tiền. Số của bản cũ được nhân theo trước khi so.`;
  },
  cameLine: "Dòng mới",
  wentLine: "Dòng không còn",
  cameColumn: "Cột mới",
  wentColumn: "Cột không còn",
  renamed: (near) => (near ? "Tên gần giống, được coi là một" : "Đổi tên"),
  moved: (count) => `${count} dòng đổi chỗ so với các dòng khác.`,
  frozen: (count, cells) => `${count} công thức được thay bằng số gõ sẵn, giá trị không đổi: ${cells.join(", ")}${count > cells.length ? "…" : "."}`,
  thawed: (count, cells) => `${count} số gõ sẵn được thay bằng công thức, giá trị không đổi: ${cells.join(", ")}${count > cells.length ? "…" : "."}`,
  kinds: {
    value: "Đổi số",
    filled: "Điền thêm",
    cleared: "Xóa trắng",
    words: "Đổi chữ",
    formula: "Đổi công thức",
    "typed-over": "Gõ đè lên công thức",
    "made-formula": "Thay bằng công thức",
    computed: "Kết quả công thức đổi theo",
    error: "Lỗi công thức",
  },
  because: (causes, more, rest) => {
    const told = causes.map(({ name, gap, state }) => `${short(name)} ${signed(gap)}${state === "came" ? " (mới)" : state === "went" ? " (không còn)" : ""}`);
    const all = [...told, ...(more > 0 ? [`${more} khoản khác`] : [])];
    const reason = all.length === 0 ? "" : `Do ${list(all)}.`;
    const left = rest === 0 ? "" : `${all.length === 0 ? "Không khoản nào giải thích được" : "Còn"} ${signed(rest)}${all.length === 0 ? "" : " không do các khoản này"}.`;
    return [reason, left].filter((text) => text !== "").join(" ");
  },
  slip: (to, factor) =>
    factor === null
      ? `Có thể gõ nhầm của ${number(to)}: hai chữ số đổi chỗ so với năm trước, trong khi hầu hết các dòng khác không đổi`
      : `Có thể gõ nhầm của ${number(to)}: lệch khoảng ${number(factor)} lần so với năm trước, trong khi các dòng khác của cột lệch chưa đến hai lần`,
  shown: (value) => {
    if (value === null) return "(trống)";
    if (typeof value === "number") return number(value);
    if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
    return typeof value === "string" ? short(value) : formula(short(value.formula));
  },
  gap: signed,
  counts: ({ cells, came, went, tables }) =>
    `${tables} biểu có ở cả hai bản: ${cells} ô thay đổi, ${came} dòng hoặc cột mới, ${went} dòng hoặc cột không còn.`,
  adjustment: {
    sheet: "Điều chỉnh",
    title: (table) => `ĐIỀU CHỈNH: ${table}`,
    number: "STT",
    label: "Nội dung",
    before: "Trước điều chỉnh",
    increase: "Tăng",
    decrease: "Giảm",
    after: "Sau điều chỉnh",
    note: "Ghi chú",
    came: "Bổ sung mới",
    went: "Không còn",
  },
  cli: {
    adjustment: "lập biểu điều chỉnh (trước, tăng, giảm, sau điều chỉnh) vào tệp của -o",
    needsOutput: "--adjustment cần -o để ghi biểu điều chỉnh ra tệp .xlsx mới. Chưa làm gì.",
    diff: "so hai bản của các biểu: dòng, cột, số liệu, công thức nào đã đổi, và vì sao tổng đổi",
    output: "ghi kết quả so sánh ra tệp .xlsx mới",
    oldSheet: "chỉ so trang tính này của bản cũ",
    newSheet: "chỉ so trang tính này của bản mới",
    nothing: "Không biểu nào của bản cũ có trong bản mới; không so được. Hai tệp có thể không phải hai bản của cùng một biểu.",
    noTables: (file) => `${file}: không nhận ra biểu nào; không so được.`,
    noSheet: (sheet, file, sheets) => `${file} không có trang tính “${short(sheet)}”. Các trang tính: ${sheets.join(", ")}.`,
    oneFile: "Hai bản là cùng một tệp: hãy nêu hai trang tính khác nhau bằng --old-sheet và --new-sheet.",
  },
};
