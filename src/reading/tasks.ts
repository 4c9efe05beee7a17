import { headingYear } from "../quantity";
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

/** The year that the lines above the table's heads name, and the head over the times. */
function titleYear({ head, area, body, columns }: TableOutline, cells: CellReader): number | null {
  if (!head) return null;
  const time = columns.get("time");
  const lines = Array.from({ length: Math.min(head.row, body.from) - area.row }, (_, row) => Array.from({ length: area.cols }, (__, col) => cells.text(area.row + row, area.col + col))).flat();
  return headingYear([...lines, ...(time === undefined ? [] : [cells.text(head.row, time)])].filter((line) => line !== ""));
}

/** Letters stand over Roman numbers; a heading ends what the headings of its kind and below have said. One without a number has to name a year. */
function yearFinder(title: number | null): (number: string, label: string, blank: boolean) => number | null {
  let [letter, roman]: (number | null)[] = [null, null];
  return (number, label, blank) => {
    const isRoman = /^[IVX]+[.)]?$/.test(number);
    const year = blank ? headingYear([label]) : null;
    if (blank && (isRoman || (number === "" && year !== null))) roman = year;
    else if (blank && /^\p{Lu}[.)]?$/u.test(number)) [letter, roman] = [year, null];
    return roman ?? letter ?? title;
  };
}

/** Rows in which nothing was typed are passed over. */
export function readTasks(outline: TableOutline, cells: CellReader, statuses: StatusWords): TaskTable {
  const rowAt = rowReader(outline, cells);
  const keyOf = keyTaker();
  const { body, sheet, columns } = outline;
  const unitCols = unitColumns(columns, "u");
  const yearOf = yearFinder(titleYear(outline, cells));
  const rows = Array.from({ length: body.to - body.from + 1 }, (_, index) => body.from + index).flatMap((row): TaskRow[] => {
    const { text, textCell, number } = rowAt(row);
    const label = text("label");
    const words = { lead: textCell("lead"), cooperating: textCell("cooperating"), time: textCell("time"), note: textCell("note") };
    const status = textCell("status");
    const progress = number("progress");
    const units = new Map(unitCols.map(([place, col]) => [place, statusOf({ at: { sheet, row, col }, text: cells.text(row, col) }, statuses)]));
    const blank = [...Object.values(words), status, ...units.values()].every((cell) => !cell || cell.text === "") && (!progress || progress.state === "blank");
    if (label === "" && blank) return [];
    const outlineNumber = text("number");
    return [{ row, number: outlineNumber, year: yearOf(outlineNumber, label, blank), label, key: keyOf(text("key") || `row:${label}`), ...words, status: status && statusOf(status, statuses), progress, units }];
  });
  return { ...baseOf(outline, cells), kind: "tasks", rows };
}
