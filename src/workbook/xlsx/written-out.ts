import { formulaShifter, shownFormula } from "../../sheet";
import { linksOf } from "./linked-formulas";
import type { ReadBook } from "./read-book";
import type { ReadSheet } from "./read-sheet";
import { colOf, rowOf, type StoredBook, type StoredSheet } from "./stored";
import { tableBook } from "./structured-references";

/**
 * So many signs of shared formulas are written out in a book, what 30,000 rows with a formula of 1,000 signs are; of what is more nothing
 * is computed.
 */
const MOST_WRITTEN_OUT = 30_000_000;

/**
 * Shared formulas as formulas of their own, of which `mostSigns` signs are written out; what formulas say of tables as addresses, where
 * that can be told; and which of them name other workbooks.
 */
export function writtenOut(
  { sheets: read, names: written, links: books, ...known }: Omit<ReadBook, "styles" | "calculation">,
  mostSigns = MOST_WRITTEN_OUT,
): StoredBook {
  const budget = { signs: mostSigns };
  const sheets = read.map((sheet) => unshared(sheet, budget));
  const tables = tableBook(sheets);
  const names = tables ? written.map((name) => ({ ...name, refersTo: tables.plain(name.refersTo, null) ?? name.refersTo })) : written;
  const links = linksOf(books, names);
  for (const [sheet, { name, cells }] of sheets.entries()) {
    for (const [key, cell] of cells) {
      if (!cell.formula) continue;
      const plain = tables?.plain(cell.formula.text, { sheet, row: rowOf(key), col: colOf(key) }) ?? cell.formula.text;
      const formula = links.told(plain === cell.formula.text ? cell.formula : { ...cell.formula, text: plain }, name, cell.value);
      if (formula !== cell.formula) cells.set(key, { ...cell, formula });
    }
  }
  return { ...known, sheets, names, linked: links.sheets() };
}

function unshared({ sheet, masters, uses }: ReadSheet, budget: { signs: number }): StoredSheet {
  const shifters = new Map([...masters].map(([index, master]) => [index, formulaShifter(shownFormula(master.text))]));
  for (const { key, row, col, index } of uses) {
    const master = masters.get(index);
    const cell = sheet.cells.get(key);
    const shift = shifters.get(index);
    if (!master || !cell || !shift) continue;
    budget.signs -= master.text.length;
    // a short file may say a long formula many thousand times
    const formula =
      budget.signs < 0
        ? { text: "=…", spill: null, unreadable: true }
        : { text: `=${shift(row - master.row, col - master.col)}`, spill: null };
    sheet.cells.set(key, { ...cell, formula });
  }
  return sheet;
}
