import { isUnchanged, type CellChange, type Differences, type FormColumn, type TableDifferences, type VersionCell } from "../forms";
import { areaToA1, isCellError, toA1 } from "../sheet";
import type { OtherLine, OtherTable } from "../tables";

/** What changed between two versions, as other programs read it: addresses "B7", each on the sheet of its version of the table. */
export interface VersionsReport {
  readonly unchanged: boolean;
  readonly tables: readonly TableVersions[];
  /** Tables that only the new version has, and only the old one. */
  readonly came: readonly TablePlace[];
  readonly went: readonly TablePlace[];
}

interface TablePlace {
  readonly sheet: string;
  readonly range: string;
  readonly title: string | null;
  readonly unit: string | null;
}

interface LinePlace {
  readonly cell: string;
  readonly number: string;
  readonly label: string;
}

interface ColumnPlace {
  readonly cell: string;
  readonly head: string;
}

interface NewName {
  readonly old: { readonly cell: string; readonly text: string };
  readonly new: { readonly cell: string; readonly text: string };
  /** The names differ by more than their spelling. */
  readonly near: boolean;
}

interface CellReport {
  readonly cell: string;
  readonly value: string | number | boolean | null;
  readonly formula: string | null;
}

interface ChangeReport {
  readonly kind: CellChange["kind"];
  readonly line: string;
  readonly column: string;
  readonly old: CellReport;
  readonly new: CellReport;
  /** New less old in the unit of the new version; null where one of them is no number, or both are the same. */
  readonly gap: number | null;
}

interface TotalReport {
  readonly cell: string;
  readonly line: string;
  readonly column: string;
  readonly gap: number;
  /** What makes it so, the largest first; `version` says on which side the cell stands. */
  readonly causes: readonly {
    readonly cell: string; readonly version: "old" | "new"; readonly line: string; readonly column: string; readonly gap: number;
    readonly state: "changed" | "came" | "went";
  }[];
  /** What no change of its parts tells; 0 where all is told. */
  readonly rest: number;
}

export interface TableVersions {
  readonly old: TablePlace;
  readonly new: TablePlace;
  /** The new version is later by so many years throughout. */
  readonly years: number;
  /** So many times the numbers of the old version were taken, where the unit of money changed; 1 where it did not. */
  readonly factor: number;
  readonly lines: {
    readonly matched: number; readonly came: readonly LinePlace[]; readonly went: readonly LinePlace[];
    readonly renamed: readonly NewName[]; readonly moved: readonly LinePlace[];
  };
  readonly columns: {
    readonly matched: number; readonly came: readonly ColumnPlace[]; readonly went: readonly ColumnPlace[];
    readonly renamed: readonly NewName[];
  };
  readonly changes: readonly ChangeReport[];
  readonly totals: readonly TotalReport[];
  /** Figures that look mistyped beside last year's, where the versions are of two years, one after the other. */
  readonly slips: readonly {
    readonly cell: string; readonly line: string; readonly column: string; readonly value: number; readonly lastYear: number;
    /** What it may have been, and how many times off it is; null for swapped digits. */
    readonly to: number; readonly factor: number | null;
  }[];
}

export function describeVersions(differences: Differences): VersionsReport {
  return {
    unchanged: isUnchanged(differences),
    tables: differences.tables.map(describeTable),
    came: differences.came.map(placeOf),
    went: differences.went.map(placeOf),
  };
}

function describeTable(differences: TableDifferences): TableVersions {
  const { a, b, pairs, came, went, renamed, moved, years, units, changes, totals, slips } = differences;
  const named = ({ old, new: now, near }: TableDifferences["renamed"]["lines"][number]): NewName => ({
    old: { cell: toA1(old.at), text: old.text }, new: { cell: toA1(now.at), text: now.text }, near,
  });
  return {
    old: placeOf(a),
    new: placeOf(b),
    years,
    factor: units?.factor ?? 1,
    lines: {
      matched: pairs.lines.length,
      came: came.lines.map((line) => lineOf(line, b)),
      went: went.lines.map((line) => lineOf(line, a)),
      renamed: renamed.lines.map(named),
      moved: moved.map((line) => lineOf(line, b)),
    },
    columns: {
      matched: pairs.columns.length,
      came: came.columns.map((column) => columnOf(column, b)),
      went: went.columns.map((column) => columnOf(column, a)),
      renamed: renamed.columns.map(named),
    },
    changes: changes.map(({ kind, line, column, old, new: now, gap }) => ({
      kind, line: line.label, column: column.head, old: cellOf(old), new: cellOf(now), gap,
    })),
    totals: totals.map(({ change, causes, rest }) => ({
      cell: toA1(change.new.at),
      line: change.line.label,
      column: change.column.head,
      gap: change.gap ?? 0,
      causes: causes.map(({ at, line, column, gap, state }) => ({
        cell: toA1(at), version: state === "went" ? ("old" as const) : ("new" as const), line: line.label, column: column.head, gap, state,
      })),
      rest,
    })),
    slips: slips.map(({ line, column, cell, before, to, off }) => ({
      cell: toA1(cell.at), line: line.label, column: column.head, value: cell.value, lastYear: before.value, to,
      factor: off?.factor ?? null,
    })),
  };
}

function placeOf({ sheet, area, title, unit }: OtherTable): TablePlace {
  return { sheet, range: areaToA1(area), title: title?.text ?? null, unit };
}

function lineOf({ row, number, label }: OtherLine, { labelColumn, area }: OtherTable): LinePlace {
  return { cell: toA1({ row, col: labelColumn ?? area.col }), number, label };
}

function columnOf({ col, head }: FormColumn, { headRows, area }: OtherTable): ColumnPlace {
  return { cell: toA1({ row: headRows.at(-1) ?? area.row, col }), head };
}

function cellOf({ at, value, formula }: VersionCell): CellReport {
  return { cell: toA1(at), value: value !== null && isCellError(value) ? value.error : value, formula };
}
