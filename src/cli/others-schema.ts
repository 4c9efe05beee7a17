import { z } from "zod";

const cell = z.string().describe("an address on the table's sheet");
const figure = z.object({
  label: z.string(),
  cell,
  value: z.number(),
  share: z.number().nullable().describe("points of the total; null where its sum does not surely hold"),
});

/** What `summarize --json` tells of a table of one workbook that somebody else has made. */
export const toldTableSchema = z.object({
  sheet: z.string(),
  range: z.string(),
  title: z.string().nullable(),
  kind: z.enum(["indicator", "budget", "task", "other"]),
  hidden: z.boolean().describe("on a hidden sheet: named, and nothing is told of it"),
  lines: z.int(),
  columns: z.int(),
  totals: z
    .array(
      z.object({
        label: z.string(),
        column: z.string(),
        cell,
        value: z.number(),
        unit: z.string().nullable().describe("null where nothing says it for sure; amounts in dong are told in trieu-dong"),
        parts: z.array(figure),
        across: z.array(figure).describe("the columns that add up to it"),
        wrong: z.array(z.object({ label: z.string(), cell, stated: z.number(), computed: z.number() })),
      }),
    )
    .describe("none where no total is known for sure"),
  results: z.array(
    z.object({
      label: z.string(),
      unit: z.string().nullable(),
      year: z.int().nullable(),
      actual: z.number(),
      cell,
      status: z.enum(["met", "notMet", "undirected", "otherUnit"]),
    }),
  ),
  tasks: z.array(
    z.object({
      label: z.string(),
      lead: z.string(),
      time: z.string(),
      state: z.string(),
      overdueSince: z.string().nullable().describe("YYYY-MM-DD"),
      cell: cell.nullable(),
    }),
  ),
});
