import { kept } from "../../base";
import type { Column } from "../../tables";
import { unitOf, yearOf, type ColumnKey } from "../../templates";

/** Columns of amounts that are about no year and no reporting unit. */
const WHOLES: Readonly<Partial<Record<ColumnKey, Pick<Column, "role" | "adds">>>> = {
  amount: { role: "planned", adds: null },
  years: { role: "planned", adds: "years" },
  units: { role: "planned", adds: "units" },
  disbursed: { role: "disbursed", adds: null },
  dyears: { role: "disbursed", adds: "years" },
};

/** What a column of numbers of an indicator table is about; null for a column of words, targets and statuses. */
export const indicatorColumn = kept((key: ColumnKey): Column | null => {
  if (key === "baseline") return columnOf(key, "baseline");
  for (const [column, role] of [["actual", "actual"], ["num", "numerator"], ["den", "denominator"]] as const) {
    const year = yearOf(key, column);
    if (year !== null) return { ...columnOf(key, role), year };
  }
  for (const [column, role] of [["u", "actual"], ["un", "numerator"], ["ud", "denominator"]] as const) {
    const place = unitOf(key, column);
    if (place !== null) return { ...columnOf(key, role), place };
  }
  return null;
});

/** What a column of amounts of a budget table is about; null for a column of words and for rates. */
export const budgetColumn = kept((key: ColumnKey): Column | null => {
  const whole = WHOLES[key];
  if (whole) return { ...columnOf(key, whole.role), adds: whole.adds };
  for (const [column, role] of [["y", "planned"], ["d", "disbursed"]] as const) {
    const year = yearOf(key, column);
    if (year !== null) return { ...columnOf(key, role), year };
  }
  const place = unitOf(key, "u");
  return place === null ? null : { ...columnOf(key, "planned"), place };
});

/** The column of the points of its amount that were disbursed. */
export const RATE_COLUMN: Column = columnOf("rate", "rate");

function columnOf(id: ColumnKey, role: Column["role"]): Column {
  return { id, role, year: null, place: null, adds: null };
}
