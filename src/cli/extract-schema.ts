import { z } from "zod";

const year = z.int().nullable().describe("null where the text does not say it");
const from = z.int().nullable().describe("the first year, where it holds for a period that ends with `year`");
const fact = {
  evidence: z.string().describe("exactly the piece of the text that says it"),
  span: z.tuple([z.int(), z.int()]).describe("where that stands in the text: from its first UTF-16 unit to the one after its last"),
  sure: z.boolean().describe("nothing speaks against it"),
  doubts: z.array(z.enum(["name", "year", "value", "kind", "parent", "scan", "readings"])).describe("why it is not sure"),
};

/** What `extract --json` prints. */
export const extractReportSchema = z.object({
  head: z.object({
    title: z.string(),
    issuer: z.string(),
    place: z.string().nullable(),
    number: z.string().nullable(),
    date: z.string().nullable(),
    period: z.object({ from: z.int(), to: z.int() }).nullable(),
  }).describe("what the document says of itself; blank or null where it does not"),
  indicators: z.array(
    z.object({
      name: z.string(),
      year,
      from,
      comparator: z.enum([">", ">=", "<", "<=", "=", "~", "range", "change"]).nullable().describe("null of a goal in words"),
      value: z.number().nullable(),
      value2: z.number().nullable(),
      baseline: z.number().nullable(),
      unit: z.string().nullable(),
      direction: z.enum(["up", "down", "equal"]).nullable(),
      scope: z.string().nullable().describe("for whom or where it holds"),
      text: z.string().describe("the target in the words of the text"),
      ...fact,
    }),
  ),
  budget: z.array(
    z.object({
      label: z.string(),
      amount: z.number().describe("in `unit`, as written"),
      unit: z.string(),
      year,
      from,
      kind: z.enum(["item", "source", "total"]),
      parent: z.string().nullable().describe("the label of the line that it adds up into, or is `of`"),
      of: z.boolean().describe("it is only some of that line, and need not reach it with its neighbours"),
      ...fact,
    }),
  ),
  tasks: z.array(
    z.object({
      number: z.string().nullable(),
      name: z.string(),
      lead: z.string().nullable(),
      cooperating: z.string().nullable(),
      time: z.string().nullable(),
      ...fact,
    }),
  ),
  gaps: z
    .array(
      z.object({
        kind: z.enum(["sum", "words"]).describe("words: it is not the amount that is spelled out beside it"),
        total: z.string(),
        parts: z.array(z.string()),
        stated: z.number().describe("in dong, as is `computed`"),
        computed: z.number(),
        candidates: z
          .array(z.object({ label: z.string(), from: z.number(), to: z.number(), unit: z.string() }))
          .describe("figures of which one is most likely wrong, and what it should be; none where nothing stands out"),
        message: z.string(),
      }),
    )
    .describe("amounts of the text that do not add up"),
  unread: z
    .array(
      z.object({
        span: z.tuple([z.number(), z.number()]).describe("from its first row to its last"),
        rows: z.number().describe("how many of its rows hold figures"),
        message: z.string(),
      }),
    )
    .describe("tables of figures of which nothing was taken"),
});
