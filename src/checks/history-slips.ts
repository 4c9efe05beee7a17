import { groupBy } from "../base";
import type { Finding } from "../findings";
import { bareText } from "../quantity";
import { graphOf, gridOf, STATE, type OtherTable } from "../tables";
import { cellId, diagnoseTable, suspects } from "./equations";
import { finding } from "./rule";

/** A separator misread, or another unit. */
const FACTORS = [100, 1000, 10_000, 100_000, 1_000_000] as const;
/** Other years say where a cell should be when there are so many, all within so many times of the least. */
const [LEAST_PEERS, SPREAD] = [3, 3];
/** A cell is far off from so many times the other years' largest on, or below so little of their least: a year moves by less than half. */
const FAR = 50;

/** Typed cells of a table that are a hundred times and more off the same line in the other years, which agree among themselves. */
export function historySlips(table: OtherTable): Finding[] {
  const grid = gridOf(table);
  const years = table.columns.flatMap(({ year, head, unit, role }, column) =>
    year === null ? [] : [{ column, of: `${role} ${unit ?? ""} ${bareText(head.replaceAll(String(year), ""))}` }],
  );
  const found = [...groupBy(years, ({ of }) => of).values()].filter((columns) => columns.length > LEAST_PEERS).flatMap((columns) =>
    table.rows.flatMap((row, line) => {
      const cells = columns.flatMap(({ column }) => {
        const value = grid.values[column]?.[line] ?? 0;
        const state = grid.states[column]?.[line] ?? 0;
        return (state & STATE.mask) === STATE.number && value > 0 ? [{ column, value, typed: state === STATE.number }] : [];
      });
      const rising = [...cells].sort((a, b) => a.value - b.value);
      return [rising[0], rising.at(-1)].flatMap((one) => {
        const peers = rising.filter((other) => other !== one).map(({ value }) => value);
        const [low = 0, high = 0] = [peers[0], peers.at(-1)];
        if (!one?.typed || peers.length < LEAST_PEERS || high > low * SPREAD) return [];
        const small = one.value * FAR <= low;
        if (!small && one.value < FAR * high) return [];
        const values = FACTORS.map((factor) => ({ factor, to: Number((small ? one.value * factor : one.value / factor).toPrecision(15)) }));
        const fit = values.find(({ to }) => to >= low / SPREAD && to <= high * SPREAD);
        const column = table.columns[one.column];
        const cell = column && row.cells.get(column.id);
        return fit && column && cell?.state === "number" ? [{ row, column, cell, small, ...fit }] : [];
      });
    }),
  );
  if (found.length === 0) return [];
  // what the sums name, or would fail with the other value, is theirs to tell
  const named = suspects(diagnoseTable(table));
  const supported = graphOf(table).after;
  return found.flatMap(({ row, column, cell, small, factor, to }): Finding[] =>
    named.has(cellId(cell.at)) || !supported([{ cell, to }])
      ? []
      : [
          finding(table, "unit-slip", `${row.key}/${column.id}`, {
            severity: "warning",
            at: cell.at,
            data: {
              unit: column.role === "rate" ? null : table.unit,
              label: row.label,
              factor, small,
              against: "row",
              correction: { at: cell.at, from: cell.value, to, kind: "thousand-fold" },
              also: [],
            },
          }),
        ],
  );
}
