import type { Lang } from "../quantity";

const KEY = "plan-tables.lang";

/** The language that was chosen before; null where none was, or where the browser keeps nothing for a frame. */
export function keptLanguage(): string | null {
  try {
    return window.localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

/** Keeps the chosen language. A browser that refuses to keep it asks for nothing more than to choose again next time. */
export function keepLanguage(lang: Lang): void {
  try {
    window.localStorage.setItem(KEY, lang);
  } catch {
    return;
  }
}
