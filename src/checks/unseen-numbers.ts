import type { Finding } from "../findings";
import { contains, type CellRef, type UnseenCell } from "../sheet";
import { formulaGridOf, graphOf, gridOf, isAddition, isNumberAt, type OtherTable } from "../tables";
import { finding, type Rule } from "./rule";

/** Where so many of the numbers of a table have the colour of their ground it stands on another one, of a picture or of a table's style. */
const MOST_UNSEEN = 0.5;

/** Numbers that do not show, in the colour of their ground or by a format such as ";;;", and that a total adds all the same. */
export const unseenNumbers: Rule = {
  name: "unseen-numbers",
  codes: ["unseen-number"],
  severities: ["warning"],
  check: (table) => (table.kind === "other" && table.unseen ? unseenIn(table, table.unseen) : []),
};

function unseenIn(table: OtherTable, unseen: readonly UnseenCell[]): Finding[] {
  const hidden = { rows: new Set(table.hidden?.rows), cols: new Set(table.hidden?.cols) };
  // what stands in hidden rows and columns is told as that
  const doubtful = unseen.filter(({ row, col }) => !hidden.rows.has(row) && !hidden.cols.has(col));
  if (doubtful.length === 0 || isOnOtherGround(table, doubtful)) return [];
  const totals = totalsOf(table, doubtful);
  const lines = new Map(table.rows.map(({ row, label }) => [row, label]));
  const found = doubtful.flatMap(({ row, col, value, why }) => {
    const by = totals.get(keyOf({ row, col }));
    return by ? [{ at: { sheet: table.sheet, row, col }, label: lines.get(row) ?? "", value, why, by }] : [];
  });
  const [first] = found;
  if (!first) return [];
  return [
    finding(table, "unseen-number", "", {
      severity: "warning",
      at: first.at,
      cells: found.map(({ at }) => at),
      data: { unit: table.unit, parts: found },
    }),
  ];
}

const keyOf = ({ row, col }: Pick<CellRef, "row" | "col">): string => `${row} ${col}`;

function isOnOtherGround(table: OtherTable, unseen: readonly UnseenCell[]): boolean {
  const grid = gridOf(table);
  const inks = new Set(unseen.filter(({ why }) => why === "ink").map(keyOf));
  let [all, dark] = [0, 0];
  table.columns.forEach(({ col }, column) =>
    table.rows.forEach(({ row }, line) => {
      if (!isNumberAt(grid, column, line)) return;
      all += 1;
      if (inks.has(keyOf({ row, col }))) dark += 1;
    }),
  );
  return dark > all * MOST_UNSEEN;
}

/** Of each of the cells the first total that adds it: by its formula, or as it is believed. */
function totalsOf(table: OtherTable, cells: readonly UnseenCell[]): ReadonlyMap<string, CellRef> {
  const found = new Map<string, CellRef>();
  const add = (cell: Pick<CellRef, "row" | "col">, by: CellRef): void => {
    if (!found.has(keyOf(cell))) found.set(keyOf(cell), by);
  };
  const grid = formulaGridOf(table);
  for (const { places } of grid?.kinds ?? []) {
    for (const place of places) {
      const [addition, total] = [grid?.additionAt(place), grid?.cellAt(place)];
      if (!addition || !total) continue;
      const areas = addition.terms.flatMap(({ sheet, area }) => (sheet === null || sheet === table.sheet ? [area] : []));
      for (const cell of cells) if (areas.some((area) => contains(area, cell))) add(cell, total.cell.at);
    }
  }
  const unseen = new Set(cells.map(keyOf));
  for (const relation of graphOf(table).relations) {
    if (!isAddition(relation)) continue;
    for (const part of relation.parts) if (unseen.has(keyOf(part.at))) add(part.at, relation.total.at);
  }
  return found;
}
