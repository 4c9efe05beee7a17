import { readShareKey, type ColumnKey } from "../templates";
import { keyTaker } from "./parts";
import type { BudgetRow, TypedCell } from "./table";

/** A row as it stands in the sheet; `key` is "" in a row that somebody has added. */
export interface RawRow {
  readonly row: number;
  readonly number: string;
  readonly label: string;
  readonly key: string;
  readonly cells: ReadonlyMap<ColumnKey, TypedCell>;
}

interface Draft extends Omit<BudgetRow, "parent" | "source"> {
  readonly level: number;
  /** The breakdown that the row stands in, by the key of its computed sum. */
  readonly breakdown: "item" | "source" | null;
  /** The key of the source that the row is a share of. */
  readonly shareOf: string | null;
}

const GROUP_KEY = /^(.*):(item|source)$/;

/** The rows of a budget table with what they add up into, without those that are not used. */
export function budgetRows(raw: readonly RawRow[]): BudgetRow[] {
  const used = usedRows(raw);
  const totals = new Set(used.flatMap(({ key }) => GROUP_KEY.exec(key)?.[1] ?? []));
  const keyOf = keyTaker();
  let total = false;
  let breakdown: Draft["breakdown"] = null;
  const drafts = used.map(({ key, number, label, row, cells }): Draft => {
    const group = GROUP_KEY.exec(key)?.[2] as "item" | "source" | undefined;
    const kind = group ? "group" : totals.has(key) || (!total && number === "") ? "total" : /^[-–+]/.test(number) ? "of" : "line";
    total ||= kind === "total";
    breakdown = kind === "total" ? null : (group ?? breakdown);
    const shareOf = readShareKey(key)?.source ?? null;
    const level = kind === "line" ? Math.max(shareOf === null ? 1 : 2, depthOf(number)) : 0;
    return { row, number, label, key: keyOf(key || `row:${label}`), kind, level, breakdown, shareOf, cells };
  });
  const sources = sourceFinder(drafts);
  const parents = parentsOf(drafts);
  return drafts.map((draft, index) => {
    const { row, number, label, key, kind, cells } = draft;
    return { row, number, label, key, kind, parent: parents[index] ?? null, source: sources(draft), cells };
  });
}

/** Nothing was typed: what formulas show is no entry. */
function isEmpty({ cells }: RawRow): boolean {
  return [...cells.values()].every(({ state, formula }) => state === "blank" || formula !== null);
}

/** An item that nobody has named or given an amount is not used, and neither are its shares, which have the names of their sources. */
function usedRows(raw: readonly RawRow[]): RawRow[] {
  const blocks: RawRow[][] = [];
  for (const row of raw) {
    if (row.key === "" && row.label === "" && isEmpty(row)) continue;
    if (readShareKey(row.key) && blocks.length > 0) blocks.at(-1)?.push(row);
    else blocks.push([row]);
  }
  return blocks.flatMap((block) => (block[0]?.label === "" && block.every(isEmpty) ? [] : block.filter((row) => row.label !== "" || row === block[0] || !isEmpty(row))));
}

/** How deep an outline number stands: "1" 1, "1.2" 2; a dash or nothing at all belongs to what stands above. */
function depthOf(number: string): number {
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
  let open: { readonly index: number; readonly kind: BudgetRow["kind"]; readonly level: number }[] = [];
  return drafts.map(({ kind, level }, index) => {
    if (kind === "total") open = [];
    else if (kind === "group") open = open.filter((above) => above.kind === "total");
    else if (kind === "line") open = open.filter((above) => above.kind !== "line" || above.level < level);
    const above = open.at(-1);
    if (kind === "of") return above?.kind === "group" ? null : (above?.index ?? null);
    open.push({ index, kind, level });
    return above?.index ?? null;
  });
}
