import type { TaskStatus } from "../templates";
import type { CellReader } from "./cells";
import { baseOf, keyTaker, rowReader, unitColumns } from "./parts";
import type { StatusCell, TableOutline, TaskRow, TaskTable, TextCell } from "./table";

/** The words of the status lists in lower case, in each language in which tables are made. */
export type StatusWords = ReadonlyMap<string, TaskStatus>;

function statusOf({ at, text }: TextCell, statuses: StatusWords): StatusCell {
  const word = text.normalize("NFC").replace(/\s+/g, " ").toLocaleLowerCase("vi");
  return { at, text, state: word === "" ? "blank" : (statuses.get(word) ?? "other") };
}

/** Rows in which nothing was typed are passed over. */
export function readTasks(outline: TableOutline, cells: CellReader, statuses: StatusWords): TaskTable {
  const rowAt = rowReader(outline, cells);
  const keyOf = keyTaker();
  const { body, sheet, columns } = outline;
  const unitCols = unitColumns(columns, "u");
  const rows = Array.from({ length: body.to - body.from + 1 }, (_, index) => body.from + index).flatMap((row): TaskRow[] => {
    const { text, textCell, number } = rowAt(row);
    const label = text("label");
    const words = { lead: textCell("lead"), cooperating: textCell("cooperating"), time: textCell("time"), note: textCell("note") };
    const status = textCell("status");
    const progress = number("progress");
    const units = new Map(unitCols.map(([place, col]) => [place, statusOf({ at: { sheet, row, col }, text: cells.text(row, col) }, statuses)]));
    const blank = [...Object.values(words), status, ...units.values()].every((cell) => !cell || cell.text === "") && (!progress || progress.state === "blank");
    if (label === "" && blank) return [];
    return [{ row, number: text("number"), label, key: keyOf(text("key") || `row:${label}`), ...words, status: status && statusOf(status, statuses), progress, units }];
  });
  return { ...baseOf(outline, cells), kind: "tasks", rows };
}
