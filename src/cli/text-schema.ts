import { z } from "zod";

const count = z.int();

/** What `check --text` says of a document. */
export const textReportSchema = z.object({
  file: z.string(),
  notices: z.array(z.object({ code: z.string(), message: z.string() })).describe("what has to be told of the document itself"),
  counts: z.object({ differs: count, unsure: count, "not-found": count, agrees: count }),
  claims: z
    .array(
      z.object({
        verdict: z
          .enum(["differs", "unsure", "not-found", "agrees"])
          .describe("differs: the cell is certain and says something else; unsure: it may be another cell that is meant"),
        text: z.string().describe("the figure with its unit, as it stands at span"),
        span: z.tuple([count, count]).describe("of the text of the document: from, up to, in UTF-16 units"),
        sentence: z.string(),
        value: z.number().describe("money in dong, shares in points"),
        value2: z.number().nullable().describe("the upper end of a range"),
        unit: z.string().nullable(),
        years: z.array(z.int()),
        cell: z.string().nullable().describe("'Sheet name'!B7: the cell that it is, or most likely is"),
        expected: z.number().nullable().describe("what that cell or the arithmetic over cells comes to, as value"),
        how: z
          .enum(["cell", "sum", "difference", "growth", "part", "ratio"])
          .nullable()
          .describe("how expected comes of cells: one itself, years added up, one less another, growth, part of a whole, share of another"),
        cells: z.array(z.string()),
        slip: z.string().nullable().describe("the typing mistake that makes the one figure of the other"),
        elsewhere: z.string().nullable().describe("another cell that holds the text's figure"),
      }),
    )
    .describe("in the order of the document"),
});
