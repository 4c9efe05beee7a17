import { z } from "zod";

const comparator = z.enum([">", ">=", "<", "<=", "=", "~", "range", "change"]).nullable();
const number = z.number().nullable();
const unit = z.string().nullable();

/** A plan of `plans`; amounts in đồng. */
export const planReportSchema = z.object({
  id: z.string(),
  title: z.string(),
  issuer: z.string(),
  place: z.string().nullable().describe("where the plan holds, where its issuer's name does not say it"),
  number: z.string().nullable(),
  date: z.string().nullable().describe("as much of it as is known: 2018-06-04, 2024-01, 2020"),
  period: z.object({ from: z.int(), to: z.int() }),
  indicators: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      group: z.string().nullable(),
      unit,
      direction: z.enum(["up", "down", "equal"]),
      baseline: number,
      baselineYear: z.int().nullable(),
      ratio: z.object({ numerator: z.string(), denominator: z.string() }).nullable(),
      targets: z.array(
        z.object({
          year: z.int(), comparator, value: number, value2: number, unit, text: z.string(),
          where: z
            .string()
            .optional()
            .describe(
              "the other place at which the document says this of the same measure; the indicator is judged by its targets without one",
            ),
        }),
      ),
      where: z.string(),
    }),
  ),
  budgets: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      unit: z.string(),
      lines: z.array(
        z.object({
          number: z.string(),
          label: z.string(),
          kind: z.enum(["item", "source", "total"]),
          parent: z.string().nullable(),
          of: z.string().nullable(),
          amount: z.int().nullable(),
          where: z.string(),
        }),
      ),
    }),
  ),
  tasks: z.array(
    z.object({
      number: z.string(),
      name: z.string(),
      lead: z.string().nullable(),
      cooperating: z.string().nullable(),
      time: z.string().nullable(),
      note: z.string().nullable(),
      where: z.string(),
    }),
  ),
  notes: z.array(z.object({ text: z.string(), where: z.string() })),
});
