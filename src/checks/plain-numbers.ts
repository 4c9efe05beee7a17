import { columnsOf, type IndicatorTable, type Table } from "../reading";
import { headingRows } from "./outline-lists";

/** Every line of a budget or indicator is numbered on from the one before it, 1, 2, 3 … under each heading or parent: then there is nothing to say. */
export function isPlainlyNumbered(table: Table): boolean {
  if (table.kind === "tasks") return false;
  if (table.kind === "indicators") return isNumberedOn(table);
  const last = new Map<number | null, number>();
  let [parent, count, groups]: [number | null, number, number] = [-1, 0, 0];
  return table.rows.every((row) => {
    if (row.kind === "total") groups = 0;
    if (row.kind === "group") return row.number === BREAKDOWNS[groups++];
    if (row.kind !== "line") return true;
    if (groups > 0 && table.rows[row.parent ?? -1]?.kind === "total") return false;
    if (row.parent !== parent) {
      last.set(parent, count);
      [parent, count] = [row.parent, last.get(row.parent) ?? 0];
    }
    count += 1;
    return row.number === String(count);
  });
}

/** Under each heading of ours 1, 2, 3 … */
function isNumberedOn(table: IndicatorTable): boolean {
  const { numbers, sheetRows } = columnsOf(table);
  const headings = headingRows(table);
  let [next, count] = [0, 0];
  return numbers.every((number, index) => {
    for (; (headings[next] ?? Infinity) < (sheetRows[index] ?? 0); next++) count = 0;
    count += 1;
    return isWritten(number, count);
  });
}

/** Whether a text is nothing but this whole number above zero, without writing it. */
function isWritten(text: string, number: number): boolean {
  let rest = number;
  for (let at = text.length - 1; at >= 0; at--) {
    if (text.charCodeAt(at) !== 48 + (rest % 10) || rest === 0) return false;
    rest = Math.floor(rest / 10);
  }
  return rest === 0;
}

/** The numbers of the breakdowns under a total. */
const BREAKDOWNS = ["A", "B"];
