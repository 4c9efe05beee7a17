import type { Differences } from "../forms";
import type { Words } from "../i18n";
import { versionsSheet, type Between } from "../summaries";
import { readVersionsName } from "../templates";
import type { Course, LiveWorkbook } from "../workbook/port";
import type { Done } from "./done";
import { addNumbered } from "./numbered-sheets";

/**
 * Writes what changed between two versions on a new sheet, whose name it returns; its undo removes the sheet unless somebody has typed
 * into it. Throws `WorkbookFailure`.
 */
export async function writeVersions(
  workbook: LiveWorkbook, differences: Differences, { between, course }: { readonly between: Between; readonly course?: Course },
  words: Words,
): Promise<Done<string>> {
  const { result, undo } = await addNumbered(
    workbook,
    { readName: readVersionsName, specs: (number, taken) => [versionsSheet(differences, between, taken, words, number)] },
    course,
  );
  return { result: result[0]?.name ?? "", undo };
}
