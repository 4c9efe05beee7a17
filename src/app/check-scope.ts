import type { TableOutline } from "../reading";
import { contains, overlap, type CellRef, type SheetArea, type WorkbookOutline } from "../sheet";
import type { LiveWorkbook } from "../workbook/port";

export const SCOPE_KINDS = ["all", "sheet", "selection"] as const;
export type ScopeKind = (typeof SCOPE_KINDS)[number];

/**
 * How much of a workbook is checked. `sheet`: the tables of the sheet of `at`; `selection`: the tables that `at` touches, and of
 * their findings those with a cell in it. Rules that compare tables see the ones that are checked and no others.
 */
export type CheckScope = { readonly kind: "all" } | { readonly kind: "sheet" | "selection"; readonly at: SheetArea };

export const WHOLE: CheckScope = { kind: "all" };

/** The scope that is meant by what is selected now, of several areas by the first one: one round trip, none for all. */
export async function scopeNow(workbook: LiveWorkbook, kind: ScopeKind): Promise<CheckScope> {
  if (kind === "all") return WHOLE;
  const [at] = await workbook.selection();
  return { kind, at };
}

/** The same scope after sheets were renamed. */
export function scopeLater(scope: CheckScope, before: WorkbookOutline, now: WorkbookOutline): CheckScope {
  if (scope.kind === "all") return scope;
  const id = before.sheets.find(({ name }) => name === scope.at.sheet)?.id;
  const sheet = now.sheets.find((one) => one.id === id)?.name;
  return sheet === undefined ? scope : { ...scope, at: { ...scope.at, sheet } };
}

/** Whether a table is checked. */
export function inScope(scope: CheckScope, { sheet, area }: Pick<TableOutline, "sheet" | "area">): boolean {
  if (scope.kind === "all") return true;
  return sheet === scope.at.sheet && (scope.kind === "sheet" || overlap(area, scope.at.area));
}

/** Whether what is said of these cells, found in a checked table, is shown. */
export function touches(scope: CheckScope, cells: readonly CellRef[]): boolean {
  if (scope.kind !== "selection") return true;
  const { sheet, area } = scope.at;
  return cells.some((cell) => cell.sheet === sheet && contains(area, cell));
}
