import { addTo, derived } from "../base";
import type { BudgetRow, BudgetTable } from "./table";

/** The rows that each row adds up: the lines under it, or what items get from it. All are places in the table's `rows`. */
export interface LineSums {
  readonly partsOf: (index: number) => readonly number[];
  /** Whether those are what items get from it. */
  readonly isShared: (index: number) => boolean;
  readonly groupsOf: (index: number) => readonly number[];
  /** Parts "trong đó". */
  readonly ofsOf: (index: number) => readonly number[];
  /** The rows for which one of these gives any, rising. */
  readonly wholes: readonly number[];
  /** Items are split by source, so that lines are computed in all columns but that of the amount. */
  readonly crossed: boolean;
  /** The used row at a place in the sheet; -1 where there is none. */
  readonly rowAt: (sheetRow: number) => number;
}

const NONE: readonly number[] = [];

/** How the lines of a budget table add up. */
export const lineSums = derived(({ rows }: Pick<BudgetTable, "rows">): LineSums => {
  const [lines, shares, groups, ofs] = [
    new Map<number, number[]>(), new Map<number, number[]>(), new Map<number, number[]>(), new Map<number, number[]>(),
  ];
  // rows of one parent stand together: it is looked up once for all of them
  let [last, siblings]: [number, number[]] = [-1, []];
  for (let index = 0; index < rows.length; index++) {
    const { kind, parent, source } = rows[index] as BudgetRow;
    if (source !== null) addTo(shares, source, index);
    if (parent === null) continue;
    if (kind === "line") {
      if (parent !== last) {
        last = parent;
        siblings = lines.get(parent) ?? [];
        lines.set(parent, siblings);
      }
      siblings.push(index);
    } else if (kind === "group") addTo(groups, parent, index);
    else if (kind === "of") addTo(ofs, parent, index);
  }
  const wholes = new Set<number>();
  for (const parts of [lines, shares, groups, ofs]) for (const whole of parts.keys()) wholes.add(whole);
  let byPlace: ReadonlyMap<number, number> | null = null;
  return {
    partsOf: (index) => lines.get(index) ?? shares.get(index) ?? NONE,
    isShared: (index) => !lines.has(index) && shares.has(index),
    groupsOf: (index) => groups.get(index) ?? NONE,
    ofsOf: (index) => ofs.get(index) ?? NONE,
    wholes: [...wholes].sort((a, b) => a - b),
    crossed: shares.size > 0,
    rowAt: (sheetRow) => (byPlace ??= new Map(rows.map(({ row }, index) => [row, index]))).get(sheetRow) ?? -1,
  };
});
