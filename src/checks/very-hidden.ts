import type { Finding } from "../findings";
import { formulaTokens, type CellRef } from "../sheet";
import { gridOf, hasAmounts, isNumberAt, STATE, type AmountTable, type Table } from "../tables";
import { finding, type Rule } from "./rule";

/**
 * Sheets that no menu of Excel shows again and on which figures hang: a formula of a table reads one, or it holds a table. Told once for a
 * workbook.
 */
export const veryHidden: Rule = {
  name: "very-hidden",
  codes: ["very-hidden"],
  severities: ["warning", "info"],
  check: () => [],
  beside: ({ sheets = [], tables }): Finding[] => {
    const hidden = sheets.filter((sheet) => sheet.veryHidden).map(({ name }) => name);
    if (hidden.length === 0) return [];
    const seen = tables.filter(({ sheet }) => !hidden.includes(sheet));
    const readers = hidden.map((sheet) => ({ sheet, reader: firstReader(seen, sheet), held: firstNumber(tables, sheet) }));
    const told = readers.filter(({ reader, held }) => reader !== null || held !== null);
    const [first] = [...told].sort((a, b) => Number(b.reader !== null) - Number(a.reader !== null));
    const place = first && (first.reader ?? first.held);
    if (!place) return [];
    return [
      finding(place.table, "very-hidden", "", {
        severity: first.reader ? "warning" : "info",
        at: place.at,
        cells: told.flatMap(({ reader, held }) => (reader ?? held)?.at ?? []),
        data: { sheets: told.map(({ sheet, reader }) => ({ sheet, reader: reader?.at ?? null })) },
      }),
    ];
  },
};

interface Found {
  readonly table: Table;
  readonly at: CellRef;
}

/** The first cell of a table whose formula names a sheet. */
function firstReader(tables: readonly Table[], sheet: string): Found | null {
  const name = sheet.toLowerCase();
  const names = (formula: string): boolean =>
    formula.includes("!") && formulaTokens(formula).some((token) => "sheet" in token && token.sheet?.toLowerCase() === name);
  return firstOf(tables, (table, column, line) => names(gridOf(table).formulaAt(column, line) ?? ""), STATE.formula);
}

function firstNumber(tables: readonly Table[], sheet: string): Found | null {
  const own = tables.filter((table) => table.sheet === sheet);
  return firstOf(own, (table, column, line) => isNumberAt(gridOf(table), column, line), STATE.mask);
}

/** The first cell that has one of the flags and for which it is so. */
function firstOf(
  tables: readonly Table[], isSo: (table: AmountTable, column: number, line: number) => boolean, flags: number,
): Found | null {
  for (const table of tables) {
    if (!hasAmounts(table)) continue;
    const { states } = gridOf(table);
    for (const [column, kinds] of states.entries()) {
      const line = kinds.findIndex((state, at) => (state & flags) !== 0 && isSo(table, column, at));
      const at = line < 0 ? undefined : table.rows[line]?.cells.get(table.columns[column]?.id ?? "")?.at;
      if (at) return { table, at };
    }
  }
  return null;
}
