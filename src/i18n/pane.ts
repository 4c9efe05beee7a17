import type { Lang } from "../quantity";
import { paneEn } from "./en/pane";
import type { PaneWords } from "./pane-types";
import { paneVi } from "./vi/pane";

export type { PaneTask, PaneWords } from "./pane-types";
export type { CompareFrom, Side } from "./pane-compare-types";

const languages: Readonly<Record<Lang, PaneWords>> = { vi: paneVi, en: paneEn };

/** The words of the pane; kept apart from `wordsOf` so that the pane opens without loading those. */
export function paneWordsOf(lang: Lang): PaneWords {
  return languages[lang];
}
