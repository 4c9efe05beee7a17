import { readFileSync } from "node:fs";
import { MAX_COLS, MAX_ROWS } from "../../src/sheet";
import { openXlsx } from "../../src/workbook/xlsx";

/** Opens a file and, unless it is only to be unpacked and parsed, reads all of it: formulas are evaluated then. */
async function opened(file: string, parsed: boolean): Promise<void> {
  const book = await openXlsx(new Uint8Array(readFileSync(file)));
  const { sheets } = await book.outline();
  if (!parsed) await book.read(sheets.map(({ name }) => ({ sheet: name, area: { row: 0, col: 0, rows: MAX_ROWS, cols: MAX_COLS } })));
}

/**
 * Opens each of the files that standard input names, one after the other, as our library does it by itself; a broken one is passed over.
 * With "--without-formulas" it unpacks and parses them only.
 */
async function main(): Promise<void> {
  const parsed = process.argv.includes("--without-formulas");
  for (const file of readFileSync(0, "utf8").split("\n").filter(Boolean)) await opened(file, parsed).catch(() => null);
}

void main();
