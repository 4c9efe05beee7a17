import { z } from "zod";
import { isLinked, matchedTokens, parseA1, parseAreaA1, type SheetSpec } from "../../sheet";
import { COLUMN_USES } from "../../tables";
import { formRuleSchema } from "../form-rules";

/** The version of the model: a file of a later one is refused. */
export const TEMPLATE_VERSION = 1;

/** A sheet has so many cells, and a text so many signs, at most. */
const [MOST_CELLS, LONGEST] = [200_000, 32_767];
const MOST_LINES = 20_000;

const cell = z.string().refine((text) => parseA1(text) !== null, "not a cell, as B7");
const area = z.string().refine((text) => parseAreaA1(text) !== null, "not an area, as B7:D9");
const text = z.string().max(LONGEST);
const place = z.int().min(0).max(MOST_LINES);
const colour = z.string().regex(/^#[0-9A-Fa-f]{6}$/);

/** What Excel would fetch or run: none of it belongs into a form. */
const REACHING = /^(?:WEBSERVICE|RTD|CALL|REGISTER\.ID|REGISTER|EXEC|FILTERXML|IMAGE|HYPERLINK)$/i;

/** A formula of this sheet's own cells, in English names with commas. */
const formula = text.refine(
  (one) =>
    one.startsWith("=") &&
    !one.includes("|") &&
    matchedTokens(one).every((token) => !isLinked(token) && !(token.kind === "function" && REACHING.test(token.name))),
  "not a formula of the sheet's own cells",
);

const line = z.strictObject({ kind: z.string().max(20), color: colour.exactOptional() });
const style = z
  .strictObject({
    font: z.string().max(100),
    size: z.number().min(1).max(409),
    bold: z.boolean(),
    italic: z.boolean(),
    color: colour,
    fill: colour,
    align: z.enum(["left", "center", "right"]),
    valign: z.enum(["top", "center", "bottom"]),
    wrap: z.boolean(),
    indent: z.int().min(0).max(250),
    border: z.boolean(),
    numberFormat: z.string().max(255),
    locked: z.boolean(),
    underline: z.boolean(),
    strike: z.boolean(),
    turn: z.int().min(0).max(255),
    lines: z.strictObject({ top: line, right: line, bottom: line, left: line }).partial(),
  })
  .partial();
const margins = { top: z.number().min(0), bottom: z.number().min(0), left: z.number().min(0), right: z.number().min(0) };
const span = z.strictObject({ from: place, to: place });

/** How a sheet prints: `PrintSpec`, areas as "A1:G20". */
const print = z.strictObject({
  orientation: z.enum(["portrait", "landscape"]),
  pagesWide: z.int().min(0),
  percent: z.int().min(10).max(400).exactOptional(),
  titleRows: span.exactOptional(),
  titleCols: span.exactOptional(),
  margins: z.strictObject(margins),
  area: area.exactOptional(),
  pageBreakRows: z.array(place).exactOptional(),
  pageBreakCols: z.array(place).exactOptional(),
  page: z
    .strictObject({
      paper: z.int().nullable(),
      pagesHigh: z.int().min(0),
      header: text,
      footer: text,
      firstDiffers: z.boolean(),
      firstNumber: z.int().nullable(),
      headerMargin: z.number().min(0),
      footerMargin: z.number().min(0),
      centredAcross: z.boolean(),
      centredDown: z.boolean(),
      headerKeepsSize: z.literal(true).exactOptional(),
      headerKeepsMargins: z.literal(true).exactOptional(),
    })
    .exactOptional(),
});

const validation = z.strictObject({
  areas: z.array(area).min(1),
  type: z.enum(["none", "whole", "decimal", "list", "date", "time", "textLength", "custom"]),
  operator: z.enum(["between", "notBetween", "equal", "notEqual", "lessThan", "lessThanOrEqual", "greaterThan", "greaterThanOrEqual"]),
  first: text,
  second: text,
  alert: z.enum(["stop", "warning", "information"]),
  allowsBlank: z.boolean(),
  showsError: z.boolean(),
  showsPrompt: z.boolean(),
  hidesArrow: z.boolean(),
  errorTitle: text,
  errorMessage: text,
  promptTitle: text,
  promptMessage: text,
});

const conditional = z.strictObject({
  area,
  formula,
  style: z
    .strictObject({
      fill: colour,
      color: colour,
      bold: z.boolean(),
      italic: z.boolean(),
      underline: z.boolean(),
      strike: z.boolean(),
    })
    .partial(),
  stops: z.literal(true).exactOptional(),
});

/** The sheet of a form as it was: 0-based rows, everything else by address. */
const sheet = z.strictObject({
  cells: z
    .record(cell, z.union([text, z.number(), z.boolean(), z.strictObject({ formula })]))
    .refine((cells) => Object.keys(cells).length <= MOST_CELLS, "too many cells"),
  columns: z.array(z.strictObject({ width: z.number().min(0).max(255), hidden: z.literal(true).exactOptional() })).max(1000),
  rows: z.int().min(1).max(MOST_LINES),
  heights: z.array(z.strictObject({ row: place, height: z.number().min(0).max(409.5) })),
  styles: z.array(z.strictObject({ area, style })),
  merges: z.array(area),
  freeze: z.strictObject({ rows: place, cols: place }),
  print,
  validations: z.array(validation),
  conditionalFormats: z.array(conditional),
  notes: z.array(z.strictObject({ at: cell, text })),
  hiddenRows: z.array(place),
  isProtected: z.literal(true).exactOptional(),
});

const id = z.string().min(1).max(200);

const table = z
  .strictObject({
    area: area.exactOptional().describe("where it stands on the sheet of the form; not given where the sheet is laid out anew"),
    title: text.nullable(),
    unit: z.enum(["dong", "nghin-dong", "trieu-dong", "ty-dong"]).nullable(),
    columns: z
      .array(
        z.strictObject({
          id,
          head: z.array(text).min(0).describe("the words of its heads from top to bottom"),
          use: z.enum(["outline", "label", "unit", ...COLUMN_USES]),
          year: z.int().nullable(),
          unit: z.string().nullable(),
          rule: text.exactOptional().describe("what stands in the row of column numbers"),
        }),
      )
      .min(1)
      .max(1000),
    lines: z
      .array(
        z.strictObject({
          id,
          number: text,
          label: text,
          level: z.int().min(0).max(50),
          code: text.exactOptional(),
          unit: text.exactOptional(),
          heading: z.literal(true).exactOptional().describe("it takes no numbers"),
        }),
      )
      .max(MOST_LINES),
    rules: z.array(formRuleSchema).max(MOST_LINES).describe("what its formulas hold, by the ids of lines and columns"),
    inputs: z.array(area).exactOptional().describe("where numbers are typed; not given where the sheet is laid out anew"),
  })
  .superRefine(({ columns, lines, rules }, context) => {
    const known = { lines: new Set(lines.map(({ id }) => id)), columns: new Set(columns.map(({ id }) => id)) };
    rules.forEach(({ over, total, parts }, at) => {
      for (const one of [total, ...parts])
        if (typeof one === "string" && !known[over].has(one))
          context.addIssue({ code: "custom", path: ["rules", at], message: `unknown-id ${one}` });
    });
  });

/** A form without its numbers: what a table of anybody's is about, as data, and the sheet on which it stood. */
export const formTemplateSchema = z.strictObject({
  form: z.literal(TEMPLATE_VERSION),
  id: z
    .string()
    .regex(/^[a-z0-9-]{1,60}$/)
    .exactOptional()
    .describe("of a form that ships with the program"),
  name: z.string().min(1).max(100).describe("what its sheet is called"),
  source: z
    .strictObject({
      document: text.describe("number and name of what prescribes it"),
      year: z.int(),
      note: text.describe("what has to be known of it, as that a later document may have replaced it"),
    })
    .exactOptional(),
  tables: z.array(table).min(1).max(100),
  sheet: sheet.exactOptional().describe("the sheet as it was; where it is not given the sheet is laid out anew of `tables`"),
});

export type FormTemplate = z.infer<typeof formTemplateSchema>;
export type TemplateTable = FormTemplate["tables"][number];
export type TemplateSheet = NonNullable<FormTemplate["sheet"]>;
export type TemplateStyle = SheetSpec["styles"][number]["style"];
