import { bareText, readMoneyUnit, type MoneyUnit } from "../../quantity";
import type { TextCell } from "../../tables";
import { CELL, type Cells } from "./cells";
import { isCaption } from "./words";

/** Units that heads name in brackets or alone, without accents. */
const UNIT =
  /^(?:%|‰|%o|\$|usd|eur|£|nguoi|ha|tan|ta|yen|kg|km|km2|m|m2|m3|m²|m³|ho|lop|hoc sinh|truong|cai|chiec|con|cay|luot|luot (?:nguoi|khach)|lan|giuong|nam|thang|ngay|gio|phong|xa|thon|nghin (?:nguoi|tan|ha|con|luot)|trieu (?:nguoi|tan|usd)|nghin usd|kwh|mw|lit|ty le %|[$£]'?000|'?000|thousands?|millions?|persons?|number|percent|per cent)$/;

/** A unit within the words of a head, and the words without it: "Số tiền (triệu đồng)", "Cơ cấu (%)", "%"; "Số hộ" stays as it is. */
export function unitIn(text: string): { readonly words: string; readonly unit: string | null } {
  for (const found of text.matchAll(/[([]([^()[\]]{1,40})[)\]]/g)) {
    const inside = (found[1] ?? "").replace(/^(?:đvt|đơn vị(?: tính)?|dvt)\s*:\s*/iu, "").trim();
    if (readMoneyUnit(inside) !== null || UNIT.test(bareText(inside)))
      return {
        words: `${text.slice(0, found.index)} ${text.slice(found.index + found[0].length)}`.replace(/\s+/g, " ").trim(),
        unit: inside,
      };
  }
  const named = /^(?:đvt|đơn vị tính|đơn vị)\s*:\s*(.+)$/iu.exec(text)?.[1];
  if (named !== undefined && (readMoneyUnit(named) !== null || UNIT.test(bareText(named)))) return { words: "", unit: named };
  if (readMoneyUnit(text) !== null && bareText(text).split(" ").length <= 2) return { words: "", unit: text };
  if (UNIT.test(bareText(text)) && /[%‰$£\d]/.test(text)) return { words: "", unit: text };
  const counted = /^(?:tổng )?số (.+)$/iu.exec(text.normalize("NFC"))?.[1];
  return { words: text, unit: counted !== undefined && UNIT.test(bareText(counted)) ? counted : null };
}

/** Above a table its unit is looked for in so many rows. */
const REACH = 8;

export interface Caption {
  readonly cell: TextCell;
  readonly unit: MoneyUnit | null;
}

/** Where the unit of a table is said: in the rows above its first one, the nearest first, or among its heads. */
export function captionOf(
  cells: Cells,
  { first, last, above }: { readonly first: number; readonly last: number; readonly above: number },
  { left, right }: { readonly left: number; readonly right: number },
): Caption | null {
  for (let row = last; row >= Math.max(above, first - REACH, 0); row--) {
    for (let col = right; col >= left; col--) {
      if (cells.kind(row, col) !== CELL.text) continue;
      const text = cells.text(row, col);
      if (row >= first ? !/(?:đơn vị(?: tính)?|đvt)\s*:/iu.test(text) || !isCaption(text) : !isCaption(text)) continue;
      return {
        cell: { at: { sheet: cells.sheet, row: cells.rowAt(row), col: cells.left + col }, text },
        unit: readMoneyUnit(captionPart(text)),
      };
    }
  }
  return null;
}

/** Of "BIỂU 1 (Đơn vị tính: triệu đồng)" what is said of the unit. */
function captionPart(text: string): string {
  return /(?:đơn vị(?: tính)?|đvt|unit)\s*:?\s*[^()]*$|\((?:đơn vị(?: tính)?|đvt|unit)?\s*:?[^()]*\)/iu.exec(text)?.[0] ?? text;
}
