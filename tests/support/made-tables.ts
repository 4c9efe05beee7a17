import { readingWords, wordsOf } from "../../src/i18n";
import { catalogue, type Plan } from "../../src/plan";
import { readTable, tableOutlines } from "../../src/reading";
import { specArea, type Area, type CellValue, type SheetSpec } from "../../src/sheet";
import type { PlanTable } from "../../src/tables";
import {
  DEFAULT_CHOICES, budgetTable, definedName, indicatorTable, taskTable, type ColumnKey, type TableChoices, type TableKind,
} from "../../src/templates";

/** A table as it is made of a plan of the catalogue, before it is written anywhere. */
export function specOf(kind: TableKind, plan: string, choices: Partial<TableChoices> = {}): SheetSpec {
  const chosen = catalogue.find(({ id }) => id === plan);
  if (!chosen) throw new Error(plan);
  return specOfPlan(kind, chosen, choices);
}

export function specOfPlan(kind: TableKind, plan: Plan, choices: Partial<TableChoices> = {}): SheetSpec {
  const all = { ...DEFAULT_CHOICES, ...choices };
  const { templates } = wordsOf("vi");
  const place = { table: `${kind}1`, sheet: "Biểu" } as const;
  const [budget] = plan.budgets;
  if (kind === "budget" && !budget) throw new Error(`${plan.id} has no budget`);
  if (kind === "budget" && budget) return budgetTable(plan, budget, place, all, templates);
  return kind === "tasks" ? taskTable(plan, place, all, templates) : indicatorTable(plan, place, all, templates);
}

/** The absolute column of a key. */
export function columnOf({ names }: SheetSpec, kind: TableKind, key: ColumnKey): number {
  const name = names.find((one) => one.name === definedName(`${kind}1`, key));
  if (!name) throw new Error(key);
  return name.area.col;
}

/** The sheet after somebody has deleted a column: what stands right of it moves, and its name points nowhere. */
export function withoutColumn(spec: SheetSpec, col: number): SheetSpec {
  return {
    ...spec,
    cells: spec.cells.map((row) => row.filter((_, index) => index !== col)),
    columns: spec.columns.filter((_, index) => index !== col),
    names: spec.names.flatMap(({ name, area }) => {
      const inside = area.col <= col && col < area.col + area.cols;
      const cols = area.cols - (inside ? 1 : 0);
      return cols === 0 ? [] : [{ name, area: { ...area, col: area.col > col ? area.col - 1 : area.col, cols } }];
    }),
  };
}

/** Reads a sheet back, with cells typed over and cells merged; formulas show nothing. */
export function readSpec(
  spec: SheetSpec,
  typed: readonly { readonly row: number; readonly col: number; readonly value: CellValue }[] = [],
  merges: readonly Area[] = [],
): PlanTable {
  const area = specArea(spec);
  const values = spec.cells.map((row) => row.map((cell): CellValue => (typeof cell === "object" && cell !== null ? "" : cell)));
  for (const { row, col, value } of typed) (values[row] ?? [])[col] = value;
  const names = spec.names.map(({ name, area: at }) => ({ name, scope: null, refersTo: { sheet: spec.name, area: at } }));
  const [outline] = tableOutlines({ sheets: [{ id: spec.name, name: spec.name, visible: true }], names });
  if (!outline) throw new Error("no table");
  const formulas = spec.cells.map((row) => row.map((cell) => (typeof cell === "object" && cell !== null ? cell.formula : null)));
  return readTable(
    outline,
    { sheet: spec.name, area, values, formulas, unevaluated: [], merges: [...spec.merges, ...merges] },
    readingWords,
  );
}
