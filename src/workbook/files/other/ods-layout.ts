import { MAX_COLS, MAX_ROWS } from "../../../sheet";
import { cellKey, readXml } from "../../xlsx";
import { plainFormula } from "./ods-formula";

/** Rows or columns that nobody sees, 0-based, both ends included. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** What the library does not tell of a sheet of an .ods. */
export interface OdsSheet {
  readonly visible: boolean;
  /** It holds what was kept of another workbook. */
  readonly outside: boolean;
  readonly rows: readonly (Stretch & { readonly filtered: boolean })[];
  readonly cols: readonly Stretch[];
  /** Formulas in A1 notation, without "=", by `cellKey`. */
  readonly formulas: ReadonlyMap<number, string>;
}

export interface OdsLayout {
  readonly sheets: readonly OdsSheet[];
  readonly from1904: boolean;
}

interface OpenSheet extends OdsSheet {
  readonly rows: (Stretch & { readonly filtered: boolean })[];
  readonly cols: Stretch[];
  readonly formulas: Map<number, string>;
  row: number;
  nextRow: number;
  col: number;
}

/**
 * Reads what is hidden and the formulas, by OpenDocument 1.3 part 3, 9.1; null where the document is no spreadsheet. Throws as `readXml`
 * does.
 */
export function odsLayout(content: Uint8Array): OdsLayout | null {
  const hiddenStyles = new Set<string>();
  const sheets: OpenSheet[] = [];
  let style = "";
  let isSpreadsheet = false;
  let from1904 = false;
  let depth = 0;
  readXml("content.xml", content, {
    open(tag, attributes) {
      const of = (name: string): string | undefined => attributes[`table:${name}`];
      const sheet = depth === 1 ? sheets.at(-1) : undefined;
      if (tag === "spreadsheet") isSpreadsheet = true;
      else if (tag === "null-date") from1904 = of("date-value")?.startsWith("1904") ?? false;
      else if (tag === "style") style = attributes["style:name"] ?? "";
      else if (tag === "table-properties" && of("display") === "false") hiddenStyles.add(style);
      else if (tag === "table" && depth++ === 0) {
        const name = of("name") ?? "";
        sheets.push({
          visible: !hiddenStyles.has(of("style-name") ?? ""),
          outside: /^'.*'#\$/.test(name),
          rows: [], cols: [], formulas: new Map(), row: 0, nextRow: 0, col: 0,
        });
      } else if (tag === "table-column" && sheet) {
        const to = sheet.col + repeated(of("number-columns-repeated"), MAX_COLS);
        if (isHidden(of("visibility"))) sheet.cols.push({ from: sheet.col, to: to - 1 });
        sheet.col = to;
      } else if (tag === "table-row" && sheet) {
        [sheet.row, sheet.col] = [sheet.nextRow, 0];
        sheet.nextRow += repeated(of("number-rows-repeated"), MAX_ROWS);
        if (isHidden(of("visibility")))
          sheet.rows.push({ from: sheet.row, to: sheet.nextRow - 1, filtered: of("visibility") === "filter" });
      } else if ((tag === "table-cell" || tag === "covered-table-cell") && sheet) {
        const to = sheet.col + repeated(of("number-columns-repeated"), MAX_COLS);
        const formula = of("formula");
        if (formula !== undefined) sheet.formulas.set(cellKey(sheet.row, sheet.col), plainFormula(formula));
        sheet.col = to;
      }
    },
    close(tag) {
      if (tag === "table") depth--;
    },
  });
  return isSpreadsheet ? { sheets, from1904 } : null;
}

function repeated(times: string | undefined, most: number): number {
  const count = Number(times ?? 1);
  return Number.isInteger(count) && count > 0 ? Math.min(count, most) : 1;
}

function isHidden(visibility: string | undefined): boolean {
  return visibility === "collapse" || visibility === "filter";
}
