import type { Lang } from "../quantity";
import type { Place } from "./state";

const PLACES: readonly Place[] = ["create", "check", "summary"];

/** `?place=check` → "check": the ribbon's commands open the pane at a place. Anything else is the first. */
export function placeOf(query: string): Place {
  const wanted = new URLSearchParams(query).get("place");
  return PLACES.find((place) => place === wanted) ?? "create";
}

/** The language that the address names (`?lang=en`), else the one that was chosen before, else Vietnamese where Excel speaks it and English otherwise. */
export function languageOf(query: string, kept: string | null, excel: string | undefined): Lang {
  for (const lang of [new URLSearchParams(query).get("lang"), kept]) {
    if (lang === "vi" || lang === "en") return lang;
  }
  return excel?.toLowerCase().split("-")[0] === "vi" ? "vi" : "en";
}
