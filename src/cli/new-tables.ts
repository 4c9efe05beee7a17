import {
  BUDGET_LAYOUTS, DEFAULT_OPTIONS, TABLE_KINDS, catalogue, createSpecs, kindsOf, otherLayout, readPlanFile, readYears, yearColumns,
  type CreateOptions, type Plan,
} from "../app";
import type { Words } from "../i18n";
import { MONEY_UNITS } from "../quantity";
import { NotDone, unreadSentence, writeNew, type Io } from "./io";

/** The word that stands for a plan of one's own. */
export const BLANK = "blank";

/** The options of `new` as they come from the command line. */
export interface NewOptions {
  readonly output: string;
  readonly tables?: string;
  readonly unit?: string;
  readonly layout: string;
  readonly years?: string;
  readonly reportingUnits?: string;
  readonly disbursed?: boolean;
  readonly sources?: string;
  readonly rows: string;
  readonly title?: string;
  readonly issuer?: string;
}

/** Writes the tables of a plan into a new file. Throws `NotDone` or `Refusal`; nothing is written then. */
export async function makeNew(plan: string, options: NewOptions, words: Words, io: Io): Promise<void> {
  const known = plan.toLowerCase().endsWith(".json") ? await planIn(plan, words, io) : catalogue.find(({ id }) => id === plan);
  const chosen = createOptions(known ?? plan, options, words, io.today().getFullYear());
  const specs = createSpecs(chosen, words);
  await writeNew(options.output, specs, words, io);
  io.out(words.cli.written(options.output, specs.map(({ name }) => name)));
  const columns = yearColumns(chosen);
  if (columns) io.out(words.cli.yearColumns(columns));
  const other = otherLayout(chosen);
  if (other) io.out(words.cli.otherLayout(chosen.layout, other.instead, other.lacks));
}

/** The plan of a file. Throws `NotDone`. */
async function planIn(file: string, words: Words, io: Io): Promise<Plan> {
  let text: string;
  try {
    text = await io.readText(file);
  } catch (cause) {
    throw new NotDone(unreadSentence(file, cause, words), { cause });
  }
  const read = readPlanFile(text);
  if ("fault" in read) throw new NotDone(words.drafts.cli.badPlan(file, read.fault));
  return read.plan;
}

/** `plan`: one with its facts, or the word for a plan of one's own. */
function createOptions(plan: Plan | string, options: NewOptions, words: Words, thisYear: number): CreateOptions {
  const known = typeof plan === "string" ? null : plan;
  if (plan !== BLANK && !known) throw new NotDone(words.cli.unknownPlan(String(plan), [...catalogue.map((one) => one.id), BLANK]));
  const years = options.years === undefined ? null : yearsOf(options.years, words);
  const period = { from: years?.[0] ?? thisYear, to: years?.at(-1) ?? thisYear };
  const count = Number(options.rows);
  return {
    ...DEFAULT_OPTIONS,
    plan: known ?? { title: options.title ?? "", issuer: options.issuer ?? "", ...period },
    kinds:
      options.tables === undefined
        ? known ? kindsOf(known) : TABLE_KINDS
        : list(options.tables, ",").map((kind) => oneOf(TABLE_KINDS, kind, () => words.cli.unknownTables(kind))),
    unit: options.unit === undefined ? null : oneOf(MONEY_UNITS, options.unit, words.cli.unknownUnit),
    layout: oneOf(BUDGET_LAYOUTS, options.layout, words.cli.unknownLayout),
    years,
    reportingUnits: list(options.reportingUnits ?? "", ";"),
    disbursed: options.disbursed ?? false,
    rows: { indicators: count, items: count, tasks: count, sources: list(options.sources ?? "", ";") },
  };
}

function yearsOf(text: string, words: Words): number[] {
  const years = readYears(text);
  if (years.length === 0) throw new NotDone(words.cli.badYears(text));
  return years;
}

function list(text: string, separator: string): string[] {
  return text.split(separator).map((part) => part.trim()).filter((part) => part !== "");
}

function oneOf<T extends string>(known: readonly T[], given: string, sentence: (value: string) => string): T {
  const found = known.find((one) => one === given);
  if (found === undefined) throw new NotDone(sentence(given));
  return found;
}
