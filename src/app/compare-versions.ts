import { comparing, type Differences } from "../forms";
import type { RuleFailure } from "../checks";
import type { OtherTable } from "../tables";
import { WorkbookFailure, type Course, type Workbook } from "../workbook/port";
import { areasRead } from "../sheet";
import { saidOf } from "./answer-rows";
import { readRecord, recordOutline } from "./known-record";
import { withoutStatus } from "./roll-up-reading";
import { sliced } from "./sliced";
import { placesOf, readSheets, sheetsToRead, type OtherSheet } from "./other-sheets";
import { WHOLE } from "./check-scope";

export { isUnchanged, isSameTable, type Differences } from "../forms";

/** A workbook, or one of its sheets. */
export interface Version {
  readonly workbook: Workbook;
  /** Null for all sheets. */
  readonly sheet: string | null;
}

/** The tables of a version as they were read. */
export interface ReadVersion {
  readonly tables: readonly OtherTable[];
  /** Sheets on which looking for tables failed: a fault of ours. */
  readonly failures: readonly RuleFailure[];
}

/**
 * What changed from one version to another, in tables of anybody's and of ours; sheets that were made of others, as summaries, are passed
 * over. Throws "stopped".
 */
export function compareRead(old: ReadVersion, now: ReadVersion, course: Course = {}): Promise<Differences> {
  return sliced(comparing(old.tables, now.tables), course);
}

/** Why nothing could be compared: no table in the old version, in the new one, or in both alike; null where there is one. */
export function lackOf({ tables, came, went }: Differences): "old" | "now" | "shared" | null {
  if (tables.length > 0) return null;
  return went.length === 0 ? "old" : came.length === 0 ? "now" : "shared";
}

/** How much changed: cells, lines and columns that came and went, of so many tables that both versions have. */
export function versionCounts({ tables }: Differences): Readonly<Record<"tables" | "cells" | "came" | "went", number>> {
  const sum = (count: (table: Differences["tables"][number]) => number): number => tables.reduce((all, table) => all + count(table), 0);
  return {
    tables: tables.length,
    cells: sum(({ changes }) => changes.length),
    came: sum(({ came }) => came.lines.length + came.columns.length),
    went: sum(({ went }) => went.lines.length + went.columns.length),
  };
}

/**
 * The sheets that may hold tables to be compared: with more cells in use than a title has, and not made of others. In the order of the
 * workbook; two round trips. Throws `WorkbookFailure`.
 */
export async function versionSheets(workbook: Workbook): Promise<string[]> {
  const outline = await workbook.outline();
  const places = await workbook.read(placesOf(outline));
  return sheetsToRead(outline, places, { own: [], lost: [], scope: WHOLE }).flatMap(({ sheet, area }) =>
    area.rows > 1 && area.cols > 1 ? [sheet] : []);
}

/**
 * The tables of a version, ours read as everybody's: their heads and labels say what they are, and what people have answered in the
 * version's record. Formulas of their status are left out: they follow from what is compared, and take longest to be computed. Throws
 * "sheet-gone" for a sheet that is not there, "stopped".
 */
export async function readVersion(version: Version, course: Course = {}): Promise<ReadVersion> {
  const read = await sheetsOfVersion(version, course);
  return { tables: read.flatMap(({ tables }) => tables), failures: read.flatMap(({ failure }) => failure ?? []) };
}

/** As `readVersion`, with what was read of each sheet. */
export async function sheetsOfVersion(version: Version, course: Course = {}): Promise<readonly OtherSheet[]> {
  const { sheet } = version;
  const workbook = withoutStatus(version.workbook);
  const outline = await workbook.outline();
  const chosen = sheet === null ? outline : { ...outline, sheets: outline.sheets.filter(({ name }) => name === sheet) };
  if (sheet !== null && chosen.sheets.length === 0) throw new WorkbookFailure("sheet-gone", { sheet });
  const record = recordOutline(outline);
  const places = await workbook.read([...placesOf(chosen), ...(record ? [record] : [])]);
  const answers = record ? places.pop() : undefined;
  const said = saidOf(record && answers ? readRecord(record, answers) : null);
  const wanted = sheetsToRead(chosen, places, { own: [], lost: [], scope: WHOLE });
  const read = await readSheets(workbook, wanted, { reads: areasRead(outline), said, forms: [], taken: [] }, course);
  if (!read) throw new WorkbookFailure("sheet-gone", { sheet: sheet ?? outline.sheets[0]?.name ?? "" });
  return read;
}
