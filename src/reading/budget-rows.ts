import { readShareKey, type ColumnKey } from "../templates";
import { keyTaker } from "./parts";
import type { BudgetRow, TypedCell } from "./table";

/** A row as it stands in the sheet; `key` is "" in a row that somebody has added. */
export interface RawRow {
  readonly row: number;
  readonly number: string;
  readonly label: string;
  readonly key: string;
  /** Nothing was typed into its amounts. */
  readonly empty: boolean;
  readonly cells: ReadonlyMap<ColumnKey, TypedCell>;
}

interface Draft extends Omit<BudgetRow, "parent" | "source"> {
  readonly level: number;
  /** The breakdown that the row stands in, by the key of its computed sum. */
  readonly breakdown: "item" | "source" | null;
  /** The key of the source that the row is a share of. */
  readonly shareOf: string | null;
}

/** What a computed sum of a breakdown adds up ("T" of "T:item"), and which breakdown it is; null for any other row. */
function groupOf(key: string): { readonly whole: string; readonly kind: "item" | "source" } | null {
  for (const kind of ["item", "source"] as const) if (key.endsWith(`:${kind}`)) return { whole: key.slice(0, -kind.length - 1), kind };
  return null;
}

/** Nearly no key has the sign of a share: to look for it costs less than to take the key apart. */
function shareOf(key: string): ReturnType<typeof readShareKey> {
  return key.includes("×") ? readShareKey(key) : null;
}

/** The rows of a budget table with what they add up into, without those that are not used. */
export function budgetRows(raw: readonly RawRow[]): BudgetRow[] {
  const used = usedRows(raw);
  const totals = new Set(used.flatMap(({ key }) => groupOf(key)?.whole ?? []));
  const keyOf = keyTaker();
  let total = false;
  let breakdown: Draft["breakdown"] = null;
  const drafts = used.map(({ key, number, label, row, cells }): Draft => {
    const group = groupOf(key)?.kind;
    const kind = group ? "group" : totals.has(key) || (!total && number === "") ? "total" : /^[-–+]/.test(number) ? "of" : "line";
    total ||= kind === "total";
    breakdown = kind === "total" ? null : (group ?? breakdown);
    const source = shareOf(key)?.source ?? null;
    const level = kind === "line" ? Math.max(source === null ? 1 : 2, depthOf(number)) : 0;
    return { row, number, label, key: keyOf(key || `row:${label}`), kind, level, breakdown, shareOf: source, cells };
  });
  const sources = sourceFinder(drafts);
  const parents = parentsOf(drafts);
  return drafts.map((draft, index) => {
    const { row, number, label, key, kind, cells } = draft;
    return { row, number, label, key, kind, parent: parents[index] ?? null, source: sources(draft), cells };
  });
}

/** An item that nobody has named or given an amount is not used, and neither are its shares, which have the names of their sources. */
function usedRows(raw: readonly RawRow[]): RawRow[] {
  // nearly always every row has a name
  if (raw.every(({ label }) => label !== "")) return [...raw];
  const blocks: RawRow[][] = [];
  for (const row of raw) {
    if (row.key === "" && row.label === "" && row.empty) continue;
    if (shareOf(row.key) && blocks.length > 0) blocks.at(-1)?.push(row);
    else blocks.push([row]);
  }
  return blocks.flatMap((block) => (block[0]?.label === "" && block.every(({ empty }) => empty) ? [] : block.filter((row) => row.label !== "" || row === block[0] || !row.empty)));
}

const PLAIN = /^\d+$/;

/** How deep an outline number stands: "1" 1, "1.2" 2; a dash or nothing at all belongs to what stands above. */
function depthOf(number: string): number {
  if (PLAIN.test(number)) return 1;
  return /^\d+(\.\d+)*\.?$/.test(number) ? number.replace(/\.$/, "").split(".").length : 0;
}

/**
 * The row of the source that a row is a share of: by its key, and in a table that has such rows also by its words, since a row
 * that somebody has added has no key.
 */
function sourceFinder(drafts: readonly Draft[]): (draft: Draft) => number | null {
  if (!drafts.some(({ shareOf }) => shareOf !== null)) return () => null;
  const sources = drafts.flatMap((draft, index) => (draft.kind === "line" && draft.breakdown === "source" ? [{ draft, index }] : []));
  const byKey = new Map(sources.map(({ draft, index }) => [draft.key, index]));
  const byLabel = new Map(sources.map(({ draft, index }) => [wordsOf(draft.label), index]));
  return ({ kind, level, breakdown, shareOf, label }) => {
    if (kind !== "line" || breakdown !== "item") return null;
    if (shareOf !== null) return byKey.get(shareOf.replace(/@\d+$/, "")) ?? null;
    return level > 1 ? (byLabel.get(wordsOf(label)) ?? null) : null;
  };
}

function wordsOf(label: string): string {
  return label.normalize("NFC").toLocaleLowerCase("vi").replace(/\s+/g, " ");
}

/** A line adds up into the nearest line above of a lesser depth, else into its breakdown, else into the total; a part "trong đó" belongs to the line above, or to the total itself. */
function parentsOf(drafts: readonly Draft[]): (number | null)[] {
  // what stands open above, the outermost first: a total, a breakdown, lines of growing depth
  const open: number[] = [];
  const close = (ends: (above: Draft) => boolean): void => {
    for (let above = drafts[open.at(-1) ?? -1]; above && ends(above); above = drafts[open.at(-1) ?? -1]) open.pop();
  };
  return drafts.map(({ kind, level }, index) => {
    if (kind === "total") open.length = 0;
    else if (kind === "group") close((above) => above.kind !== "total");
    else if (kind === "line") close((above) => above.kind === "line" && above.level >= level);
    const above = open.at(-1);
    if (kind === "of") return above === undefined || drafts[above]?.kind === "group" ? null : above;
    open.push(index);
    return above ?? null;
  });
}
