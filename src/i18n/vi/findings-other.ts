import type { ClaimData, OtherFindings } from "../../findings";
import { columnLetters } from "../../sheet";
import { arithmetic, parts, partsNamed, place, short } from "../sentences";
import type { FindingWords } from "../types";
import { missed, withUnit } from "./findings-indicators";
import { day } from "./findings-structure";
import { sumsFindings } from "./findings-sums";
import { UNITS } from "./units";

const { number, target, cell, list } = parts("vi", "và");

/** More tasks are counted. */
const MOST_TASKS = 5;
/** More lines, columns or cells are counted. */
const MOST_PARTS = 5;

const OPS: Readonly<Record<ClaimData["op"], string>> = {
  sum: "tổng",
  same: "bằng",
  "of-which": "số chung",
  difference: "hiệu",
  product: "tích",
  ratio: "tỷ lệ",
};

export const otherFindings: FindingWords<OtherFindings> = {
  "tables-differ": ({ here, there, agreeing, correction }) => {
    const amount = ({ value, unit }: typeof here): string => `${number(value)}${unit ? ` ${UNITS[unit]}` : ""}`;
    const fix = correction ? ` Các tổng của biểu kia đang khớp: ${cell(correction.at)} có thể là ${number(correction.to)}.` : " Hãy đối chiếu xem số nào đúng.";
    return `“${here.label}” (ô ${cell(here.at)}) ghi ${amount(here)}, còn ở ${place(there.at)} ghi ${amount(there)}; ${number(agreeing)} dòng khác của hai cột này đều bằng nhau.${fix}`;
  },
  "form-parts": ({ form, missing }) => {
    const named = missing.slice(0, MOST_PARTS).map(({ of, words }) => `${of === "line" ? "dòng" : "cột"} “${short(words)}”`);
    const more = missing.length - named.length;
    return `Quy tắc của “${short(form)}” nêu ${list(named)}${more > 0 ? ` (và ${more} dòng, cột khác)` : ""} nhưng biểu không có; những quan hệ cần đến chúng chưa kiểm tra được hoặc chỉ được nhắc để lưu ý. Hãy đối chiếu biểu với mẫu, hoặc sửa tên ở quy tắc.`;
  },
  "form-blank": ({ axis, of, rule, cells }) => {
    const named = cells.slice(0, MOST_PARTS).map(({ at, label }) => `${cell(at)}${label === "" ? "" : ` (“${short(label)}”)`}`);
    const more = cells.length - named.length;
    return `Còn trống ${list(named)}${more > 0 ? ` và ${more} ô khác` : ""}, trong khi quy tắc${rule === null ? "" : ` “${short(rule)}”`} của ${axis === "column" ? "dòng" : "cột"} “${short(of)}” đòi mọi ô phải có số. Hãy ghi số (không có thì ghi 0).`;
  },
  "wrong-day": ({ at, label, text, why }) =>
    `Ô ${cell(at)}${label === "" ? "" : ` (“${short(label)}”)`} ghi “${short(text)}”: ${why === "calendar" ? "lịch không có ngày ấy" : "không đọc được thành thời gian, trong khi các ô khác của cột đều là ngày"}. Hãy đối chiếu với văn bản và ghi lại.`,
  "result-not-met": ({ indicator, unit, actual, target: aim, judgement }) =>
    `Chưa đạt: “${short(indicator)}” thực hiện ${withUnit(actual, unit)}, kế hoạch ${target(aim)}, ${missed(judgement, aim.unit)}.`,
  "assessment-differs": ({ indicator, unit, text, actual, target: aim, judgement }) =>
    `“${short(indicator)}” được đánh giá “${short(text)}”, nhưng thực hiện ${withUnit(actual, unit)} so với kế hoạch ${target(aim)} là ${judgement.status === "met" ? "đạt" : `chưa đạt (${missed(judgement, aim.unit)})`}. Hãy đối chiếu số liệu và đánh giá.`,
  "status-differs": ({ task, text, why, due, done, progress }) => {
    const [term, end] = [due ? day(due) : "", done ? day(done) : ""];
    const said: Readonly<Record<typeof why, string>> = {
      "done-late": `nhưng hoàn thành ngày ${end}, sau hạn ${term}`,
      "done-early": `nhưng hoàn thành ngày ${end}, chưa quá hạn ${term}`,
      "done-later": `nhưng ngày hoàn thành ${end} chưa đến`,
      "not-due": `nhưng đã qua hạn ${term}`,
      "not-late": `nhưng chưa qua hạn ${term}`,
      unfinished: `nhưng tiến độ mới là ${number(progress ?? 0)} %`,
      finished: "nhưng tiến độ đã là 100 %",
    };
    return `“${short(task)}” ghi “${short(text)}”, ${said[why]}. Hãy đối chiếu và ghi lại cho khớp.`;
  },
  "tasks-overdue": ({ tasks }) => {
    const named = tasks.slice(0, MOST_TASKS).map(({ label, due, text }) => `“${short(label)}” (hạn ${day(due)}, ghi “${short(text)}”)`);
    const more = tasks.length - named.length;
    return `Quá hạn mà chưa hoàn thành: ${named.join("; ")}${more > 0 ? ` và ${more} việc khác` : ""}.`;
  },
  "product-mismatch": (data) => sumsFindings["sum-mismatch"]({ ...data, witness: null }),
  "table-question": ({ unit, axis, stated, computed, claim, failing }) => {
    if (!claim) return "";
    const line = axis === "column";
    const what = line ? `Dòng ${stated.at.row + 1} (“${stated.label}”)` : `Cột ${columnLetters(stated.at.col)}${claim.head === "" ? "" : ` (“${claim.head}”)`}`;
    const more = failing > 1 ? ` (không khớp ở ${number(failing)} ô)` : "";
    return `${what} có phải là ${OPS[claim.op]} của ${line ? "dòng" : "cột"} ${partsNamed(claim, axis, list)} không? Ô ${cell(stated.at)} ghi ${number(stated.value)}${unit ? ` ${UNITS[unit]}` : ""}, còn ${arithmetic(claim, "tổng", cell)} là ${number(computed.value)}${more}. Trả lời một lần thì không hỏi lại.`;
  },
};
