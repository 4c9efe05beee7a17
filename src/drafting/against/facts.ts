import { decimalsOf, readTargetCell, readUnit, scaled, toDong, withoutNoise, type Comparator, type MoneyUnit } from "../../quantity";
import type { CellRef } from "../../sheet";
import type { OtherTable, TypedCell } from "../../tables";
import { countScale, kindOf, type MeasureKind } from "../claims/claim";
import { headRole, type PlanRole } from "../claims/roles";
import { keysOf } from "./words";

/** A figure of a table. */
export interface TableFact {
  readonly at: CellRef;
  readonly line: FactLine;
  readonly column: FactColumn;
  /** Money in đồng, shares in points, else in `unit`. */
  readonly value: number;
  /** The upper end of a target that is a range; null elsewhere. */
  readonly value2: number | null;
  /** Half of this it may be off by having been rounded: a unit of the last digit that it was typed with. */
  readonly step: number;
  readonly kind: MeasureKind;
  /** Null where nothing says it. */
  readonly unit: string | null;
  /** Of a target: how a result is held against it; null for a plain number. */
  readonly comparator: Comparator | null;
  readonly year: number | null;
  readonly role: PlanRole | null;
  /** Other readings of the same cell: a number without a sign of percent under a head of shares. */
  readonly others: readonly number[];
}

export interface FactLine {
  readonly table: FactTable;
  readonly row: number;
  readonly label: string;
  readonly keys: readonly string[];
  /** The labels above it, the nearest first. */
  readonly above: readonly string[];
  readonly parent: FactLine | null;
  /** Its label says only that it adds up others. */
  readonly isTotal: boolean;
  readonly facts: readonly TableFact[];
}

export interface FactColumn {
  readonly col: number;
  readonly head: string;
  /** The words of its head that tell it from others: no year, role or unit. */
  readonly keys: readonly string[];
  readonly isTotal: boolean;
}

export interface FactTable {
  readonly sheet: string;
  /** Words of its title and its sheet. */
  readonly keys: ReadonlySet<string>;
  readonly lines: readonly FactLine[];
  readonly columns: readonly FactColumn[];
}

/** Whether the number format of a cell shows percents; null where that is not known. */
export type PercentAt = (at: CellRef) => boolean | null;

const TOTAL = /^(?:tổng(?: cộng| số)?|cộng|toàn (?:xã|huyện|tỉnh|ngành|quốc|thành phố|bộ)|cả (?:nước|tỉnh|huyện)|tổng (?:kinh phí|vốn|chi|thu)|total)(?: \([^)]*\))?:?$/iu;
/** Heads that say nothing but that numbers stand below. */
const PLAIN_HEAD = /(?<!\p{L})(?:số tiền|thành tiền|giá trị|kinh phí|tổng kinh phí|số liệu|amount|value)(?!\p{L})/giu;
const ROLE_WORDS = /(?<!\p{L})(?:mục tiêu|kế hoạch|dự toán|thực hiện|kết quả|ước|năm|đến|giai đoạn|hiện trạng|chỉ tiêu|giao|đạt|kh|th|target|plan|actual|year|(?:19|20)\d\d(?:\s*-\s*(?:19|20)\d\d)?)(?!\p{L})/giu;
/** Columns that hold names, codes or remarks, and no figures. */
const NO_FIGURES = /^(?:mã|mã số|stt|tt|thời gian(?: thực hiện)?|thời hạn|ghi chú|số thứ tự|tình trạng|code|notes?)$/iu;
/** Columns among those of money whose numbers are none. */
const NO_MONEY = /(?<!\p{L})(?:số lượng|hệ số|số (?:người|hộ|lớp|trường|cái|chiếc|dự án|công trình|ngày|tháng|biên chế)|diện tích|khối lượng|định mức|tỷ lệ|tỉ lệ|biên chế)(?!\p{L})/iu;

/** What a table says, as figures with their words. */
export function factsOf(table: OtherTable, percentAt: PercentAt): FactTable {
  const title = `${table.title?.text ?? ""} ${table.sheet}`;
  const titleYear = onlyYear(title);
  const known = table.columns.filter(({ head }) => !NO_FIGURES.test(head.split(" / ").at(-1) ?? ""));
  const said = table.wordColumns.filter(({ use, head, year }) => use === "words" && (year !== null || headRole(head) !== null));
  const columns = [...known, ...said].map(({ col, head }): FactColumn => ({
    col, head,
    keys: keysOf(head.replace(PLAIN_HEAD, " ").replace(ROLE_WORDS, " ").replace(/ \/ /g, " ")),
    isTotal: TOTAL.test((head.split(" / ").at(-1) ?? "").trim()),
  }));
  const unitColumn = table.wordColumns.find(({ use }) => use === "unit")?.col ?? null;
  const lines: Mutable<FactLine>[] = [];
  const made: FactTable = { sheet: table.sheet, keys: new Set(keysOf(title)), lines, columns };
  for (const row of table.rows) {
    const parent = row.parent === null ? null : (lines[row.parent] ?? null);
    const line: Mutable<FactLine> = {
      table: made, row: row.row, label: row.label, keys: keysOf(row.label), parent,
      above: parent ? [parent.label, ...parent.above] : [],
      isTotal: TOTAL.test(row.label.trim()),
      facts: [],
    };
    lines.push(line);
    const own = unitColumn === null ? null : textOf(table.value(row.row, unitColumn));
    const lineYear = onlyYear(row.label);
    const place = { line, unit: own, year: lineYear };
    line.facts = [
      ...known.flatMap((column, at) => {
        const cell = row.cells.get(column.id);
        const money = table.unit !== null && !NO_MONEY.test(column.head) && column.use !== "share" ? table.unit : null;
        const unit = own ?? column.unit ?? (column.use === "share" ? "%" : null);
        return cell ? numberFact(cell, { ...place, unit, column: columns[at] as FactColumn, money,
          year: column.year ?? lineYear ?? titleYear, share: column.use === "share", percentAt }) : [];
      }),
      ...said.flatMap(({ col, year }, at) => {
        const text = textOf(table.value(row.row, col));
        const column = columns[known.length + at] as FactColumn;
        return text === null ? [] : textFact(text, { sheet: table.sheet, row: row.row, col }, { ...place, column, year: year ?? lineYear });
      }),
    ];
  }
  return made;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

interface Place {
  readonly line: FactLine;
  readonly column: FactColumn;
  readonly unit: string | null;
  readonly year: number | null;
}

function numberFact(
  cell: TypedCell, place: Place & { readonly money: MoneyUnit | null; readonly share: boolean; readonly percentAt: PercentAt },
): TableFact[] {
  const { line, column, unit, year, money, share, percentAt } = place;
  if (cell.state === "text") return textFact(cell.text, cell.at, place);
  if (cell.state !== "number" || cell.none) return [];
  const value = withoutNoise(cell.value);
  const fact = { at: cell.at, line, column, value2: null, comparator: null, year, role: headRole(column.head) };
  const step = 10 ** -decimalsOf(value);
  const reading = readUnit(unit);
  const kind = unit === null ? (money ? "money" : "unknown") : kindOf(reading.unit);
  const factor = kind === "money" ? (unit === null ? dongIn(money) : reading.factor) : 1;
  if (kind === "share") {
    const shown = percentAt(cell.at);
    if (shown === true) return [{ ...fact, value: value * 100, step: step * 100, kind, unit: "%", others: [] }];
    return [{ ...fact, value, step, kind, unit: reading.unit, others: shown === null && share ? [value * 100] : [] }];
  }
  if (kind === "unknown" && percentAt(cell.at) === true)
    return [{ ...fact, value: value * 100, step: step * 100, kind: "share", unit: "%", others: [] }];
  const scale = countScale(reading.unit);
  const by = kind === "money" ? factor : scale.factor;
  const said = unit === null ? (money ? "đồng" : null) : scale.unit;
  return [{ ...fact, value: scaled(value, by), step: step * by, kind, unit: said, others: [] }];
}

/** A target or a result in words and figures: "> 30", "16 - 18", "95%". */
function textFact(text: string, at: CellRef, { line, column, unit, year }: Place): TableFact[] {
  if (!/\d/.test(text) || text.length > LONGEST) return [];
  const reading = readTargetCell(text, unit, "vi");
  if (reading.kind !== "target" && reading.kind !== "quantity") return [];
  const own = readUnit(unit).unit;
  return [reading.target, ...reading.more].map((target): TableFact => {
    const said = target.unit ?? own;
    return {
      at, line, column, year,
      value: target.value, value2: target.comparator === "range" ? target.value2 : null,
      step: 10 ** -decimalsOf(target.value), kind: said === null ? "unknown" : kindOf(said), unit: said,
      comparator: target.comparator === "=" ? null : target.comparator,
      role: headRole(column.head), others: reading.alternatives.map(({ value }) => value),
    };
  });
}
const LONGEST = 120;

const textOf = (value: unknown): string | null => (typeof value === "string" && value.trim() !== "" ? value.trim() : null);

const dongIn = (unit: MoneyUnit | null): number => (unit === null ? 1 : toDong(1, unit));

/** The one year of some words; null for none and for several. */
export function onlyYear(text: string): number | null {
  const years = new Set([...text.matchAll(/(?<!\d)(?:19|20)\d\d(?!\d)/g)].map(([year]) => Number(year)));
  const [first] = years;
  return years.size === 1 && first !== undefined ? first : null;
}
