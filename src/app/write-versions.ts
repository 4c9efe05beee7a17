import type { Differences } from "../forms";
import type { Words } from "../i18n";
import { adjustmentSheets, noAdjustment, versionsSheet, type Between } from "../summaries";
import { readVersionsName } from "../templates";
import type { Course, LiveWorkbook } from "../workbook/port";
import type { Done } from "./done";
import { madeOf } from "./made-sheets";
import { addNumbered } from "./numbered-sheets";
import { Refusal } from "./refusal";

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

/**
 * Writes the form that adjusts a budget on new sheets, whose names it returns; its undo removes them unless somebody has typed into them.
 * Throws `Refusal` "no-adjustment", `WorkbookFailure`.
 */
export async function writeAdjustment(
  workbook: LiveWorkbook, differences: Differences, words: Words, course?: Course,
): Promise<Done<readonly string[]>> {
  const why = noAdjustment(differences);
  if (why !== null) throw new Refusal("no-adjustment", { why });
  const { sheets } = await workbook.outline();
  const specs = adjustmentSheets(differences, sheets.map(({ name }) => name), words);
  const made = await workbook.addSheets(specs, course);
  return { result: made.map(({ name }) => name), undo: [{ kind: "sheets", sheets: madeOf(made, specs) }] };
}
