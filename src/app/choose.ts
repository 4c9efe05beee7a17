import { DEFAULT_ROWS, findPlan, ownPlan, withBlanks, type BlankRows, type OwnPlan, type Plan } from "../plan";
import { DEFAULT_CHOICES, TABLE_KINDS, type TableChoices, type TableKind } from "../templates";
import { Refusal } from "./refusal";

/**
 * A plan of the catalogue by its id, a plan with its facts (of a file, of a text, or one that the workbook keeps), or a plan of one's own
 * whose tables are blank.
 */
export type ChosenPlan = string | Plan | Omit<OwnPlan, "rows">;

export interface CreateOptions extends TableChoices {
  readonly plan: ChosenPlan;
  readonly kinds: readonly TableKind[];
  /** Rows of the tables for which the plan has no facts. */
  readonly rows: BlankRows;
}

/** What is chosen where nobody chooses: each budget in its document's unit, items and sources, the plan's own years, no reporting units. */
export const DEFAULT_OPTIONS: Omit<CreateOptions, "plan" | "kinds"> = { ...DEFAULT_CHOICES, rows: DEFAULT_ROWS };

const MOST_YEARS = 40;
/** Communes of the largest province are fewer; wider sheets print on no paper. */
export const MOST_REPORTING_UNITS = 200;
export const MOST_ROWS = 1000;

/** "2021-2023, 2025" → 2021, 2022, 2023, 2025; none where a part is no year. */
export function readYears(text: string): number[] {
  const years = text.replace(/\s*[-–]\s*/g, "-").split(/[,;\s]+/).filter((part) => part !== "").map((part) => {
    const match = /^(\d{4})(?:-(\d{4}))?$/.exec(part);
    const [from, to] = [Number(match?.[1]), Number(match?.[2] ?? match?.[1])];
    return from <= to ? Array.from({ length: Math.min(to - from + 1, MOST_YEARS + 1) }, (_, index) => from + index) : [];
  });
  return years.some((part) => part.length === 0) ? [] : [...new Set(years.flat())].sort((a, b) => a - b);
}

/** The kinds of table that a plan has facts for. */
export function kindsOf(plan: Plan): TableKind[] {
  const facts: Readonly<Record<TableKind, readonly unknown[]>> = { indicators: plan.indicators, budget: plan.budgets, tasks: plan.tasks };
  return TABLE_KINDS.filter((kind) => facts[kind].length > 0);
}

/** The plan that is meant, with blank rows for what it has no facts of. Throws `Refusal` for what cannot be made. */
export function chosenPlan({ plan, kinds, rows, years, reportingUnits }: CreateOptions): Plan {
  if (kinds.length === 0) throw new Refusal("nothing-chosen", {});
  refuseYears(years);
  refuseUnits(reportingUnits);
  if (
    [rows.indicators, rows.items, rows.tasks].some((count) => !Number.isInteger(count) || count < 1 || count > MOST_ROWS) ||
    rows.sources.length > MOST_ROWS
  )
    throw new Refusal("bad-rows", { most: MOST_ROWS });
  if (typeof plan === "string") {
    const found = findPlan(plan);
    if (!found) throw new Refusal("unknown-plan", { id: plan });
    return withBlanks(found, rows);
  }
  if ("indicators" in plan) return withBlanks(plan, rows);
  const title = plan.title.trim();
  if (title === "") throw new Refusal("no-title", {});
  refuseYears(
    plan.from <= plan.to ? Array.from({ length: Math.min(plan.to - plan.from + 1, MOST_YEARS + 1) }, (_, index) => plan.from + index) : [],
    `${plan.from}–${plan.to}`,
  );
  return ownPlan({ ...plan, title, rows });
}

function refuseYears(years: readonly number[] | null, shown = years?.join(", ") ?? ""): void {
  if (years === null) return;
  const fits =
    years.length > 0 &&
    years.length <= MOST_YEARS &&
    years.every(
      (year, index) => Number.isInteger(year) && year >= 1990 && year <= 2100 && (index === 0 || year > (years[index - 1] ?? year)),
    );
  if (!fits) throw new Refusal("bad-years", { years: shown });
}

function refuseUnits(names: readonly string[]): void {
  if (names.length > MOST_REPORTING_UNITS) throw new Refusal("bad-reporting-units", { name: null, most: MOST_REPORTING_UNITS });
  const seen = new Set<string>();
  for (const name of names) {
    const key = name.trim().normalize("NFC").toLocaleLowerCase("vi");
    if (key === "" || seen.has(key)) throw new Refusal("bad-reporting-units", { name, most: MOST_REPORTING_UNITS });
    seen.add(key);
  }
}
