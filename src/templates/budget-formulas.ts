import { areaToA1, toA1, type CellInput } from "../sheet";
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

/** A function takes 255 arguments; a longer list of cells is not read by anybody either. */
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
  const cells = areaToA1({ row, col, rows: 1, cols });
  return { formula: `=IF(COUNT(${cells})=0,"",SUM(${cells}))` };
}

/** Sheet rows of the breakdowns of a total; none for any other row. */
export function groupRows({ rowOf }: Places, { kind, key }: BudgetLine): number[] {
  return kind === "total" ? (["item", "source"] as const).flatMap((breakdown) => rowOf.get(groupKey(key, breakdown)) ?? []) : [];
}

/**
 * What a total comes to whose breakdowns are filled in by and by: "=IF(COUNT(D10,D16)=0,"",MAX(D10,D16))", the larger of both, since
 * the other one lacks something; of a single breakdown its sum.
 */
export function totalFormula(groups: readonly number[], col: number): string {
  const cells = groups.map((row) => toA1({ row, col })).join(",");
  return `=IF(COUNT(${cells})=0,"",${groups.length > 1 ? "MAX" : "SUM"}(${cells}))`;
}

/** Points of the amount that were disbursed: "=IF(AND(ISNUMBER(C8),ISNUMBER(D8)),IF(C8>0,ROUND(D8/C8*100,1),""),"")", blank while nothing is planned. */
export function rateFormula(row: number, amountCol: number, disbursedCol: number): string {
  const [amount, disbursed] = [toA1({ row, col: amountCol }), toA1({ row, col: disbursedCol })];
  return `=IF(AND(ISNUMBER(${amount}),ISNUMBER(${disbursed})),IF(${amount}>0,ROUND(${disbursed}/${amount}*100,1),""),"")`;
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
  const sums = (): [count: string, sum: string] => {
    if (height === parts.length) return both(areaToA1(column(first, height, col)));
    if (parts.length <= MOST_CELLS) return both(parts.map((at) => toA1({ row: at, col })).join(","));
    const criterion = keyCriterion(places, row, parts, first, height);
    if (criterion === null) return chunks(parts).map((chunk) => both(chunk.map((at) => toA1({ row: at, col })).join(","))).reduce((a, b) => [`${a[0]}+${b[0]}`, `${a[1]}+${b[1]}`]);
    const keys = areaToA1(column(first, height, places.keyCol)).replace(/([A-Z]+)(\d+)/g, "$$$1$$$2");
    const amounts = areaToA1(column(first, height, col)).replace(/\d+/g, "$$$&");
    return [`COUNTIFS(${keys},${criterion},${amounts},"<>")`, `SUMIFS(${amounts},${keys},${criterion})`];
  };
  const [count, sum] = sums();
  return { formula: keepBlank ? `=IF(${count}=0,"",${sum})` : `=${sum}` };
}

function both(cells: string): [count: string, sum: string] {
  return [`COUNT(${cells})`, `SUM(${cells})`];
}

/** What the keys of the parts, and of no other row among them, look like; null where nothing tells them apart. */
function keyCriterion({ rows, body, rowOf, keyCol }: Places, row: BudgetLine, parts: readonly number[], first: number, height: number): string | null {
  if (row.kind === "line" && rows[first - body]?.kind === "share") return `"*×"&$${toA1({ row: rowOf.get(row.key) ?? body, col: keyCol })}`;
  const own = new Set(parts);
  const between = rows.slice(first - body, first - body + height).filter((_, index) => !own.has(first + index));
  return between.every(({ kind }) => kind === "share") ? '"<>*×*"' : null;
}

function chunks(parts: readonly number[]): number[][] {
  return Array.from({ length: Math.ceil(parts.length / MOST_CELLS) }, (_, index) => parts.slice(index * MOST_CELLS, (index + 1) * MOST_CELLS));
}
