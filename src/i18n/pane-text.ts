import type { Lang } from "../quantity";
import { paneText as en } from "./en/pane-text";
import type { PaneTextWords } from "./pane-text-types";
import { paneText as vi } from "./vi/pane-text";

const languages: Readonly<Record<Lang, PaneTextWords>> = { vi, en };

/** The words of the pane for a text against the tables; apart from `paneWordsOf`, since few open that part. */
export function paneTextWordsOf(lang: Lang): PaneTextWords {
  return languages[lang];
}
