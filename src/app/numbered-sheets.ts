import type { SheetInfo, SheetSpec } from "../sheet";
import { WorkbookFailure, type Course, type LiveWorkbook } from "../workbook/port";
import { madeOf } from "./made-sheets";
import type { Done } from "./done";

/** More names than anybody leaves behind by deleting such sheets. */
const MOST_SETS = 50;

/** Sheets of which a workbook may have several sets, told apart by a number in their defined names. */
interface NumberedSheets {
  /** The number in a defined name of theirs; null for any other name. */
  readonly readName: (name: string) => number | null;
  /** The set of a number beside sheets of those names. */
  readonly specs: (number: number, taken: readonly string[]) => readonly SheetSpec[];
}

/**
 * Adds the next set of sheets. Names of a set whose sheets were deleted stay in the workbook without a place, where nobody sees them: the
 * next number is tried. Its undo removes the sheets unless somebody has typed into them. Throws `WorkbookFailure`.
 */
export async function addNumbered(
  workbook: LiveWorkbook, { readName, specs }: NumberedSheets, course?: Course,
): Promise<Done<readonly SheetInfo[]>> {
  const { sheets, names } = await workbook.outline();
  const taken = sheets.map(({ name }) => name);
  for (let number = Math.max(0, ...names.map(({ name }) => readName(name) ?? 0)) + 1; ; number++) {
    const set = specs(number, taken);
    try {
      const made = await workbook.addSheets(set, course);
      return { result: made, undo: [{ kind: "sheets", sheets: madeOf(made, set) }] };
    } catch (error) {
      if (!isTakenName(error) || readName(error.data.name) === null || number >= MOST_SETS) throw error;
    }
  }
}

function isTakenName(error: unknown): error is WorkbookFailure<"name-taken"> {
  return error instanceof WorkbookFailure && error.code === "name-taken";
}
