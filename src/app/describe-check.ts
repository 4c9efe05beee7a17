import type { Finding } from "../findings";
import { findingSentence, type Words } from "../i18n";
import { areaToA1, toA1, type CellRef } from "../sheet";
import { graphOf, hasAmounts, type Relation, relationGap, relationHolds, type Table } from "../tables";
import { addressesFrom, addressFrom } from "./cell-addresses";
import type { CheckResult } from "./check-workbook";

/** A check as other programs read it: addresses "B7" on the same sheet, `'Tên biểu'!B7` on another. */
export interface CheckReport {
  readonly tables: readonly TableReport[];
  readonly findings: readonly FindingReport[];
}

export interface TableReport {
  readonly sheet: string;
  readonly range: string;
  readonly kind: "indicator" | "budget" | "task" | "other";
  readonly unit: string | null;
  readonly relations: readonly RelationReport[];
}

export interface RelationReport {
  readonly op: Relation["op"];
  /** Of a ratio: by how much the first part is more than the second, over the second. */
  readonly growth?: true;
  readonly total: string;
  readonly parts: readonly string[];
  readonly axis: "column" | "row";
  readonly from: Relation["from"];
  /** How sure it is that the cells have this to do with each other, above 0 and up to 1. */
  readonly confidence: number;
  readonly holds: boolean;
  /** Stated minus computed, in the table's unit; null of a ratio over nothing. */
  readonly gap: number | null;
}

export interface FindingReport {
  readonly id: string;
  readonly code: Finding["code"];
  readonly severity: Finding["severity"];
  /** Every cell that takes part holds what the plan's document says. */
  readonly byDocument: boolean;
  /** What the record of findings in the workbook says of it. */
  readonly status: "open" | "explained";
  readonly sheet: string;
  readonly cell: string;
  /** All that take part; of more than 300 runs of a column are ranges ("B8:B30007"). */
  readonly cells: readonly string[];
  readonly data: unknown;
  readonly message: string;
}

export function describeCheck(result: CheckResult, words: Words): CheckReport {
  return {
    tables: [...result.tables, ...result.others].map(describeTable),
    findings: result.findings.map((finding) =>
      describeFinding(finding, result.statuses.get(finding.id) === "explained" ? "explained" : "open", words),
    ),
  };
}

const KINDS = { indicators: "indicator", budget: "budget", tasks: "task", other: "other" } as const;

function describeTable(table: Table): TableReport {
  return {
    sheet: table.sheet,
    range: areaToA1(table.area),
    kind: KINDS[table.kind === "other" ? table.subject : table.kind],
    unit: hasAmounts(table) ? table.unit : null,
    relations: hasAmounts(table) ? graphOf(table).relations.map(describeRelation) : [],
  };
}

function describeRelation(relation: Relation): RelationReport {
  const { op, total, parts, axis, from, sure, growth } = relation;
  const gap = relationGap(relation);
  return {
    op,
    ...(growth ? { growth } : {}),
    total: toA1(total.at),
    parts: parts.map(({ at }) => toA1(at)),
    axis,
    from,
    confidence: sure,
    holds: relationHolds(relation),
    gap: Number.isFinite(gap) ? gap : null,
  };
}

function describeFinding(finding: Finding, status: FindingReport["status"], words: Words): FindingReport {
  const { id, code, severity, byDocument = false, at, cells, data } = finding;
  return {
    id, code, severity, byDocument, status,
    sheet: at.sheet,
    cell: toA1(at),
    cells: addressesFrom(at.sheet, cells),
    data: withAddresses(data, addressFrom(at.sheet)),
    message: findingSentence(finding, words),
  };
}

/** Data with every `at` as a `cell` address. */
function withAddresses(data: unknown, address: (at: CellRef) => string): unknown {
  if (Array.isArray(data)) return data.map((item) => withAddresses(item, address));
  if (typeof data !== "object" || data === null) return data;
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => (key === "at" ? ["cell", address(value as CellRef)] : [key, withAddresses(value, address)])),
  );
}
