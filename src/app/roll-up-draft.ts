import type { Today } from "../checks";
import type { Words } from "../i18n";
import type { SheetInfo, SheetSpec } from "../sheet";
import { rollUpSpecs, type Mismatch, type RollUpResult, type UnitReport } from "../summaries/roll-up";
import { readRollUpName } from "../templates";
import { WorkbookFailure, type Course, type LiveWorkbook } from "../workbook/port";
import { madeOf } from "./create-tables";
import type { Done } from "./done";
import type { GatheredUnits } from "./roll-up-units";

export interface GatherOptions {
  readonly today: Today;
  /** Units of which a report is expected: those that do not come are named. */
  readonly expected: readonly string[];
  readonly course?: Course;
}

/** What many units come to, before anything of it is written. */
export interface RollUpDraft extends Pick<GatheredUnits, "sources" | "passed" | "failures"> {
  readonly result: RollUpResult;
  /** Every unit that is known of, in the order of the tree. */
  readonly units: readonly UnitReport[];
}

/** What lies in the nature of an indicator, or is told beside its figure, whoever reports it. */
const FORESEEN: ReadonlySet<Mismatch["code"]> = new Set(["not-added", "no-basis"]);

/** The mismatches that a person should look at before the figures are written. */
export function unforeseen({ mismatches }: RollUpResult): Mismatch[] {
  return mismatches.filter(({ code }) => !FORESEEN.has(code));
}

/**
 * Whether something is amiss that a person should look at before: units without tables, tables that do not fit or are wrong, a rule that
 * failed.
 */
export function isAmiss({ result, units, failures }: RollUpDraft): boolean {
  return units.some(({ state, errors }) => state !== "read" || errors > 0) || unforeseen(result).length > 0 || failures.length > 0;
}

/** "Huyện A / Xã B " → "Huyện A/Xã B"; "" where no name is in it. */
export function unitPath(text: string): string {
  const steps = text.normalize("NFC").replaceAll("\\", "/").split("/");
  return steps.map((step) => step.trim()).filter((step) => step !== "").join("/");
}

interface WriteOptions {
  readonly date: string;
  readonly course?: Course;
}

/**
 * Writes the sheets of a roll-up into the workbook; its undo removes them unless somebody has typed into them. Throws `WorkbookFailure`.
 */
export async function writeRollUp(
  workbook: LiveWorkbook, draft: RollUpDraft, options: WriteOptions, words: Words,
): Promise<Done<readonly SheetInfo[]>> {
  const { made, specs } = await addRollUp(workbook, draft, options, words);
  return { result: made, undo: [{ kind: "sheets", sheets: madeOf(made, specs) }] };
}

/** More names than anybody leaves behind by deleting roll-ups. */
const MOST_ROLL_UPS = 50;

/** Names of a roll-up whose sheets were deleted stay in the workbook without a place, where nobody sees them: the next number is tried. */
async function addRollUp(
  workbook: LiveWorkbook, draft: RollUpDraft, { date, course }: WriteOptions, words: Words,
): Promise<{ readonly made: readonly SheetInfo[]; readonly specs: readonly SheetSpec[] }> {
  const { sheets, names } = await workbook.outline();
  const taken = sheets.map(({ name }) => name);
  for (let rollUp = Math.max(0, ...names.map(({ name }) => readRollUpName(name) ?? 0)) + 1; ; rollUp++) {
    const specs = rollUpSpecs({ ...draft, date, taken, rollUp }, words);
    try {
      return { made: await workbook.addSheets(specs, course), specs };
    } catch (error) {
      if (!isNameTaken(error) || rollUp >= MOST_ROLL_UPS) throw error;
    }
  }
}

function isNameTaken(error: unknown): boolean {
  return isTakenName(error) && readRollUpName(error.data.name) !== null;
}

function isTakenName(error: unknown): error is WorkbookFailure<"name-taken"> {
  return error instanceof WorkbookFailure && error.code === "name-taken";
}
