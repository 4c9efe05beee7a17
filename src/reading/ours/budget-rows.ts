import type { BudgetRow, TypedCell } from "../../tables";
import { readShareKey } from "../../templates";
import { distinctKeys } from "./row-keys";

/** The words of the rows as they stand in the sheet, row by row; a key is "" in a row that somebody has added. */
export interface RowTexts {
  readonly numbers: readonly string[];
  readonly labels: readonly string[];
  readonly keys: readonly string[];
  /** Nothing was typed into the amounts of a row. */
  readonly isEmpty: (place: number) => boolean;
}

/** A row before it is known of which source it is a share. */
type Draft = { -readonly [K in keyof BudgetRow]: BudgetRow[K] };

/** What is known of rows and told by none of them. */
interface Shape {
  readonly levels: number[];
  /** The breakdown that each row stands in, by the key of its computed sum. */
  readonly breakdowns: (Breakdown | null)[];
  /** The keys of the sources that rows are shares of, by row. */
  readonly sharesOf: Map<number, string>;
}

type Breakdown = "item" | "source";

/** Which breakdown a computed sum adds up ("T:item"); null for any other row. */
function groupOf(key: string): Breakdown | null {
  // nearly no key ends like these
  const last = key.charCodeAt(key.length - 1);
  return last === M && key.endsWith(":item") ? "item" : last === E && key.endsWith(":source") ? "source" : null;
}

const [M, E] = ["m".charCodeAt(0), "e".charCodeAt(0)];

/** Nearly no key has the sign of a share: to look for it costs less than to take the key apart. */
function shareOf(key: string): ReturnType<typeof readShareKey> {
  return key.includes("×") ? readShareKey(key) : null;
}

/**
 * The rows of a budget table with what they add up into, without those that are not used; `from` is the place of the first of them in the
 * sheet.
 */
export function budgetRows(texts: RowTexts, from: number, cellsOf: (row: number) => ReadonlyMap<string, TypedCell>): BudgetRow[] {
  const { numbers, labels, keys } = texts;
  const places = usedPlaces(texts);
  const totals = wholesOf(keys, places);
  const own = distinctKeys(places.map((place) => keys[place] || `row:${labels[place] ?? ""}`));
  const shape: Shape = { levels: [], breakdowns: [], sharesOf: new Map() };
  const drafts: Draft[] = [];
  // what stands open above, the outermost first: a total, a breakdown, lines of growing depth
  const open: number[] = [];
  let total = false;
  let breakdown: Breakdown | null = null;
  for (const place of places) {
    const [number, label, key] = [numbers[place] ?? "", labels[place] ?? "", keys[place] ?? ""];
    const group = groupOf(key);
    const kind: BudgetRow["kind"] = group
      ? "group"
      : totals.has(key) || (!total && number === "")
        ? "total"
        : isDash(number.charCodeAt(0))
          ? "of"
          : "line";
    total ||= kind === "total";
    breakdown = kind === "total" ? null : (group ?? breakdown);
    const source = shareOf(key)?.source;
    const level = kind === "line" ? Math.max(source === undefined ? 1 : 2, depthOf(number)) : 0;
    if (source !== undefined) shape.sharesOf.set(drafts.length, source);
    shape.levels.push(level);
    shape.breakdowns.push(breakdown);
    const parent = parentOf(open, drafts, shape, kind, level);
    if (kind !== "of") open.push(drafts.length);
    drafts.push({
      row: from + place,
      number,
      label,
      key: own[drafts.length] ?? "",
      kind,
      parent,
      source: null,
      cells: cellsOf(from + place),
    });
  }
  if (shape.sharesOf.size > 0) findSources(drafts, shape);
  return drafts;
}

/** The keys of what the computed sums add up ("T" of "T:item"). */
function wholesOf(keys: readonly string[], places: readonly number[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const place of places) {
    const key = keys[place] ?? "";
    const group = groupOf(key);
    if (group) found.add(key.slice(0, -group.length - 1));
  }
  return found;
}

/** Hyphen, en dash, plus. */
function isDash(code: number): boolean {
  return code === 45 || code === 8211 || code === 43;
}

/** An item that nobody has named or given an amount is not used, and neither are its shares, which have the names of their sources. */
function usedPlaces({ labels, keys, isEmpty }: RowTexts): number[] {
  const all = labels.map((_, place) => place);
  // nearly always every row has a name
  if (!labels.includes("")) return all;
  const blocks: number[][] = [];
  for (const place of all) {
    if (keys[place] === "" && labels[place] === "" && isEmpty(place)) continue;
    if (shareOf(keys[place] ?? "") && blocks.length > 0) blocks.at(-1)?.push(place);
    else blocks.push([place]);
  }
  const named = (place: number): boolean => labels[place] !== "";
  return blocks.flatMap((block) =>
    !named(block[0] ?? 0) && block.every(isEmpty) ? [] : block.filter((place) => named(place) || place === block[0] || !isEmpty(place)),
  );
}

/** How deep an outline number stands: "1" and "1." 1, "1.2" 2; a dash or nothing at all belongs to what stands above. */
function depthOf(number: string): number {
  let [depth, digits] = [1, 0];
  for (let at = 0; at < number.length; at++) {
    const code = number.charCodeAt(at);
    if (code >= ZERO && code <= NINE) digits += 1;
    else if (code !== DOT || digits === 0) return 0;
    else {
      if (at < number.length - 1) depth += 1;
      digits = 0;
    }
  }
  return number === "" ? 0 : depth;
}

const [ZERO, NINE, DOT] = [48, 57, 46];

/**
 * The row of the source that a row is a share of: by its key, and in a table that has such rows also by its words, since a row
 * that somebody has added has no key.
 */
function findSources(drafts: readonly Draft[], { levels, breakdowns, sharesOf }: Shape): void {
  const byKey = new Map<string, number>();
  const byLabel = new Map<string, number>();
  drafts.forEach(({ kind, key, label }, index) => {
    if (kind !== "line" || breakdowns[index] !== "source") return;
    byKey.set(key, index);
    byLabel.set(wordsOf(label), index);
  });
  drafts.forEach((draft, index) => {
    if (draft.kind !== "line" || breakdowns[index] !== "item") return;
    const share = sharesOf.get(index);
    if (share !== undefined) draft.source = byKey.get(share.includes("@") ? share.replace(/@\d+$/, "") : share) ?? null;
    else if ((levels[index] ?? 0) > 1) draft.source = byLabel.get(wordsOf(draft.label)) ?? null;
  });
}

function wordsOf(label: string): string {
  return label.normalize("NFC").toLowerCase().replace(/\s+/g, " ");
}

/**
 * A line adds up into the nearest line above of a lesser depth, else into its breakdown, else into the total; a part "trong đó" belongs to
 * the line above, or to the total itself. Closes what ends with the row.
 */
function parentOf(open: number[], drafts: readonly Draft[], { levels }: Shape, kind: BudgetRow["kind"], level: number): number | null {
  for (;;) {
    const last = open.at(-1);
    const above = last === undefined ? undefined : drafts[last];
    if (last === undefined || above === undefined) return null;
    if (kind === "of") return above.kind === "group" ? null : last;
    const ends = kind === "total" || (kind === "group" ? above.kind !== "total" : above.kind === "line" && (levels[last] ?? 0) >= level);
    if (!ends) return last;
    open.pop();
  }
}
