import type { MoneyUnit } from "../quantity";
import { findPlan, type Plan } from "../plan";
import { sheetName, specArea, type CellInput, type SheetInfo, type SheetSpec, type WorkbookOutline } from "../sheet";
import { TABLE_KINDS, budgetTable, freeTableId, indicatorTable, type TableKind } from "../templates";
import type { Words } from "../i18n";
import type { LiveWorkbook } from "../workbook/port";
import type { Done } from "./done";
import { Refusal } from "./refusal";

export interface CreateOptions {
  readonly plan: string;
  readonly kinds: readonly TableKind[];
  readonly unit: MoneyUnit;
}

/** The kinds of table that a plan has facts for. */
export function kindsOf(plan: Plan): TableKind[] {
  return TABLE_KINDS.filter((kind) => (kind === "budget" ? plan.budgets.length > 0 : plan.indicators.length > 0));
}

/** The sheets that the tables of a plan need in a workbook: names of sheets and tables are free there. Throws `Refusal`. */
export function tableSpecs(outline: WorkbookOutline, options: CreateOptions, words: Words): SheetSpec[] {
  const plan = findPlan(options.plan);
  if (!plan) throw new Refusal("unknown-plan", { id: options.plan });
  if (options.kinds.length === 0) throw new Refusal("nothing-chosen", {});
  if (options.kinds.includes("budget") && plan.budgets.length === 0) throw new Refusal("no-budget", {});
  if (options.kinds.includes("indicators") && plan.indicators.length === 0) throw new Refusal("no-indicators", {});

  const names = outline.names.map(({ name }) => name);
  const sheets = outline.sheets.map(({ name }) => name);
  return TABLE_KINDS.filter((kind) => options.kinds.includes(kind)).flatMap((kind) => {
    const parts = kind === "budget" ? plan.budgets : [null];
    return parts.map((budget): SheetSpec => {
      const table = freeTableId(kind, names);
      const sheet = sheetName(words.templates[kind].sheet, sheets);
      const spec = budget ? budgetTable(plan, budget, { table, sheet, unit: options.unit }, words.templates) : indicatorTable(plan, { table, sheet }, words.templates);
      names.push(...spec.names.map(({ name }) => name));
      sheets.push(spec.name);
      return spec;
    });
  });
}

/** The same for a workbook that is still empty. */
export function createSpecs(options: CreateOptions, words: Words): SheetSpec[] {
  return tableSpecs({ sheets: [], names: [] }, options, words);
}

/** A sheet that was made, and what was written into it. */
interface Created {
  readonly info: SheetInfo;
  readonly spec: SheetSpec;
}

/** Writes the tables of a plan as new sheets, all or none; its undo removes them again, unless somebody has typed into them meanwhile. */
export async function createTablesLive(workbook: LiveWorkbook, options: CreateOptions, words: Words): Promise<Done<readonly SheetInfo[]>> {
  const specs = tableSpecs(await workbook.outline(), options, words);
  const sheets = await workbook.addSheets(specs);
  const created = sheets.flatMap((info, index): Created[] => {
    const spec = specs[index];
    return spec ? [{ info, spec }] : [];
  });
  return { result: sheets, undo: () => removeUntouched(workbook, created) };
}

/** Removes sheets that hold nothing but what was written into them; throws "sheet-has-entries" for the first that does. */
export async function removeUntouched(workbook: LiveWorkbook, created: readonly Created[]): Promise<void> {
  const now = new Map((await workbook.outline()).sheets.map(({ id, name }) => [id, name]));
  const present = created.flatMap(({ info, spec }) => {
    const sheet = now.get(info.id);
    return sheet === undefined ? [] : [{ sheet, id: info.id, spec }];
  });
  const snapshots = await workbook.read(present.map(({ sheet, spec }) => ({ sheet, area: specArea(spec) })));
  for (const [index, snapshot] of snapshots.entries()) {
    const cells = present[index]?.spec.cells ?? [];
    const touched = cells.some((row, r) => row.some((input, c) => !isFormula(input) && (snapshot.values[r]?.[c] ?? null) !== (input === "" ? null : input)));
    if (touched) throw new Refusal("sheet-has-entries", { sheet: snapshot.sheet });
  }
  await workbook.removeSheets(present.map(({ id }) => id));
}

function isFormula(input: CellInput): boolean {
  return typeof input === "object" && input !== null;
}
