import { readTarget, type Direction } from "../quantity";
import type { CellRef } from "../sheet";
import { isGroupRowKey, yearOf, type ColumnKey, type YearColumn } from "../templates";
import type { CellReader } from "./cells";
import type { IndicatorRow, IndicatorTable, TableOutline, TargetCell, TypedCell } from "./table";

/** The words of the direction column, in each language in which tables are made. */
export type DirectionWords = ReadonlyMap<string, Direction>;

function readTargetCell(cell: TypedCell, unit: string | null): TargetCell {
  const at: CellRef = cell.at;
  if (cell.state === "number") return { at, text: String(cell.value), state: "target", target: { comparator: "=", value: cell.value, value2: null, baseline: null, unit } };
  if (cell.state !== "text") return { at, text: "", state: cell.state === "blank" ? "blank" : "unreadable" };
  const reading = readTarget(cell.text, { unit });
  if (reading.kind === "words" || reading.kind === "unreadable") return { at, text: cell.text, state: reading.kind };
  return { at, text: cell.text, state: "target", target: reading.target };
}

/** Headings of groups, and rows without a name and without any value, are passed over. */
export function readIndicators(outline: TableOutline, cells: CellReader, directions: DirectionWords): IndicatorTable {
  const { columns, body, sheet } = outline;
  const text = (row: number, key: ColumnKey): string => {
    const col = columns.get(key);
    return col === undefined ? "" : cells.text(row, col);
  };
  const byYear = (row: number, column: YearColumn): Map<number, TypedCell> =>
    new Map(
      [...columns].flatMap(([key, col]) => {
        const year = yearOf(key, column);
        return year === null ? [] : [[year, cells.number(row, col)] as const];
      }),
    );
  const rows = Array.from({ length: body.to - body.from + 1 }, (_, index) => body.from + index).flatMap((row): IndicatorRow[] => {
    const label = text(row, "label");
    const actuals = byYear(row, "actual");
    if (isGroupRowKey(text(row, "key"))) return [];
    if (label === "" && [...actuals.values()].every(({ state }) => state === "blank")) return [];
    const unit = text(row, "unit") || null;
    const baseline = columns.get("baseline");
    return [
      {
        row,
        number: text(row, "number"),
        label,
        key: text(row, "key") || `row:${label}`,
        unit,
        direction: directions.get(text(row, "direction").toLocaleLowerCase("vi")) ?? "up",
        baseline: baseline === undefined ? null : cells.number(row, baseline),
        targets: new Map([...byYear(row, "target")].map(([year, cell]) => [year, readTargetCell(cell, unit)])),
        actuals,
        numerators: byYear(row, "num"),
        denominators: byYear(row, "den"),
      },
    ];
  });
  return { id: outline.id, key: outline.key, kind: "indicators", sheet, area: outline.area, rows };
}
