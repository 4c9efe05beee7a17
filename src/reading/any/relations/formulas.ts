import { dueAfter } from "../../../base";
import { additionOf, type Addition, type GridCell, type GridRelation } from "../../../tables";
import { HELD, type Layout } from "../layout";

/** Running totals add up what those above them do: of so many parts for each cell of a table the rest is not told. */
const MOST_PARTS = 8;

/** So many cells are looked at before others may run. */
const STEP = 20_000;

/** What the formulas of a table add up, where all of it lies in the total's own line or column. In steps. */
export function* formulasIn(layout: Layout): Generator<void, GridRelation[]> {
  const { columns, lines, hasFormulas, numbers, sheet } = layout;
  if (!hasFormulas) return [];
  const places = { line: new Map(lines.map(({ row }, at) => [row, at])), column: new Map(columns.map(({ col }, at) => [col, at])) };
  let left = MOST_PARTS * columns.length * lines.length;
  const found: GridRelation[] = [];
  const isDue = dueAfter(STEP);
  for (let line = 0; line < lines.length && left > 0; line++) {
    if (isDue(columns.length)) yield;
    for (let column = 0; column < columns.length && left > 0; column++) {
      const formula = numbers.formula(line, column);
      if (formula === null || numbers.holds[line * columns.length + column] !== HELD.number) continue;
      const addition = additionOf(formula, sheet);
      const parts = addition && partsOf(layout, places, addition);
      const axis = parts && axisOf([line, column], parts);
      if (!parts || !axis) continue;
      left -= parts.added.length + parts.taken.length;
      const pattern = `formula ${axis} ${line} ${column}`;
      found.push({ ...claimOf(parts), axis, from: "formula", sure: 1, total: [line, column], pattern });
    }
  }
  return found;
}

interface Parts {
  readonly added: readonly GridCell[];
  readonly taken: readonly GridCell[];
}

/** The cells of the table that a formula adds and takes away, each once; null where it does anything else, or looks beyond the table. */
function partsOf(
  { lines, columns }: Layout, places: Readonly<Record<"line" | "column", ReadonlyMap<number, number>>>, { terms, constant }: Addition,
): Parts | null {
  if (constant !== 0) return null;
  const first = lines[0]?.row ?? 0;
  const last = lines.at(-1)?.row ?? -1;
  const [left, right] = [columns[0]?.col ?? 0, columns.at(-1)?.col ?? -1];
  const seen = new Set<number>();
  const [added, taken] = [new Array<GridCell>(), new Array<GridCell>()];
  for (const { area, times } of terms) {
    const within = area.row >= first && area.row + area.rows - 1 <= last && area.col >= left && area.col + area.cols - 1 <= right;
    if (!within || Math.abs(times) !== 1) return null;
    for (let row = area.row; row < area.row + area.rows; row++) {
      const line = places.line.get(row);
      // rows between lines hold nothing that a formula adds
      if (line === undefined) continue;
      for (let col = area.col; col < area.col + area.cols; col++) {
        const column = places.column.get(col);
        if (column === undefined) continue;
        const key = line * columns.length + column;
        if (seen.has(key)) return null;
        seen.add(key);
        (times === 1 ? added : taken).push([line, column]);
      }
    }
  }
  return added.length > 0 ? { added, taken } : null;
}

function axisOf([line, column]: GridCell, { added, taken }: Parts): GridRelation["axis"] | null {
  const all = (is: (part: GridCell) => boolean): boolean => added.every(is) && taken.every(is);
  if (all(([l, c]) => c === column && l !== line)) return "column";
  return all(([l, c]) => l === line && c !== column) ? "row" : null;
}

function claimOf({ added, taken }: Parts): Pick<GridRelation, "op" | "parts" | "added"> {
  const parts = taken.length > 0 ? [...added, ...taken] : added;
  if (taken.length > 0) return { op: "difference", parts, ...(added.length > 1 ? { added: added.length } : {}) };
  return { op: parts.length === 1 ? "same" : "sum", parts };
}

/**
 * What is believed beside the formulas: what a formula says itself is not said again, and where its total is computed of other cells only
 * words and the outline speak for another sum.
 */
export function besideFormulas(believed: readonly GridRelation[], formulas: readonly GridRelation[]): GridRelation[] {
  if (formulas.length === 0) return [...believed];
  const said = new Map<string, GridRelation>();
  const keyOf = ({ axis, total }: GridRelation): string => `${axis} ${total.join()}`;
  for (const formula of formulas) said.set(keyOf(formula), formula);
  return believed.filter((one) => {
    const same = said.get(keyOf(one));
    return same === undefined || (one.from !== "numbers" && !haveSameParts(same, one));
  });
}

function haveSameParts({ parts: some }: GridRelation, { parts: others }: GridRelation): boolean {
  if (some.length !== others.length) return false;
  const keysOf = (parts: readonly GridCell[]): string => parts.map((part) => part.join()).sort().join(" ");
  return keysOf(some) === keysOf(others);
}
