import { groupBy } from "../base";
import type { FormulaData, Severity } from "../findings";
import { isAcross, type SumFault } from "../tables";

/** Sums with one fault: what was pasted over a row, or a line that every column of its sum leaves out, is one thing to say. */
export interface Alike {
  /** What they have in common; it stays when rows move. */
  readonly about: string;
  /** The one that is told: the first of the worst. */
  readonly fault: SumFault;
  readonly severity: Severity;
  readonly others: readonly SumFault[];
}

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** Faults of one row, or of one column of sums, that `signOf` calls the same. */
export function alike(
  faults: readonly SumFault[], severityOf: (fault: SumFault) => Severity, signOf: (fault: SumFault) => string,
): Alike[] {
  const aboutOf = (fault: SumFault): string =>
    `${isAcross(fault.column) || fault.column.role === "rate" ? fault.column.id : fault.row.key}/${signOf(fault)}`;
  return [...groupBy(faults, aboutOf)].flatMap(([about, group]): Alike[] => {
    const [fault, ...others] = [...group].sort((a, b) => RANK[severityOf(a)] - RANK[severityOf(b)]);
    return fault ? [{ about, fault, severity: severityOf(fault), others }] : [];
  });
}

export function formulaOf({ cell, formula }: SumFault): FormulaData {
  return { at: cell.at, from: cell.formula, to: formula };
}
