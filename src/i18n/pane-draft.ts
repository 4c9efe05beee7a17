import type { Lang } from "../quantity";
import { paneDraft as en } from "./en/pane-draft";
import type { PaneDraftWords } from "./pane-draft-types";
import { paneDraft as vi } from "./vi/pane-draft";

export type { FactKind, FieldFault, PaneDraftWords } from "./pane-draft-types";

const languages: Readonly<Record<Lang, PaneDraftWords>> = { vi, en };

/** The words of the pane for plans out of texts and files; apart from `paneWordsOf`, since few open that part. */
export function paneDraftWordsOf(lang: Lang): PaneDraftWords {
  return languages[lang];
}
