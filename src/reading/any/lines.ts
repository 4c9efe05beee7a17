import type { SheetSnapshot } from "../../sheet";
import { cellLooks } from "../../sheet";
import { CELL, type Cells } from "./cells";
import type { ColumnKinds } from "./columns";
import type { Extent } from "./extent";
import { holdsNumbers, type LayoutLine } from "./layout";
import { markerInLabel, markerOf, type Marker } from "./markers";
import { monthsIn } from "./periods";
import { ruleInWords, type Numbered } from "./rule-grammar";
import { treeOf, type TreeEntry } from "./tree";
import { isCapitals, saysBreakdown, saysOfWhich, saysTotal } from "./words";

/** An indent of Excel, or a column of labels further right, counts as so many blanks. */
const BLANKS_OF_INDENT = 3;

/** The lines of a table, and what their labels say of how they are reckoned. */
export interface Lines {
  readonly lines: readonly LayoutLine[];
  readonly said: readonly (Numbered | null)[];
}

/** So many lines are read before others may run. */
const STEP = 5_000;

/** Reads the lines of a table with their places in its tree, in steps. */
export function* linesOf(
  snapshot: SheetSnapshot,
  cells: Cells,
  extent: Extent,
  { kinds, labels, outline, unit, code, levels }: ColumnKinds,
): Generator<void, Lines> {
  const { body, left } = extent;
  const look = cellLooks({ indents: snapshot.looks?.indents ?? [], bold: snapshot.looks?.bold ?? [] });
  const amounts = kinds.flatMap((kind, place) => (holdsNumbers(kind) ? [left + place] : []));
  const said: (Numbered | null)[] = [];
  const rest: Pick<LayoutLine, "number" | "label" | "code" | "unit">[] = [];
  const entryOf = (row: number, index: number): TreeEntry => {
    const shown = labelOf(cells, row, left, labels, outline);
    const { words, said: rule } = ruleInWords(shown.text);
    said.push(rule);
    const own = outline === null || shown.place === outline ? null : markerOf(cells.text(row, left + outline));
    const inside = own ? null : markerInLabel(words);
    const marker: Marker | null = own ?? inside?.marker ?? null;
    const label = inside?.rest ?? words;
    rest.push({
      number: marker?.text ?? "",
      label,
      code: code === null ? "" : cells.text(row, left + code),
      unit: unit === null ? null : cells.text(row, left + unit) || null,
    });
    const col = left + shown.place;
    const { indent = 0, bold } = shown.text === "" ? {} : look(cells.rowAt(row), cells.left + col);
    const level = levels.findLastIndex((place) => cells.kind(row, left + place) !== CELL.blank) + 1;
    const offset = Math.max(0, labels.indexOf(shown.place)) + level;
    return {
      marker,
      label,
      total: saysTotal(label),
      ofWhich: saysOfWhich(label),
      breakdown: saysBreakdown(label),
      indent: (indent + offset) * BLANKS_OF_INDENT + leadingBlanks(cells.value(row, col)),
      weight: 2 - (bold ? 1 : 0) - (isCapitals(label) ? 1 : 0),
      hasNumbers: amounts.some((at) => cells.kind(row, at) !== CELL.blank && cells.kind(row, at) !== CELL.text),
      apart: index > 0 && (body[index - 1] ?? 0) < row - 1,
    };
  };
  const entries: TreeEntry[] = [];
  for (const [index, row] of body.entries()) {
    entries.push(entryOf(row, index));
    if (index % STEP === STEP - 1) yield;
  }
  const tree = treeOf(entries);
  yield;
  const unseen = new Set(snapshot.hidden?.rows ?? []);
  const lines: LayoutLine[] = [];
  for (const [index, line] of tree.entries()) {
    const row = cells.rowAt(body[index] ?? 0);
    const own = rest[index] ?? { number: "", label: "", code: "", unit: null };
    const apart = entries[index]?.apart === true;
    lines.push({ row, ...own, ...line, months: monthsIn(own.label), hidden: unseen.has(row), apart });
    if (index % STEP === STEP - 1) yield;
  }
  return { lines, said };
}

/** The words of a line: in its columns of labels, else in that of the outline numbers, where they are no number. */
function labelOf(
  cells: Cells,
  row: number,
  left: number,
  labels: readonly number[],
  outline: number | null,
): { readonly text: string; readonly place: number } {
  for (const place of labels) {
    const text = cells.text(row, left + place);
    if (text !== "") return { text, place };
  }
  const words = outline === null ? "" : cells.text(row, left + outline);
  return outline !== null && words !== "" && !markerOf(words)
    ? { text: words, place: outline }
    : { text: "", place: labels[0] ?? outline ?? 0 };
}

function leadingBlanks(value: unknown): number {
  if (typeof value !== "string") return 0;
  let count = 0;
  while (value[count] === " " || value[count] === "\u00a0" || value[count] === "\t" || value[count] === "\u3000") count++;
  return count;
}
