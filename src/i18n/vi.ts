import { writeTarget, type MoneyUnit } from "../quantity";
import { parts, yearRanges } from "./sentences";
import type { Words } from "./types";

const { number, cell, list } = parts("vi", "và");
const UNITS = { dong: "đồng", "nghin-dong": "nghìn đồng", "trieu-dong": "triệu đồng", "ty-dong": "tỷ đồng" } as const;
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

/** Tiếng Việt: bản gốc, theo cách viết của văn bản hành chính. */
export const vi: Words = {
  lang: "vi",
  units: UNITS,
  severities: { error: "Sai", warning: "Cần xem", info: "Thông tin" },
  templates: {
    lang: "vi",
    attachedTo: (_title, issuer) => `(Kèm theo văn bản của ${issuer})`,
    unitCaption: (unit) => `Đơn vị tính: ${UNITS[unit]}`,
    number: "STT",
    note: "Ghi chú",
    year: (year) => `Năm ${year}`,
    numberInput: { title: "Ô này nhận số", refusal: "Chỉ nhập số, không nhập chữ hay đơn vị. Để trống nếu chưa có số liệu." },
    shareInput: { title: "Ô này nhận tỷ lệ", refusal: "Nhập số từ 0 đến 100, không nhập dấu %. Để trống nếu chưa có số liệu." },
    budget: {
      sheet: "Biểu kinh phí",
      title: "BIỂU KINH PHÍ THỰC HIỆN",
      label: "Nội dung chi / Nguồn vốn",
      amount: "Tổng kinh phí được duyệt",
      byYear: "Phân kỳ theo năm",
      years: "Cộng các năm",
      byItem: "Phân theo nội dung chi",
      bySource: "Phân theo nguồn vốn",
    },
    indicators: {
      sheet: "Biểu chỉ tiêu",
      title: "BIỂU CHỈ TIÊU THỰC HIỆN",
      label: "Chỉ tiêu",
      unit: "Đơn vị tính",
      baseline: "Hiện trạng",
      target: "Mục tiêu",
      toYear: (year) => `Đến năm ${year}`,
      actual: "Kết quả thực hiện",
      status: (year) => `Đánh giá năm ${year}`,
      ratioOf: "Cách tính tỷ lệ",
      ratio: (year) => `Số liệu năm ${year}`,
      numerator: "Tử số",
      denominator: "Mẫu số",
      met: "Đạt",
      notMet: "Chưa đạt",
      direction: { up: "tăng", down: "giảm", equal: "giữ" },
      directionHead: "Chiều",
      key: "Mã",
    },
  },
  findings: {
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
  },
  agreement: ({ value, unit, label, breakdowns }) => `${number(value)} khớp: “${label}” (${unit ? UNITS[unit] : "chưa rõ đơn vị"}) bằng ${list(breakdowns.map((one) => `“${one}”`))}.`,
  failures: {
    busy: () => "Excel đang ở chế độ sửa ô hoặc đang mở một hộp thoại. Chưa có gì thay đổi. Hãy nhấn Enter hoặc Esc rồi làm lại.",
    protected: ({ sheet }) => `${sheet ? `Trang tính “${sheet}”` : "Sổ tính"} đang được bảo vệ nên không ghi được. Chưa có gì thay đổi. Hãy bỏ bảo vệ (Xem lại > Bỏ bảo vệ trang tính) rồi làm lại.`,
    "sheet-gone": ({ sheet }) => `Không còn trang tính “${sheet}”. Chưa có gì thay đổi. Hãy kiểm tra lại.`,
    "name-taken": ({ name }) => `Trong sổ tính đã có “${name}”. Chưa có gì thay đổi. Hãy làm lại để dùng tên khác.`,
    "cell-changed": ({ at }) => `Ô ${cell(at)} đã được sửa sau lần kiểm tra. Chưa có gì thay đổi. Hãy kiểm tra lại.`,
    "would-overwrite": ({ sheet, area }) => `Vùng ${area} của trang tính “${sheet}” đã có nội dung khác. Chưa có gì thay đổi. Hãy chuyển nội dung đó đi rồi làm lại.`,
    "too-large": ({ what }) => `Lượng dữ liệu vượt mức Excel nhận trong một lần (${what}). Chưa có gì thay đổi. Hãy chia nhỏ bảng.`,
    "unreadable-file": ({ reason, detail }) =>
      ({
        "not-a-workbook": "tệp không phải sổ tính .xlsx",
        "too-large": "tệp lớn quá mức cho phép",
        encrypted: "tệp có mật khẩu hoặc là tệp .xls cũ; hãy mở bằng Excel rồi lưu thành .xlsx không mật khẩu",
        broken: "tệp bị hỏng",
      })[reason] + (detail ? ` (${detail})` : ""),
    "not-supported": ({ what }) => `Phiên bản Excel này không có chức năng cần dùng (${what}). Chưa có gì thay đổi.`,
    "left-over": ({ sheets }) => `Việc tạo biểu bị dừng giữa chừng và không gỡ hết được. Hãy xoá trang tính: ${sheets.join(", ")}.`,
    unknown: ({ code, message }) => `Excel báo lỗi ${code}: ${message}`,
  },
  refusals: {
    "sheet-has-entries": ({ sheet }) => `Trang tính “${sheet}” đã có số liệu nhập thêm nên không gỡ bỏ. Chưa có gì thay đổi. Nếu không cần nữa, hãy tự xoá trang tính.`,
    "no-tables": () => "Sổ tính này chưa có biểu nào. Hãy tạo biểu trước.",
    "unknown-plan": ({ id }) => `Không có kế hoạch “${id}”.`,
    "nothing-chosen": () => "Chưa chọn biểu nào. Hãy chọn ít nhất một biểu.",
    "no-budget": () => "Kế hoạch này không có số liệu kinh phí nên không tạo được biểu kinh phí.",
    "no-indicators": () => "Kế hoạch này không có chỉ tiêu nên không tạo được biểu chỉ tiêu.",
  },
  summary: {
    sheet: "Tổng hợp",
    title: "TỔNG HỢP KẾT QUẢ THỰC HIỆN",
    madeOn: (date) => `(Số liệu tổng hợp ngày ${date})`,
    met: ({ met, checkable, notMet, open, words }) =>
      [
        `${met}/${checkable} chỉ tiêu đạt`,
        notMet > 0 ? `${notMet} chưa đạt` : "",
        open > 0 ? `${open} chưa có số liệu` : "",
        words > 0 ? `ngoài ra ${words} chỉ tiêu định tính không so sánh bằng số` : "",
      ]
        .filter((part) => part !== "")
        .join("; "),
    indicators: "I. CHỈ TIÊU",
    budget: (label) => `II. KINH PHÍ: ${label}`,
    findings: "III. KẾT QUẢ KIỂM TRA",
    noFindings: "Không phát hiện sai lệch.",
    columns: {
      number: "STT",
      indicator: "Chỉ tiêu",
      unit: "Đơn vị tính",
      target: "Mục tiêu",
      actual: "Thực hiện",
      status: "Đánh giá",
      line: "Nội dung chi / Nguồn vốn",
      amount: (unit) => (unit ? `Kinh phí (${UNITS[unit]})` : "Kinh phí"),
      share: "Tỷ trọng (%)",
      severity: "Mức độ",
      place: "Vị trí",
      finding: "Nội dung",
    },
    status: { met: "Đạt", notMet: "Chưa đạt", open: "Chưa có số liệu", words: "Định tính", unreadable: "Không đọc được" },
    total: "Tổng số",
    charts: {
      indicators: "Kết quả thực hiện so với mục tiêu",
      byLine: (group) => `Kinh phí: ${group.toLocaleLowerCase("vi")}`,
      targetSeries: "Mục tiêu",
      actualSeries: "Thực hiện",
      alt: (title, categories) => `Biểu đồ “${title}” gồm ${categories} mục; số liệu ở bảng ngay phía trên.`,
    },
  },
  cli: {
    written: (file, sheets) => `Đã ghi ${file}: ${sheets.join(", ")}.`,
    clean: (file) => `${file}: không phát hiện sai lệch.`,
    noTables: (file) => `${file}: không có biểu nào do Bảng Kế hoạch tạo.`,
    count: (errors, warnings, infos) => `${errors} sai, ${warnings} cần xem, ${infos} thông tin`,
    exists: (file) => `Đã có tệp ${file}; không ghi đè. Hãy chọn tên khác.`,
    unreadable: (file, why) => `Không đọc được ${file}: ${why}.`,
    cannotWrite: (file, why) => `Không ghi được ${file}: ${why}.`,
    unknownPlan: (id, known) => `Không có kế hoạch “${id}”. Các kế hoạch có sẵn: ${known.join(", ")}.`,
    unknownTables: (value) => `Không có biểu “${value}”. Chọn trong: indicators, budget.`,
    unknownUnit: (value) => `Không có đơn vị “${value}”. Chọn trong: dong, nghin-dong, trieu-dong, ty-dong.`,
    usage: (why) => `Lệnh chưa đúng, chưa làm gì: ${why}. Xem: plan-tables --help`,
    badDate: (value) => `Ngày “${value}” không đúng dạng YYYY-MM-DD.`,
    notThere: "không có tệp hoặc thư mục này",
    help: {
      program: "Lập, kiểm tra và tổng hợp biểu của kế hoạch",
      lang: "ngôn ngữ",
      json: "in ra JSON",
      plans: "liệt kê các kế hoạch có sẵn",
      parse: "đọc các cụm từ chỉ tiêu, số liệu từ đầu vào chuẩn, mỗi dòng một cụm",
      new: "ghi các biểu của một kế hoạch ra tệp .xlsx mới",
      output: "tệp .xlsx sẽ ghi; không ghi đè tệp đã có",
      tables: "các biểu cần lập, cách nhau bằng dấu phẩy: indicators,budget",
      unit: "đơn vị tiền: dong, nghin-dong, trieu-dong, ty-dong",
      check: "kiểm tra các tệp .xlsx hoặc thư mục",
      date: "coi là ngày này thay cho hôm nay (YYYY-MM-DD)",
      schema: "in JSON Schema của các kết quả --json",
    },
    empty: "Không có tệp .xlsx nào để kiểm tra.",
  },
};
