import { bareText, readTime } from "../../quantity";
import type { WrongDay } from "../../tables";
import type { CellReader } from "../cells";
import type { Layout } from "./layout";

const HEAD = /\b(?:thoi (?:gian|han|diem)|ngay|han (?:hoan thanh|xu ly|chot)|dates?|deadline|due)\b/;
/** A day, in figures; what goes on after it is the number of a document. */
const DAY = /(?<![\p{L}\d/.-])(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?![\p{L}\d]|[/.-][\p{L}\d])/gu;
/** So many days in a column say that all of it is days. */
const FEWEST_DAYS = 3;

/**
 * What is wrong in columns whose heads say that they hold days: days that no calendar has, whichever of day and month comes first, and the
 * one text with figures that nobody can read as a time where all else are days.
 */
export function wrongDays({ sheet, columns, lines }: Layout, { text }: Pick<CellReader, "text">): WrongDay[] {
  return columns.flatMap(({ path, col }): WrongDay[] => {
    if (!HEAD.test(bareText(path.join(" ")))) return [];
    const filled = lines.flatMap(({ row, label }) => {
      const words = text(row, col).trim();
      return words === "" ? [] : [{ at: { sheet, row, col }, label, text: words, days: [...words.matchAll(DAY)] }];
    });
    const others = filled.filter(({ days }) => days.length === 0);
    const [odd] = others;
    const unreadable =
      odd && others.length === 1 && filled.length > FEWEST_DAYS && /\d/.test(odd.text) && readTime(odd.text, null).kind === "unreadable";
    return [
      ...filled.filter(({ days }) => days.some(isNoDay)).map(({ days: _, ...one }): WrongDay => ({ ...one, why: "calendar" })),
      ...(unreadable ? [{ at: odd.at, label: odd.label, text: odd.text, why: "unreadable" as const }] : []),
    ];
  });
}

function isNoDay([, first = "", second = "", year = ""]: RegExpExecArray): boolean {
  const has = (day: number, month: number): boolean =>
    month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(Number(year), month, 0)).getUTCDate();
  return !has(Number(first), Number(second)) && !has(Number(second), Number(first));
}
