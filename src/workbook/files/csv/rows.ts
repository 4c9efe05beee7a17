import Papa from "papaparse";
import { MAX_COLS, MAX_ROWS } from "../../../sheet";
import { MOST_CELLS, tooLarge } from "../../xlsx";
import { saidSeparator, separatorOf } from "./separator";

/**
 * The cells of a text by rows, as they stand; rows may have different lengths. Throws WorkbookFailure "unreadable-file" for more than a
 * sheet holds, or than a sheet of a .xlsx may have.
 */
export function rowsOf(text: string, file: string): string[][] {
  const said = saidSeparator(text);
  const rest = said?.rest ?? text;
  const rows: string[][] = [];
  let cells = 0;
  Papa.parse<string[]>(rest, {
    delimiter: said?.separator ?? separatorOf(rest),
    step: ({ data }) => {
      cells += data.length;
      if (data.length > MAX_COLS) throw tooLarge("columns", { part: file, what: String(MAX_COLS) });
      if (rows.length >= MAX_ROWS) throw tooLarge("rows", { part: file, what: String(MAX_ROWS) });
      if (cells > MOST_CELLS) throw tooLarge("cells", { part: file, what: String(MOST_CELLS) });
      rows.push(data);
    },
  });
  return rows;
}
