import type { Today } from "../checks";
import type { Words } from "../i18n";
import type { SheetInfo } from "../sheet";
import { rollUpSpecs, type Mismatch, type RollUpResult, type UnitReport } from "../summaries/roll-up";
import { readRollUpName } from "../templates";
import type { Course, LiveWorkbook } from "../workbook/port";
import type { Done } from "./done";
import { addNumbered } from "./numbered-sheets";
import { formsAmiss, type FormsDraft } from "./roll-up-forms";
import type { GatheredUnits } from "./roll-up-units";

export interface GatherOptions {
  readonly today: Today;
  /** Units of which a report is expected: those that do not come are named. */
  readonly expected: readonly string[];
  /** Lines of forms of anybody's of which each unit's figures are listed, by their words. */
  readonly lines?: readonly string[];
  readonly course?: Course;
}

/** What many units come to, before anything of it is written. */
export interface RollUpDraft extends Pick<GatheredUnits, "sources" | "passed" | "failures"> {
  readonly result: RollUpResult;
  /** What comes of tables of anybody's; null where no unit has sent any. */
  readonly forms: FormsDraft | null;
  /** Every unit that is known of, in the order of the tree. */
  readonly units: readonly UnitReport[];
}

/** What lies in the nature of an indicator, or is told beside its figure, whoever reports it. */
const FORESEEN: ReadonlySet<Mismatch["code"]> = new Set(["not-added", "no-basis"]);

/** The mismatches that a person should look at before the figures are written. */
export function unforeseen({ mismatches }: RollUpResult): Mismatch[] {
  return mismatches.filter(({ code }) => !FORESEEN.has(code));
}

/** Whether there is nothing to be written. */
export function isNothing({ result, forms }: RollUpDraft): boolean {
  return result.sections.length === 0 && (forms === null || forms.sheets.length === 0);
}

/**
 * Whether something is amiss that a person should look at before: units without tables, tables that do not fit or are wrong, a rule that
 * failed.
 */
export function isAmiss({ result, forms, units, failures }: RollUpDraft): boolean {
  const isToldOf = unforeseen(result).length > 0 || (forms !== null && formsAmiss(forms).length + forms.unknown.length > 0);
  return units.some(({ state, errors }) => state !== "read" || errors > 0) || isToldOf || failures.length > 0;
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
  workbook: LiveWorkbook, draft: RollUpDraft, { date, course }: WriteOptions, words: Words,
): Promise<Done<readonly SheetInfo[]>> {
  return addNumbered(
    workbook,
    { readName: readRollUpName, specs: (rollUp, taken) => rollUpSpecs({ ...draft, date, taken, rollUp }, words) },
    course,
  );
}
