import type { FormulaInput } from "../sheet";

/** A share in points of `whole` (100 for %), two decimals; blank while there is no numerator or no denominator. */
export function shareFormula(numerator: string, denominator: string, whole: number): FormulaInput {
  return { formula: `=IF(AND(ISNUMBER(${numerator}),ISNUMBER(${denominator})),IF(${denominator}>0,ROUND(${numerator}/${denominator}*${whole},2),""),"")` };
}

/** The sum of cells ("F9:H9", or one by one); blank while none of them is filled. */
export function sumOrBlank(cells: readonly string[]): FormulaInput {
  const list = cells.join(",");
  return { formula: `=IF(COUNT(${list})=0,"",SUM(${list}))` };
}
