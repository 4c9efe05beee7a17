import type { Words } from "../i18n";
import type { Plan, PlanFinder } from "../plan";
import type { Day } from "../quantity";
import { toA1, type CellRef } from "../sheet";
import type { BudgetTable, IndicatorTable, Table, TaskTable } from "../tables";
import { COLUMN, type Block, type Line, type LineKind } from "./lines";

/** The tables of one plan, in the order of their sheets. */
export interface Part {
  /** Its id; null for tables that do not say of which plan they are. */
  readonly id: string | null;
  /** Null where nothing says it. */
  readonly title: string | null;
  /** Of the catalogue, or kept in the workbook; null for a plan of which there is but a title. */
  readonly plan: Plan | null;
  readonly indicators: readonly IndicatorTable[];
  readonly budgets: readonly BudgetTable[];
  readonly tasks: readonly TaskTable[];
}

/** What every section may know. */
export interface Scene {
  readonly words: Words;
  readonly today: Day;
}

/** The tables by plan: each plan has a part of the summary, in the order in which they come first. */
export function partsOf(tables: readonly Table[], find: PlanFinder): Part[] {
  const ids = [...new Set(tables.map(({ plan }) => plan?.plan ?? null))];
  return ids.map((id): Part => {
    const own = tables.filter(({ plan }) => (plan?.plan ?? null) === id);
    const plan = id === null ? null : find(id);
    return {
      id,
      plan,
      title: plan?.title ?? (id?.startsWith("own/") ? id.slice("own/".length) : null),
      indicators: own.filter((table) => table.kind === "indicators"),
      budgets: own.filter((table) => table.kind === "budget"),
      tasks: own.filter((table) => table.kind === "tasks"),
    };
  });
}

/** Where a figure comes from, in the grey column beside the page. */
export function sourceOf(at: CellRef): string {
  return `${at.sheet}!${toA1(at)}`;
}

/** Cells of a row with the place that they come from. */
export function withSource(cells: readonly Line["cells"][number][], at: CellRef | null): Line["cells"] {
  return [...cells, ...Array.from({ length: COLUMN.source - cells.length }, () => null), at && sourceOf(at)];
}

/** A line of words across the page. */
export function words(kind: LineKind, key: string, text: string): Line {
  return { kind, key, cells: [text] };
}

/** Cells by column, blanks between them. */
export function cellsAt(entries: readonly (readonly [col: number, cell: Line["cells"][number]])[]): Line["cells"] {
  const last = Math.max(0, ...entries.map(([col]) => col));
  const cells: Line["cells"][number][] = Array.from({ length: last + 1 }, () => null);
  for (const [col, cell] of entries) cells[col] = cell;
  return cells;
}

export function blank(key: string): Line {
  return { kind: "blank", key, cells: [] };
}

/** Lines that are no table: kept with what follows where they are `lead` only. */
export function block(parts: Partial<Block>): Block {
  return { lead: [], head: [], rows: [], ...parts };
}
