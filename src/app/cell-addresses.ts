import { areaToA1, quoteSheet, toA1, type CellRef } from "../sheet";

/** Above so many cells runs of a column are one address. */
const MOST_SINGLE = 300;

/** "B7" on the sheet, `'Tên biểu'!B7` on another one. */
export function addressFrom(sheet: string): (at: CellRef) => string {
  return (at) => `${prefix(at.sheet, sheet)}${toA1(at)}`;
}

/**
 * The addresses of cells as seen from a sheet, in their order; of more than 300 the first, then the others by column with each run as one
 * range ("B8:B30007").
 */
export function addressesFrom(sheet: string, cells: readonly CellRef[]): string[] {
  const [first, ...others] = cells;
  if (!first || cells.length <= MOST_SINGLE) return cells.map(addressFrom(sheet));
  const runs: { readonly from: CellRef; rows: number }[] = [];
  for (const cell of others.sort((a, b) => a.sheet.localeCompare(b.sheet, "vi") || a.col - b.col || a.row - b.row)) {
    const last = runs.at(-1);
    const follows = last?.from.sheet === cell.sheet && last.from.col === cell.col && last.from.row + last.rows === cell.row;
    if (last && follows) last.rows += 1;
    else runs.push({ from: cell, rows: 1 });
  }
  return [
    addressFrom(sheet)(first),
    ...runs.map(({ from: { sheet: own, row, col }, rows }) => `${prefix(own, sheet)}${areaToA1({ row, col, rows, cols: 1 })}`),
  ];
}

function prefix(sheet: string, seenFrom: string): string {
  return sheet === seenFrom ? "" : `${quoteSheet(sheet)}!`;
}
