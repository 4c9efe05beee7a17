import type { Words } from "../i18n";
import type { State, Work } from "./state";

/** The words of the pane's language, with numbers as this Excel writes them. */
export function wordsIn(work: Work, { lang, notation }: Pick<State, "lang" | "notation">): Words {
  return work.wordsOf(lang, notation ?? lang);
}
