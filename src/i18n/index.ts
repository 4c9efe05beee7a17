import type { Direction, Lang } from "../quantity";
import type { Finding, FindingCode, FindingData } from "../findings";
import { en } from "./en";
import type { Words } from "./types";
import { vi } from "./vi";

export type { Words } from "./types";
export type { RefusalCode, RefusalData } from "./refusals";
export { place } from "./sentences";

const languages: Readonly<Record<Lang, Words>> = { vi, en };

export function wordsOf(lang: Lang): Words {
  return languages[lang];
}

/** What a direction is called in the tables of any language. */
export const directionWords: ReadonlyMap<string, Direction> = new Map(
  Object.values(languages).flatMap(({ templates }) => (Object.entries(templates.indicators.direction) as [Direction, string][]).map(([direction, word]) => [word, direction] as const)),
);

/** The sentence of a finding. */
export function findingSentence(finding: Finding, words: Words): string {
  const sentence = words.findings[finding.code] as (data: FindingData[FindingCode]) => string;
  return sentence(finding.data);
}

/** The sentence of anything that was thrown: a failure of the workbook, a refusal of ours, or a fault that nobody foresaw. */
export function failureSentence(cause: unknown, words: Words): { readonly code: string; readonly sentence: string } {
  if (!(cause instanceof Error)) return { code: "unknown", sentence: words.failures.unknown({ code: "unknown", message: String(cause) }) };
  const { code, data } = cause as Error & { code?: unknown; data?: unknown };
  const known: Readonly<Record<string, unknown>> = { ...(cause.name === "WorkbookFailure" ? words.failures : {}), ...(cause.name === "Refusal" ? words.refusals : {}) };
  const sentence = typeof code === "string" ? known[code] : undefined;
  if (typeof code === "string" && typeof sentence === "function") return { code, sentence: (sentence as (data: unknown) => string)(data) };
  return { code: "unknown", sentence: words.failures.unknown({ code: cause.name, message: cause.message }) };
}
