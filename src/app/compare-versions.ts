import { differencesOf, type Differences } from "../forms";
import type { OtherTable } from "../tables";
import { WorkbookFailure, type Course, type Workbook } from "../workbook/port";
import { areasRead } from "../sheet";
import { placesOf, readSheets, sheetsToRead } from "./other-sheets";
import { WHOLE } from "./check-scope";

export { isUnchanged, isSameTable, type Differences } from "../forms";

/** A workbook, or one of its sheets. */
export interface Version {
  readonly workbook: Workbook;
  /** Null for all sheets. */
  readonly sheet: string | null;
}

/** How much of the work reading the first of two versions is. */
const FIRST_SHARE = 0.5;

/**
 * What changed from one version to another, in tables of anybody's and of ours; sheets that were made of others, as summaries, are passed
 * over. Writes nothing. Throws "sheet-gone" for a sheet that is not there, "stopped".
 */
export async function compareVersions(old: Version, now: Version, course: Course = {}): Promise<Differences> {
  const [a, b] = [await tablesOf(old, part(course, 0)), await tablesOf(now, part(course, FIRST_SHARE))];
  const differences = differencesOf(a, b);
  course.progress?.(1);
  return differences;
}

function part({ progress, ...course }: Course, from: number): Course {
  return progress ? { ...course, progress: (share) => progress(from + share * FIRST_SHARE) } : course;
}

/** The tables of a version, ours read as everybody's: their heads and labels say what they are. */
async function tablesOf({ workbook, sheet }: Version, course: Course): Promise<OtherTable[]> {
  const outline = await workbook.outline();
  const chosen = sheet === null ? outline : { ...outline, sheets: outline.sheets.filter(({ name }) => name === sheet) };
  if (sheet !== null && chosen.sheets.length === 0) throw new WorkbookFailure("sheet-gone", { sheet });
  const places = await workbook.read(placesOf(chosen));
  const wanted = sheetsToRead(chosen, places, { own: [], lost: [], scope: WHOLE });
  const read = await readSheets(workbook, wanted, { reads: areasRead(outline), said: new Map() }, course);
  if (!read) throw new WorkbookFailure("sheet-gone", { sheet: sheet ?? outline.sheets[0]?.name ?? "" });
  return read.flatMap(({ tables }) => tables);
}
