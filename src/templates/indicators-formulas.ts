import type { FormulaInput } from "../sheet";
import type { TemplateWords } from "./words";

/** The cells that a status depends on, in A1. */
export interface StatusCells {
  readonly actual: string;
  readonly target: string;
  /** Targets of later years, rising: the last of all tells the direction. */
  readonly later: readonly string[];
  readonly direction: string;
  readonly baseline: string;
  readonly unit: string;
}

/**
 * "Đạt" or "Chưa đạt" as a formula that reads the target's own cell, so that it holds where the add-in is absent and after the
 * target or the direction is changed. It understands a number, alone or after ">", "<", "≥", "≤", ">=" or "<=", with or without the
 * row's unit or "%", in the notation of the table's language. A number alone is judged by where the row's last target lies from the
 * baseline or by its sign, else by the direction; where none of them tells, only a value equal to it is met and all others are
 * "Chưa rõ chiều". Blank where there is no value yet, and for a target in other words ("trên 30 %", "16 - 18"), which only the check reads.
 */
export function statusFormula({ actual, target, later, direction, baseline, unit }: StatusCells, words: TemplateWords): FormulaInput {
  const [decimal, group] = words.lang === "vi" ? [",", "."] : [".", ","];
  const { met, notMet, noDirection, direction: word } = words.indicators;
  const signOf = (cell: string): string => `FIND(LEFT(${cell},1),"><≥≤")`;
  const numberIn = (cell: string, text: string): string => `IF(ISNUMBER(${cell}),${cell},NUMBERVALUE(SUBSTITUTE(SUBSTITUTE(${text},${unit}&"",""),"%",""),"${decimal}","${group}"))`;
  const equals = `MID(${target},2,1)="="`;
  const last = later.reduce((before, cell) => `IF(${cell}="",${before},${cell})`, target);
  // five signs long, so that it is told apart from every known operator below
  const declared = `IF(${direction}="${word.down}","<=",IF(${direction}="${word.up}",">=","=    "))`;
  const aim = numberIn(last, last);
  const way = `SIGN(IF(ISNUMBER(${baseline}),${aim}-${baseline},0))`;
  const led = `IFERROR(CHOOSE(${way}+2,"<=",${declared},">="),${declared})`;
  const bare = `IF(${direction}="${word.equal}","=",${later.length === 0 ? led : `IFERROR(CHOOSE(${signOf(last)},">=","<=",">=","<="),${led})`})`;
  const operator = `IFERROR(CHOOSE(${signOf(target)},">","<",">=","<=")&IF(${equals},"=",""),${bare})`;
  const limit = numberIn(target, `MID(${target},1+IFERROR(SIGN(${signOf(target)}),0)+IF(${equals},1,0),30)`);
  // how the value stands to the limit, "<", "=" or ">", has to be one of the operator's signs; where it is not, the rest finds it
  // behind the operator: from the fourth place on, from the eighth behind the five signs of an unknown direction
  const relation = `MID("<=>",SIGN(ROUND(${actual}-${limit},9))+2,1)`;
  const verdict = `CHOOSE(INT(FIND(${relation},${operator}&"  <=>")/4)+1,"${met}","${notMet}","${noDirection}")`;
  return { formula: `=IF(OR(NOT(ISNUMBER(${actual})),${target}=""),"",IFERROR(${verdict},""))` };
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
