import { rulesOf, type Form } from "../forms";
import type { CheckResult } from "./check-workbook";

/** The rules of all tables of others in a check, as they stand in a file (see `readFormRules`). */
export function writtenRules({ others }: Pick<CheckResult, "others">): Form[] {
  return others.map(rulesOf);
}

/** The forms whose rules a table of a check was held against, by their titles. */
export function formsUsed({ others }: Pick<CheckResult, "others">): string[] {
  return others.flatMap(({ form }) => form?.title ?? []);
}
