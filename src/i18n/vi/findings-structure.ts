import type { StructureFindings } from "../../findings";
import type { Day } from "../../quantity";
import { parts, place, short } from "../sentences";
import type { CellRef } from "../../sheet";
import type { FindingWords, Words } from "../types";
import { templates } from "./templates";
import { UNITS } from "./units";

const { number, list, cell } = parts("vi", "và");
export const day = ({ day: d, month, year }: Day): string => [d, month].map((part) => String(part).padStart(2, "0")).concat(String(year)).join("/");
const quoted = (labels: readonly string[]): string => list(labels.map((label) => `“${label}”`));
/** Of a long list its beginning, and how many there are. */
const some = (labels: readonly string[]): string => (labels.length > 5 ? `${labels.slice(0, 5).map((label) => `“${label}”`).join(", ")}… (${labels.length} dòng)` : quoted(labels));
const someOf = (items: readonly string[]): string => (items.length > 5 ? `${items.slice(0, 5).join(", ")}…` : list(items));
const someCells = (cells: readonly CellRef[]): string => someOf(cells.map(cell));
const unchecked = (sums: readonly string[]): string => (sums.length === 0 ? "" : ` Vì vậy chưa kiểm tra được tổng ở ${some(sums)}.`);

/** Of a long circle its beginning. */
const MOST_IN_CIRCLE = 8;

/** What a column is called in the tables, by its key. */
function columnName(kind: StructureFindings["columns-gone"]["kind"], key: string): string {
  const [, column = "", digits = ""] = /^([a-z]+)(\d*)$/.exec(key) ?? [];
  const words: Readonly<Record<string, string>> = {
    number: templates.number, label: templates[kind].label, key: templates.indicators.key, direction: templates.indicators.directionHead, amount: templates.budget.total, years: templates.budget.years,
    disbursed: templates.budget.disbursed, dyears: templates.budget.disbursed, rate: templates.budget.rate, d: templates.budget.disbursed,
    unit: templates.indicators.unit, baseline: templates.indicators.baseline, target: templates.indicators.target, actual: templates.indicators.actual, num: templates.indicators.numerator, den: templates.indicators.denominator,
    where: templates.tasks.where, lead: templates.tasks.lead, cooperating: templates.tasks.cooperating, time: templates.tasks.time, status: templates.tasks.status, progress: templates.tasks.progress, units: templates.unitsTotal, note: templates.note,
    u: `Đơn vị thứ ${digits}`, un: `${templates.indicators.numerator} của đơn vị thứ ${digits}`, ud: `${templates.indicators.denominator} của đơn vị thứ ${digits}`, y: templates.year(Number(digits)),
  };
  if (kind === "indicators" && column === "status" && digits !== "") return templates.indicators.status(Number(digits));
  const name = words[column] ?? key;
  return digits.length === 4 && column !== "y" ? `${name} ${templates.year(Number(digits)).toLocaleLowerCase("vi")}` : name;
}

const STATUS = { ...templates.tasks.statuses, blank: "chưa nhập" } as const;

export const structureFindings: FindingWords<StructureFindings> = {
  "text-for-number": ({ text, reading, others, unit, letters, formula }) =>
    formula ? `Ô này có công thức “${short(text)}” nhưng đang được giữ dưới dạng chữ nên không tính và không được cộng vào đâu. Hãy đặt định dạng ô là General (Chung), bấm F2, xóa dấu nháy đứng trước nếu có, gõ dấu = thường rồi Enter${text.includes(";") || text.includes(",") ? "; các phần trong ngoặc ngăn cách bằng dấu mà Excel trên máy này dùng (“;” hoặc “,”)" : ""}.` : `Ô này là chữ “${text}”, không phải số, nên không được cộng vào đâu.${
      reading === null ? " Hãy nhập lại bằng số." : ` Có thể là ${list([reading, ...others].map((one) => number(one))).replace(" và ", " hoặc ")}${unit ? ` ${UNITS[unit]}` : ""}${letters ? " (chữ O, l, I gõ nhầm cho số 0, 1)" : ""}.`
    }`,
  "date-for-number": ({ label, value, day: date }) =>
    `“${label}” là ${number(value)}, khác hẳn các số bên cạnh: có thể Excel đã đổi số liệu gõ dạng “${date.day}/${date.month}” thành ngày ${day(date)}. Hãy định dạng ô là số rồi nhập lại.`,
  "cell-error": ({ error, sums, also }) => `Công thức của ô này báo lỗi ${error}.${also.length > 0 ? ` Cũng vậy ở ${also.length} ô khác (${someCells(also.map(({ at }) => at))}).` : ""}${unchecked(sums)}`,
  "not-evaluated": ({ formula, kept, sums, also }) =>
    `Không tính được công thức ${formula} ở đây nên ô này chưa được kiểm tra${kept === null || kept === "" ? "" : ` (giá trị tệp giữ từ lần lưu cuối: ${typeof kept === "number" ? number(kept) : `“${kept}”`})`}; hãy mở tệp bằng Excel để kiểm tra.${also.length > 0 ? ` Cũng vậy ở ${also.length} ô khác (${someCells(also.map(({ at }) => at))}).` : ""}${unchecked(sums)}`,
  "linked-values": ({ places, books }) =>
    `${places.length === 1 ? "Ô này lấy số" : `${places.length} ô (${someCells(places)}) lấy số`} từ sổ làm việc khác${books.length === 0 ? "" : ` (${someOf(books)})`}: đã dùng giá trị lưu trong tệp, chưa cập nhật ở đây. Nếu sổ làm việc ấy đã đổi thì hãy cập nhật liên kết trong Excel rồi kiểm tra lại.`,
  circular: ({ circle, sums }) => {
    const [first, ...others] = circle;
    const at = (one: CellRef): string => (one.sheet === first?.at.sheet ? cell(one) : place(one));
    const formulas = circle.flatMap((one) => (one.formula === null ? [] : [`${at(one.at)} ${short(one.formula.replaceAll(",", ";"))}`])).slice(0, MOST_IN_CIRCLE);
    const said = formulas.length === 0 ? "" : ` (${formulas.join("; ")})`;
    const what = others.length === 0 && first ? `Công thức của ô ${at(first.at)} lấy số của chính ô này${said}` : `Công thức vòng ${circle.length > MOST_IN_CIRCLE ? `qua ${circle.length} ô: ${circle.slice(0, MOST_IN_CIRCLE).map((one) => at(one.at)).join(" ← ")} ← …` : [...circle, ...circle.slice(0, 1)].map((one) => at(one.at)).join(" ← ")}, ô sau tính ra ô trước${said}`;
    return `${what}, nên không tính được. Hãy nhập số vào một trong các ô ấy, hoặc sửa công thức để không lấy lại số của chính nó.${unchecked(sums)}`;
  },
  "digits-lost": ({ value, digits, unit, sums }) => `Ô này có số ${digits} chữ số (${number(value)}${unit ? ` ${UNITS[unit]}` : ""}); Excel chỉ giữ được 15 chữ số, các chữ số sau thành 0. Hãy xem có phải gõ thừa hoặc dính hai số; số lớn thật thì ghi theo đơn vị tính lớn hơn.${unchecked(sums)}`,
  "table-lost": ({ kind, sheet }) =>
    `Trang tính “${sheet}” có mẫu ${templates[kind].sheet.toLocaleLowerCase("vi")} của Bảng Kế hoạch nhưng đã mất tên vùng (do sao chép, xóa hoặc ghép sổ làm việc) nên biểu này chưa được kiểm tra và tổng hợp. Hãy lập lại biểu rồi chép số liệu sang, hoặc sao chép lại trang tính từ sổ làm việc gốc bằng lệnh Di chuyển hoặc Sao chép.`,
  "columns-gone": ({ kind, keys, numbers }) =>
    [
      ...(keys.length > 0 ? [`Biểu thiếu cột ${quoted(keys.map((key) => columnName(kind, key)))}: cột đã bị xóa hoặc mất tên đã đặt, nên phần kiểm tra dựa vào cột này không thực hiện được.`] : []),
      ...(numbers.length > 0 ? [`Dòng số thứ tự cột thiếu số ${list(numbers.map(String))}: có thể đã xóa cột.`] : []),
    ].join(" "),
  "column-head-blank": ({ kind, keys }) => `Đầu cột để trống: ${quoted(keys.map((key) => columnName(kind, key)))}; số liệu vẫn được kiểm tra theo tên đã đặt của cột.`,
  "column-head-year": ({ text, year }) => `Đầu cột ghi “${text}” nhưng cột này được lập cho năm ${year} và số liệu được kiểm tra theo năm ${year}. Hãy sửa lại đầu cột, hoặc nhập số liệu vào đúng cột của năm.`,
  "rows-outside": ({ kind, rows }) =>
    `${rows.length === 1 ? "Dòng" : `${rows.length} dòng`} ${some(rows.map(({ label }) => label))} nhập dưới dòng cuối của biểu nên nằm ngoài biểu: ${kind === "budget" ? "không được cộng vào tổng và không được kiểm tra" : "không được kiểm tra và tổng hợp"}. Hãy chèn dòng vào phía trên dòng cuối của biểu rồi chuyển nội dung vào đó.`,
  "columns-outside": ({ columns }) => `Cột ${quoted(columns.map(({ label }) => label))} không phải cột của biểu (do người dùng thêm), nên số liệu trong cột không được cộng và không được kiểm tra.`,
  "outline-twice": ({ number: one, rows }) => `Số thứ tự ${one} bị trùng ở ${rows.length} dòng: ${some(rows.map(({ label }) => label))}.`,
  "outline-order": ({ number: one, before, under }) => (under === null ? `Số thứ tự ${one} đứng sau ${before ?? ""}: sai trật tự.` : `Số thứ tự ${one} đứng dưới mục ${under}, không thuộc mục này.`),
  "outline-skipped": ({ jumps }) => `Số thứ tự không liên tục: ${list(jumps.map(({ after, next }) => (after === null ? `bắt đầu từ ${next}` : `sau ${after} là ${next}`)))}.`,
  "merged-inputs": ({ from, to, hidden }) =>
    `Các ô nhập liệu ${cell(from.at)}:${cell(to.at)} bị gộp thành một ô.${
      hidden.length > 0 ? ` Bên dưới ô gộp còn dữ liệu không nhìn thấy ở ${list(hidden.map(({ at }) => cell(at)))}, vẫn được tính.` : ""
    } Hãy bỏ gộp ô để nhập riêng từng ô.`,
  "task-lead-missing": ({ tasks, all }) => (all ? `Chưa có nhiệm vụ nào (trong ${tasks.length} nhiệm vụ) ghi cơ quan chủ trì.` : `Chưa ghi cơ quan chủ trì${tasks.length > 5 ? ` của ${tasks.length} nhiệm vụ, như` : ""}: ${quoted(tasks.slice(0, tasks.length > 5 ? 2 : undefined))}.`),
  "task-late": ({ task, time, due, status, units, silent }) =>
    status === "blank"
      ? `Đã đến hạn, chưa ghi tình trạng: “${task}” có thời gian thực hiện “${time}” (hạn cuối ${day(due)})${units.length > 0 ? `, ở ${units.length} đơn vị: ${list(units)}` : ""}.`
      : `Quá hạn: “${task}” có thời gian thực hiện “${time}” (hạn cuối ${day(due)}), ${units.length > 0 ? `chưa hoàn thành ở ${units.length - silent.length} đơn vị: ${list(units.filter((unit) => !silent.includes(unit)))}${silent.length > 0 ? `; chưa ghi tình trạng ở ${silent.length} đơn vị: ${list(silent)}` : ""}` : `tình trạng: ${STATUS[status].toLocaleLowerCase("vi")}`}.`,
  "task-time-unreadable": ({ task, time }) => `Không đọc được thời gian thực hiện “${time}” của “${task}”, nên không biết đã quá hạn hay chưa. Có thể ghi: “Quý II/2024”, “Trước ngày 30/6/2024”, “Hằng năm”, “Thường xuyên”.`,
  "task-statuses-missing": ({ late, tasks }) => `Chưa nhập tình trạng của nhiệm vụ nào trong ${tasks} nhiệm vụ; ${late} nhiệm vụ đã qua hạn ghi trong biểu.`,
  "task-status-unknown": ({ task, text }) => `Tình trạng “${text}” của “${task}” không có trong danh sách. Hãy chọn ${list(Object.values(templates.tasks.statuses).map((status) => `“${status}”`)).replace(" và ", " hoặc ")}.`,
  "task-progress-differs": ({ task, done, progress }) => (done ? `“${task}” ghi đã hoàn thành nhưng tiến độ mới là ${number(progress)} %.` : `“${task}” có tiến độ ${number(progress)} % nhưng chưa ghi là đã hoàn thành.`),
  "task-progress-range": ({ task, progress }) => `Tiến độ của “${task}” là ${number(progress)} %, ngoài khoảng từ 0 đến 100.`,
};

export const brokenRule: Words["brokenRule"] = ({ rule, error }) =>
  `Lỗi của Bảng Kế hoạch: quy tắc “${rule}” không chạy được (${short(error)}), nên chưa kiểm tra theo quy tắc này. Các quy tắc khác vẫn được kiểm tra; số liệu trong biểu không liên quan đến lỗi này.`;
