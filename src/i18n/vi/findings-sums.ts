import type { CorrectionData, FindingData, Place, SumCause, SumData, SumFindings } from "../../findings";
import { sumExact, type MoneyUnit } from "../../quantity";
import { columnLetters, type CellRef } from "../../sheet";
import { arithmetic, parts, place } from "../sentences";
import type { FindingWords } from "../types";
import { UNITS } from "./units";

const { number, cell, list, formula } = parts("vi", "và");
/** What a typing hand did, by its code. */
export const TYPING: Readonly<Record<string, string>> = {
  "digits-swapped": "đảo hai chữ số",
  "digit-wrong": "sai một chữ số",
  "digit-doubled": "thừa một chữ số bị lặp",
  "digit-dropped": "thiếu một chữ số",
  zeros: "thừa hoặc thiếu số 0",
  sign: "sai dấu âm, dương",
  separator: "sai dấu phân cách",
  "thousand-fold": "sai đơn vị nghìn lần",
  "amount-left-out": "đang ghi là không có",
  "row-left-out": "tổng bỏ sót một dòng",
  "row-counted-twice": "tổng cộng một dòng hai lần",
  "cells-swapped": "nhập nhầm chỗ của nhau",
  "total-not-updated": "tổng chưa được cập nhật",
};
/** As many as a sentence names; of cells that tie, all that are told, since the wrong one may be any of them. */
const MOST = 5;
const MOST_TIES = 20;

const typing = (kind: string | null, other: Place | null = null): string => (kind && TYPING[kind] ? ` (${TYPING[kind]}${other ? `: “${other.label}”, ô ${cell(other.at)}` : ""})` : "");
const withUnit = (value: number, unit: MoneyUnit | null): string => `${number(value)}${unit ? ` ${UNITS[unit]}` : ""}`;
const gapWords = (gap: number): string => (gap < 0 ? `lớn hơn ${number(-gap)}` : `nhỏ hơn ${number(gap)}`);
const OVER: Readonly<Record<SumData["over"], string>> = { lines: "các dòng", years: "các năm", units: "các đơn vị báo cáo", columns: "các cột" };
const written = ({ from, source }: CorrectionData): string => `${number(from)}${source ? ` (công thức ${formula(source.formula)})` : ""}`;
const change = (one: CorrectionData): string => `${cell(one.at)} từ ${written(one)} thành ${number(one.to)}${typing(one.kind)}`;
const some = (items: readonly string[]): string => (items.length <= MOST ? list(items) : `${items.slice(0, MOST).join(", ")} và ${items.length - MOST} ô khác`);

/** Before a sentence about what was disbursed; others are about the plan. */
const paid = (disbursed: SumData["disbursed"] | undefined): string => (disbursed ? `Giải ngân${disbursed.year === null ? "" : ` năm ${disbursed.year}`}: ` : "");
/** Before a sentence about what a rule of a form wants that people have given a name. */
const ruled = (rule: SumData["rule"] | undefined): string => (rule === undefined ? "" : `Theo quy tắc “${rule}”: `);
const compared = ({ unit, over, axis, stated, computed, gap, disbursed, claim, rule }: SumData, witness: string): string =>
  claim
    ? `${ruled(rule)}Ô ${cell(stated.at)} (“${stated.label}”${claim.head === "" ? "" : `, cột “${claim.head}”`}) ghi ${withUnit(stated.value, unit)}, còn ${arithmetic(claim, "tổng", cell)} là ${number(computed.value)}, ${gapWords(gap)}.`
    : axis === "row"
    ? `${paid(disbursed)}“${stated.label}”: cộng ${OVER[over]} được ${number(computed.value)}, ${gapWords(gap)} so với tổng đã ghi ${withUnit(stated.value, unit)} (ô ${cell(stated.at)}).`
    : computed.label === stated.label
      ? `${paid(disbursed)}“${stated.label}”: các dòng chi tiết cộng được ${number(computed.value)}, ${gapWords(gap)} so với số đã ghi ${withUnit(stated.value, unit)} (ô ${cell(stated.at)}).`
      : `${paid(disbursed)}“${computed.label}” cộng được ${number(computed.value)}, ${gapWords(gap)} so với “${stated.label}” đã ghi ${withUnit(stated.value, unit)} (ô ${cell(stated.at)})${witness}.`;

const alike = (also: readonly { readonly at: CellRef }[]): string => (also.length === 0 ? "" : ` Cũng vậy ở ${some(also.map(({ at }) => cell(at)))}.`);

const or = (items: readonly string[]): string => (items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} hoặc ${items.at(-1) ?? ""}`);

/** Where the gap is the amount of a line. */
const exactly = ({ equals }: SumCause): string => (equals ? ` Chênh lệch đúng bằng số của “${equals.label}” (ô ${cell(equals.at)}): có thể dòng này bị cộng thừa hoặc bỏ sót.` : "");
/** Cells any one of which would settle it; what no slip explains has no value to tell. */
const either = (items: readonly CorrectionData[]): string =>
  `${or(items.map((one) => (one.kind === null ? cell(one.at) : change(one))))}${items.every(({ kind }) => kind === null) ? "; chênh lệch không giống lỗi gõ nào" : ""}`;
/** An amount with one of the cells that were made to agree with it. */
const copies = (items: SumCause["copied"]): string =>
  items.length === 0 ? "" : ` Cũng có thể cùng một lỗi nằm ở hai ô: ${or(items.slice(0, MOST).map(({ amount, parts: [one, ...others] }) => `${change(amount)} cùng với ${one && others.length === 0 ? change(one) : `một trong các ô ${some([...(one ? [one] : []), ...others].map(({ at }) => cell(at)))}`}`))}.`;
/** The cell that is likely wrong, or those that are. */
const likeliest = ({ unit, correction, other, candidates, alike: ties, rarer, together, copied, typedIn }: SumData & SumCause): string => {
  if (correction) {
    const elsewhere = correction.source?.linked ? ` Hãy sửa ở các ô mà công thức này lấy số.` : "";
    const others = rarer.length > 0 ? ` Nếu ô này đúng thì xem ${or(rarer.map(change))}.` : "";
    return `Ô có khả năng sai nhất: ${cell(correction.at)}, đang là ${written(correction)}, có thể là ${withUnit(correction.to, unit)}${typing(correction.kind, other)}.${elsewhere}${others}`;
  }
  const [one, two] = together;
  if (one && two && one.kind === "cells-swapped" && together.length === 2) return `Không ô nào sửa riêng mà khớp; có thể ${cell(one.at)} (${number(one.from)}) và ${cell(two.at)} (${number(two.from)}) nhập nhầm chỗ của nhau.`;
  if (typedIn && one) {
    const unit = typedIn.unit ? `, có lẽ là ${UNITS[typedIn.unit]}` : "";
    const all = `${some(together.map(({ at }) => cell(at)))} ${typedIn.small ? "nhỏ" : "lớn"} gấp ${number(typedIn.factor)} lần: có thể cả ${number(together.length)} ô được nhập theo đơn vị khác${unit}; chẳng hạn ${change({ ...one, kind: null })}`;
    return candidates.length > 0 ? `${all}. Hoặc chỉ sai ở ${or(candidates.map(change))}.` : `${all}.`;
  }
  if (together.length > 0 && rarer.length > 0) return `Có thể cùng một lỗi nằm ở hai ô phải khớp nhau: ${list(together.map(change))}.${copies(copied)} Nếu các ô này đúng thì xem ${either(rarer)}.`;
  if (together.length > 0) return `Không ô nào sửa riêng mà khớp; có thể sai cùng lúc: ${some(together.map(change))}.${copies(copied)}`;
  if (ties > MOST_TIES) return `Chưa xác định được ô sai: sửa riêng ô nào trong ${number(ties)} ô cũng khớp, ví dụ ${list(candidates.slice(0, MOST).map(change))}.${copies(copied)} Cần đối chiếu với văn bản.`;
  if (candidates.length > 0 && (copied.length > 0 || candidates.every(({ kind }) => kind === null))) return `Nếu chỉ sai một ô thì đó là ${either(candidates)}.${copies(copied)} Cần đối chiếu với văn bản.`;
  if (candidates.length > 0) return `Có thể sai ở một trong các ô, sửa riêng ô nào cũng khớp: ${or(candidates.map(change))}.${rarer.length > 0 ? ` Ít khả năng hơn: ${or(rarer.map(change))}.` : ""}`;
  if (copied.length > 0) return `Không ô nào sửa riêng mà khớp.${copies(copied)} Cần đối chiếu với văn bản.`;
  return `Chưa xác định được ô sai: cần đối chiếu với văn bản.`;
};

const WHY: Readonly<Record<FindingData["formula-parts"]["extra"][number]["why"], string>> = {
  total: "là dòng tổng",
  "of-which": "là phần trong đó, đã nằm trong dòng trên",
  within: "đã nằm trong dòng khác được cộng",
  column: "ở cột khác",
  row: "không thuộc phần này",
};

export const sumsFindings: FindingWords<SumFindings> = {
  "sum-mismatch": ({ witness, ...data }) => `${compared(data, witness ? `, là số mà “${witness.label}” cũng cộng được` : "")}${exactly(data)} ${likeliest(data)}`,
  "over-total": ({ unit, axis, over, stated, computed, gap, partial, disbursed, rule }) =>
    axis === "row"
      ? `${ruled(rule)}${paid(disbursed)}“${stated.label}”: ${OVER[over]} đã nhập cộng được ${number(computed.value)}, vượt ${number(-gap)} so với tổng ${withUnit(stated.value, unit)} dù chưa nhập đủ ${OVER[over]}.`
      : `${ruled(rule)}${paid(disbursed)}“${computed.label}”: ${partial ? "các dòng đã nhập" : "các khoản trong đó"} cộng được ${number(computed.value)}, vượt ${number(-gap)} so với ${partial && stated.label === computed.label ? "số đã ghi" : `“${stated.label}”`} ${withUnit(stated.value, unit)} (ô ${cell(stated.at)}).`,
  "breakdowns-differ": (data) =>
    `${paid(data.disbursed)}“${data.computed.label}” cộng được ${number(data.computed.value)}, ${gapWords(data.gap)} so với “${data.stated.label}” ${withUnit(data.stated.value, data.unit)}: hai cách phân chia phải bằng nhau.${exactly(data)} ${likeliest(data)}`,
  "sum-rounding": (data) => `${compared(data, "")} Chênh lệch nằm trong mức làm tròn của các số đã ghi; nếu phải khớp đúng thì kiểm tra lại các số hoặc ghi thêm chữ số thập phân.`,
  "formula-replaced": ({ unit, label, value, right, linked, formula: { at, to }, also }) => {
    const where = `Ô ${cell(at)} (“${label}”)`;
    const restore = `Hãy nhập lại công thức ${formula(to)}`;
    if (value === null) return `${where} đã mất công thức và đang trống, trong khi các ô thành phần cho kết quả ${withUnit(right ?? 0, unit)}. ${restore}.${alike(also)}`;
    if (right === null) return `${where} là số nhập tay ${withUnit(value, unit)} thay cho công thức; các ô thành phần còn trống nên chưa đối chiếu được. ${restore} khi đã có các ô thành phần.${alike(also)}`;
    if (value === right) return `${where} là số nhập tay ${withUnit(value, unit)} thay cho công thức: hiện còn khớp với các ô thành phần nhưng sẽ không đổi theo chúng. ${restore}.${alike(also)}`;
    return `${where} là số ${linked ? "lấy từ sổ làm việc khác" : "nhập tay"} ${withUnit(value, unit)} thay cho công thức, ${value > right ? "lớn hơn" : "nhỏ hơn"} ${number(Math.abs(sumExact([value, -right])))} so với kết quả ${number(right)} của các ô thành phần. ${restore} và đối chiếu số nào đúng.${alike(also)}`;
  },
  "formula-parts": ({ unit, label, value, right, formula: { at, from, to }, missing, extra, twice, subtracted, constant, also }) => {
    const named = (one: Place): string => (one.label === label ? cell(one.at) : `${cell(one.at)} (“${one.label}”)`);
    const faults = [
      ...(missing.length > 0 ? [`bỏ sót ${some(missing.map(named))}`] : []),
      ...(twice.length > 0 ? [`cộng hai lần ${some(twice.map(named))}`] : []),
      ...(subtracted.length > 0 ? [`trừ thay vì cộng ${some(subtracted.map(named))}`] : []),
      ...(extra.length > 0 ? [`cộng cả ${some(extra.map((one) => `${named(one)}, ${WHY[one.why]}`))}`] : []),
      ...(constant === 0 ? [] : [`cộng thêm số ${number(constant)} gõ trong công thức`]),
    ];
    const shown = value === null || right === null ? "" : value === right ? " Kết quả hiện vẫn đúng, nhưng sẽ sai khi số liệu của các ô đó thay đổi." : ` Đang ra ${withUnit(value, unit)}, đúng ra là ${number(right)} (${value > right ? "thừa" : "thiếu"} ${number(Math.abs(sumExact([value, -right])))}).`;
    return `Công thức ${formula(from ?? "")} của ô ${cell(at)} (“${label}”) ${faults.length > 0 ? faults.join("; ") : "không ra kết quả của các ô thành phần"}.${shown} Hãy sửa thành ${formula(to)}.${alike(also)}`;
  },
  "same-amount": ({ unit, value, lines, sameName }) =>
    `${list(lines.map(({ at, label }) => `“${label}” (ô ${cell(at)})`))} cùng ghi ${withUnit(value, unit)}${sameName ? " và cùng tên" : ""}. Hãy xem có phải một khoản bị nhập hai lần không; nếu đúng là hai khoản thì giữ nguyên.`,
  "unit-slip": ({ unit, label, factor, small, against, last, correction: { at, from, to }, also }) => {
    if (last)
      return factor === 1
        ? `“${label}” (ô ${cell(at)}) ghi ${withUnit(from, unit)}, năm trước (${place(last.at)}) là ${number(last.value)}: giống hệt nhưng đảo hai chữ số, trong khi hầu hết các số khác của cột giữ nguyên. Nếu không thay đổi thì đúng ra là ${number(to)}; hãy đối chiếu với văn bản.`
        : `“${label}” (ô ${cell(at)}) ghi ${withUnit(from, unit)}, ${small ? "nhỏ" : "lớn"} hơn cỡ ${number(factor)} lần so với năm trước (${number(last.value)} ở ${place(last.at)}), trong khi các dòng khác của cột không tăng, giảm quá hai lần: có thể đã nhập nhầm, đúng ra là ${number(to)}. Hãy đối chiếu với văn bản.`;
    const than = against === "whole" ? (small ? "các phần của nó" : "tổng chứa nó") : against === "row" ? "các cột khác cùng dòng" : against === "planned" ? "kế hoạch của nó" : against === "sheets" ? "cùng dòng, cùng cột ở các trang khác" : "các dòng bên cạnh";
    return `“${label}” (ô ${cell(at)}) ghi ${withUnit(from, unit)}, ${small ? "nhỏ" : "lớn"} hơn cỡ ${number(factor)} lần so với ${than}: có thể đã nhập theo đơn vị khác, đúng ra là ${number(to)}.${alike(also)} Hãy đối chiếu với văn bản.`;
  },
  "table-unit": ({ unit, to, total, other }) => {
    const fix = `Có lẽ các số được nhập theo ${UNITS[to]}: hãy sửa dòng “Đơn vị tính” hoặc quy đổi lại cả biểu.`;
    return other
      ? `“${total.label}” ở đây là ${withUnit(total.value, unit)} (ô ${cell(total.at)}), còn ở ${place(other.at)} là ${withUnit(other.value, other.unit)}: lệch nhau đúng số lần giữa hai đơn vị tính. ${fix}`
      : `Biểu ghi đơn vị tính là ${UNITS[unit]}, nhưng “${total.label}” là ${withUnit(total.value, unit)} (ô ${cell(total.at)}), vượt quá mọi ngân sách. ${fix}`;
  },
  "table-unit-unread": ({ text }) =>
    `${text === "" ? "Ô đơn vị tính của biểu đang trống" : `Không đọc được đơn vị tính của biểu từ “${text}”`}: các tổng vẫn được kiểm tra, nhưng số tiền không quy đổi ra đồng, không so với biểu khác và không tổng hợp được. Hãy ghi đồng, nghìn đồng, triệu đồng hoặc tỷ đồng.`,
  "negative-amount": ({ unit, label, value }) => `“${label}” ghi số âm ${withUnit(value, unit)}: kinh phí không thể âm, trừ khoản điều chỉnh giảm. Hãy kiểm tra dấu, hoặc nêu rõ trong tên dòng là khoản giảm.`,
  "amount-missing": ({ unit, total, gap, missing }) =>
    `${some(missing.map(({ at, label }) => `“${label}” (ô ${cell(at)})`))} chưa có số tiền, và “${total.label}” ${withUnit(total.value, unit)} còn ${number(gap)} chưa phân cho dòng nào. ${
      missing.length === 1 ? `Nếu đó là số của dòng này thì nhập ${number(gap)}` : "Hãy nhập số của từng dòng"
    }; dòng không có kinh phí thì nhập 0.`,
  "hidden-parts": ({ unit, axis, parts: hidden }) => {
    const values = hidden.flatMap(({ value }) => value ?? []);
    return axis === "rows"
      ? `Dòng ${some(hidden.map(({ at, label }) => `${at.row + 1} (“${label}”)`))} đang ẩn nhưng vẫn được cộng vào tổng${values.length > 0 ? `: ${withUnit(sumExact(values), unit)}` : ""}. Hãy hiện lại trước khi trình ký.`
      : `Cột ${some(hidden.map(({ at, label }) => `${columnLetters(at.col)}${label === "" ? "" : ` (${label})`}`))} đang ẩn nhưng vẫn được cộng vào tổng. Hãy hiện lại trước khi trình ký.`;
  },
};
