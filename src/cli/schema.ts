import { z } from "zod";
import { formRulesSchema, formTemplateSchema } from "../app";
import { extractReportSchema } from "./extract-schema";
import { toldTableSchema } from "./others-schema";
import { planReportSchema } from "./plan-schema";
import { textReportSchema } from "./text-schema";
import { versionsReportSchema } from "./versions-schema";

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

const compared = {
  plan: z.string(),
  place: z.string().describe("where the plan holds, or how else it is told from the others"),
  level: z.enum(["province", "district", "commune"]).nullable(),
  code: z.string(),
  name: z.string(),
  unit,
  direction: z.enum(["up", "down", "equal"]).nullable().describe("null where nobody has said it"),
};

/** What `plans --compare --json` prints. */
export const compareReportSchema = z.object({
  groups: z.array(
    z.object({
      code: z.string().describe("the comparison code: indicators that have it count as one"),
      members: z.array(
        z.object({
          ...compared,
          targets: z.array(
            z.object({
              year: z.int(), comparator, value: number, value2: number, unit,
              against: z.array(
                z.object({
                  plan: z.string(),
                  year: z.int(),
                  is: z
                    .enum(["stricter", "looser", "same"])
                    .describe("what this target is beside that one; of another year only what is certain"),
                }),
              ),
              reason: z
                .enum(["other-unit", "other-direction", "no-direction", "other-year"])
                .nullable()
                .describe("why it is held against none"),
              strictest: z.boolean().describe("stricter than another one of its year, looser than none"),
            }),
          ),
        }),
      ),
    }),
  ),
  alone: z.array(z.object({ ...compared, parted: z.boolean().describe("somebody wants it to stand alone") })),
  near: z
    .array(z.object({ plan: z.string(), code: z.string(), otherPlan: z.string(), otherCode: z.string(), otherUnit: z.boolean() }))
    .describe("what may be one indicator and is not joined"),
});

const address = z.string().describe("B7 on the same sheet, 'Sheet name'!B7 on another");

/** What `check --json` prints. */
export const checkReportSchema = z.object({
  files: z.array(
    z.object({
      file: z.string(),
      failure: z.object({ code: z.string(), message: z.string() }).nullable(),
      notices: z
        .array(z.object({ code: z.string(), sheet: z.string(), message: z.string() }))
        .describe("what has to be told of the file itself, as how its letters were read"),
      tables: z.array(
        z.object({
          sheet: z.string(),
          range: z.string(),
          kind: z.enum(["indicator", "budget", "task", "other"]).describe("what it is about, whoever made it; other where nobody can tell"),
          unit,
          relations: z.array(
            z.object({
              op: z.enum(["sum", "difference", "product", "ratio", "of-which", "same"]),
              growth: z
                .literal(true)
                .optional()
                .describe("of a ratio: by how much the first part is more than the second, over the second"),
              total: address,
              parts: z.array(address),
              axis: z.enum(["column", "row"]),
              from: z.enum(["formula", "rule-row", "outline", "label", "numbers", "answer"]),
              confidence: z.number().gt(0).max(1).describe("how sure it is that the cells have this to do with each other"),
              holds: z.boolean(),
              gap: number.describe("stated minus computed, in the table's unit; null of a ratio over nothing"),
            }),
          ),
        }),
      ),
      findings: z.array(
        z.object({
          id: z.string(),
          code: z.string(),
          severity: z.enum(["error", "warning", "info"]),
          byDocument: z.boolean().describe("every cell that takes part still holds what the plan's document says: the document contradicts itself, which is no error of the table and not counted for the exit"),
          status: z.enum(["open", "explained"]).describe("what the record of findings in the workbook says of it"),
          sheet: z.string(),
          cell: address,
          cells: z
            .array(address)
            .describe("all that take part; of more than 300 the first one, and the others with each run of a column as a range: B8:B30007"),
          data: z.looseObject({
            correction: z
              .object({
                cell: address,
                from: z.number(),
                to: z.number(),
                kind: z.string().nullable(),
                source: z
                  .object({ formula: z.string(), linked: z.boolean() })
                  .optional()
                  .describe("what stands in the cell, where it is a formula; linked: about other cells"),
              })
              .nullable()
              .optional(),
          }),
          message: z.string(),
        }),
      ),
    }),
  ),
  text: textReportSchema.optional().describe("with --text: the figures of that document, held against the tables"),
});

const tableKind = z
  .enum(["indicator", "budget", "task", "other"])
  .describe("other: a table that Plan Tables did not make; its plan is what the table is called");
const column = {
  year: z.int().nullable(),
  column: z.string().describe("a year, or the key of a column of a budget: amount, years, y2024; status of a task"),
};
const findingCounts = { errors: z.int(), warnings: z.int(), infos: z.int() };

/** What `summarize --json` prints: the cells that were read, the units, the figures that they come to, and what did not fit. */
export const summarizeReportSchema = z.object({
  sources: z.array(
    z.object({
      unit: z.string().describe("its place in the tree, tiers separated by /"),
      kind: tableKind,
      plan: z.string(),
      code: z.string(),
      indicator: z.string(),
      measure: z.string(),
      ...column,
      part: z.enum(["value", "numerator", "denominator", "status"]),
      value: z.union([z.number(), z.string()]).describe("as it stands in the cell, in the unit of its table"),
      counted: z.boolean().describe("it is part of a figure"),
      file: z.string(),
      sheet: z.string(),
      cell: address,
    }),
  ),
  units: z.array(
    z.object({
      unit: z.string(),
      file: z.string(),
      state: z.enum(["read", "no-tables", "broken", "missing"]),
      reason: z.string().nullable(),
      filled: z.int(),
      cells: z.int(),
      ...findingCounts,
    }),
  ),
  figures: z.array(
    z.object({
      unit: z.string().describe("the tier; empty for the whole"),
      kind: tableKind,
      plan: z.string(),
      budget: z.string().nullable(),
      code: z.string(),
      indicator: z.string(),
      measure: z.string(),
      ...column,
      value: number,
      why: z.enum(["no-basis", "not-added"]).nullable(),
      units: z.int().describe("how many units have given it"),
      statuses: z.record(z.string(), z.int()).optional(),
    }),
  ),
  mismatches: z.array(
    z.object({
      kind: tableKind,
      code: z.string(),
      message: z.string(),
      count: z.int(),
      units: z.array(z.string()).describe("the first of them, with their values where these cannot be added"),
    }),
  ),
  tables: z.array(toldTableSchema).optional().describe("of the summary of one workbook: tables that somebody else has made"),
});

/**
 * The shapes of everything that --json prints, by command, `compare` that of `plans --compare`; `parse` prints one such object a line;
 * `rules` is the file of `check --rules`.
 */
export const schemas = {
  parse: parsedPhraseSchema,
  plans: z.array(planReportSchema),
  compare: compareReportSchema,
  check: checkReportSchema,
  summarize: summarizeReportSchema,
  extract: extractReportSchema,
  diff: versionsReportSchema,
  form: formTemplateSchema,
  rules: formRulesSchema,
  forms: z.array(z.object({ id: z.string(), name: z.string(), document: z.string(), year: z.int() })),
} as const;

/** As JSON Schema, for `plan-tables schema`. */
export function jsonSchemas(): Record<keyof typeof schemas, unknown> {
  return {
    parse: z.toJSONSchema(schemas.parse),
    plans: z.toJSONSchema(schemas.plans),
    compare: z.toJSONSchema(schemas.compare),
    check: z.toJSONSchema(schemas.check),
    summarize: z.toJSONSchema(schemas.summarize),
    extract: z.toJSONSchema(schemas.extract),
    diff: z.toJSONSchema(schemas.diff),
    form: z.toJSONSchema(schemas.form, { io: "input" }),
    // what stands in the file: what may be left out of it is not asked for
    rules: z.toJSONSchema(schemas.rules, { io: "input" }),
    forms: z.toJSONSchema(schemas.forms),
  };
}
