import { basename } from "node:path";
import { z } from "zod";
// not the catalogue: it holds every seed, and one broken seed would stop it from loading
import { planSchema, type Plan, type PlanTarget } from "../../src/plan/model";
import { readTarget, type Target } from "../../src/quantity";
import { indicatorProblems, isWhole, taskProblems } from "./indicators";
import { readJson, type Problem } from "./json";

/** A file of seeds/ by its name and text. */
export interface Source {
  readonly file: string;
  readonly text: string;
}

/** What a file holds, null where it is no plan, and what is wrong with it: an error keeps it out of the add-in, a warning does not. */
export interface Report {
  readonly file: string;
  readonly plan: Plan | null;
  readonly errors: readonly Problem[];
  readonly warnings: readonly Problem[];
}

/** Checks plans one by one against the model, and then that no two have one id. Never throws. */
export function checkSeeds(sources: readonly Source[]): readonly Report[] {
  const reports = sources.map(checkSeed);
  return reports.map((report) => {
    const others = reports.filter(({ file, plan }) => file !== report.file && plan !== null && plan.id === report.plan?.id);
    const errors = others.map(({ file, plan }) => ({ at: "id", message: `"${plan?.id}" is also the id of ${file}` }));
    return { ...report, errors: [...report.errors, ...errors] };
  });
}

function checkSeed({ file, text }: Source): Report {
  const { data, problems } = readJson(text);
  if (problems.length > 0) return { file, plan: null, errors: problems, warnings: [] };
  const result = planSchema.safeParse(data);
  if (!result.success) return { file, plan: null, errors: result.error.issues.flatMap(explained), warnings: [] };
  const plan = result.data;
  return {
    file,
    plan,
    errors: [],
    warnings: [...misnamed(file, plan), ...decomposed(text), ...unread(plan), ...indicatorProblems(plan), ...taskProblems(plan)],
  };
}

function explained({ path, message }: z.core.$ZodIssue): Problem {
  return { at: z.core.toDotPath(path), message };
}

function misnamed(file: string, { id }: Plan): Problem[] {
  return basename(file) === `${id}.json`
    ? []
    : [{ at: "id", message: `expected the name of the file, "${basename(file, ".json")}", not "${id}"` }];
}

function decomposed(text: string): Problem[] {
  return text === text.normalize("NFC")
    ? []
    : [{ at: "", message: "letters and their accents are apart (NFD): save the file in NFC, or names will not be found by searching" }];
}

function unread({ indicators }: Plan): Problem[] {
  return indicators.flatMap(({ code, targets }, row) =>
    targets.flatMap((target, at) => {
      const readings = readingsOf(target.text);
      if (agrees(target, readings)) return [];
      const said = readings.length === 0 ? "words" : readings.map(written).join(" or ");
      return [
        {
          at: `indicators[${row}].targets[${at}].text`,
          message: `${code}: "${target.text}" reads as ${said}, the data says ${written(target)}`,
        },
      ];
    }),
  );
}

/** Every target that a phrase says or may say, as `plan-tables parse` reads it; none for words. */
function readingsOf(text: string): readonly Target[] {
  const reading = readTarget(text);
  return reading.kind === "target" || reading.kind === "quantity" ? [reading.target, ...reading.alternatives, ...reading.more] : [];
}

function agrees(target: PlanTarget, readings: readonly Target[]): boolean {
  const { comparator, value, value2 } = target;
  if (isWhole(target) && readings.length === 0) return true;
  if (comparator === null && value === null && value2 === null) return readings.length === 0;
  return readings.some((reading) => reading.comparator === comparator && reading.value === value && reading.value2 === value2);
}

function written({ comparator, value, value2 }: PlanTarget | Target): string {
  if (comparator === null && value === null && value2 === null) return "words";
  const [first, second] = [value, value2].map((number) => (number === null ? "nothing" : String(number)));
  if (comparator === "range") return `${first} to ${second}`;
  return `${comparator ?? "no comparator"} ${first}${value2 === null ? "" : ` (value2 ${second})`}`;
}
