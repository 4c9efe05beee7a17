import type { SheetInfo, WorkbookOutline } from "../sheet";
import { type Course, type Workbook, WorkbookFailure } from "../workbook/port";
import type { ContractCase, ContractStep, Refused, Seen } from "./contract-types";

/** What came out otherwise than the case has it. */
export interface Fault {
  /** Which step, from 1. */
  readonly step: number;
  readonly what: string;
  readonly expected: unknown;
  readonly actual: unknown;
}

/** The names of the sheets that a case may make. */
export function sheetsOf({ steps }: ContractCase): string[] {
  return steps.flatMap((step) => ("add" in step ? step.add.map(({ name }) => name) : []));
}

/** Runs a case; what it found wrong, nothing where all is as it should be. Rejects with what is no failure of the workbook. */
export async function runCase(workbook: Workbook, { steps }: ContractCase): Promise<Fault[]> {
  const faults: Fault[] = [];
  for (const [index, step] of steps.entries()) {
    const compare = (what: string, expected: unknown, actual: unknown): void => {
      if (!same(expected, actual)) faults.push({ step: index + 1, what, expected, actual });
    };
    await runStep(workbook, step, compare);
  }
  return faults;
}

type Compare = (what: string, expected: unknown, actual: unknown) => void;

async function runStep(workbook: Workbook, step: ContractStep, compare: Compare): Promise<void> {
  const before = await workbook.outline();
  if ("named" in step) {
    compare("name", step.named, before.names.find(({ name }) => name === step.named.name));
    return;
  }
  const shares: number[] = [];
  const course: Course = { progress: (share) => void shares.push(share), stopped: () => step.stop === true };
  if (step.refused) {
    compare(
      "refused", step.refused,
      told(await failureOf("add" in step ? workbook.addSheets(step.add, course) : workbook.read(step.read, course)), step.refused),
    );
    compare("outline", before, await workbook.outline());
    return;
  }
  if ("add" in step)
    compareAdded(step.add.map(({ name }) => name), await workbook.addSheets(step.add, course), before, await workbook.outline(), compare);
  else {
    const seen = await workbook.read(step.read, { ...course, ...step.wanted });
    compare("count", step.gives?.length, seen.length);
    for (const [at, wanted] of (step.gives ?? []).entries()) {
      for (const field of Object.keys(wanted) as (keyof Seen)[])
        compare(`${field} ${at + 1}`, sorted(wanted[field], field), sorted(seen[at]?.[field], field));
    }
  }
  const works = ("add" in step ? step.add : step.read).length > 0;
  compare("progress", works ? [...shares].sort((a, b) => a - b) : [], shares);
  if (works) compare("end of the progress", 1, shares.at(-1));
}

/** New sheets stand at the end, visible, with ids of their own. */
function compareAdded(
  names: readonly string[], added: readonly SheetInfo[], before: WorkbookOutline, after: WorkbookOutline, compare: Compare,
): void {
  compare("added", names.map((name) => ({ name, visible: true })), added.map(({ name, visible }) => ({ name, visible })));
  compare("sheets", [...before.sheets, ...added], after.sheets);
  compare("ids", after.sheets.length, new Set(after.sheets.map(({ id }) => id)).size);
}

/** The failure in the words of the case: its data only where the case names them. */
function told(failure: WorkbookFailure | null, { data }: Refused): object | null {
  return failure && { code: failure.code, ...(data ? { data: failure.data } : {}) };
}

async function failureOf(work: Promise<unknown>): Promise<WorkbookFailure | null> {
  try {
    await work;
    return null;
  } catch (error) {
    if (error instanceof WorkbookFailure) return error as WorkbookFailure;
    throw error;
  }
}

function sorted(value: unknown, field: keyof Seen): unknown {
  return field === "merges" && Array.isArray(value) ? value.map((merge) => JSON.stringify(ordered(merge))).sort() : value;
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(ordered(a)) === JSON.stringify(ordered(b));
}

/** The same value with the fields of its objects in one order. */
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, ordered(inner)]));
}
