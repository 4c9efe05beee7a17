import { sheetName, type SheetInfo, type SheetSpec, type WorkbookOutline } from "../sheet";
import {
  TABLE_KINDS, budgetTable, freeTableId, indicatorTable, layoutsOf, planTag, readDefinedName, readPlanTag, resultYears, taskTable,
  type BudgetLayout, type TableKind, type TablePlace,
} from "../templates";
import type { Plan } from "../plan";
import type { Words } from "../i18n";
import type { Course, LiveWorkbook, Workbook } from "../workbook/port";
import { chosenPlan, type CreateOptions } from "./choose";
import type { Done } from "./done";
import { addKept, keeping, keptSheet } from "./draft-keep";
import { readKept } from "./draft-kept";

/** A table to be made: of which kind, and what its hidden cell will say (see `planTag`). */
interface Wanted {
  readonly kind: TableKind;
  readonly tag: string;
  readonly make: (place: TablePlace) => SheetSpec;
}

function wantedTables(plan: Plan, options: CreateOptions, { templates: words }: Words): Wanted[] {
  const make: Readonly<Record<TableKind, () => Wanted[]>> = {
    indicators: () => [{ kind: "indicators", tag: planTag(plan.id, null), make: (place) => indicatorTable(plan, place, options, words) }],
    budget: () =>
      plan.budgets.map((budget) => ({
        kind: "budget",
        tag: planTag(plan.id, budget.id),
        make: (place) => budgetTable(plan, budget, place, options, words),
      })),
    tasks: () => [{ kind: "tasks", tag: planTag(plan.id, null), make: (place) => taskTable(plan, place, options, words) }],
  };
  return TABLE_KINDS.filter((kind) => options.kinds.includes(kind)).flatMap((kind) => make[kind]());
}

/**
 * The sheets of tables: names of sheets and tables are free in the workbook. `before`: tables of the plan that are there already, whose
 * annexes come first.
 */
function placed(wanted: readonly Wanted[], before: number, outline: WorkbookOutline, words: Words): SheetSpec[] {
  const names = outline.names.map(({ name }) => name);
  const sheets = outline.sheets.map(({ name }) => name);
  const several = before + wanted.length > 1;
  return wanted.map(({ kind, make }, index) => {
    const spec = make({
      table: freeTableId(kind, names),
      sheet: sheetName(words.templates[kind].sheet, sheets),
      ...(several ? { annex: before + index + 1 } : {}),
    });
    names.push(...spec.names.map(({ name }) => name));
    sheets.push(spec.name);
    return spec;
  });
}

/**
 * The sheets of the chosen tables for a workbook that is still empty; behind them the one that keeps a plan which is not of the catalogue.
 * Throws `Refusal`.
 */
export function createSpecs(options: CreateOptions, words: Words): SheetSpec[] {
  const { chosen, keep } = keeping(options, []);
  const specs = placed(wantedTables(chosenPlan(chosen), chosen, words), 0, { sheets: [], names: [] }, words);
  return keep ? [...specs, keptSheet(keep, 1, specs.map(({ name }) => name), words)] : specs;
}

/** The layout that budget tables got in place of the chosen one, since the budget has no lines by `lacks`. */
export interface OtherLayout {
  readonly instead: BudgetLayout;
  readonly lacks: readonly ("item" | "source")[];
}

/**
 * What becomes of the chosen layout where a budget cannot have it; null where all can. "both" is no wish: it is what a budget has. Throws
 * `Refusal`.
 */
export function otherLayout(options: CreateOptions): OtherLayout | null {
  if (options.layout === "both" || !options.kinds.includes("budget")) return null;
  const all = chosenPlan(options).budgets.map(layoutsOf);
  const possible = all.find((layouts) => !layouts.includes(options.layout));
  return possible
    ? { instead: possible[0] ?? "both", lacks: (["item", "source"] as const).filter((one) => !possible.includes(one)) }
    : null;
}

/** Which years the indicator table has columns of results for. */
export interface YearColumns {
  readonly years: readonly number[];
  /** Years of the plan's period that have none. */
  readonly without: readonly number[];
  /** Years for which the plan sets targets that have none, so that nothing is compared with these. */
  readonly uncompared: readonly number[];
  /** Each reporting unit has a column, so that one year is reported. */
  readonly byUnit: boolean;
}

/** Null where no indicator table is chosen. Throws `Refusal`. */
export function yearColumns(options: CreateOptions): YearColumns | null {
  if (!options.kinds.includes("indicators")) return null;
  return { ...resultYears(chosenPlan(options), options), byUnit: options.reportingUnits.length > 0 };
}

/** A table of the chosen ones that the workbook has already. */
export interface PresentTable {
  readonly kind: TableKind;
  readonly sheet: string;
}

/** Which of the chosen tables are there; `missing` are the kinds of which at least one is not. */
export interface Present {
  readonly present: readonly PresentTable[];
  readonly missing: readonly TableKind[];
}

/** What tables of ours say of themselves: one round trip, and only where there are any. */
async function tagsIn(workbook: Workbook, outline: WorkbookOutline): Promise<(PresentTable & { readonly tag: string })[]> {
  const cells = outline.names.flatMap(({ name, refersTo }) => {
    const parsed = readDefinedName(name);
    return parsed?.key === "plan" ? [{ kind: parsed.kind, refersTo }] : [];
  });
  if (cells.length === 0) return [];
  const snapshots = await workbook.read(cells.map(({ refersTo }) => refersTo));
  return cells.map(({ kind, refersTo }, index) => ({ kind, sheet: refersTo.sheet, tag: String(snapshots[index]?.values[0]?.[0] ?? "") }));
}

/**
 * Writes the chosen tables as new sheets, all or none, and with them the facts of a plan that is not of the catalogue, where the workbook
 * does not keep them yet; its undo removes them again, unless somebody has put anything into
 * them meanwhile. `repeat`: what becomes of tables that are there already: "ask" makes nothing then and returns which are there,
 * "skip" makes the others, "again" makes all of them once more. Throws `Refusal`, `WorkbookFailure`.
 */
export async function createTablesLive(
  workbook: LiveWorkbook,
  options: CreateOptions,
  words: Words,
  repeat: "ask" | "skip" | "again" = "ask",
  course?: Course,
): Promise<Done<readonly SheetInfo[]> | Present> {
  // what cannot be made is refused before anything is asked of the workbook
  chosenPlan(options);
  const outline = await workbook.outline();
  const { chosen, keep } = keeping(options, typeof options.plan === "string" ? [] : await readKept(workbook, outline));
  const plan = chosenPlan(chosen);
  const wanted = wantedTables(plan, chosen, words);
  const there = repeat === "again" ? [] : await tagsIn(workbook, outline);
  const same = ({ kind, tag }: Wanted): PresentTable | undefined => there.find((one) => one.kind === kind && one.tag === tag);
  const missing = wanted.filter((one) => !same(one));
  const present = wanted.flatMap((one) => same(one) ?? []);
  if (missing.length === 0 || (repeat === "ask" && present.length > 0)) {
    return {
      present: present.map(({ kind, sheet }) => ({ kind, sheet })),
      missing: TABLE_KINDS.filter((kind) => missing.some((one) => one.kind === kind)),
    };
  }
  const specs = placed(missing, there.filter(({ tag }) => readPlanTag(tag)?.plan === plan.id).length, outline, words);
  return addKept(workbook, specs, keep, { outline, words, ...(course ? { course } : {}) });
}
