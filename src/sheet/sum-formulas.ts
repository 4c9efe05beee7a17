import { toA1 } from "./address";

/** A function takes 255 arguments, and nobody reads a longer list. */
const MOST_ARGUMENTS = 100;

/** How the sum begins that is blank while all of its cells are, and a bare one. */
export const BLANK_HEAD = "=IF(COUNT(";
export const BARE_HEAD = "=SUM(";

/** "=SUM(…)" of cells ("C4:C6", "C4,C9"), of very many in several sums. */
export function plainSum(cells: string): string {
  return `=${pieces(cells).map((piece) => `SUM(${piece})`).join("+")}`;
}

/** "=IF(COUNT(D8:H8)=0,"",SUM(D8:H8))": the sum that is blank while all of its cells are. */
export function blankSum(cells: string): string {
  return `=IF(${pieces(cells).map((piece) => `COUNT(${piece})`).join("+")}=0,"",${plainSum(cells).slice(1)})`;
}

function pieces(list: string): string[] {
  const cells = list.split(",");
  if (cells.length <= MOST_ARGUMENTS) return [list];
  return Array.from({ length: Math.ceil(cells.length / MOST_ARGUMENTS) }, (_, index) =>
    cells.slice(index * MOST_ARGUMENTS, (index + 1) * MOST_ARGUMENTS).join(","),
  );
}

const LIST = String.raw`[$A-Z0-9:,]{2,2000}`;
const SUM = new RegExp(String.raw`^=(?:SUM\((${LIST})\)|IF\(COUNT\((${LIST})\)=0,"",SUM\(\2\)\))$`);

/**
 * The cells of such a sum, as they stand in it, and whether it is blank while they are; null for any other formula, and for one of several
 * sums.
 */
export function readPlainSum(formula: string): { readonly cells: string; readonly keepBlank: boolean } | null {
  const [, bare, blank] = SUM.exec(formula) ?? [];
  const cells = bare ?? blank;
  return cells === undefined ? null : { cells, keepBlank: blank !== undefined };
}

/**
 * What a total comes to whose breakdowns are filled in by and by: "=IF(COUNT(D10,D16)=0,"",MAX(D10,D16))", the larger of both, since
 * the other one lacks something; of a single breakdown its sum. `groups`: their rows.
 */
export function totalFormula(groups: readonly number[], col: number): string {
  const cells = groups.map((row) => toA1({ row, col })).join(",");
  return groups.length > 1 ? `=IF(COUNT(${cells})=0,"",MAX(${cells}))` : blankSum(cells);
}

/**
 * Points of the amount that were disbursed: "=IF(AND(ISNUMBER(C8),ISNUMBER(D8)),IF(C8>0,ROUND(D8/C8*100,1),""),"")", blank while nothing is
 * planned.
 */
export function rateFormula(row: number, amountCol: number, disbursedCol: number): string {
  const [amount, disbursed] = [toA1({ row, col: amountCol }), toA1({ row, col: disbursedCol })];
  return `=IF(AND(ISNUMBER(${amount}),ISNUMBER(${disbursed})),IF(${amount}>0,ROUND(${disbursed}/${amount}*100,1),""),"")`;
}
