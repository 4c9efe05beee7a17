import { groupBy } from "../base";
import type { Finding } from "../findings";
import { bareText } from "../quantity";
import { graphOf, gridOf, isNumber, STATE, type OtherColumn, type OtherLine, type OtherTable, type Relation } from "../tables";
import { columnLines } from "./alike-columns";
import { cellId, diagnoseTable, suspects } from "./equations";
import { finding } from "./rule";

type NumberCell = Relation["total"];

/** A separator misread, or another unit. */
const FACTORS = [100, 1000, 10_000, 100_000, 1_000_000] as const;
/** Other years, or sheets, say where a cell should be when there are so many, all within so many times of the least. */
const [LEAST_PEERS, SPREAD] = [3, 3];
/** A cell is far off from so many times the other years' largest on, or below so little of their least: a year moves by less than half. */
const FAR = 50;

/** Typed cells of a table that are a hundred times and more off the same line in the other years, which agree among themselves. */
export function historySlips(table: OtherTable): Finding[] {
  const years = table.columns.flatMap(({ year, head, unit, role }, column) =>
    year === null ? [] : [{ column, of: `${role} ${unit ?? ""} ${bareText(head.replaceAll(String(year), ""))}` }],
  );
  const alike = [...groupBy(years, ({ of }) => of).values()].filter((columns) => columns.length > LEAST_PEERS);
  if (alike.length === 0) return [];
  const grid = gridOf(table);
  return alike.flatMap((columns) =>
    table.rows.flatMap((row, line) => {
      const cells = columns.flatMap(({ column }) => {
        const value = grid.values[column]?.[line] ?? 0;
        const state = grid.states[column]?.[line] ?? 0;
        return (state & STATE.mask) === STATE.number && value > 0 ? [{ column, value, typed: state === STATE.number }] : [];
      });
      return oddOnes(cells, ({ typed }) => typed).flatMap(({ one, ...slip }): Finding[] => {
        const column = table.columns[one.column];
        const cell = column && row.cells.get(column.id);
        return column && isNumber(cell) ? told({ table, row, column, cell }, slip, "row") : [];
      });
    }),
  );
}

/**
 * Typed cells that are a hundred times and more off the same cell on other sheets of the workbook (line and head), which agree among
 * themselves. Where several lines of a column are off alike it is of another unit, or another size, and nothing is told.
 */
export function sheetSlips(tables: readonly OtherTable[]): Finding[] {
  if (new Set(tables.map(({ sheet }) => sheet)).size <= LEAST_PEERS) return [];
  const columns = tables.flatMap((table) => {
    const heads = groupBy(columnLines(table), ({ column }) => `${withoutYear(column)}|${"unit" in column ? String(column.unit) : ""}`);
    return [...heads].flatMap(([head, [own, ...same]]) => (own && same.length === 0 ? [{ head, table, own }] : []));
  });
  const alike = groupBy(columns, ({ head, table: { unit } }) => `${unit ?? ""}|${head}`);
  return [...alike.values()].filter((group) => new Set(group.map(({ table }) => table.sheet)).size > LEAST_PEERS).flatMap((group) => {
    const lines = new Set(group.flatMap(({ own }) => [...own.values.keys()]));
    const odd = [...lines].flatMap((line) => {
      const cells = group.flatMap((place) => {
        const value = place.own.values.get(line) ?? 0;
        return value > 0 ? [{ place, value, cell: () => place.own.cellAt(line) }] : [];
      });
      return oddOnes(cells, ({ cell }) => cell()?.formula === null);
    });
    return [...groupBy(odd, ({ one }) => one.place).values()].flatMap(([slip, ...others]): Finding[] => {
      if (!slip || others.length > 0) return [];
      const { one: { place: { table, own }, cell: cellOf }, ...how } = slip;
      const cell = cellOf();
      const row = table.rows.find((one) => one.row === cell?.at.row);
      const column = table.columns.find(({ id }) => id === own.column.id);
      return row && column && cell ? told({ table, row, column, cell }, how, "sheets") : [];
    });
  });
}

function withoutYear({ year, ...column }: Pick<OtherColumn, "year"> | OtherColumn): string {
  const head = "head" in column ? column.head : "";
  return bareText(year === null ? head : head.replaceAll(String(year), ""));
}

interface Slip {
  readonly factor: number;
  readonly small: boolean;
  readonly to: number;
}

/** Of numbers above 0 that should be of one size the typed ones that would be with another factor: the smallest, or the largest. */
function oddOnes<C extends { readonly value: number }>(
  cells: readonly C[], isTyped: (one: C) => boolean,
): (Slip & { readonly one: C })[] {
  if (cells.length <= LEAST_PEERS) return [];
  const rising = [...cells].sort((a, b) => a.value - b.value);
  return [rising[0], rising.at(-1)].flatMap((one) => {
    const peers = rising.filter((other) => other !== one).map(({ value }) => value);
    const [low = 0, high = 0] = [peers[0], peers.at(-1)];
    if (!one || peers.length < LEAST_PEERS || high > low * SPREAD) return [];
    const small = one.value * FAR <= low;
    if ((!small && one.value < FAR * high) || !isTyped(one)) return [];
    const values = FACTORS.map((factor) => ({ factor, to: Number((small ? one.value * factor : one.value / factor).toPrecision(15)) }));
    const fit = values.find(({ to }) => to >= low / SPREAD && to <= high * SPREAD);
    return fit ? [{ one, small, ...fit }] : [];
  });
}

interface Place {
  readonly table: OtherTable;
  readonly row: OtherLine;
  readonly column: OtherColumn;
  readonly cell: NumberCell;
}

/** What the sums name, or would fail with the other value, is theirs to tell. */
function told({ table, row, column, cell }: Place, { factor, small, to }: Slip, against: "row" | "sheets"): Finding[] {
  if (suspects(diagnoseTable(table)).has(cellId(cell.at)) || !graphOf(table).after([{ cell, to }])) return [];
  return [
    finding(table, "unit-slip", `${row.key}/${column.id}`, {
      severity: "warning",
      at: cell.at,
      data: {
        unit: column.role === "rate" ? null : table.unit,
        label: row.label,
        factor, small, against,
        correction: { at: cell.at, from: cell.value, to, kind: "thousand-fold" },
        also: [],
      },
    }),
  ];
}
