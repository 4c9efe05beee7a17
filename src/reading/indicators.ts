import { readTarget, readUnit, type Direction, type Target } from "../quantity";
import type { CellRef } from "../sheet";
import { isGroupRowKey } from "../templates";
import type { CellReader } from "./cells";
import { baseOf, keyTaker, rowReader, yearColumns } from "./parts";
import type { IndicatorRow, IndicatorTable, TableOutline, TargetCell, TypedCell } from "./table";

/** The words of the direction column, in each language in which tables are made. */
export type DirectionWords = ReadonlyMap<string, Direction>;

function readTargetCell(cell: TypedCell, unit: string | null): TargetCell {
  const at: CellRef = cell.at;
  if (cell.state === "number") return { at, text: String(cell.value), state: "target", target: { comparator: "=", value: cell.value, value2: null, baseline: null, unit } };
  if (cell.state !== "text") return { at, text: "", state: cell.state === "blank" ? "blank" : "unreadable" };
  const reading = readTarget(cell.text, { unit });
  if (reading.kind === "words" || reading.kind === "unreadable") return { at, text: cell.text, state: reading.kind };
  return { at, text: cell.text, state: "target", target: inUnit(reading.target, unit) };
}

/** A phrase's money is read in đồng; the row's values are in its own unit, such as "triệu đồng". */
function inUnit(target: Target, unit: string | null): Target {
  const own = readUnit(unit);
  if (own.factor === 1 || target.unit !== own.unit) return target;
  const scaled = (value: number | null): number | null => (value === null ? null : value / own.factor);
  return { ...target, value: target.value / own.factor, value2: scaled(target.value2), baseline: scaled(target.baseline), unit };
}

/** Headings of groups, and rows in which nothing was typed, are passed over. */
export function readIndicators(outline: TableOutline, cells: CellReader, directions: DirectionWords): IndicatorTable {
  const rowAt = rowReader(outline, cells);
  const keyOf = keyTaker();
  const { body } = outline;
  const rows = Array.from({ length: body.to - body.from + 1 }, (_, index) => body.from + index).flatMap((row): IndicatorRow[] => {
    const { text, number, byYear, byUnit } = rowAt(row);
    if (isGroupRowKey(text("key"))) return [];
    const label = text("label");
    const unit = text("unit") || null;
    const numbers = { actuals: byYear("actual"), numerators: byYear("num"), denominators: byYear("den"), unitActuals: byUnit("u"), unitNumerators: byUnit("un"), unitDenominators: byUnit("ud") };
    const baseline = number("baseline");
    const targets = byYear("target");
    const typed = (): TypedCell[] => [...Object.values(numbers), targets].flatMap((found) => [...found.values()]).concat(baseline ?? []);
    if (label === "" && typed().every(({ state }) => state === "blank")) return [];
    return [
      {
        row,
        number: text("number"),
        label,
        key: keyOf(text("key") || `row:${label}`),
        unit,
        direction: directions.get(text("direction").toLocaleLowerCase("vi")) ?? "up",
        baseline,
        targets: new Map([...targets].map(([year, cell]) => [year, readTargetCell(cell, unit)])),
        ...numbers,
      },
    ];
  });
  const base = baseOf(outline, cells);
  const year = base.units.size === 0 ? null : (yearColumns(outline.columns, "actual").at(-1)?.[0] ?? null);
  return { ...base, kind: "indicators", year, rows };
}
