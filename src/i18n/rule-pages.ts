import type { Lang } from "../quantity";
import { rulePages as en } from "./en/rule-pages";
import type { RulePage } from "./rule-page-types";
import { rulePages as vi } from "./vi/rule-pages";

export type { RulePage } from "./rule-page-types";

const languages: Readonly<Record<Lang, Readonly<Record<string, RulePage>>>> = { vi, en };

/** The page of a rule by its name; kept apart from `wordsOf`, since hardly anybody opens one. */
export function rulePage(name: string, lang: Lang): RulePage | null {
  return languages[lang][name] ?? null;
}
