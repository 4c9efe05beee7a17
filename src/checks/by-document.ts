import type { Finding, FindingCode } from "../findings";
import type { CellRef } from "../sheet";
import type { Table } from "../tables";

/** What is found by comparing values that a document can have wrong; all others are about what people did to a table. */
const OF_VALUES: ReadonlySet<FindingCode> = new Set<FindingCode>([
  "sum-mismatch", "over-total", "breakdowns-differ", "sum-rounding", "same-amount", "unit-slip",
  "target-weaker", "targets-differ", "plans-differ", "target-unreadable", "targets-several", "per-mille-unit", "per-mille-slip",
  "percent-slip", "over-whole", "below-zero", "part-of-a-thing",
  "task-time-unreadable",
]);

/**
 * Tells the findings apart that are the document's own: each cell that takes part still holds what the document of the plan says.
 * As soon as one of them says anything else, the finding is like any other.
 */
export function withDocument(findings: readonly Finding[], tables: readonly Table[]): readonly Finding[] {
  const placeOf = ({ sheet, row, col }: CellRef): string => `${row}:${col}:${sheet}`;
  const known = new Map<string, ReadonlySet<string>>();
  const saidOn = (sheet: string): ReadonlySet<string> => {
    const found =
      known.get(sheet) ??
      new Set(tables.filter((table) => table.sheet === sheet).flatMap((table) => table.document?.(table) ?? []).map(placeOf));
    known.set(sheet, found);
    return found;
  };
  return findings.map((finding) =>
    OF_VALUES.has(finding.code) && [finding.at, ...finding.cells].every((at) => saidOn(at.sheet).has(placeOf(at)))
      ? { ...finding, byDocument: true }
      : finding,
  );
}
