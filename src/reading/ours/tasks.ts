import { kept } from "../../base";
import { headingYear } from "../../quantity";
import type { StatusCell, TaskRow, TaskTable, TextCell } from "../../tables";
import type { ColumnKey, TaskStatus } from "../../templates";
import { type CellReader, valueReader } from "../cells";
import type { TableOutline } from "./outline";
import { baseOf, keyTaker, textColumn, unitColumns } from "./parts";
import { spelledState } from "./task-states";

/** The words of the status lists in lower case, in each language in which tables are made. */
export type StatusWords = ReadonlyMap<string, TaskStatus>;

/** What the words of a status mean; the same few stand beside all tasks of a table, and each is looked up once. */
function stateReader(statuses: StatusWords): (text: string) => StatusCell["state"] {
  return kept((text) => {
    const word = text.normalize("NFC").replace(/\s+/g, " ").toLowerCase();
    return word === "" ? "blank" : (statuses.get(word) ?? spelledState(word) ?? "other");
  });
}

/** The year that the lines above the table's heads name, and the head over the times. */
function titleYear({ head, area, body, columns }: TableOutline, cells: CellReader): number | null {
  if (!head) return null;
  const time = columns.get("time");
  const lines = Array.from({ length: Math.min(head.row, body.from) - area.row }, (_, row) =>
    Array.from({ length: area.cols }, (__, col) => cells.text(area.row + row, area.col + col)),
  ).flat();
  return headingYear([...lines, ...(time === undefined ? [] : [cells.text(head.row, time)])].filter((line) => line !== ""));
}

/**
 * Letters stand over Roman numbers; a heading ends what the headings of its kind and below have said. One without a number has to name a
 * year.
 */
function yearFinder(title: number | null): (number: string, label: string, blank: boolean) => number | null {
  let [letter, roman]: (number | null)[] = [null, null];
  return (number, label, blank) => {
    if (!blank) return roman ?? letter ?? title;
    const year = headingYear([label]);
    if (/^[IVX]+[.)]?$/.test(number) || (number === "" && year !== null)) roman = year;
    else if (/^\p{Lu}[.)]?$/u.test(number)) [letter, roman] = [year, null];
    return roman ?? letter ?? title;
  };
}

const NO_UNITS: ReadonlyMap<number, StatusCell> = new Map();

function isBlank(cell: TextCell | null): boolean {
  return !cell || cell.text === "";
}

/** Rows in which nothing was typed are passed over. */
export function readTasks(outline: TableOutline, cells: CellReader, statuses: StatusWords): TaskTable {
  const { body, sheet, columns } = outline;
  const textIn = (key: ColumnKey): ((row: number) => string) => textColumn(outline, cells, key);
  const cellIn = (key: ColumnKey, read = cells.text): ((row: number) => TextCell | null) => {
    const col = columns.get(key);
    return (row) => (col === undefined ? null : { at: { sheet, row, col }, text: read(row, col) });
  };
  const [numberAt, labelAt, keyAt] = [textIn("number"), textIn("label"), textIn("key")];
  const [leadAt, cooperatingAt, timeAt, noteAt] = [cellIn("lead"), cellIn("cooperating"), cellIn("time", cells.time), cellIn("note")];
  const stateOf = stateReader(statuses);
  const statusAt = (row: number, col: number): StatusCell => {
    const text = cells.text(row, col);
    return { at: { sheet, row, col }, text, state: stateOf(text) };
  };
  const [statusCol, progressCol, unitCols] = [columns.get("status"), columns.get("progress"), unitColumns(columns, "u")];
  const shares = valueReader(cells);
  const keyOf = keyTaker();
  const yearOf = yearFinder(titleYear(outline, cells));
  const rows: TaskRow[] = [];
  for (let row = body.from; row <= body.to; row++) {
    const label = labelAt(row);
    const [lead, cooperating, time, note] = [leadAt(row), cooperatingAt(row), timeAt(row), noteAt(row)];
    const status = statusCol === undefined ? null : statusAt(row, statusCol);
    const progress = progressCol === undefined ? null : shares.number(row, progressCol);
    const units = unitCols.length === 0 ? NO_UNITS : new Map(unitCols.map(([place, col]) => [place, statusAt(row, col)]));
    const blank =
      isBlank(lead) &&
      isBlank(cooperating) &&
      isBlank(time) &&
      isBlank(note) &&
      isBlank(status) &&
      [...units.values()].every(isBlank) &&
      (!progress || progress.state === "blank");
    if (label === "" && blank) continue;
    const number = numberAt(row);
    rows.push({
      row,
      number,
      year: yearOf(number, label, blank),
      label,
      key: keyOf(keyAt(row) || `row:${label}`),
      lead, cooperating, time, note, status, progress, units,
    });
  }
  return { ...baseOf(outline, cells), kind: "tasks", rows };
}
