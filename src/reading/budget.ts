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
  for (let row = body.from; row <= body.to; row++) {
    const own = new Map<ColumnKey, TypedCell>(amounts.map(([key, col]) => [key, cells.number(row, col)]));
    const label = text(row, "label");
    if (label === "" && [...own.values()].every((cell) => cell.state === "blank" || cell.formula !== null)) continue;
    const number = text(row, "number");
    const key = uniqueKey(text(row, "key") || `row:${label}`, drafts);
    const kind = kindOf(key, number, !drafts.some((draft) => draft.kind === "total"));
    drafts.push({ row, number, label, key, kind, level: kind === "line" ? Math.max(1, depthOf(number)) : 0, cells: own });
  }

  const rows = drafts.map((draft, index): BudgetRow => {
    const { level, ...row } = draft;
    return { ...row, parent: parentOf(drafts, index, level) };
  });
  const unit = caption ? readMoneyUnit(cells.text(caption.row, caption.col)) : null;
  const keys = amounts.map(([key]) => key);
  return { id: outline.id, kind: "budget", sheet, area: outline.area, unit, columns: keys, rows, relations: budgetRelations(rows, keys) };
}

/** A row that was copied brings its hidden key along: the copy is another line. */
function uniqueKey(key: string, drafts: readonly Draft[]): string {
  const taken = new Set(drafts.map((draft) => draft.key));
  for (let n = 1; ; n++) {
    const candidate = n === 1 ? key : `${key}@${n}`;
    if (!taken.has(candidate)) return candidate;
  }
}

/** A line adds up into the nearest line above of a lesser depth, else into its breakdown, else into the total. */
function parentOf(drafts: readonly Draft[], index: number, level: number): number | null {
  const draft = drafts[index];
  if (!draft || draft.kind === "total") return null;
  for (let above = index - 1; above >= 0; above--) {
    const candidate = drafts[above];
    if (!candidate) continue;
    if (draft.kind === "group" && candidate.kind === "total") return above;
    if (draft.kind === "of" && candidate.kind === "line") return above;
    if (draft.kind === "line" && (candidate.kind === "group" || candidate.kind === "total" || (candidate.kind === "line" && candidate.level < level))) return above;
  }
  return null;
}
