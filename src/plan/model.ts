import { z } from "zod";
import { MONEY_UNITS } from "../quantity";

/** A cell of a sheet has to hold it. */
const text = z.string().trim().min(1).max(4_000);
const year = z.int().min(1990).max(2100);
const number = z.number();
/** Exactly the piece of the text that says it; only plans that were drafted from a text have it. */
const evidence = z.string().min(1).optional();

/** A target of one year, with the words that it came from. Percentages are points. */
export const planTargetSchema = z.strictObject({
  year,
  comparator: z.enum([">", ">=", "<", "<=", "=", "~", "range", "change"]).nullable(),
  value: number.nullable(),
  value2: number.nullable(),
  unit: text.nullable(),
  text,
  /** Where the document says of this measure something else once more: the target is told, the row is not judged by it. */
  where: text.optional(),
  evidence,
});

/** What is counted above and below the line of a share, so that units can be rolled up. */
export const planRatioSchema = z.strictObject({ numerator: text, denominator: text });

/** Reports what stands twice in a list, a null key aside: filled rows are found again by it. */
function unique<T>(keyOf: (one: T) => string | number | null, path: (index: number) => (string | number)[]) {
  return (all: readonly T[], context: z.RefinementCtx): void => {
    const first = new Map<string | number, number>();
    for (const [index, one] of all.entries()) {
      const key = keyOf(one);
      if (key === null) continue;
      const before = first.get(key);
      if (before === undefined) first.set(key, index);
      else
        context.addIssue({
          code: "custom",
          path: path(index),
          message: `${JSON.stringify(key)} already stands at [${before}]`,
          params: { fault: "twice", text: String(key) },
        });
    }
  };
}

export const planIndicatorSchema = z.strictObject({
  code: z.string().regex(/^[a-z0-9]+([.-][a-z0-9]+)*$/),
  name: text,
  group: text.nullable(),
  unit: text.nullable(),
  /** Null where nothing says it: a person chooses it in the table. No plan of the catalogue has it so. */
  direction: z.enum(["up", "down", "equal"]).nullable(),
  baseline: number.nullable(),
  baselineYear: year.nullable(),
  ratio: planRatioSchema.nullable(),
  targets: z
    .array(planTargetSchema)
    .refine((targets) => targets.some((target) => target.where === undefined), {
      error: "expected a target without `where`: one that stands where the indicator does",
      params: { fault: "no-own-target", text: "" },
    })
    .superRefine(
      unique((target) => (target.where === undefined ? target.year : null), (index) => [index, "year"]),
    ),
  where: text,
});

/** A line of a budget. `parent`: the number of the line that this one adds up into, with the other lines of its kind. `amount` in đồng. */
export const planBudgetLineSchema = z.strictObject({
  number: text,
  label: text,
  kind: z.enum(["item", "source", "total"]),
  parent: text.nullable(),
  of: text.nullable(),
  amount: z.int().nullable(),
  where: text,
  evidence,
});

export const planBudgetSchema = z
  .strictObject({ id: text, title: text, unit: z.enum(MONEY_UNITS), lines: z.array(planBudgetLineSchema).min(1) })
  .superRefine((budget, context) => {
    unique<z.infer<typeof planBudgetLineSchema>>(({ number: one }) => one, (index) => ["lines", index, "number"])(budget.lines, context);
    const numbers = new Set<string>();
    for (const [index, line] of budget.lines.entries()) {
      const path = ["lines", index];
      for (const key of ["parent", "of"] as const) {
        const above = line[key];
        if (above !== null && !numbers.has(above)) {
          context.addIssue({
            code: "custom",
            path: [...path, key],
            message: `no line "${above}" stands above "${line.number}"`,
            params: { fault: "not-above", text: above },
          });
        }
      }
      numbers.add(line.number);
    }
  });

export const planTaskSchema = z.strictObject({
  number: text,
  name: text,
  lead: text.nullable(),
  cooperating: text.nullable(),
  time: text.nullable(),
  note: text.nullable(),
  where: text,
  evidence,
});

/** A plan with its facts, each with its place in the document; what the document itself has wrong stands in `notes`. */
export const planSchema = z.strictObject({
  /** Where an editor finds the JSON Schema. */
  $schema: z.string().optional(),
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  title: text,
  /** "" where a text does not say it. */
  issuer: z.string().trim().max(4_000),
  /** "tỉnh Kon Tum": where the plan holds, where its issuer's name does not say it. */
  place: text.optional(),
  number: text.nullable(),
  /** As much of it as is known: "2018-06-04", "2024-01", "2020". */
  date: z.union([z.iso.date(), z.string().regex(/^\d{4}(-(0[1-9]|1[0-2]))?$/)], "expected 2024-01-15, 2024-01 or 2024").nullable(),
  period: z.strictObject({ from: year, to: year }).refine(({ from, to }) => from <= to, {
    error: "`from` comes after `to`",
    params: { fault: "bad-period", text: "" },
  }),
  indicators: z.array(planIndicatorSchema).superRefine(unique(({ code }) => code, (index) => [index, "code"])),
  budgets: z.array(planBudgetSchema).superRefine(unique(({ id }) => id, (index) => [index, "id"])),
  tasks: z.array(planTaskSchema).superRefine(unique(({ number: one }) => one, (index) => [index, "number"])),
  notes: z.array(z.strictObject({ text, where: text })),
});

export type PlanIndicator = z.infer<typeof planIndicatorSchema>;
export type Plan = z.infer<typeof planSchema>;
export type PlanTarget = z.infer<typeof planTargetSchema>;
export type PlanBudget = z.infer<typeof planBudgetSchema>;
export type PlanBudgetLine = z.infer<typeof planBudgetLineSchema>;
export type PlanTask = z.infer<typeof planTaskSchema>;

/** The targets that an indicator is judged by, one for a year at most. */
export function ownTargets({ targets }: Pick<PlanIndicator, "targets">): PlanTarget[] {
  return targets.filter(({ where }) => where === undefined);
}

/** What the document says of the same measure at other places. */
export function targetsElsewhere({ targets }: Pick<PlanIndicator, "targets">): (PlanTarget & { where: string })[] {
  return targets.flatMap((target) => (target.where === undefined ? [] : [{ ...target, where: target.where }]));
}
