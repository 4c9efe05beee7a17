import type { Today } from "../app";
import type { Lang } from "../quantity";

export function dayOf(date: Date): Today {
  return { year: date.getFullYear(), month: date.getMonth() + 1, day: date.getDate() };
}

/** "22/11/2026" in Vietnamese, "22 November 2026" in English. */
export function dateIn(lang: Lang, date: Date): string {
  return lang === "vi"
    ? date.toLocaleDateString("vi-VN", { day: "2-digit", month: "2-digit", year: "numeric" })
    : date.toLocaleDateString("en-GB", { dateStyle: "long" });
}

/** "14:05" in either language. */
export function timeOf(date: Date): string {
  return date.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
}
