import { addTo } from "../base";
import type { OtherLine, OtherTable } from "../tables";
import { formColumns, type FormColumn } from "./match-columns";
import { formLines } from "./match-lines";
import { bareKey } from "./wording";

/** Two tables that are two versions of one. */
export interface TablePair {
  readonly a: OtherTable;
  readonly b: OtherTable;
}

export interface TableMatching {
  readonly pairs: readonly TablePair[];
  readonly onlyA: readonly OtherTable[];
  readonly onlyB: readonly OtherTable[];
}

/** What labels, heads, the title and the sheet's name tell, of one in all. */
const WEIGHTS = { labels: 0.5, heads: 0.3, title: 0.1, sheet: 0.1 } as const;
/** Tables that have less in common are two. */
const LEAST = 0.35;
/** Lines that have so little in common are those of another table, whatever stands above them. */
const LEAST_LABELS = 0.15;

/** Tables by what their lines, heads, titles and sheets are called; of equals those that come first. */
export function matchTables(a: readonly OtherTable[], b: readonly OtherTable[]): TableMatching {
  const wordsIn = (table: OtherTable): TableWords =>
    tableWords({ lines: formLines(table), columns: formColumns(table), title: table.title?.text ?? "", sheet: table.sheet });
  const { ofA, ofB } = matchWords(a.map(wordsIn), b.map(wordsIn));
  return {
    pairs: a.flatMap((table, i): TablePair[] => {
      const other = b[ofA.get(i) ?? -1];
      return other ? [{ a: table, b: other }] : [];
    }),
    onlyA: a.filter((_, i) => !ofA.has(i)),
    onlyB: b.filter((_, j) => !ofB.has(j)),
  };
}

/** Which of two lists of tables are one, by their places. */
export function matchWords(
  left: readonly TableWords[], right: readonly TableWords[],
): { readonly ofA: ReadonlyMap<number, number>; readonly ofB: ReadonlySet<number> } {
  // only tables with a label in common are held against each other
  const places = new Map<string, number[]>();
  right.forEach(({ labels }, at) => [...labels.keys()].forEach((label) => addTo(places, label, at)));
  const wordless = right.flatMap(({ labels }, at) => (labels.size === 0 ? [at] : []));
  const scores = left.flatMap((words, i) => {
    const near = new Set(words.labels.size === 0 ? wordless : [...words.labels.keys()].flatMap((label) => places.get(label) ?? []));
    return [...near].flatMap((j) => {
      const score = likeness(words, right[j] ?? words);
      return score >= LEAST ? [{ i, j, score }] : [];
    });
  });
  scores.sort((x, y) => y.score - x.score || x.i - y.i || x.j - y.j);
  const [ofA, ofB] = [new Map<number, number>(), new Set<number>()];
  for (const { i, j } of scores) {
    if (ofA.has(i) || ofB.has(j)) continue;
    ofA.set(i, j);
    ofB.add(j);
  }
  return { ofA, ofB };
}

/** What of a table is held against others. */
export interface TableWords {
  readonly labels: ReadonlyMap<string, number>;
  readonly heads: ReadonlyMap<string, number>;
  readonly title: string;
  readonly sheet: string;
}

/** The words of a table, by which copies of it are known. */
export interface Worded {
  readonly lines: readonly Pick<OtherLine, "label" | "number">[];
  readonly columns: readonly Pick<FormColumn, "head">[];
  readonly title: string;
  readonly sheet: string;
}

export function tableWords({ lines, columns, title, sheet }: Worded): TableWords {
  const withoutYear = (text: string): string => bareKey(text.replace(/(?<!\d)(?:19|20)\d\d(?!\d)/g, " "));
  return {
    labels: counted(lines.map(({ label, number }) => bareKey(label) || number)),
    heads: counted(columns.map(({ head }) => withoutYear(head))),
    title: withoutYear(title),
    sheet: bareKey(sheet),
  };
}

function counted(keys: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) if (key !== "") counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** How much two tables have in common, from 0 to 1; 0 of such as share hardly a line. */
export function likeness(one: TableWords, other: TableWords): number {
  // of tables without words nothing but heads and names is known
  const labels = one.labels.size + other.labels.size === 0 ? 1 : share(one.labels, other.labels);
  if (labels < LEAST_LABELS) return 0;
  return (
    WEIGHTS.labels * labels +
    WEIGHTS.heads * share(one.heads, other.heads) +
    (one.title !== "" && one.title === other.title ? WEIGHTS.title : 0) +
    (one.sheet === other.sheet ? WEIGHTS.sheet : 0)
  );
}

/** What two lists have in common, of the longer one. */
function share(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number {
  const count = (keys: ReadonlyMap<string, number>): number => [...keys.values()].reduce((sum, times) => sum + times, 0);
  const most = Math.max(count(one), count(other));
  if (most === 0) return 0;
  return [...one].reduce((sum, [key, times]) => sum + Math.min(times, other.get(key) ?? 0), 0) / most;
}
