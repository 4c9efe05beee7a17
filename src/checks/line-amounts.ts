import { derived } from "../base";
import { type BudgetTable, gridOf, STATE } from "../tables";
import { equalFinder, type EqualPlaces } from "./equal-numbers";
import { namesakesOf } from "./line-names";

/** How the lines of a table stand to one another, with the means to find equal amounts among them. */
export interface LineShape {
  readonly lines: readonly number[];
  /** Lines that may have the name of another one under the same row. */
  readonly namesakes: readonly number[];
  /** By row: what it adds up into; -1 for nothing. */
  readonly parents: readonly number[];
  /** By row: the row under which its breakdown stands; -1 for lines that stand under nothing. */
  readonly groups: readonly number[];
  /** By row: nothing stands under it. */
  readonly leaves: readonly boolean[];
  readonly equalPlaces: EqualPlaces;
  /** For the amounts of one column. */
  readonly amounts: Float64Array;
}

/** Every column of a table asks for the same. */
export const lineShape = derived(({ rows }: BudgetTable): LineShape => {
  const [parents, groups, lines]: [number[], number[], number[]] = [[], [], []];
  const leaves: boolean[] = [];
  rows.forEach(({ kind, parent }, index) => {
    const inLine = parent !== null && rows[parent]?.kind === "line" && parents[parent] !== -1;
    parents.push(parent ?? -1);
    groups.push(inLine ? (groups[parent] ?? -1) : (parent ?? -1));
    leaves.push(true);
    if (parent !== null) leaves[parent] = false;
    if (kind === "line") lines.push(index);
  });
  const [equalPlaces, amounts] = [equalFinder(rows.length), new Float64Array(rows.length)];
  return { lines, namesakes: namesakesOf(rows, lines, parents, equalPlaces, amounts), parents, groups, leaves, equalPlaces, amounts };
});

/** How many amounts are typed into a column, and digits that none of them exceeds. */
export interface Amounts {
  readonly filled: number;
  readonly digits: number;
}

/** Puts the typed amounts of the lines of a column into `amounts`, 0 where there is none. */
export function typedAmounts(table: BudgetTable, column: BudgetTable["columns"][number], { lines, amounts }: LineShape): Amounts {
  const { values, states, columns, whole } = gridOf(table);
  const place = columns.indexOf(column);
  const [numbers, kinds] = [values[place], states[place]];
  let [filled, most, places] = [0, 0, 0];
  for (const line of lines) {
    const value = kinds?.[line] === STATE.number ? (numbers?.[line] ?? 0) : 0;
    amounts[line] = value;
    if (value === 0) continue;
    filled += 1;
    most = Math.max(most, Math.abs(value));
    while (!whole[place] && places < POWERS.length && !hasPlaces(value, places)) places += 1;
  }
  return { filled, digits: places === POWERS.length || most >= 1e15 ? Infinity : String(Math.trunc(most)).length + places };
}

/** Whether a number has no more decimals than so many. */
function hasPlaces(value: number, places: number): boolean {
  const power = POWERS[places] ?? 1;
  return Math.round(value * power) / power === value;
}

const POWERS = [1, 10, 100, 1000, 10_000];
