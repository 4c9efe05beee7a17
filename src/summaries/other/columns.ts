import { bareText, fromDong, readMoneyUnit, withoutNoise, type MoneyUnit } from "../../quantity";
import type { OtherColumn, OtherLine, OtherTable } from "../../tables";

const SAYS_TOTAL = /^(?:tong(?: (?:so|cong))?|cong|total|sum)$/;

/** A head that says nothing but that it is a total. */
export function saysTotalAlone(head: string): boolean {
  return SAYS_TOTAL.test(bareText(head));
}

/** What a column is called among others: the lowest of its heads that says what it holds, with those above it where it takes them. */
export function headOf(column: OtherColumn, among: readonly OtherColumn[]): string {
  const own = pathOf(column);
  const isAlone = (name: (path: readonly string[]) => string): boolean =>
    among.every((one) => one.col === column.col || name(pathOf(one)) !== name(own));
  const last = (path: readonly string[]): string => path.at(-1) ?? "";
  return isAlone(last) ? last(own) : own.join(" / ");
}

/** The heads of a column; that of a group's total is called as the group. */
function pathOf({ head }: OtherColumn): string[] {
  const path = head.split(" / ");
  return path.length > 1 && saysTotalAlone(path.at(-1) ?? "") ? path.slice(0, -1) : path;
}

const MONEY_AFTER =
  "tien|von|du(?! an)|lieu|thu|chi(?! (?:tieu|bo|nhanh))|da|con lai|phai|kinh phi|giao(?! vien)|quyet toan|duoc|thuc hien|ke hoach|cuoi|dau|uoc|nop";
/** Heads of what is counted or measured in a table whose caption names money. */
const COUNTED = new RegExp(
  `^(?:so (?!(?:${MONEY_AFTER})\\b)|(?:so )?luong |he so|dan so|bien che|lao dong|can bo|hoc sinh|nhan khau|ho (?:ngheo|dan)|dien tich|khoi luong|san luong|quantity|number|count|area|population)`,
);

/** The unit of money of a column; null where it is not surely in one. */
export function moneyOf({ unit, wordColumns }: OtherTable, { head, unit: own, use }: OtherColumn): MoneyUnit | null {
  if (use !== "amount" || wordColumns.some((column) => column.use === "unit")) return null;
  if (own !== null) return readMoneyUnit(own);
  return COUNTED.test(bareText(head.split(" / ").at(-1) ?? "")) || COUNTED.test(bareText(head)) ? null : unit;
}

/** What the unit of a number is called where that is no money; null where nothing says it. */
export function unitIn(table: OtherTable, column: OtherColumn, { row }: OtherLine): string | null {
  if (moneyOf(table, column) !== null) return null;
  const units = table.wordColumns.find(({ use }) => use === "unit");
  const said = units ? table.value(row, units.col) : null;
  return typeof said === "string" && said.trim() !== "" ? said.trim() : column.unit;
}

/** Single đồng are too long for the columns of a page: they are told as millions, none of them lost. */
export function shownIn(value: number, money: MoneyUnit | null): number {
  const plain = withoutNoise(value);
  if (money !== "dong") return plain;
  return Number.isSafeInteger(plain) ? fromDong(plain, "trieu-dong") : plain / 1e6;
}

/** The unit in which amounts are told, see `shownIn`. */
export function shownUnit(money: MoneyUnit | null): MoneyUnit | null {
  return money === "dong" ? "trieu-dong" : money;
}

/** Points with one decimal, as the formulas beside the lines give them. */
export function shareOf(value: number, whole: number): number {
  return Math.round((value / whole) * 1000) / 10;
}
