import type { CellRef } from "../sheet";
import type { FindingData } from "./finding-data";

/** error: cannot be right; warning: a person should look; info: the rest. */
export const SEVERITIES = ["error", "warning", "info"] as const;
export type Severity = (typeof SEVERITIES)[number];

/** How a finding is shown and counted: what is the document's own stands apart and is nobody's error. */
export const WEIGHTS = ["error", "warning", "document", "info"] as const;
export type Weight = (typeof WEIGHTS)[number];

export interface Weighed {
  readonly severity: Severity;
  readonly byDocument?: boolean;
}

export function weightOf({ severity, byDocument }: Weighed): Weight {
  return byDocument ? "document" : severity;
}

/** How many there are of each weight. */
export function weighed(findings: readonly Weighed[]): Record<Weight, number> {
  const counts = { error: 0, warning: 0, document: 0, info: 0 };
  for (const finding of findings) counts[weightOf(finding)] += 1;
  return counts;
}

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
  /**
   * Every cell that takes part holds what the document of the plan says: it is the document that contradicts itself. Absent where it is not
   * so.
   */
  readonly byDocument?: true;
}

export type Finding = { [C in FindingCode]: FindingOf<C> }[FindingCode];

/** Errors first, then warnings, then information; in a sheet from top to bottom. */
export function sortFindings(findings: readonly Finding[]): Finding[] {
  const rank = (finding: Finding): number => SEVERITIES.indexOf(finding.severity);
  return [...findings].sort(
    (a, b) => rank(a) - rank(b) || a.at.sheet.localeCompare(b.at.sheet, "vi") || a.at.row - b.at.row || a.at.col - b.at.col,
  );
}
