import type { Direction, Lang } from "../quantity";
import type { DocumentNotice } from "../documents/document-text";
import type { Finding, FindingCode, FindingData, RecordStatus } from "../findings";
import type { TaskStatus, TemplateWords, Assessment } from "../templates";
import { en } from "./en";
import type { SystemFault, Words } from "./types";
import { short, shortened, withNotation } from "./sentences";
import { vi } from "./vi";

export type { UsageFault, Words } from "./types";
export type { RefusalCode, RefusalData } from "./refusals";
export type { FactNamed, KeptField, LeftWhy, PlaceStep, ShownGap } from "./draft-types";
export { indicatorNames } from "./indicator-names";
export { placeNames } from "./place-names";
export type { RuleData, TableData } from "./pane-table-types";
export { place, shortened, yearRanges } from "./sentences";

const languages: Readonly<Record<Lang, Words>> = { vi, en };

const inNotations = (words: Words): Readonly<Record<Lang, Words>> => ({ vi: withNotation({ ...words, notation: "vi" }, "vi"), en: withNotation({ ...words, notation: "en" }, "en") });
const written: Readonly<Record<Lang, Readonly<Record<Lang, Words>>>> = { vi: inNotations(vi), en: inNotations(en) };

/** The words of a language, with the numbers of its sentences in a notation: that of the language where nothing else is known. */
export function wordsOf(lang: Lang, notation: Lang = lang): Words {
  return written[lang][notation];
}

/** What directions, the statuses of tasks and assessments are called in the tables of any language, and the language of each head of an indicator table, in lower case. */
export const readingWords: { readonly directions: ReadonlyMap<string, Direction>; readonly statuses: ReadonlyMap<string, TaskStatus>; readonly assessments: ReadonlyMap<string, Assessment>; readonly heads: ReadonlyMap<string, Lang> } = {
  directions: reversed(({ indicators }) => indicators.direction),
  statuses: reversed(({ tasks }) => tasks.statuses),
  assessments: reversed(({ indicators: { met, notMet, watched } }) => ({ met, notMet, watched })),
  heads: new Map(Object.values(languages).flatMap(({ templates: { lang, indicators: own } }) => [own.label, own.unit, own.baseline, own.target, own.actual, own.key].map((head) => [head.toLocaleLowerCase("vi"), lang] as const))),
};

function reversed<K extends string>(wordsIn: (templates: TemplateWords) => Readonly<Record<K, string>>): ReadonlyMap<string, K> {
  return new Map(Object.values(languages).flatMap(({ templates }) => (Object.entries(wordsIn(templates)) as [K, string][]).map(([key, word]) => [word.toLocaleLowerCase("vi"), key] as const)));
}

/** What the statuses of the record are called in any language, and what people type for them. */
export const statusSpellings: readonly (readonly [RecordStatus, string])[] = Object.values(languages).flatMap(({ record: { statuses, spellings } }) =>
  (Object.entries(statuses) as [RecordStatus, string][]).flatMap(([status, word]) => [word, ...spellings[status]].map((text) => [status, text] as const)),
);

type TakenKind = "ops" | "blanks" | "severities";

/** What operations, modes for blanks and severities are called on the sheets of tables that were taken over, in any language, in lower case. */
export const takenSpellings: Readonly<Record<TakenKind, ReadonlyMap<string, string>>> & { readonly except: readonly string[] } = {
  ops: spelled("ops"),
  blanks: spelled("blanks"),
  severities: spelled("severities"),
  except: Object.values(languages).map(({ taken }) => taken.except),
};

function spelled(kind: TakenKind): ReadonlyMap<string, string> {
  return new Map(Object.values(languages).flatMap(({ taken }) => Object.entries(taken[kind]).map(([key, word]) => [word.toLocaleLowerCase("vi"), key] as const)));
}

/** The sentence of a finding. */
export function findingSentence(finding: Finding, words: Words): string {
  const sentence = words.findings[finding.code] as (data: FindingData[FindingCode]) => string;
  return sentence(shortened(finding.data));
}

/** The sentence of what has to be told of a document that was read. */
export function documentNotice(notice: DocumentNotice, { documents }: Words): string {
  const sentence = documents.notices[notice.kind] as (data: DocumentNotice) => string;
  return sentence(notice);
}

/** What a browser calls the faults of a file that somebody picked. */
const BROWSER_FAULTS: ReadonlyMap<string, SystemFault> = new Map([["NotFoundError", "ENOENT"], ["NotReadableError", "EACCES"], ["SecurityError", "EACCES"], ["QuotaExceededError", "ENOSPC"]]);

/** The sentence of anything that was thrown: a failure of the workbook or of a document, a refusal of ours, what the system says of a file, or a fault of ours that nobody foresaw. */
export function failureSentence(cause: unknown, words: Words): { readonly code: string; readonly sentence: string } {
  if (!(cause instanceof Error)) return { code: "unknown", sentence: words.ownFault({ name: "Error", message: short(String(cause)) }) };
  const { code, data } = cause as Error & { code?: unknown; data?: unknown };
  const known: Readonly<Record<string, unknown>> = { ...(cause.name === "WorkbookFailure" ? words.failures : {}), ...(cause.name === "DocumentFailure" ? words.documents.failures : {}), ...(cause.name === "Refusal" ? words.refusals : {}) };
  const sentence = typeof code === "string" ? known[code] : undefined;
  if (typeof code === "string" && typeof sentence === "function") return { code, sentence: (sentence as (data: unknown) => string)(shortened(data)) };
  const inBrowser = BROWSER_FAULTS.get(cause.name);
  if (inBrowser !== undefined) return { code: inBrowser, sentence: systemSentence(inBrowser, words) };
  // the codes of a system: ENOENT, EACCES; those of Node itself (ERR_…) are faults of ours
  if (typeof code === "string" && /^E[A-Z0-9]+$/.test(code)) return { code, sentence: systemSentence(code, words) };
  return { code: "unknown", sentence: words.ownFault({ name: cause.name, message: short(cause.message) }) };
}

/** What the system says of a file, by its code. */
export function systemSentence(code: string, { system }: Words): string {
  const { other, ...known } = system;
  return new Map<string, string>(Object.entries(known)).get(code) ?? other(code);
}
