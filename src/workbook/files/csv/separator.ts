import Papa from "papaparse";

export type Separator = "\t" | ";" | ",";

/** A file that is a tie is one of the first of them: commas stand in numbers and in words, tabs and semicolons hardly ever. */
const SEPARATORS: readonly Separator[] = ["\t", ";", ","];

/** So many rows tell how the others are. */
const LOOKED_AT = 200;

/** What Excel writes into the first line to say it, and what is left without that line; null where it does not stand there. */
export function saidSeparator(text: string): { readonly separator: Separator; readonly rest: string } | null {
  const [line, sign] = /^sep=([\t;,])\r?(?:\n|$)/i.exec(text) ?? [];
  const separator = SEPARATORS.find((one) => one === sign);
  return line === undefined || !separator ? null : { separator, rest: text.slice(line.length) };
}

/**
 * What stands between the cells of a text: the sign that gives most of its rows the same number of cells. Titles above a table and notes
 * below it have one cell and say nothing; signs within quotes do not count.
 */
export function separatorOf(text: string): Separator {
  const scored = SEPARATORS.map((separator) => ({ separator, rows: regularRows(text, separator) }));
  return scored.reduce((best, one) => (one.rows > best.rows ? one : best)).separator;
}

/** How many of the first rows have the number of cells that most have. */
function regularRows(text: string, delimiter: Separator): number {
  const { data } = Papa.parse<string[]>(text, { delimiter, preview: LOOKED_AT, skipEmptyLines: "greedy" });
  const sizes = new Map<number, number>();
  for (const { length } of data) if (length > 1) sizes.set(length, (sizes.get(length) ?? 0) + 1);
  return Math.max(0, ...sizes.values());
}
