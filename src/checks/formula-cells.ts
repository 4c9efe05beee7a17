import type { FormulaAt } from "../findings";
import type { FormulaCell } from "../tables";

/** What a finding of a formula is about: it stays when rows move. */
export function keyOf({ line, column }: FormulaCell): string {
  return `${line.key}/${column.id}`;
}

export function formulaAt({ cell, formula }: FormulaCell): FormulaAt {
  return { at: cell.at, formula };
}
