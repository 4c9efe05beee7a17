import { findPlan, readPlan, type Plan } from "../plan";
import type { Words } from "../i18n";
import { sheetName, type SheetInfo, type SheetSpec, type WorkbookOutline } from "../sheet";
import { planSheet } from "../summaries";
import { readKeptPlanName } from "../templates";
import { WorkbookFailure, type Course, type LiveWorkbook } from "../workbook/port";
import type { CreateOptions } from "./choose";
import type { Done } from "./done";
import { keptPlaces, type KeptPlan } from "./draft-kept";
import { madeOf } from "./made-sheets";

/** What is chosen, the plan under an id that is its own here, and what the workbook has to keep of it: null where it knows the plan. */
export interface Keeping {
  readonly chosen: CreateOptions;
  readonly keep: Plan | null;
}

/** More names than anybody leaves behind by deleting such sheets. */
const MOST_SETS = 50;

/**
 * Tables say by its id which plan they are of: a plan whose id another one has here, of the catalogue or kept, gets one of its own.
 */
export function keeping(options: CreateOptions, kept: readonly KeptPlan[]): Keeping {
  if (typeof options.plan === "string" || !("indicators" in options.plan)) return { chosen: options, keep: null };
  const { $schema: _, ...given } = readPlan(options.plan.id, options.plan);
  const known = (id: string): Plan | null => findPlan(id) ?? kept.find(({ plan }) => plan?.id === id)?.plan ?? null;
  for (let number = 1; ; number++) {
    const plan = number === 1 ? given : { ...given, id: `${given.id}-${number}` };
    const there = known(plan.id);
    if (!there) return { chosen: { ...options, plan }, keep: plan };
    if (isSame(there, plan)) return { chosen: { ...options, plan: there }, keep: null };
  }
}

function isSame({ $schema: _, ...one }: Plan, other: Plan): boolean {
  return JSON.stringify(readPlan(one.id, one)) === JSON.stringify(other);
}

/** The sheet that keeps a plan, beside sheets of those names. */
export function keptSheet(plan: Plan, number: number, taken: readonly string[], words: Words): SheetSpec {
  return planSheet(plan, { sheet: sheetName(words.drafts.kept.sheet, taken), number }, words);
}

/**
 * Adds sheets, and behind them the one that keeps a plan, all or none. The name of such a sheet that was deleted stays in the workbook
 * without a place, where nobody sees it: the next number is tried. Throws `WorkbookFailure`.
 */
export async function addKept(
  workbook: LiveWorkbook, specs: readonly SheetSpec[], keep: Plan | null,
  { outline, words, course }: { readonly outline: WorkbookOutline; readonly words: Words; readonly course?: Course },
): Promise<Done<readonly SheetInfo[]>> {
  const taken = [...outline.sheets, ...specs].map(({ name }) => name);
  for (let number = Math.max(0, ...keptPlaces(outline).map((place) => place.number)) + 1; ; number++) {
    const all = keep ? [...specs, keptSheet(keep, number, taken, words)] : specs;
    try {
      const sheets = await workbook.addSheets(all, course);
      return { result: sheets, undo: [{ kind: "sheets", sheets: madeOf(sheets, all) }] };
    } catch (error) {
      if (!isNameTaken(error) || readKeptPlanName(error.data.name) === null || number >= MOST_SETS) throw error;
    }
  }
}

function isNameTaken(error: unknown): error is WorkbookFailure<"name-taken"> {
  return error instanceof WorkbookFailure && error.code === "name-taken";
}
