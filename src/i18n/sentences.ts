import { writeNumber, writeTarget, type Lang } from "../quantity";
import { toA1, quoteSheet, type CellRef } from "../sheet";

/** The small parts that sentences of a language are made of. */
export interface Parts {
  readonly number: (value: number) => string;
  readonly target: typeof writeTarget;
  readonly cell: (at: CellRef) => string;
  readonly list: (items: readonly string[]) => string;
}

export function parts(lang: Lang, and: string): Parts {
  return {
    number: (value) => writeNumber(value, lang),
    target: writeTarget,
    cell: (at) => toA1(at),
    list: (items) => (items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} ${and} ${items.at(-1) ?? ""}`),
  };
}

/** 'Biểu kinh phí'!C11 */
export function place(at: CellRef): string {
  return `${quoteSheet(at.sheet)}!${toA1(at)}`;
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
