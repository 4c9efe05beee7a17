import { z } from "zod";
import { MONEY_UNITS, type Direction } from "../quantity";

const text = z.string().trim().min(1);
const year = z.int().min(1990).max(2100);
const number = z.number();

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
      else context.addIssue({ code: "custom", path: path(index), message: `${JSON.stringify(key)} already stands at [${before}]` });
    }
  };
}

export const planIndicatorSchema = z.strictObject({
  code: z.string().regex(/^[a-z0-9]+([.-][a-z0-9]+)*$/),
  name: text,
  group: text.nullable(),
  unit: text.nullable(),
  direction: z.enum(["up", "down", "equal"]),
  baseline: number.nullable(),
  baselineYear: year.nullable(),
  ratio: planRatioSchema.nullable(),
  targets: z
    .array(planTargetSchema)
    .refine(
      (targets) => targets.some((target) => target.where === undefined),
      "expected a target without `where`: one that stands where the indicator does",
    )
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
          context.addIssue({ code: "custom", path: [...path, key], message: `no line "${above}" stands above "${line.number}"` });
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
});

/** A plan with its facts, each with its place in the document; what the document itself has wrong stands in `notes`. */
export const planSchema = z.strictObject({
  /** Where an editor finds the JSON Schema. */
  $schema: z.string().optional(),
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  title: text,
  issuer: text,
  /** "tỉnh Kon Tum": where the plan holds, where its issuer's name does not say it. */
  place: text.optional(),
  number: text.nullable(),
  /** As much of it as is known: "2018-06-04", "2024-01", "2020". */
  date: z.union([z.iso.date(), z.string().regex(/^\d{4}(-(0[1-9]|1[0-2]))?$/)], "expected 2024-01-15, 2024-01 or 2024").nullable(),
  period: z.strictObject({ from: year, to: year }).refine(({ from, to }) => from <= to, "`from` comes after `to`"),
  indicators: z.array(planIndicatorSchema).superRefine(unique(({ code }) => code, (index) => [index, "code"])),
  budgets: z.array(planBudgetSchema).superRefine(unique(({ id }) => id, (index) => [index, "id"])),
  tasks: z.array(planTaskSchema).superRefine(unique(({ number: one }) => one, (index) => [index, "number"])),
  notes: z.array(z.strictObject({ text, where: text })),
});

/** `direction`: null in a row that people fill in, whose direction nobody has said yet; every plan of the catalogue says it. */
export type PlanIndicator = Omit<z.infer<typeof planIndicatorSchema>, "direction"> & { direction: Direction | null };
export type Plan = Omit<z.infer<typeof planSchema>, "indicators"> & { indicators: PlanIndicator[] };
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
