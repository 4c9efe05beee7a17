import type { SummaryWords } from "../summary-types";
import { parts } from "../sentences";
import { UNITS } from "./units";
import { comparison } from "./comparison";
import { others } from "./summary-others";

type Counts = Parameters<SummaryWords["met"]>[0];
const joined = (pieces: readonly string[], by = "; "): string => pieces.filter((part) => part !== "").join(by);
/** More names than this do not fit a sentence. */
const MOST_NAMES = 5;
const names = (labels: readonly string[]): string => `${labels.slice(0, MOST_NAMES).join("; ")}${labels.length > MOST_NAMES ? `; và ${labels.length - MOST_NAMES} chỉ tiêu khác` : ""}`;
const unitAfter = (unit: string | null): string => (unit === null ? "" : unit === "%" ? " điểm phần trăm" : unit === "‰" ? " điểm phần nghìn" : unit.startsWith("/") ? "" : ` ${unit}`);
const lower = (text: string): string => text.charAt(0).toLocaleLowerCase("vi") + text.slice(1);

/** Where no value can be held against a target: nothing is met, and nothing missed. */
const nothingJudged = ({ checkable, notDue, words, unjudged, ...said }: Omit<Counts, "met" | "exceeded" | "notMet" | "open">): string =>
  checkable === 0
    ? joined([words > 0 ? `Chỉ có ${inWords({ words, ...said }, ", ")}` : "", unclear(unjudged)])
    : joined([`Chưa có số liệu của ${checkable} chỉ tiêu${notDue > 0 ? ` (trong đó ${notDue} chưa đến hạn)` : ""}`, words > 0 ? `ngoài ra ${inWords({ words, ...said })}` : "", unclear(unjudged)]);
/** Those in words, by what people have chosen where anybody has. */
const inWords = ({ words, wordsMet, wordsNotMet, wordsWatched }: Pick<Counts, "words" | "wordsMet" | "wordsNotMet" | "wordsWatched">, before = " "): string => {
  const open = words - wordsMet - wordsNotMet - wordsWatched;
  const each = ([[wordsMet, "đạt"], [wordsNotMet, "chưa đạt"], [wordsWatched, "theo dõi"], [open, "chưa đánh giá"]] as const).flatMap(([count, name]) => (count > 0 ? [`${count} ${name}`] : []));
  return `${words} chỉ tiêu định tính${open === words ? `${before}không so sánh bằng số` : `: ${each.join(", ")}`}`;
};
const unclear = (count: number): string => (count > 0 ? `${count} chỉ tiêu chưa đánh giá được (chưa rõ mục tiêu hoặc chiều)` : "");

const status: SummaryWords["status"] = { met: "Đạt", notMet: "Chưa đạt", open: "Chưa có số liệu", notDue: "Chưa đến hạn", undirected: "Chưa rõ chiều", several: "Nhiều mục tiêu", words: "Chưa đánh giá", wordsMet: "Đạt", wordsNotMet: "Chưa đạt", wordsWatched: "Theo dõi", unreadable: "Không đọc được", otherUnit: "Khác đơn vị tính" };
const { number } = parts("vi", "và");
const DOTS = "…………………………";

export const summary: SummaryWords = {
  sheet: "Tổng hợp",
  title: "TỔNG HỢP KẾT QUẢ THỰC HIỆN KẾ HOẠCH",
  subtitle: ({ title, plans, date }) => (title === null ? `(${plans > 1 ? `${plans} kế hoạch; s` : "S"}ố liệu tổng hợp ngày ${date})` : `${title}\n(Số liệu tổng hợp ngày ${date})`),
  met: ({ met, exceeded, checkable, notMet, open, notDue, words, unjudged, ...said }) =>
    met + notMet === 0
      ? nothingJudged({ checkable, notDue, words, unjudged, ...said })
      : joined([
          `${met}/${checkable} chỉ tiêu đạt và vượt${exceeded > 0 ? ` (trong đó ${exceeded} vượt)` : ""}`,
          notMet > 0 ? `${notMet} chưa đạt` : "",
          open > 0 ? `${open} chưa có số liệu` : "",
          notDue > 0 ? `${notDue} chưa đến hạn` : "",
          words > 0 ? `ngoài ra ${inWords({ words, ...said })}` : "",
          unclear(unjudged),
        ]),
  noIndicators: "Không có biểu chỉ tiêu",
  changes: ({ since, moved, added, gone }) => {
    const parts = [...moved.map(({ to, labels }) => `${labels.length} chỉ tiêu${/^words[A-Z]/.test(to) ? " định tính" : ""} chuyển sang “${lower(status[to])}”: ${names(labels)}`), added > 0 ? `thêm ${added} mục tiêu` : "", gone > 0 ? `bớt ${gone} mục tiêu` : ""];
    return `So với lần trước (ngày ${since}): ${joined(parts) || "không có thay đổi về đánh giá chỉ tiêu"}.`;
  },
  section: (number, text) => `${number}. ${text}`,
  sections: { indicators: "CHỈ TIÊU", budget: "KINH PHÍ", tasks: "NHIỆM VỤ" },
  unnamed: "CÁC BIỂU KHÔNG GHI TÊN KẾ HOẠCH",
  missedHeading: (count) => `${count} chỉ tiêu chưa đạt:`,
  missed: ({ label, year, actual, target, by, over, unit }) => `- ${label}: ${year === null ? "" : `năm ${year} `}thực hiện ${actual}${unit === "%" || unit === "‰" ? unit : ""}, mục tiêu ${target}${by === null ? `, mới bằng mức, phải ${over ? "thấp" : "cao"} hơn` : `, ${over ? "vượt" : "còn thiếu"} ${by}${unitAfter(unit)}`}.`,
  over: (by) => `vượt ${by}`,
  under: (by) => `thấp hơn ${by}`,
  countsHeading: "Tình hình theo nhóm chỉ tiêu và theo năm (mỗi chỉ tiêu tính một lần, theo mốc gần nhất có số liệu)",
  counts: { group: "Nhóm chỉ tiêu", total: "Số chỉ tiêu", met: "Đạt và vượt", exceeded: "Trong đó vượt", notMet: "Chưa đạt", open: "Chưa có số liệu", notDue: "Chưa đến hạn", words: "Định tính, chưa rõ" },
  assessedHeading: "Đánh giá chỉ tiêu định tính theo nhóm (do người báo cáo chọn)",
  allInWords: "Tất cả chỉ tiêu định tính",
  noGroup: "Không thuộc nhóm nào",
  allIndicators: "Tất cả chỉ tiêu",
  targetsOf: (year) => `Mục tiêu đến năm ${year}`,
  eachHeading: "Kết quả từng chỉ tiêu so với mục tiêu",
  wordsHeading: "Chỉ tiêu không so sánh bằng số",
  courseHeading: "Diễn biến các chỉ tiêu qua các năm",
  course: { met: "Đã đạt", missed: "Không đạt đúng hạn", onTheWay: "Đúng tiến độ", behind: (expected, year) => `Chậm: năm ${year} cần ${expected}` },
  year: (year) => `Năm ${year}`,
  itemsBySources: "Nội dung chi theo nguồn vốn",
  spelled: (words) => `Bằng chữ: ${words}.`,
  tasks: {
    sentence: ({ total, states, late, due }, statuses) =>
      `- ${total} nhiệm vụ: ${joined([...(["done", "doing", "todo", "paused", "dropped", "postponed", "blank"] as const).map((state) => (states[state] > 0 ? `${states[state]} ${lower(statuses[state])}` : "")), due > 0 ? `${due} đã đến hạn, chưa ghi tình trạng` : "", late > 0 ? `${late} quá hạn` : due === 0 ? "không có nhiệm vụ quá hạn" : ""])}.`,
    byLead: "Theo cơ quan chủ trì",
    noLead: "(Chưa ghi cơ quan chủ trì)",
    blank: "Chưa ghi tình trạng",
    total: "Số nhiệm vụ",
    late: "Quá hạn",
    lateHeading: (count) => `${count} nhiệm vụ quá hạn`,
    daysLate: "Số ngày quá hạn",
    dueHeading: (count) => `${count} nhiệm vụ đã đến hạn, chưa ghi tình trạng`,
    dueOn: "Hạn cuối",
  },
  leftoverHeading: "Ý kiến ghi ở những dòng không còn trong biểu",
  keptRow: (label) => `Dòng cũ, giữ lại vì có ghi chú: ${label}`,
  letter: {
    above: "TÊN CƠ QUAN CHỦ QUẢN",
    partyAbove: "TÊN ĐẢNG BỘ CẤP TRÊN",
    agency: "TÊN ĐƠN VỊ BÁO CÁO",
    state: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    motto: "Độc lập - Tự do - Hạnh phúc",
    party: "ĐẢNG CỘNG SẢN VIỆT NAM",
    number: "Số: ……/BC-……",
    partyNumber: "Số ……-BC/……",
    now: (text) => `Mẫu hiện nay: ${text}`,
    place: (year) => `……………, ngày …… tháng …… năm ${year}`,
    to: "Nơi nhận:",
    receivers: ["- ……………………………………;", "- ……………………………………;", "- Lưu: VT, ……"],
    maker: "NGƯỜI LẬP BIỂU",
    makerNote: "(Ký, ghi rõ họ tên)",
    signer: "THỦ TRƯỞNG ĐƠN VỊ",
    signerNote: "(Ký, ghi rõ họ tên, đóng dấu)",
    name: DOTS,
  },
  disbursed: {
    heading: "Giải ngân so với kinh phí kế hoạch",
    byYear: "Giải ngân theo năm",
    sentence: ({ planned, disbursed, left, rate, unit }) =>
      `- Đã giải ngân ${number(disbursed)}${planned === null ? "" : `/${number(planned)}`}${unit ? ` ${UNITS[unit]}` : ""}${rate === null ? "" : `, đạt ${number(rate)}%`}${left === null ? "" : left < 0 ? `; vượt ${number(-left)}` : `; còn lại ${number(left)}`}.`,
    amount: (unit) => (unit ? `Giải ngân (${UNITS[unit]})` : "Giải ngân"),
    rate: "Tỷ lệ giải ngân (%)",
    left: "Còn lại",
    chart: "Kinh phí kế hoạch và giải ngân",
  },
  columns: {
    number: "STT",
    indicator: "Chỉ tiêu",
    unit: "Đơn vị tính",
    baseline: "Hiện trạng",
    year: "Năm",
    target: "Mục tiêu",
    actual: "Thực hiện",
    distance: "Vượt (+), hụt (−)",
    status: "Đánh giá",
    progress: "Tiến độ",
    opinion: "Ý kiến",
    source: "Nguồn số liệu (không in)",
    line: "Nội dung chi / Nguồn vốn",
    amount: (unit) => (unit ? `Kinh phí (${UNITS[unit]})` : "Kinh phí"),
    share: "Tỷ trọng (%)",
    what: "Nội dung",
  },
  status,
  total: "Tổng cộng",
  charts: {
    indicators: "Kết quả thực hiện so với mục tiêu (%)",
    course: "Diễn biến qua các năm (%)",
    series: (number, label) => `${number === "" ? "" : `${number}. `}${label.length > 60 ? `${label.slice(0, 59).trimEnd()}…` : label}`,
    byLine: (group, unit) => `${unit}: ${lower(group)}`,
    shares: (group) => `Tỷ trọng kinh phí: ${lower(group)}`,
    itemsBySources: (unit) => `${unit}: nội dung chi theo nguồn vốn`,
    byYear: (unit) => `${unit} theo năm`,
    targetSeries: "Mục tiêu",
    actualSeries: "Thực hiện",
    figures: "Số liệu của biểu đồ (không in)",
    alt: (title, entries) => `Biểu đồ “${title}”: ${entries.join("; ")}.`,
  },
  comparison,
  others,
};
