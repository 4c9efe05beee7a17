import { readMoneyUnit } from "../../quantity";
import { CELL, type Cells } from "./cells";
import type { Head } from "./heads";
import { ownInWords, ruleInWords, type Numbered } from "./rule-grammar";
import { unitIn } from "./units";

/** The heads of a column, and what stands in them beside the words. */
export interface HeadPath {
  readonly words: readonly string[];
  /** As they stand, from top to bottom. */
  readonly full: readonly string[];
  readonly unit: string | null;
  readonly numbered: Numbered | null;
  /** The row of the cell whose words hold the rule; null where it stands in the row of column numbers. */
  readonly row: number | null;
}

/** The heads of each column from `left` to `right`; those merged over several, or over blank cells, are heads of all of them. */
export function headPaths(cells: Cells, head: Head | null, left: number, right: number): HeadPath[] {
  const rows = head ? head.rows.filter((row) => row !== head.numberRow) : [];
  const cols = right - left + 1;
  const shown: string[][] = Array.from({ length: cols }, () => []);
  const at: number[][] = Array.from({ length: cols }, () => []);
  let above: readonly number[] = Array.from({ length: cols }, () => -1);
  const isMerged = rows.some((row) => shown.some((_, col) => cells.merged(row, left + col) !== undefined));
  rows.forEach((row, index) => {
    const owners = ownersOf(cells, rows, index, { left, right, above, isMerged });
    owners.forEach((owner, col) => {
      const text = owner === -1 ? "" : cells.text(row, left + owner);
      if (text === "" || shown[col]?.at(-1) === text) return;
      shown[col]?.push(text);
      at[col]?.push(row);
    });
    above = owners.map((owner, col) => (owner === -1 ? (above[col] ?? -1) : owner));
  });
  return shown.map((full, col) => pathOf(full, at[col] ?? [], head?.numbers?.get(left + col) ?? null));
}

/** For each column the one whose cell in this row is its head; -1 for none. */
function ownersOf(
  cells: Cells,
  rows: readonly number[],
  index: number,
  { left, right, above, isMerged }: { left: number; right: number; above: readonly number[]; isMerged: boolean },
): number[] {
  const row = rows[index] ?? 0;
  const owners: number[] = [];
  let owner = -1;
  let reach = -1;
  for (let col = left; col <= right; col++) {
    const place = col - left;
    if (cells.kind(row, col) !== CELL.blank) {
      owner = place;
      const merged = cells.merged(row, col);
      reach = merged ? merged.lastCol - left : isMerged ? place : Infinity;
    } else if (
      place > reach ||
      !(isMerged || continues(cells, rows, index, col, left + owner)) ||
      (place > 0 && above[place] !== above[place - 1])
    )
      owner = -1;
    owners.push(owner);
  }
  return owners;
}

/** Without merges: a blank cell right of a head goes on with it where both have a head of their own below. */
function continues(cells: Cells, rows: readonly number[], index: number, col: number, owner: number): boolean {
  const below = (at: number): boolean => rows.slice(index + 1).some((row) => cells.kind(row, at) !== CELL.blank);
  const over = (at: number): boolean => rows.slice(0, index).some((row) => cells.kind(row, at) !== CELL.blank);
  return owner >= 0 && below(col) && below(owner) && !over(col);
}

function pathOf(full: readonly string[], rows: readonly number[], ofRow: Numbered | null): HeadPath {
  let unit: string | null = null;
  let numbered = ofRow;
  let said: number | null = null;
  const words: string[] = [];
  full.forEach((text, index) => {
    const rule = ruleInWords(text);
    const own = rule.said ? null : ownInWords(text);
    if (rule.said && !numbered?.expression) {
      numbered = { own: rule.said.own ?? numbered?.own ?? null, expression: rule.said.expression };
      said = rows[index] ?? null;
    } else if (own && numbered === null) numbered = { own: own.own, expression: null };
    const { words: rest, unit: named } = unitIn(own?.words ?? rule.words);
    unit = named ?? unit;
    if (rest !== "") words.push(rest);
  });
  return {
    words,
    full,
    unit: unit ?? (full.some((text) => readMoneyUnit(text) !== null) ? (full.at(-1) ?? null) : null),
    numbered,
    row: said,
  };
}
