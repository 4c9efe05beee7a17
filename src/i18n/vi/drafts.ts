import type { DraftWords, FactNamed, PlaceStep, ShownGap } from "../draft-types";
import { ended, parts, short } from "../sentences";
import { UNITS } from "./units";

const { number, list } = parts("vi", "và");

const STEPS: Readonly<Record<PlaceStep["kind"], string>> = {
  annex: "phụ lục", article: "điều", section: "mục", point: "điểm", dash: "gạch đầu dòng", plus: "dấu cộng", row: "bảng, dòng",
  paragraph: "đoạn",
};

const KINDS: Readonly<Record<FactNamed["kind"], string>> = { indicator: "Chỉ tiêu", budget: "Khoản kinh phí", task: "Nhiệm vụ" };

const named = ({ kind, name }: FactNamed): string => (name === "" ? KINDS[kind] : `${KINDS[kind]} “${short(name)}”`);
const amountOf = (amount: number, unit: string): string => `${number(amount, 9)} ${unit}`;
const suspected = (one: ShownGap["candidates"][number]): string =>
  `“${short(one.label)}” ghi ${amountOf(one.amount, one.unit)}, có thể là ${amountOf(one.value, one.unit)}`;
const capital = (text: string): string => text.charAt(0).toLocaleUpperCase("vi") + text.slice(1);

const doubts: DraftWords["doubts"] = {
  name: "tên", year: "năm", value: "trị số", kind: "có phải số liệu của kế hoạch hay không", parent: "thuộc khoản nào",
  scan: "chữ nhận dạng từ bản quét", readings: "có nhiều cách đọc",
};

const fault: DraftWords["fault"] = ({ at, code, text }) =>
  `${at === "" ? "" : `ở ${at}: `}${ended(
    {
      "not-json": `không phải JSON (${short(text)})`,
      "too-long": `dài quá ${text} ký tự`,
      missing: "thiếu mục này",
      "unknown-field": `có mục không dùng tới: ${short(text)}`,
      "wrong-kind": `giá trị không đúng loại, cần ${text}`,
      "bad-value": text === "" ? "giá trị không dùng được" : `giá trị không dùng được, chọn trong: ${short(text)}`,
      "out-of-range": `ngoài phạm vi, cần ${text}`,
      blank: "để trống",
      twice: `“${short(text)}” đứng hai lần`,
      "not-above": `không có dòng “${short(text)}” đứng trước`,
      "no-own-target": "không có mục tiêu nào của chính chỉ tiêu",
      "bad-period": "năm đầu sau năm cuối",
    }[code],
  )}`;

export const drafts: DraftWords = {
  kept: {
    sheet: "Nguồn số liệu",
    title: "NGUỒN SỐ LIỆU CỦA KẾ HOẠCH",
    note: "Mỗi dòng là một số liệu lấy từ văn bản, kèm vị trí và nguyên văn. Trang tính này giúp Kiểm tra, Tổng hợp và lập thêm biểu đối chiếu với văn bản; sửa ở đây không làm thay đổi các biểu.",
    heads: {
      kind: "Loại", name: "Tên", said: "Văn bản ghi", year: "Năm", where: "Vị trí", evidence: "Nguyên văn", data: "Dữ liệu",
    },
    kinds: { plan: "Kế hoạch", indicator: "Chỉ tiêu", budget: "Kinh phí", task: "Nhiệm vụ", note: "Ghi chú" },
    led: (lead, cooperating, time) =>
      [
        ...(lead === null ? [] : [`chủ trì: ${lead}`]),
        ...(cooperating === null ? [] : [`phối hợp: ${cooperating}`]),
        ...(time === null ? [] : [`thời gian: ${time}`]),
      ].join("; "),
  },
  amount: (amount, unit) => amountOf(amount, UNITS[unit]),
  place: (steps) => capital(steps.map(({ kind, number: own }) => `${STEPS[kind]} ${own}`.trim()).join(", ")),
  doubts,
  doubtful: (fact, why) => `${named(fact)}: chưa chắc về ${list(why.map((one) => doubts[one]))}; cần đối chiếu với văn bản.`,
  left: (fact, why) =>
    `${named(fact)}: ${
      {
        currency: "không tính bằng đồng nên không đưa vào biểu kinh phí",
        "not-whole-dong": "không phải số đồng nguyên nên không đưa vào biểu kinh phí",
        "too-much": "số quá lớn nên không đưa vào biểu kinh phí",
        "no-name": "không có tên và nguyên văn nên không đưa vào biểu",
        "no-year": "văn bản không ghi năm nên được xếp vào năm cuối của kế hoạch",
        "bad-year": "năm không hợp lệ nên được xếp vào năm cuối của kế hoạch",
        "bad-number": "trị số không dùng được nên chỉ ghi bằng lời",
        "no-parent": "không rõ thuộc khoản nào nên được tách riêng",
        cut: "nội dung dài hơn mức một ô chứa được nên bị cắt bớt",
      }[why]
    }.`,
  gap: ({ kind, total, computed, candidates }) =>
    [
      kind === "words"
        ? `“${short(total.label)}” ghi ${amountOf(total.amount, total.unit)} nhưng phần “Bằng chữ” ghi ${amountOf(computed, total.unit)}.`
        : `“${short(total.label)}” ghi ${amountOf(total.amount, total.unit)} nhưng các khoản cộng lại được ${amountOf(computed, total.unit)}.`,
      ...(candidates.length === 0
        ? []
        : [`${candidates.length > 1 ? "Có thể sai ở một trong các khoản: " : "Số dễ sai nhất: "}${candidates.map(suspected).join("; hoặc ")}.`]),
    ].join(" "),
  unread: (rows) => `Một bảng có ${rows} dòng số liệu chưa được lấy số liệu nào, cần đối chiếu với văn bản.`,
  budget: "Các khoản kinh phí",
  cli: {
    extract: "đọc văn bản kế hoạch (.txt, .docx, .pdf) thành chỉ tiêu, kinh phí, nhiệm vụ kèm nguyên văn; mã 1 khi số tiền trong văn bản không khớp nhau",
    output: "tệp .xlsx mới có các biểu của kế hoạch; không ghi đè tệp đã có",
    plan: "tệp .json mới có kế hoạch, dùng lại được với new",
    title: "tên kế hoạch, thay cho tên đọc được từ văn bản",
    issuer: "cơ quan ban hành, thay cho tên đọc được từ văn bản",
    period: "các năm của kế hoạch, ví dụ 2026-2030, thay cho các năm đọc được từ văn bản",
    progress: (percent) => `Đang đọc văn bản: ${percent} %`,
    nothing: (file) => `${file}: không tìm thấy chỉ tiêu, khoản kinh phí hay nhiệm vụ nào trong văn bản.`,
    planWritten: (file) => `Đã ghi kế hoạch ra ${file}.`,
    badPeriod: (value) => `Các năm “${short(value)}” không đúng dạng, ví dụ 2026-2030 (từ 1990 đến 2100).`,
    noTitle: (title) => `Văn bản không ghi tên kế hoạch nên tạm đặt là “${short(title)}” theo tên tệp; đặt tên khác bằng --title.`,
    yearsTaken: (from, to) => `Văn bản không ghi kế hoạch của những năm nào nên tạm lấy ${from === to ? from : `${from}–${to}`} theo số liệu hoặc ngày của văn bản; chọn năm khác bằng --period.`,
    badPlan: (file, what) => `Tệp kế hoạch ${file} không dùng được, ${fault(what)} Chưa làm gì.`,
    head: ({ title, issuer, number: own, date, period }) =>
      [title === "" ? "(không rõ tên kế hoạch)" : title, ...[issuer, own, date].filter(Boolean), ...(period ? [`${period.from}–${period.to}`] : [])].join("; "),
    list: (kind, count, unsure) =>
      `${{ indicators: "Chỉ tiêu", budget: "Kinh phí", tasks: "Nhiệm vụ" }[kind]}: ${count}${unsure === 0 ? "" : `, trong đó ${unsure} cần xem lại (đánh dấu ?)`}`,
    target: (name, scope, text, year) => `${short(name)}${scope === null ? "" : ` (${short(scope)})`}: ${short(text)}${year === null ? "" : ` (${year})`}`,
    amount: (label, amount, unit, year) => `${short(label)}${year === null ? "" : ` (${year})`}: ${amountOf(amount, unit)}`,
    task: (name, lead, time) => [short(name), ...(lead === null ? [] : [`chủ trì: ${short(lead)}`]), ...(time === null ? [] : [short(time)])].join("; "),
    unsure: (why, evidence) => `chưa chắc về ${list(why.map((one) => doubts[one]))}; nguyên văn: “${short(evidence)}”`,
  },
  fault,
};
