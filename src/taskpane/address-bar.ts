import type { Lang } from "../quantity";
import type { Place } from "./state";

const PLACES: readonly Place[] = ["create", "check", "summary"];

/** `?place=check` → "check": the ribbon's commands open the pane at a place. Anything else is the first. */
export function placeOf(query: string): Place {
  const wanted = new URLSearchParams(query).get("place");
  return PLACES.find((place) => place === wanted) ?? "create";
}

/**
 * The language that the address names (`?lang=en`), else the one that was chosen before, else Vietnamese where one of those that are spoken
 * is, and English otherwise: an English Excel on a Vietnamese machine is common.
 */
export function languageOf(query: string, kept: string | null, spoken: readonly (string | undefined)[]): Lang {
  for (const lang of [new URLSearchParams(query).get("lang"), kept]) {
    if (lang === "vi" || lang === "en") return lang;
  }
  return spoken.some(isVietnamese) ? "vi" : "en";
}

/** "vi-VN", "VI". */
export function isVietnamese(language: string | undefined): boolean {
  return language?.toLowerCase().split("-")[0] === "vi";
}

/** True for a text with a letter that Vietnamese alone has, of the languages that people write here. */
export function readsVietnamese(text: string): boolean {
  return /[\u0103\u0111\u01A1\u01B0\u1EA0-\u1EF9]/iu.test(text.normalize("NFC"));
}
