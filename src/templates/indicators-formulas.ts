import type { FormulaInput } from "../sheet";
import type { TemplateWords } from "./words";

/** The cells that a status depends on, in A1. */
export interface StatusCells {
  readonly actual: string;
  readonly target: string;
  readonly direction: string;
  readonly baseline: string;
  readonly unit: string;
}

/**
 * "Đạt" or "Chưa đạt" as a formula that reads the target's own cell, so that it holds where the add-in is absent and after the
 * target or the direction is changed. It understands a number, alone or after ">", "<", "≥", "≤", ">=" or "<=", with or without the
 * row's unit or "%", in the notation of the table's language; a number alone is judged by where it lies from the baseline, where
 * that does not tell by the direction ("up" where none is given). Blank where there is no value yet, and for a target in other words ("trên 30 %", "16 - 18"), which only the check reads.
 */
export function statusFormula({ actual, target, direction, baseline, unit }: StatusCells, words: TemplateWords): FormulaInput {
  const [decimal, group] = words.lang === "vi" ? [",", "."] : [".", ","];
  const { met, notMet, direction: word } = words.indicators;
  const sign = `FIND(LEFT(${target},1),"><≥≤")`;
  const equals = `MID(${target},2,1)="="`;
  const declared = `IF(${direction}="${word.down}","<=",">=")`;
  const fromBaseline = `IF(AND(ISNUMBER(${baseline}),ISNUMBER(${target}),${baseline}<>${target}),IF(${target}<${baseline},"<=",">="),${declared})`;
  const bare = `IF(${direction}="${word.equal}","=",${fromBaseline})`;
  const operator = `IFERROR(CHOOSE(${sign},">","<",">=","<=")&IF(${equals},"=",""),${bare})`;
  const rest = `MID(${target},1+IFERROR(SIGN(${sign}),0)+IF(${equals},1,0),30)`;
  const limit = `IF(ISNUMBER(${target}),${target},NUMBERVALUE(SUBSTITUTE(SUBSTITUTE(${rest},${unit}&"",""),"%",""),"${decimal}","${group}"))`;
  // how the value stands to the limit, "<", "=" or ">", has to be one of the operator's signs; the rest makes it found in any case
  const relation = `MID("<=>",SIGN(ROUND(${actual}-${limit},9))+2,1)`;
  return { formula: `=IF(OR(NOT(ISNUMBER(${actual})),${target}=""),"",IFERROR(IF(FIND(${relation},${operator}&"  <=>")<3,"${met}","${notMet}"),""))` };
}

/** A share in points of `whole` (100 for %), two decimals; blank while there is no numerator or no denominator. */
export function shareFormula(numerator: string, denominator: string, whole: number): FormulaInput {
  return { formula: `=IF(AND(ISNUMBER(${numerator}),ISNUMBER(${denominator})),IF(${denominator}>0,ROUND(${numerator}/${denominator}*${whole},2),""),"")` };
}

/** The sum of cells ("F9:H9", or one by one); blank while none of them is filled. */
export function sumOrBlank(cells: readonly string[]): FormulaInput {
  const list = cells.join(",");
  return { formula: `=IF(COUNT(${list})=0,"",SUM(${list}))` };
}
