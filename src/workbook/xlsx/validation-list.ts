import { WorkbookFailure } from "../port";

/** What Excel holds of a list within a validation, in characters. */
const MAX_LIST = 255;

/**
 * The values of a list as a validation holds them: `"a,b"`. Throws "not-supported" for a value with a comma and a list over 255 characters.
 */
export function listFormula(values: readonly string[]): string {
  const text = values.join(",");
  if (values.some((value) => value.includes(",")) || text.length > MAX_LIST)
    throw new WorkbookFailure("not-supported", { what: "a list with a comma in a value, or over 255 characters" });
  return `"${text.replaceAll('"', '""')}"`;
}
