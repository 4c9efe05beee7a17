import { areaToA1, blankSum, plainSum, toA1, type CellInput } from "../sheet";
import type { BudgetLine } from "./budget-lines";
import { groupKey } from "./keys";
import { column } from "./layout";

/** Where the rows of a budget table stand. */
export interface Places {
  readonly rows: readonly BudgetLine[];
  /** Sheet row of the first of them. */
  readonly body: number;
  /** Sheet row of each key. */
  readonly rowOf: ReadonlyMap<string, number>;
  /** Column of the hidden keys. */
  readonly keyCol: number;
}

/** A longer list of cells is not read by anybody: the keys tell them. */
const MOST_CELLS = 100;

export function placesOf(rows: readonly BudgetLine[], body: number, keyCol: number): Places {
  return { rows, body, keyCol, rowOf: new Map(rows.map(({ key }, index) => [key, body + index])) };
}

/** Sheet rows that a row adds up. */
export function partRows({ rowOf }: Places, row: BudgetLine): number[] {
  return row.parts.flatMap((key) => rowOf.get(key) ?? []);
}

/** "=IF(COUNT(D8:H8)=0,"",SUM(D8:H8))": the sum of neighbours in a row, blank while all of them are. */
export function acrossFormula(row: number, col: number, cols: number): CellInput {
  return { formula: blankSum(areaToA1({ row, col, rows: 1, cols })) };
}

/** Sheet rows of the breakdowns of a total; none for any other row. */
export function groupRows({ rowOf }: Places, { kind, key }: BudgetLine): number[] {
  return kind === "total" ? (["item", "source"] as const).flatMap((breakdown) => rowOf.get(groupKey(key, breakdown)) ?? []) : [];
}

/**
 * The sum of the parts of a row in one column: "=SUM(C10:C14)", or the cells one by one where others stand between them. Of
 * very many such cells the hidden keys say which they are: the shares of a source end in its key, the others hold no "×".
 * `keepBlank`: blank while all of the parts are; null where there are none.
 */
export function downFormula(places: Places, row: BudgetLine, col: number, keepBlank: boolean): CellInput {
  const parts = partRows(places, row);
  if (parts.length === 0) return null;
  const first = Math.min(...parts);
  const height = Math.max(...parts) - first + 1;
  const sumOf = (cells: string): CellInput => ({ formula: keepBlank ? blankSum(cells) : plainSum(cells) });
  if (height === parts.length) return sumOf(areaToA1(column(first, height, col)));
  const criterion = parts.length > MOST_CELLS ? keyCriterion(places, row, parts, first, height) : null;
  if (criterion === null) return sumOf(parts.map((at) => toA1({ row: at, col })).join(","));
  const keys = areaToA1(column(first, height, places.keyCol)).replace(/([A-Z]+)(\d+)/g, "$$$1$$$2");
  const amounts = areaToA1(column(first, height, col)).replace(/\d+/g, "$$$&");
  const sum = `SUMIFS(${amounts},${keys},${criterion})`;
  return { formula: keepBlank ? `=IF(COUNTIFS(${keys},${criterion},${amounts},"<>")=0,"",${sum})` : `=${sum}` };
}

/** What the keys of the parts, and of no other row among them, look like; null where nothing tells them apart. */
function keyCriterion(
  { rows, body, rowOf, keyCol }: Places, row: BudgetLine, parts: readonly number[], first: number, height: number,
): string | null {
  if (row.kind === "line" && rows[first - body]?.kind === "share") return `"*×"&$${toA1({ row: rowOf.get(row.key) ?? body, col: keyCol })}`;
  const own = new Set(parts);
  const between = rows.slice(first - body, first - body + height).filter((_, index) => !own.has(first + index));
  return between.every(({ kind }) => kind === "share") ? '"<>*×*"' : null;
}
