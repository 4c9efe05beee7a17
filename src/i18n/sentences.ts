import type { ClaimData } from "../findings";
import { SEPARATORS, writeNumber, writeTarget, type Lang, type Target } from "../quantity";
import { columnLetters, quoteSheet, sameCell, toA1, type CellRef } from "../sheet";
import { ratioOf } from "./ratios";

/** Signs that no text holds (noncharacters of Unicode), in place of separators until the notation is known. */
const MARKS = { decimal: "\uFDD0", thousands: "\uFDD1", list: "\uFDD2" } as const;
const ANY_MARK = /[\uFDD0-\uFDD2]/g;
/** What separates the arguments of a formula where the decimal sign is a comma, and where it is a point. */
const LIST: Readonly<Record<Lang, string>> = { vi: ";", en: "," };

/** Words with the numbers of their sentences in a notation. */
export function withNotation<T>(words: T, notation: Lang): T {
  const { decimal, thousands } = SEPARATORS[notation];
  const signs: Readonly<Record<string, string>> = { [MARKS.decimal]: decimal, [MARKS.thousands]: thousands, [MARKS.list]: LIST[notation] };
  const written = (part: unknown): unknown => {
    if (typeof part === "string") return part.replace(ANY_MARK, (mark) => signs[mark] ?? mark);
    if (typeof part === "function") return (...data: unknown[]): unknown => written((part as (...data: unknown[]) => unknown)(...data));
    if (Array.isArray(part)) return part.map(written);
    if (typeof part !== "object" || part === null || Object.getPrototypeOf(part) !== Object.prototype) return part;
    return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, written(value)]));
  };
  return written(words) as T;
}

/** The small parts that sentences of a language are made of. */
export interface Parts {
  readonly number: (value: number, maxDecimals?: number) => string;
  readonly target: (target: Target) => string;
  /** A formula of a sheet, in which numbers and lists are separated by commas and points, as a person types it. */
  readonly formula: (text: string) => string;
  readonly cell: (at: CellRef) => string;
  readonly list: (items: readonly string[]) => string;
}

export function parts(lang: Lang, and: string): Parts {
  return {
    number: (value, maxDecimals) => writeNumber(value, MARKS, maxDecimals === undefined ? {} : { maxDecimals }),
    target: (target) => writeTarget(target, lang, { notation: MARKS }),
    formula: (text) => text.replaceAll(",", MARKS.list).replace(/(?<=\d)\.(?=\d)/g, MARKS.decimal),
    cell: (at) => toA1(at),
    list: (items) => (items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} ${and} ${items.at(-1) ?? ""}`),
  };
}

/** More of a quoted text is not shown in a sentence, in signs. */
const MOST_SIGNS = 80;

/** A text as it is quoted in a sentence: in one line, and of a long one its beginning. */
export function short(text: string): string {
  const line = text.replace(/[\s\p{Cc}]+/gu, " ").trim();
  const signs = [...line];
  return signs.length > MOST_SIGNS ? `${signs.slice(0, MOST_SIGNS - 1).join("").trimEnd()}…` : line;
}

/** Data of a sentence with every text in it as it is quoted. */
export function shortened<T>(data: T): T {
  return quoted(data) as T;
}

function quoted(data: unknown): unknown {
  if (typeof data === "string") return short(data);
  if (Array.isArray(data)) return data.map(quoted);
  if (typeof data !== "object" || data === null) return data;
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, quoted(value)]));
}

/** More pieces of a sum are not shown in a sentence. */
const MOST_AREAS = 6;

/** What is reckoned from which cells: "tổng C9:C13, C15", "C8 − D8", "C8 ÷ D8 × 100". `sum`: the word before the cells of a sum. */
export function arithmetic({ op, factor, growth, added, areas }: ClaimData, sum: string, cell: (at: CellRef) => string): string {
  const names = areas.map(({ from, to }) => (sameCell(from.at, to.at) ? cell(from.at) : `${cell(from.at)}:${cell(to.at)}`));
  const shown = names.length > MOST_AREAS ? [...names.slice(0, MOST_AREAS - 1), "…", names.at(-1) ?? ""] : names;
  const single = areas.length === 1 && areas[0] !== undefined && sameCell(areas[0].from.at, areas[0].to.at);
  switch (op) {
    case "sum":
    case "same":
    case "of-which":
      return single ? shown.join("") : `${sum} ${shown.join(", ")}`;
    case "difference":
      return [shown.slice(0, added).join(" + "), ...shown.slice(added)].join(" − ");
    case "product":
      return shown.join(" × ");
    case "ratio":
      return `${ratioOf(shown, growth)}${factor === 1 ? "" : ` × ${factor}`}`;
  }
}

/** The lines or columns that a claim adds up: "13–17, 19", "C–E". */
export function partsNamed({ areas }: ClaimData, axis: "column" | "row", list: Parts["list"]): string {
  return list(
    areas.map(({ from, to }) => {
      const [first, last] = [from.at, to.at].map((at) => (axis === "column" ? String(at.row + 1) : columnLetters(at.col)));
      return first === last ? (first ?? "") : `${first ?? ""}–${last ?? ""}`;
    }),
  );
}

/** Ends with a full stop, and with one only. */
export const ended = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

/** 'Biểu kinh phí'!C11 */
export function place(at: CellRef): string {
  return `${quoteSheet(at.sheet)}!${toA1(at)}`;
}

/** 2025, 2021, 2022, 2023 → "2021-2023,2025", as years are chosen on the command line. */
export function yearChoice(years: readonly number[]): string {
  return yearRanges([...years].sort((a, b) => a - b)).replaceAll("–", "-").replaceAll(" ", "");
}

/** 2021, 2022, 2023, 2025 → "2021–2023, 2025". */
export function yearRanges(years: readonly number[]): string {
  const runs = years.reduce<[number, number][]>((all, year) => {
    const last = all.at(-1);
    if (last && last[1] + 1 === year) last[1] = year;
    else all.push([year, year]);
    return all;
  }, []);
  return runs.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`)).join(", ");
}
