import type { Lang } from "../quantity";
import { selfTestEn } from "./en/self-test";
import type { SelfTestWords } from "./self-test-types";
import { selfTestVi } from "./vi/self-test";

export type { SelfTestWords } from "./self-test-types";

const languages: Readonly<Record<Lang, SelfTestWords>> = { vi: selfTestVi, en: selfTestEn };

/** The words of the self-test, kept apart from those that the pane opens with. */
export function selfTestWordsOf(lang: Lang): SelfTestWords {
  return languages[lang];
}
