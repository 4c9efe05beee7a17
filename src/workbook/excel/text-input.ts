import type { CellInput } from "../../sheet";

/** Longer than any date, time or number that Excel recognizes in typed text. */
const LONGEST_NOTATION = 40;

/**
 * True for text that Excel takes as it stands: it begins with a letter and holds either no digit or more characters
 * than a date in words ("May 2021", "12 tháng 5"); TRUE and FALSE are booleans.
 */
function isPlain(text: string): boolean {
  return /^\p{L}/u.test(text) && !/^(?:true|false)$/i.test(text) && (text.length > LONGEST_NOTATION || !/\d/.test(text));
}

/**
 * What is written to `Range.formulas` so that the cell holds exactly the input. Text that Excel could interpret gets
 * the leading apostrophe, which is no part of the content. Throws RangeError for a number that is not finite and for
 * a formula without "=".
 */
export function toExcel(input: CellInput): number | string | boolean {
  if (input === null) return "";
  if (typeof input === "boolean") return input;
  if (typeof input === "number") {
    if (!Number.isFinite(input)) throw new RangeError(`no cell holds ${input}`);
    return input;
  }
  if (typeof input === "string") return input === "" || isPlain(input) ? input : `'${input}`;
  if (!input.formula.startsWith("=")) throw new RangeError(`not a formula: ${input.formula}`);
  return input.formula;
}
