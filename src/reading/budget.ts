import { readMoneyUnit } from "../quantity";
import { yearOf, type ColumnKey } from "../templates";
import type { CellReader } from "./cells";
import { budgetRelations } from "./relations";
import type { BudgetRow, BudgetTable, TableOutline, TypedCell } from "./table";

interface Draft extends Omit<BudgetRow, "parent"> {
  readonly level: number;
}

const GROUP_KEY = /:(item|source)$/;

/** How deep an outline number stands: "1" 1, "1.2" 2; a dash or nothing at all belongs to what stands above. */
function depthOf(number: string): number {
  return /^\d+(\.\d+)*\.?$/.test(number) ? number.replace(/\.$/, "").split(".").length : 0;
}

function kindOf(key: string, number: string, first: boolean): BudgetRow["kind"] {
  if (GROUP_KEY.test(key)) return "group";
  if (first && number === "") return "total";
  return /^[-–+]/.test(number) ? "of" : "line";
}

/** The typed rows and the relations of a budget table. Rows without a name and without any amount are passed over. */
export function readBudget(outline: TableOutline, cells: CellReader): BudgetTable {
  const { columns, body, sheet, caption } = outline;
  const text = (row: number, key: ColumnKey): string => {
    const col = columns.get(key);
    return col === undefined ? "" : cells.text(row, col);
  };
  const amounts = [...columns].filter(([key]) => key === "amount" || key === "years" || yearOf(key, "y") !== null).sort(([, a], [, b]) => a - b);

  const drafts: Draft[] = [];
  const taken = new Map<string, number>();
  let totals = 0;
  for (let row = body.from; row <= body.to; row++) {
    const own = new Map<ColumnKey, TypedCell>(amounts.map(([key, col]) => [key, cells.number(row, col)]));
    const label = text(row, "label");
    if (label === "" && [...own.values()].every((cell) => cell.state === "blank" || cell.formula !== null)) continue;
    const number = text(row, "number");
    const key = uniqueKey(text(row, "key") || `row:${label}`, taken);
    const kind = kindOf(key, number, totals === 0);
    if (kind === "total") totals++;
    drafts.push({ row, number, label, key, kind, level: kind === "line" ? Math.max(1, depthOf(number)) : 0, cells: own });
  }

  const rows = withParents(drafts);
  const unit = caption ? readMoneyUnit(cells.text(caption.row, caption.col)) : null;
  const keys = amounts.map(([key]) => key);
  return { id: outline.id, key: outline.key, kind: "budget", sheet, area: outline.area, unit, columns: keys, rows, relations: budgetRelations(rows, keys) };
}

/** A row that was copied brings its hidden key along: the copy is another line. */
function uniqueKey(key: string, taken: Map<string, number>): string {
  const count = (taken.get(key) ?? 0) + 1;
  taken.set(key, count);
  return count === 1 ? key : `${key}@${count}`;
}

/** A line adds up into the nearest line above of a lesser depth, else into its breakdown, else into the total. */
function withParents(drafts: readonly Draft[]): BudgetRow[] {
  // what stands open above, the outermost first: a total, a breakdown, lines of growing depth
  let open: { readonly index: number; readonly kind: BudgetRow["kind"]; readonly level: number }[] = [];
  return drafts.map(({ level, ...row }, index): BudgetRow => {
    if (row.kind === "total") open = [];
    else if (row.kind === "group") open = open.filter(({ kind }) => kind === "total");
    else if (row.kind === "line") open = open.filter((above) => above.kind !== "line" || above.level < level);
    const parent = row.kind === "of" ? open.findLast(({ kind }) => kind === "line") : open.at(-1);
    if (row.kind !== "of") open.push({ index, kind: row.kind, level });
    return { ...row, parent: parent?.index ?? null };
  });
}
