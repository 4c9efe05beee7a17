import { type BudgetTable, columnsOf, type IndicatorTable, type PlanTable } from "../tables";
import { headingRows } from "./outline-lists";

/**
 * Every line of a budget, indicator or task is numbered on from the one before it, 1, 2, 3 … under each heading or parent (or 2.1, 2.2 …
 * under a line 2): then there is nothing to say.
 */
export function isPlainlyNumbered(table: PlanTable): boolean {
  // from 1 to the last task no number stands twice, whatever headings are between
  if (table.kind === "tasks") return table.rows.every(({ number }, index) => isWritten(number, index + 1));
  return table.kind === "indicators" ? isNumberedOn(table) : areLinesNumbered(table);
}

function areLinesNumbered({ rows }: BudgetTable): boolean {
  // by parent, the first place for none: lines so far, and whether those under a line are numbered from 1 as if they stood alone
  const [counts, alone] = [new Int32Array(rows.length + 1), new Uint8Array(rows.length + 1)];
  let groups = 0;
  return rows.every(({ kind, parent, number }) => {
    if (kind === "total") groups = 0;
    if (kind === "group") return number === BREAKDOWNS[groups++];
    if (kind !== "line") return true;
    const place = parent === null ? 0 : parent + 1;
    const above = parent === null ? undefined : rows[parent];
    if (groups > 0 && above?.kind === "total") return false;
    const count = (counts[place] ?? 0) + 1;
    counts[place] = count;
    if (count === 1 && (above?.kind !== "line" || number === "1")) alone[place] = 1;
    return alone[place] === 1 ? isWritten(number, count) : isWrittenUnder(number, above?.number ?? "", count);
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

/** Whether a text is from a place on nothing but this whole number above zero, without writing it. */
function isWritten(text: string, number: number, from = 0): boolean {
  let rest = number;
  for (let at = text.length - 1; at >= from; at--) {
    if (text.charCodeAt(at) !== 48 + (rest % 10) || rest === 0) return false;
    rest = Math.floor(rest / 10);
  }
  return rest === 0;
}

/** Whether a text is the number above, a dot and this number. */
function isWrittenUnder(text: string, above: string, number: number): boolean {
  return text.charCodeAt(above.length) === DOT && text.startsWith(above) && isWritten(text, number, above.length + 1);
}

const DOT = 46;

/** The numbers of the breakdowns under a total. */
const BREAKDOWNS = ["A", "B"];
