import type { LayoutColumn } from "../../reading";
import type { Years } from "../document/document";
import { saidYears } from "../document/years";
import { headOf, labelColumn, type Grid } from "./grids";

const LEAD = /chủ trì|phụ trách|đầu mối|chịu trách nhiệm|(?:cơ quan|đơn vị|người|bộ phận)(?:[ ,\p{L}]{0,20})? (?:thực hiện|tham mưu)$|^(?:cơ quan|đơn vị) thực hiện|phân công/iu;
const COOPERATING = /phối hợp|tham gia/iu;
const TIME = /thời gian|thời hạn|tiến độ|hoàn thành|lộ trình|thời điểm/iu;
const ACTUAL = /(?<!\p{L})(?:ước|thực hiện|th|kết quả|hiện trạng|hiện có|đạt được|đã đạt|thực trạng|cùng kỳ)(?!\p{L})/iu;
const PLANNED = /(?<!\p{L})(?:kế hoạch|kh|mục tiêu|chỉ tiêu|phấn đấu|giao|đến năm|dự kiến)(?!\p{L})/iu;
const COMPARED = /so (?:với|sánh)|(?:tỷ|tỉ) lệ (?:%|hoàn thành|đạt|so)|%\s*(?:kh|kế hoạch|so|tăng)|tăng.{0,6}giảm|tốc độ tăng|ghi chú|xếp loại|đánh giá/iu;

/** Who leads, who cooperates and by when, as the heads say it. */
export interface TaskColumns {
  readonly lead: LayoutColumn | null;
  readonly cooperating: LayoutColumn | null;
  readonly time: LayoutColumn | null;
}

/** Null for a table that is none of tasks: it has to say who leads. */
export function taskColumns(grid: Grid): TaskColumns | null {
  const columns = grid.layout.columns.filter(({ kind, path }) => kind !== "outline" && kind !== "label" && path.length > 0);
  const find = (words: RegExp, not?: RegExp): LayoutColumn | null =>
    columns.find((column) => words.test(headOf(column)) && !(not?.test(headOf(column)) ?? false)) ?? null;
  const cooperating = find(COOPERATING, /chủ trì/iu);
  const lead = find(LEAD, TIME);
  if (lead === null || labelColumn(grid) === undefined) return null;
  return { lead, cooperating: cooperating === lead ? null : cooperating, time: find(TIME, LEAD) };
}

/** A column of targets, with the years that it is for; `years` null where its heads say none. */
export interface TargetColumn {
  readonly column: LayoutColumn;
  readonly years: Years | null;
}

export interface IndicatorColumns {
  readonly targets: readonly TargetColumn[];
  /** What was reached before, the latest last. */
  readonly actuals: readonly TargetColumn[];
}

/** What is to be reached and what was, as heads and years say; "thực hiện", and years before the plan, are no targets. */
export function indicatorColumns({ layout }: Grid, plan: Years | null): IndicatorColumns {
  const [targets, actuals]: [TargetColumn[], TargetColumn[]] = [[], []];
  for (const column of layout.columns) {
    const head = headOf(column);
    const mayHold = column.kind === "amount" || column.kind === "share" || column.kind === "quantity" || column.kind === "words";
    if (!mayHold || head === "" || COMPARED.test(head)) continue;
    const years = yearsOf(column);
    const isPast = years !== null && plan !== null && years.to < plan.from;
    // "thực hiện" behind the plan's words is its target's: "mục tiêu thực hiện đến năm 2030"
    const isActual = isPast || (ACTUAL.test(head) && !/(?:kế hoạch|mục tiêu|chỉ tiêu)[^/]*thực hiện/iu.test(head));
    if (isActual) actuals.push({ column, years });
    else if (years !== null || PLANNED.test(head)) targets.push({ column, years });
  }
  return { targets, actuals: actuals.sort((a, b) => (a.years?.to ?? 0) - (b.years?.to ?? 0)) };
}

/** "KH 2026", "2030", "Giai đoạn 2026 - 2030": the lowest head that says any. */
export function yearsOf({ path, year }: LayoutColumn): Years | null {
  for (const head of path.toReversed()) {
    const said = saidYears(head).findLast(({ role }) => role !== "base");
    if (said) return { from: said.from, to: said.to };
    const [first, last] = [...head.matchAll(/(?<!\d)(?:19|20)\d\d(?!\d)/gu)].map(([text]) => Number(text)).sort((a, b) => a - b);
    if (first !== undefined) return { from: first, to: last ?? first };
  }
  return year === null ? null : { from: year, to: year };
}
