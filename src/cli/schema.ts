import { z } from "zod";

const comparator = z.enum([">", ">=", "<", "<=", "=", "~", "range", "change"]).nullable();
const number = z.number().nullable();
const unit = z.string().nullable();

const reading = { comparator, value: number, value2: number, baseline: number, unit };

/** A line of `parse`. */
export const parsedPhraseSchema = z.object({
  input: z.string(),
  kind: z.enum(["target", "quantity", "words", "unreadable"]),
  ...reading,
  alternatives: z.array(z.object(reading)),
  more: z.array(z.object(reading)).optional(),
});

/** A plan of `plans`; amounts in đồng. */
export const planReportSchema = z.object({
  id: z.string(),
  title: z.string(),
  issuer: z.string(),
  number: z.string().nullable(),
  date: z.string().nullable(),
  period: z.object({ from: z.int(), to: z.int() }),
  indicators: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      group: z.string().nullable(),
      unit,
      direction: z.enum(["up", "down", "equal"]),
      baseline: number,
      targets: z.array(z.object({ year: z.int(), comparator, value: number, value2: number, unit, text: z.string() })),
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

const address = z.string().describe("B7 on the same sheet, 'Sheet name'!B7 on another");

/** What `check --json` prints. */
export const checkReportSchema = z.object({
  files: z.array(
    z.object({
      file: z.string(),
      failure: z.object({ code: z.string(), message: z.string() }).nullable(),
      tables: z.array(
        z.object({
          sheet: z.string(),
          range: z.string(),
          kind: z.enum(["indicator", "budget", "task", "other"]),
          unit,
          relations: z.array(
            z.object({
              op: z.enum(["sum", "difference", "ratio", "of-which", "same"]),
              total: address,
              parts: z.array(address),
              axis: z.enum(["column", "row"]),
              from: z.enum(["formula", "rule-row", "outline", "label", "numbers"]),
              holds: z.boolean(),
              gap: z.number().describe("stated minus computed, in the table's unit"),
            }),
          ),
        }),
      ),
      findings: z.array(
        z.object({
          id: z.string(),
          code: z.string(),
          severity: z.enum(["error", "warning", "info"]),
          sheet: z.string(),
          cell: address,
          cells: z.array(address),
          data: z.looseObject({
            correction: z.object({ cell: address, from: z.number(), to: z.number(), kind: z.string().nullable() }).nullable().optional(),
          }),
          message: z.string(),
        }),
      ),
    }),
  ),
});

/** The shapes of everything that --json prints, by command; `parse` prints one such object a line. */
export const schemas = { parse: parsedPhraseSchema, plans: z.array(planReportSchema), check: checkReportSchema } as const;

/** As JSON Schema, for `plan-tables schema`. */
export function jsonSchemas(): Record<keyof typeof schemas, unknown> {
  return { parse: z.toJSONSchema(schemas.parse), plans: z.toJSONSchema(schemas.plans), check: z.toJSONSchema(schemas.check) };
}
