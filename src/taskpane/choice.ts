import type { BlankRows, BudgetLayout, CreateOptions, TableKind, YearColumns } from "../app";
import type { MoneyUnit } from "../quantity";

/** What stands for a plan of one's own where the id of a plan is chosen. */
export const OWN = "own";

/** The first place's form as it is filled in; texts stay as typed until something is made. */
export interface Choice {
  readonly plan: string;
  readonly kinds: readonly TableKind[];
  /** Null: each budget in the unit of its document. */
  readonly unit: MoneyUnit | null;
  readonly layout: BudgetLayout;
  /** "2021-2025, 2030"; blank for the plan's own. */
  readonly years: string;
  /** One name a line. */
  readonly reportingUnits: string;
  readonly disbursed: boolean;
  readonly own: { readonly title: string; readonly issuer: string };
  readonly rows: string;
  /** Funding sources of a blank budget table, one name a line. */
  readonly sources: string;
}

const FIRST: Omit<Choice, "plan" | "kinds"> = {
  unit: null,
  layout: "both",
  years: "",
  reportingUnits: "",
  disbursed: false,
  own: { title: "", issuer: "" },
  rows: "10",
  sources: "",
};

/** Another plan is chosen, with every table that it has facts for; the rest of the form stays. */
export function choiceOf(plan: string, kinds: readonly TableKind[], before: Omit<Choice, "plan" | "kinds"> = FIRST): Choice {
  return { ...before, plan, kinds };
}

/** What is to be made. A text that cannot be read becomes a value that is refused with its own sentence. */
export function optionsOf(choice: Choice, thisYear: number, readYears: (text: string) => readonly number[]): CreateOptions {
  const years = choice.years.trim() === "" ? null : readYears(choice.years);
  const count = Number(choice.rows);
  const rows: BlankRows = { indicators: count, items: count, tasks: count, sources: linesIn(choice.sources) };
  return {
    plan: choice.plan === OWN ? { ...choice.own, from: years?.[0] ?? thisYear, to: years?.at(-1) ?? thisYear } : choice.plan,
    kinds: choice.kinds,
    unit: choice.unit,
    layout: choice.layout,
    years,
    reportingUnits: linesIn(choice.reportingUnits),
    disbursed: choice.disbursed,
    rows,
  };
}

/** What the indicator table of the form would have; null where there is none, and for a form that is refused. */
export function yearColumnsOf(
  choice: Choice, thisYear: number,
  { readYears, yearColumns, Refusal }: Pick<typeof import("./work"), "readYears" | "yearColumns" | "Refusal">,
): YearColumns | null {
  try {
    return yearColumns(optionsOf(choice, thisYear, readYears));
  } catch (cause) {
    if (cause instanceof Refusal) return null;
    throw cause;
  }
}

function linesIn(text: string): string[] {
  return text.split(/[\n;]/).map((line) => line.trim()).filter((line) => line !== "");
}
