import { contains } from "../sheet";
import type { StatusCell, TaskRow, TaskTable } from "../tables";

/** A heading that somebody has put between tasks: a Roman number or a letter, and nothing but a name. */
export function isHeading({ number, lead, cooperating, time, status, units }: TaskRow): boolean {
  return /^(?:[IVX]+|\p{Lu})[.)]?$/u.test(number) && [lead, cooperating, time, status, ...units.values()].every((cell) => !cell?.text);
}

/** What a cell of words shows: a cell that is merged with those above shows what stands in the first of them. */
export function shownText(table: TaskTable, row: TaskRow, field: "lead" | "time"): string {
  const cell = row[field];
  if (!cell || cell.text !== "") return cell?.text ?? "";
  const merge = table.structure?.merges.find((area) => contains(area, cell.at));
  const first = merge && merge.row < row.row ? table.rows.find((other) => other.row === merge.row) : undefined;
  return first?.[field]?.text ?? "";
}

/** The status of a task, or its status in each reporting unit, with the unit's name. */
export function statusesOf(
  table: TaskTable, { status, units }: TaskRow,
): readonly { readonly cell: StatusCell; readonly unit: string | null }[] {
  if (status) return [{ cell: status, unit: null }];
  return [...units].map(([place, cell]) => ({ cell, unit: table.units.get(place) || String(place) }));
}
