import { VERDICTS } from "../drafting";
import type { Words } from "../i18n";
import { textCheckSheet, type TextCheckRow } from "../summaries";
import { readTextCheckName } from "../templates";
import type { Course, LiveWorkbook } from "../workbook/port";
import type { TextCheck } from "./check-text";
import { factName, figureSentence, sentenceOf, shownInstead, toPlace } from "./describe-text";
import type { Done } from "./done";
import { addNumbered } from "./numbered-sheets";

/**
 * Writes what was found of a text's figures on a new sheet, whose name it returns: what differs first. `name` of its file, null for what
 * was pasted; `date` as it is written. Its undo removes the sheet unless somebody has typed into it. Throws `WorkbookFailure`.
 */
export async function writeTextCheck(
  workbook: LiveWorkbook, check: TextCheck, { name, date }: { readonly name: string | null; readonly date: string }, words: Words,
  course?: Course,
): Promise<Done<string>> {
  const rows = VERDICTS.flatMap((verdict) => check.claims.filter((one) => one.verdict === verdict)).map((checked): TextCheckRow => {
    const { verdict, claim, fact, elsewhere } = checked;
    const at = (fact ?? elsewhere)?.at;
    const said = figureSentence(checked, words);
    return {
      verdict,
      figure: claim.text.replace(/\s+/g, " "),
      shown: shownInstead(checked, words) ?? "",
      place: at ? toPlace(at) : "",
      what: fact ? [factName(fact), said].filter((part) => part !== "").join(": ") : said,
      sentence: sentenceOf(check, checked),
    };
  });
  const { result, undo } = await addNumbered(
    workbook,
    {
      readName: readTextCheckName,
      specs: (number, taken) => [textCheckSheet(rows, { text: name ?? words.textCheck.sheet.pasted, date, number, taken }, words)],
    },
    course,
  );
  return { result: result[0]?.name ?? "", undo };
}
