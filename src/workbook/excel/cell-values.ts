import type { CellInput, CellValue } from "../../sheet";
import { isCellError } from "../../sheet";

/** What `Range.values` shows for a failed formula (the list is Excel's own, `Excel.ErrorCellValueType` and the classic seven). */
const ERRORS: ReadonlySet<string> = new Set([
  "#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A",
  "#SPILL!", "#CALC!", "#FIELD!", "#BLOCKED!", "#CONNECT!", "#UNKNOWN!", "#BUSY!", "#EXTERNAL!", "#GETTING_DATA", "#PYTHON!", "#TIMEOUT!",
]);

/** True for what Excel shows as text although it is an error, or text that was typed and only looks like one. */
export function looksLikeError(raw: unknown): raw is string {
  return typeof raw === "string" && ERRORS.has(raw);
}

/** An entry of `Range.values`; what looks like an error is taken for one. Throws TypeError for what Excel never puts there. */
export function cellValue(raw: unknown): CellValue {
  if (raw === "" || raw === null) return null;
  if (looksLikeError(raw)) return { error: raw };
  if (typeof raw === "string") return raw;
  if (typeof raw === "number" || typeof raw === "boolean") return raw;
  throw new TypeError(`no cell value: ${typeof raw}`);
}

/** An entry of `Range.formulas` beside its value: typed text that begins with "=" comes back equal to the value. */
export function cellFormula(raw: unknown, value: unknown): string | null {
  return typeof raw === "string" && raw.startsWith("=") && raw !== value ? raw : null;
}

/** The input that makes a cell hold again what was read from it; an error that was typed comes back as a formula. */
export function inputFor(value: CellValue, formula: string | null): CellInput {
  if (formula !== null) return { formula };
  return isCellError(value) ? { formula: `=${value.error}` } : value;
}
