import { contains, intersection, toA1, type Area, type CellRef, type SheetArea } from "../sheet";
import type { ColumnUse, OtherTable } from "../tables";
import type { LiveWorkbook } from "../workbook/port";
import { MOST_RUNS, placeRuns, say, type Answer } from "./answer";
import type { CheckResult } from "./check-workbook";
import type { Done } from "./done";
import type { Entered, EntryOptions } from "./record";
import { Refusal } from "./refusal";

/**
 * What a person puts right in what was understood of a table, of the line ("column") or the column ("row") of a cell. `parts`: it is the
 * sum of the lines or columns of `cells`, and of nothing else.
 */
export type Saying = { readonly at: CellRef } & (
  | { readonly kind: "no-total"; readonly axis: "column" | "row" }
  | { readonly kind: "parts"; readonly axis: "column" | "row"; readonly cells: readonly SheetArea[] }
  | { readonly kind: "column"; readonly is: ColumnUse }
  | { readonly kind: "head"; readonly so: boolean }
);

/**
 * Says for everybody what cells of a table that others made are: a row of the record, with names for its cells, as an answer to a question.
 * Throws `Refusal` "table-gone", "no-parts", "too-many-parts".
 */
export async function correctTable(
  workbook: LiveWorkbook, result: CheckResult, saying: Saying, who: string, options: EntryOptions,
): Promise<Done<Entered>> {
  const { at } = saying;
  const table = tableOfOthers(result, at) ?? (saying.kind === "head" ? tableBelow(result, at) : null);
  if (!table) throw new Refusal("table-gone", {});
  return say(workbook, result, { ...claimed(table, saying), sheet: at.sheet, who }, options);
}

function claimed(table: OtherTable, saying: Saying): Pick<Answer, "claim" | "so" | "totals" | "parts"> {
  const { at } = saying;
  switch (saying.kind) {
    case "no-total":
      return { claim: { kind: "total", axis: saying.axis }, so: false, totals: [across(table, saying.axis, at)], parts: [] };
    case "parts":
      return {
        claim: { kind: "only", axis: saying.axis },
        so: true,
        totals: [across(table, saying.axis, at)],
        parts: partsOf(table, saying),
      };
    case "column":
      return { claim: { kind: "column", axis: "row", is: saying.is }, so: true, totals: [across(table, "row", at)], parts: [] };
    case "head":
      return { claim: { kind: "head", axis: "column" }, so: saying.so, totals: [{ ...table.area, row: at.row, rows: 1 }], parts: [] };
  }
}

/** The line of a cell over all columns of its table, or its column over all rows. */
function across({ area }: OtherTable, axis: "column" | "row", { row, col }: CellRef): Area {
  return axis === "column" ? { ...area, row, rows: 1 } : { ...area, col, cols: 1 };
}

/** The lines, or columns of numbers, of the table that lie in cells, in runs. */
function partsOf(table: OtherTable, { axis, at, cells }: Saying & { readonly kind: "parts" }): Area[] {
  const { area, sheet } = table;
  const down = axis === "column";
  const chosen = cells.flatMap((one) => (one.sheet === sheet ? (intersection(one.area, area) ?? []) : []));
  const isChosen = (place: number): boolean =>
    chosen.some(({ row, rows, col, cols }) => (down ? place >= row && place < row + rows : place >= col && place < col + cols));
  const own = down ? at.row : at.col;
  const all = down ? table.rows.map(({ row }) => row) : table.columns.map(({ col }) => col);
  const places = all.filter((place) => place !== own && isChosen(place));
  const runs = placeRuns(places, (one, next) => next === one + 1);
  if (runs.length === 0) throw new Refusal("no-parts", { axis, cell: toA1(at) });
  if (runs.length > MOST_RUNS) throw new Refusal("too-many-parts", { axis, most: MOST_RUNS });
  return runs.map(([from, to]) =>
    down ? { ...area, row: from, rows: to - from + 1 } : { ...area, col: from, cols: to - from + 1 },
  );
}

/** The table of others at a cell. */
function tableOfOthers({ others }: CheckResult, at: CellRef): OtherTable | null {
  return others.find((one) => one.sheet === at.sheet && contains(one.area, at)) ?? null;
}

/** A head that was not seen as one stands at most so many rows above its table. */
const REACH = 15;

/** The first table of others below a cell that may be one of its heads. */
export function tableBelow({ tables, others }: Pick<CheckResult, "tables" | "others">, { sheet, row, col }: CellRef): OtherTable | null {
  const below = [...tables, ...others]
    .filter((one) => one.sheet === sheet && col >= one.area.col && col < one.area.col + one.area.cols && one.area.row > row)
    .sort((a, b) => a.area.row - b.area.row)[0];
  return below?.kind === "other" && below.area.row - row <= REACH ? below : null;
}
