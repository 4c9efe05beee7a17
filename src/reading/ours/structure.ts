import { kept } from "../../base";
import { lastCell, overlap, type SheetSnapshot } from "../../sheet";
import type { HeadCell, TableStructure } from "../../tables";
import { isGroupRowKey } from "../../templates";
import type { CellReader } from "../cells";
import { missingColumns, yearIn } from "./columns";
import type { TableOutline } from "./outline";
import { outsideOf } from "./outside";
import { textColumn } from "./parts";

/** "5" and "(5=3+4)" number a column 5, letters and words none. */
const COLUMN_NUMBER = /^\(?(\d{1,3})\)?(?:$|\s*=)/;

const columnNumber = kept((text: string): number => Number(COLUMN_NUMBER.exec(text)?.[1] ?? 0));

/**
 * How a table stands in its sheet: its columns and heads, the rows that are no rows of it, merged cells. `used`: the rows of the sheet that
 * are rows of it.
 */
export function structureOf(outline: TableOutline, snapshot: SheetSnapshot, cells: CellReader, used: readonly number[]): TableStructure {
  const { columns, body, area } = outline;
  return {
    numberColumn: columns.get("number") ?? null,
    heads: headsOf(outline, cells),
    missingColumns: missingColumns(outline.kind, [...columns.keys()]),
    missingNumbers: missingNumbers(outline, cells),
    others: othersOf(outline, cells, used),
    ...outsideOf(outline, snapshot, cells),
    merges: (snapshot.merges ?? []).filter((merge) => overlap(merge, { ...area, row: body.from, rows: body.to - body.from + 1 })),
  };
}

function headsOf({ head, columns, sheet }: TableOutline, cells: CellReader): HeadCell[] {
  if (!head) return [];
  const [upper, lower] = [head.row, lastCell(head).row];
  return [...columns]
    .filter(([, col]) => col >= head.col && col <= lastCell(head).col)
    .map(([key, col]): HeadCell => {
      const below = cells.text(lower, col);
      return {
        key,
        at: { sheet, row: below === "" ? upper : lower, col },
        text: below || cells.text(upper, col),
        year: yearIn(key),
        hidden: key === "key" || key === "direction",
      };
    });
}

/** Numbers of the column-number row run from 1 on: one that is left out stood over a column that is gone. */
function missingNumbers({ head, area }: TableOutline, cells: CellReader): number[] {
  if (!head) return [];
  const row = lastCell(head).row + 1;
  const found = new Set<number>();
  for (let col = area.col; col < area.col + area.cols; col++) found.add(columnNumber(cells.text(row, col)));
  const [last, missing]: [number, number[]] = [Math.max(...found), []];
  for (let number = 1; number < last; number++) if (!found.has(number)) missing.push(number);
  return missing;
}

function othersOf(outline: TableOutline, cells: CellReader, used: readonly number[]): TableStructure["others"] {
  const { body } = outline;
  if (used.length === body.to - body.from + 1) return [];
  const others: { row: number; number: string; heading: boolean }[] = [];
  const [numberAt, keyAt] = [textColumn(outline, cells, "number"), textColumn(outline, cells, "key")];
  // rows stand in the order of the sheet
  let next = 0;
  for (let row = body.from; row <= body.to; row++) {
    if (used[next] === row) next += 1;
    else others.push({ row, number: numberAt(row), heading: isGroupRowKey(keyAt(row)) });
  }
  return others;
}
