import { z } from "zod";

const tablePlace = z.object({ sheet: z.string(), range: z.string(), title: z.string().nullable(), unit: z.string().nullable() });
const linePlace = z.object({ cell: z.string(), number: z.string(), label: z.string() });
const columnPlace = z.object({ cell: z.string(), head: z.string() });
const cellText = z.object({ cell: z.string(), text: z.string() });
const newName = z.object({ old: cellText, new: cellText, near: z.boolean().describe("the names differ by more than their spelling") });
const cellReport = z.object({
  cell: z.string(), value: z.union([z.string(), z.number(), z.boolean()]).nullable(), formula: z.string().nullable(),
});

/** What `diff` prints: cells of the old version stand on the sheet of `old`, those of the new one on that of `new`. */
export const versionsReportSchema = z.object({
  unchanged: z.boolean(),
  tables: z.array(
    z.object({
      old: tablePlace,
      new: tablePlace,
      years: z.int().describe("by so many years the heads of the new version are later throughout; 0 where they speak of the same"),
      factor: z.number().describe("so many times the figures of the old version were taken, where the unit of money changed; else 1"),
      lines: z.object({
        matched: z.int(), came: z.array(linePlace), went: z.array(linePlace), renamed: z.array(newName),
        moved: z.array(linePlace).describe("as they stand now"),
      }),
      columns: z.object({ matched: z.int(), came: z.array(columnPlace), went: z.array(columnPlace), renamed: z.array(newName) }),
      changes: z.array(
        z.object({
          kind: z.enum(["value", "filled", "cleared", "words", "formula", "typed-over", "made-formula", "computed", "error"]),
          line: z.string(),
          column: z.string(),
          old: cellReport,
          new: cellReport,
          gap: z.number().nullable().describe("new less old, in the unit of the new version"),
        }),
      ),
      totals: z.array(
        z.object({
          cell: z.string(),
          line: z.string(),
          column: z.string(),
          gap: z.number(),
          causes: z.array(
            z.object({
              cell: z.string(), version: z.enum(["old", "new"]), line: z.string(), column: z.string(), gap: z.number(),
              state: z.enum(["changed", "came", "went"]),
            }),
          ),
          rest: z.number().describe("what no change of its parts tells; 0 where all is told"),
        }),
      ),
      slips: z
        .array(
          z.object({
            cell: z.string(),
            line: z.string(),
            column: z.string(),
            value: z.number(),
            lastYear: z.number(),
            to: z.number().describe("what it may have been"),
            factor: z.number().nullable().describe("so many times it is off; null where two digits changed places"),
          }),
        )
        .describe("figures that look mistyped beside last year's, where the versions are of two years, one after the other"),
    }),
  ),
  came: z.array(tablePlace),
  went: z.array(tablePlace),
});
