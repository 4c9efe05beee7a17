import type { CellObject, WorkSheet } from "@e965/xlsx";
import { isDateFormat, MAX_COLS, MAX_ROWS, parseAreaA1, shownFormula, type CellValue } from "../../../sheet";
import { broken, cellKey, MOST_CELLS, tooLarge, type StoredCell } from "../../xlsx";

/** Errors by the numbers that the formats have for them (MS-XLS 2.5.10). */
const ERRORS: ReadonlyMap<unknown, string> = new Map([
  [0x00, "#NULL!"], [0x07, "#DIV/0!"], [0x0f, "#VALUE!"], [0x17, "#REF!"], [0x1d, "#NAME?"], [0x24, "#NUM!"], [0x2a, "#N/A"],
  [0x2b, "#GETTING_DATA"],
]);

/** All by `cellKey`. */
export interface Cells {
  readonly cells: Map<number, StoredCell>;
  readonly formats: Map<number, string>;
  readonly dates: Map<number, string>;
}

interface CellOptions {
  /** What the sheet is called. */
  readonly part: string;
  readonly shift: number;
  /** Those of an .ods, which the library gets wrong. */
  readonly formulas?: ReadonlyMap<number, string> | undefined;
}

/**
 * The cells of a sheet that hold anything; `shift` is added to dates, in days. Throws WorkbookFailure "unreadable-file" for more of them
 * than a sheet of a .xlsx may have.
 */
export function cellsOf(sheet: WorkSheet, { part, shift, formulas }: CellOptions): Cells {
  const found: Cells = { cells: new Map(), formats: new Map(), dates: new Map() };
  const rows = sheet["!data"] ?? [];
  // rows and cells that hold nothing are holes in their lists
  rows.forEach((row, r) => {
    row?.forEach((cell, c) => {
      if (!cell || r >= MAX_ROWS || c >= MAX_COLS) return;
      const value = valueOf(cell, part);
      const key = cellKey(r, c);
      const formula = formulaOf(formulas ? { ...cell, f: formulas.get(key) } : cell, r, c);
      const format = typeof cell.z === "string" && cell.z.toLowerCase() !== "general" ? cell.z : undefined;
      if (format !== undefined) found.formats.set(key, format);
      const dated = format !== undefined && isDateFormat(format);
      if (dated) found.dates.set(key, format);
      if (value === null && !formula) return;
      if (found.cells.size >= MOST_CELLS) throw tooLarge("cells", { part, what: String(MOST_CELLS) });
      found.cells.set(key, { value: dated && typeof value === "number" ? value + shift : value, formula });
    });
  });
  return found;
}

function valueOf({ t, v }: CellObject, part: string): CellValue {
  switch (t) {
    case "n":
      if (typeof v !== "number" || !Number.isFinite(v)) throw broken("number", { part, what: String(v) });
      return v;
    case "s":
      return String(v ?? "").replace(/\r\n?/g, "\n") || null;
    case "b":
      return Boolean(v);
    case "e":
      return { error: ERRORS.get(v) ?? "#VALUE!" };
    default:
      return null;
  }
}

type WithFormula = Pick<CellObject, "F" | "D"> & { readonly f?: string | undefined };

function formulaOf({ f, F, D }: WithFormula, row: number, col: number): StoredCell["formula"] {
  if (f === undefined) return null;
  const text = `=${shownFormula(f)}`;
  const spill = F !== undefined && D !== true ? parseAreaA1(F) : null;
  // cells that an array formula fills repeat it
  return spill && (spill.row !== row || spill.col !== col) ? null : { text, spill };
}
