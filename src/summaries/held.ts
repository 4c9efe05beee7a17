import { groupBy } from "../base";
import type { IndicatorRow, IndicatorTable } from "../tables";
import type { Line } from "./lines";
import type { Part, Scene } from "./parts";
import { headline, standings, type Standing } from "./status";

/** A standing with the table that it is of. */
export interface Held extends Standing {
  readonly table: IndicatorTable;
}

export function heldOf(part: Part, { today }: Scene): Held[] {
  return part.indicators.flatMap((table) => table.rows.flatMap((row) => standings(row, today).map((one) => ({ ...one, table }))));
}

/** One standing for each indicator: what the sentence counts. */
export function headlines(all: readonly Held[]): Held[] {
  const byRow = groupBy(all, ({ row }) => row);
  return [...byRow.values()].flatMap((own) => {
    const chosen = headline(own);
    return own.filter((one) => one.cell === chosen?.cell);
  });
}

/** The key of a standing, the same at every refresh. */
export function standingKey({ table, row, year }: Held): string {
  return `${table.key}/${row.key}/${year}`;
}

/** The group of an indicator in its plan; "" where it has none. */
export function groupOf({ plan }: Part, { row }: Held): string {
  return plan?.indicators.find(({ code }) => code === row.code)?.group ?? "";
}

/** Lines with a heading where another group of the plan begins: numbers begin anew there. */
export function underGroups(
  part: Part, key: string, table: "indicator" | "words" | "course", all: readonly { readonly held: Held; readonly line: Line }[],
): Line[] {
  const groups = groupBy(all, ({ held }) => groupOf(part, held));
  if (groups.size < 2) return all.map(({ line }) => line);
  return [...groups].flatMap(([group, members]) => [
    ...(group === "" ? [] : [{ kind: `${table}:group` as const, key: `${key}/${table}/${group}`, cells: ["", group] }]),
    ...members.map(({ line }) => line),
  ]);
}

/** The number of each indicator: as its table has it, else counted. */
export function numbersOf(all: readonly Held[]): ReadonlyMap<IndicatorRow, string> {
  const rows = [...new Set(all.map(({ row }) => row))];
  return new Map(rows.map((row, index) => [row, row.number || String(index + 1)]));
}

/** What indicators are called in a chart: with their number where it tells them apart, since numbers begin anew under each group. */
export function namesOf(
  rows: readonly IndicatorRow[], numbers: ReadonlyMap<IndicatorRow, string>, { words: { summary: own } }: Scene,
): (row: IndicatorRow) => string {
  const drawn = new Set(rows);
  const apart = new Set([...drawn].map((row) => numbers.get(row))).size === drawn.size;
  return (row) => own.charts.series(apart ? (numbers.get(row) ?? "") : "", row.label);
}
