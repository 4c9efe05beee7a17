import type { CellRef } from "../sheet";
import type { FindingData } from "./finding-data";

/** error: cannot be right; warning: a person should look; info: the rest. */
export const SEVERITIES = ["error", "warning", "info"] as const;
export type Severity = (typeof SEVERITIES)[number];

export type FindingCode = keyof FindingData;

/** What a check has to say of a cell. `id` is the same in the next run while the cause is the same. */
export interface FindingOf<C extends FindingCode> {
  readonly id: string;
  readonly code: C;
  readonly severity: Severity;
  /** Where it is shown. */
  readonly at: CellRef;
  /** All cells that take part. */
  readonly cells: readonly CellRef[];
  readonly data: FindingData[C];
}

export type Finding = { [C in FindingCode]: FindingOf<C> }[FindingCode];

/** Errors first, then warnings, then information; in a sheet from top to bottom. */
export function sortFindings(findings: readonly Finding[]): Finding[] {
  const rank = (finding: Finding): number => SEVERITIES.indexOf(finding.severity);
  return [...findings].sort((a, b) => rank(a) - rank(b) || a.at.sheet.localeCompare(b.at.sheet, "vi") || a.at.row - b.at.row || a.at.col - b.at.col);
}
