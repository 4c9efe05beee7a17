import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Plan } from "../../src/plan/model";
import { checkSeeds, type Report, type Source } from "./check";
import { planJsonSchema } from "./schema";

const SCHEMA = "plan.schema.json";

/**
 * Checks the plans of seeds/ under `root`, or the files named, prints what each holds and what is wrong with it, a line each, and returns
 * the exit code: 0 if all are plans, 1 if one is not. With --schema it writes seeds/plan.schema.json instead.
 */
export function seeds(args: readonly string[], root: string, print: (line: string) => void): 0 | 1 {
  if (args.includes("--schema")) {
    writeFileSync(join(root, "seeds", SCHEMA), planJsonSchema());
    print(`seeds/${SCHEMA} is written`);
    return 0;
  }
  const named = args.length > 0;
  const read = (named ? args : seedsOf(root)).map((file) => open(root, file));
  const reports = checkSeeds(read.filter((source) => "text" in source));
  for (const report of named ? reports : reports.map(offered(root))) describe(report, print);
  for (const source of read) if ("reason" in source) print(`${source.file}: cannot be read: ${source.reason}`);
  return reports.length === read.length && reports.every(({ errors }) => errors.length === 0) ? 0 : 1;
}

function describe({ file, plan, errors, warnings }: Report, print: (line: string) => void): void {
  print(`${file}: ${plan === null ? "not a plan" : held(plan)}`);
  for (const { at, message } of errors) print(`  error    ${at === "" ? "" : `${at}: `}${message}`);
  for (const { at, message } of warnings) print(`  warning  ${at === "" ? "" : `${at}: `}${message}`);
}

function held({ indicators, budgets, tasks, notes }: Plan): string {
  const targets = indicators.flatMap((indicator) => indicator.targets);
  const inWords = targets.filter(({ comparator }) => comparator === null).length;
  const lines = budgets.reduce((all, budget) => all + budget.lines.length, 0);
  const counted = [count(lines, "budget line"), count(tasks.length, "task"), count(notes.length, "note")];
  return [`${count(indicators.length, "indicator")} (${count(targets.length, "target")}, ${inWords} of them in words)`, ...counted].join(
    ", ",
  );
}

const count = (number: number, thing: string): string => `${number} ${thing}${number === 1 ? "" : "s"}`;

/** Adds a warning to a plan of seeds/ that the catalogue does not import. */
function offered(root: string): (report: Report) => Report {
  const catalogue = readFileSync(join(root, "src/plan/catalogue.ts"), "utf8");
  return (report) =>
    report.plan === null || catalogue.includes(`/${report.file}"`)
      ? report
      : {
          ...report,
          warnings: [...report.warnings, { at: "", message: "src/plan/catalogue.ts does not import it, so the add-in does not offer it" }],
        };
}

function seedsOf(root: string): string[] {
  return readdirSync(join(root, "seeds"))
    .filter((name) => name.endsWith(".json") && name !== SCHEMA)
    .sort()
    .map((name) => `seeds/${name}`);
}

function open(root: string, file: string): Source | { readonly file: string; readonly reason: string } {
  try {
    return { file, text: readFileSync(resolve(root, file), "utf8") };
  } catch (cause) {
    return { file, reason: String(cause) };
  }
}
