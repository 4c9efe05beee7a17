import { toA1, type ConditionalFormatSpec } from "../sheet";
import { COLOURS, column } from "./layout";
import type { TemplateWords } from "./words";

/**
 * The numerator of a share over its denominator; the columns of the two stand side by side from `col` on. Rates per so many may pass their
 * whole.
 */
export function overWholeFormat(body: number, height: number, col: number, unitCol: number): ConditionalFormatSpec {
  const [above, below] = [`$${toA1({ row: body, col })}`, `$${toA1({ row: body, col: col + 1 })}`];
  return {
    area: { row: body, col, rows: height, cols: 2 },
    formula: `=AND($${toA1({ row: body, col: unitCol })}="%",ISNUMBER(${above}),ISNUMBER(${below}),${above}>${below})`,
    style: { fill: COLOURS.wrong, bold: true },
  };
}

export function statusFormats(body: number, height: number, col: number, words: TemplateWords): ConditionalFormatSpec[] {
  const area = column(body, height, col);
  const status = `$${toA1({ row: body, col })}`;
  return [
    { area, formula: `=${status}="${words.indicators.notMet}"`, style: { fill: COLOURS.wrong } },
    { area, formula: `=${status}="${words.indicators.met}"`, style: { fill: COLOURS.met } },
  ];
}
