import {
  CellValueType, DOCS_NORMAL_EDITOR_UNIT_ID_KEY, isTextFormat, IUniverInstanceService, UniverInstanceType, type DocumentDataModel,
  type ICellData, type Injector,
} from "@univerjs/core";
import { AFTER_CELL_EDIT, INumfmtService, SheetInterceptorService } from "@univerjs/preset-sheets-core";
import { translateFormula } from "./vietnamese-formula";
import { readTyped } from "./vietnamese-notation";

/** Nothing, booleans, times and year-month-day: written alike in every language, and left to Univer. */
const COMMON = /^$|^TRUE$|^FALSE$|^\d{1,2}:\d{2}|^\d{4}-\d{1,2}-\d{1,2}/;

/** Makes the cell editor and the formula bar read what is typed as Excel does on a Vietnamese machine. */
export function readAsVietnamese(injector: Injector): void {
  const formats = injector.get(INumfmtService);
  injector.get(SheetInterceptorService).writeCellInterceptor.intercept(AFTER_CELL_EDIT, {
    // Before Univer's own reading, which is English; what is decided here is not handed on to it.
    priority: 100,
    handler: (cell, { unitId, subUnitId, row, col }, next) => {
      if (!cell || cell.p || cell.t === CellValueType.FORCE_STRING) return next(cell);
      const format = formats.getValue(unitId, subUnitId, row, col)?.pattern ?? null;
      if (isTextFormat(format ?? undefined)) return next(cell);
      if (typeof cell.f === "string") return next({ ...cell, f: translateFormula(typedFormula(injector, cell.f)) });
      return typeof cell.v === "string" && !COMMON.test(cell.v.trim()) ? { ...cell, ...cellOf(cell.v, format, cell.s) } : next(cell);
    },
  });
}

/** The value, type and format of a cell of the given format in which a person puts a text. */
export function cellOf(typed: string, format: string | null, style?: ICellData["s"]): Pick<ICellData, "v" | "t" | "p" | "s"> {
  const read = readTyped(typed, new Date().getFullYear());
  if (read.kind === "text") return { v: typed, t: CellValueType.STRING, p: null };
  const inPercent = format?.includes("%") ?? false;
  // As Excel's automatic percent entry: 12,5 in a percent cell is 12,5 %, 0,125 is so too.
  const value = inPercent && !read.percent && Math.abs(read.value) >= 1 ? Number((read.value / 100).toPrecision(15)) : read.value;
  const general = format === null || format === "General";
  const brought =
    read.format && (general || (read.percent && !inPercent))
      ? { s: { ...(typeof style === "object" ? style : {}), n: { pattern: read.format } } }
      : {};
  return { v: value, t: CellValueType.NUMBER, p: null, ...brought };
}

/** What stands in the cell editor: Univer rewrites the digits of a formula before it hands it over ("1,05" becomes "1,5"). */
function typedFormula(injector: Injector, rewritten: string): string {
  const editor = injector
    .get(IUniverInstanceService)
    .getUnit<DocumentDataModel>(DOCS_NORMAL_EDITOR_UNIT_ID_KEY, UniverInstanceType.UNIVER_DOC);
  const typed = editor?.getBody()?.dataStream.replace(/\r\n$/, "").trim() ?? "";
  // Univer has closed open brackets in what it hands over.
  const closing = ")".repeat(Math.max(0, count(rewritten, ")") - count(typed, ")")));
  return typed.startsWith("=") ? typed + closing : rewritten;
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}
