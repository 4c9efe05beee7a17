import { groupBy } from "../base";
import { textOf } from "../findings";
import { planFinder, planSchema, type Plan, type PlanFinder } from "../plan";
import type { CellValue, SheetArea, SheetSnapshot, WorkbookOutline } from "../sheet";
import { KEPT_FIELDS, type KeptRow } from "../summaries";
import { readKeptPlanName } from "../templates";
import type { Workbook } from "../workbook/port";

/** Where a workbook keeps a plan: its rows, their heads first. */
export interface KeptPlace extends SheetArea {
  readonly id: string;
  /** Its number in the defined name. */
  readonly number: number;
}

/** A plan that a workbook keeps; null where nobody can read it any more. */
export interface KeptPlan extends KeptPlace {
  readonly plan: Plan | null;
}

/** The plans that a workbook keeps; a sheet's own names are of a copy and not meant. */
export function keptPlaces({ names, sheets }: WorkbookOutline): KeptPlace[] {
  const ids = new Map(sheets.map(({ name, id }) => [name, id]));
  return names.flatMap(({ name, scope, refersTo }) => {
    const [number, id] = [readKeptPlanName(name), ids.get(refersTo.sheet)];
    return scope === null && number !== null && id !== undefined ? [{ ...refersTo, id, number }] : [];
  }).sort((a, b) => a.number - b.number);
}

/** What stands in the rows of a kept plan; `snapshot` is of its place. */
export function readKeptPlan(place: KeptPlace, snapshot: SheetSnapshot | null): KeptPlan {
  const rows = (snapshot?.values ?? []).slice(1).flatMap((values) => readRow(values) ?? []);
  const head = rows.find((row) => "plan" in row);
  // a plan that has lost facts is another one
  if (!head || !("plan" in head) || head.rows !== rows.length - 1) return { ...place, plan: null };
  const targets = groupBy(rows.flatMap((row) => ("target" in row ? [row] : [])), ({ of }) => of);
  const lines = groupBy(rows.flatMap((row) => ("line" in row ? [row] : [])), ({ of }) => of);
  const read = planSchema.safeParse({
    ...head.plan,
    indicators: rows.flatMap((row) =>
      "indicator" in row
        ? [
            {
              ...row.indicator,
              targets: [...(row.first ? [row.first] : []), ...(targets.get(row.indicator.code) ?? []).map(({ target }) => target)],
            },
          ]
        : [],
    ),
    budgets: rows.flatMap((row) =>
      "budget" in row ? [{ ...row.budget, lines: (lines.get(row.budget.id) ?? []).map(({ line }) => line) }] : [],
    ),
    tasks: rows.flatMap((row) => ("task" in row ? [row.task] : [])),
    notes: rows.flatMap((row) => ("note" in row ? [row.note] : [])),
  });
  return { ...place, plan: read.success ? read.data : null };
}

/** Null for a row that people have put in. What it holds is looked at when the plan is put together. */
function readRow(values: readonly CellValue[]): KeptRow | null {
  const cell = (field: (typeof KEPT_FIELDS)[number]): string => textOf(values[KEPT_FIELDS.indexOf(field)] ?? null);
  let row: unknown;
  try {
    row = JSON.parse(cell("data"));
  } catch {
    return null;
  }
  if (typeof row !== "object" || row === null) return null;
  const evidence = cell("evidence");
  const withEvidence = (fact: object): object => ("evidence" in fact || evidence === "" ? fact : { ...fact, evidence });
  return Object.fromEntries(
    Object.entries(row).map(([key, value]: [string, unknown]) => [
      key,
      (key === "first" || key === "target" || key === "line" || key === "task") && typeof value === "object" && value !== null
        ? withEvidence(value) : value,
    ]),
  ) as KeptRow;
}

/** Finds the plans of a workbook and those of the catalogue. */
export function finderOf(kept: readonly KeptPlan[]): PlanFinder {
  return planFinder(kept.flatMap(({ plan }) => plan ?? []));
}

/** The plans that a workbook keeps and of which more tables can be made: one round trip, and another one where there are any. */
export async function keptPlans(workbook: Workbook): Promise<Plan[]> {
  return (await readKept(workbook, await workbook.outline())).flatMap(({ plan }) => plan ?? []);
}

/** One round trip where the workbook keeps any plan. */
export async function readKept(workbook: Workbook, outline: WorkbookOutline): Promise<KeptPlan[]> {
  const places = keptPlaces(outline);
  if (places.length === 0) return [];
  const snapshots = await workbook.read(places);
  return places.map((place, index) => readKeptPlan(place, snapshots[index] ?? null));
}
