import { CellValueType, type ICellData, numfmt } from "@univerjs/core";
import { invalidArgument } from "./failure";
import { requireFormula } from "./formula-limits";
import type { Json } from "./wire";

/** Takes everything that is content out of a cell; its looks stay. */
export const BLANK: ICellData = { v: null, t: null, f: null, si: null, p: null };

const TEXT_FORMAT = "@";

/** Most characters of a text that a cell holds. */
const LONGEST_TEXT = 32_767;

/**
 * What Excel makes of one entry of `values` or `formulas`, for a cell of number format `format`; undefined: leave the cell as it is (null).
 * Text after an apostrophe, and everything in a cell of format "@", stays text; "=…" is a formula; text that reads as a number, date, per
 * cent or truth value in English notation becomes one, with its format where the cell has none. InvalidArgument for what Excel does not
 * take.
 */
export function cellInput(value: Json, format: string): ICellData | undefined {
  if (value === null) return undefined;
  if (typeof value === "object") throw invalidArgument("an entry that is no number, text or truth value");
  if (value === "") return BLANK;
  if (format === TEXT_FORMAT) return text(typeof value === "boolean" ? String(value).toUpperCase() : String(value).replace(/^'/, ""));
  if (typeof value === "number") return { ...BLANK, v: value, t: CellValueType.NUMBER };
  if (typeof value === "boolean") return { ...BLANK, v: value ? 1 : 0, t: CellValueType.BOOLEAN };
  if (value.startsWith("'")) return text(value.slice(1));
  if (value.startsWith("=") && value.length > 1) {
    requireFormula(value);
    return { ...BLANK, f: value };
  }
  return parsed(value, format) ?? text(value);
}

/** What a number, an amount of money, a date or a truth value can begin with. */
const READABLE = /^\s*(?:[-+(]?\s*[\d.,$€£¥₫]|true$|false$)/i;

function parsed(value: string, format: string): ICellData | undefined {
  if (!READABLE.test(value)) return undefined;
  const read = numfmt.parseValue(value);
  if (!read) return undefined;
  if (typeof read.v === "boolean") return { ...BLANK, v: read.v ? 1 : 0, t: CellValueType.BOOLEAN };
  if (typeof read.v !== "number") return undefined;
  const styled = format === "General" && typeof read.z === "string" && read.z !== "" ? { s: { n: { pattern: read.z } } } : {};
  return { ...BLANK, v: read.v, t: CellValueType.NUMBER, ...styled };
}

/** The engine guesses the type of a text that looks like a number again at each change of looks, unless it is held to be text. */
function text(value: string): ICellData {
  if (value.length > LONGEST_TEXT) throw invalidArgument(`a text of more than ${LONGEST_TEXT} characters`);
  return { ...BLANK, v: value, t: textType(value) };
}

/** The type of a text, by which it stays one. */
export function textType(value: string): CellValueType {
  const looksLikeMore = value.trim() !== "" && (!Number.isNaN(Number(value)) || /^(true|false)$/i.test(value));
  return looksLikeMore ? CellValueType.FORCE_STRING : CellValueType.STRING;
}
