import { bareText, readMoneyUnit, type MoneyUnit } from "../../quantity";
import { withYears } from "./years";

/** Another unit of money, with its words. */
export interface NewUnit {
  readonly unit: MoneyUnit;
  readonly words: string;
}

const MONEY = /(?:(?:nghìn|ngàn|triệu|tỷ|tỉ|tr\.?|1[.,]?000(?:[.,]000){0,2})\s*)?(?:đồng|VNĐ|VND|đ)(?![\p{L}])/giu;

/** A text with its years moved on, and where it says in which unit of money numbers are, with another one. */
export function reworded(text: string, by: number, unit: NewUnit | null, inHead = false): string {
  const moved = withYears(text, by, inHead);
  // only what says in what unit numbers are: "ĐVT: triệu đồng", "(đồng)"
  if (!unit || readMoneyUnit(text) === null || !(/đơn vị|đvt|\(/iu.test(text) || bareText(text) === bareText(text.match(MONEY)?.[0] ?? "")))
    return moved;
  return moved.replace(MONEY, unit.words);
}
