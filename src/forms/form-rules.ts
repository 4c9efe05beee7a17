import { z } from "zod";
import { MONEY_UNITS } from "../quantity";
import { BLANK_MODES } from "../tables";

/** No cell holds more letters. */
const MOST_LETTERS = 32_767;
/** A sheet has no more rows than that. */
const MOST_LINES = 1_048_576;
const MOST_COLUMNS = 16_384;

const words = z.string().max(MOST_LETTERS);
const id = z.string().trim().min(1).max(200);
const year = z.int().min(1900).max(2200);
const ids = z.array(id).max(MOST_LINES);

/** A line of a form by what it says, never by its place; `under`: the id of the line above it in the tree, which stands before it. */
export const formLineSchema = z.strictObject({
  id,
  number: words.default("").describe("its outline number: I, 1.1, -"),
  code: words.default(""),
  label: words.default(""),
  under: id.nullable().default(null).describe("the id of the line that it lies under, which stands before it in this list"),
});

/** A column of a form by the words of its heads from top to bottom, joined by " / ". */
export const formColumnSchema = z.strictObject({
  id,
  head: words,
  year: year.nullable().default(null),
  unit: words.nullable().default(null).describe("the unit that its own head names"),
});

const cell = z.strictObject({ line: id, column: id });

/** In which columns (over lines) or lines (over columns) a rule holds; in all where nothing is said. */
export const formConditionSchema = z.strictObject({
  years: z.array(year).optional().describe("over lines: only in columns of these years"),
  units: z.array(words).optional().describe("only for figures of these units, as heads and captions write them"),
  columns: ids.optional().describe("over lines: only in these columns"),
  lines: ids.optional().describe("over columns: only in these lines"),
  except: ids.optional().describe("in all but these columns (over lines) or lines (over columns)"),
});

/** What cells of a form have to do with each other, and how it is judged. What the fields of a relation claim: see `Relation`. */
export const formRuleSchema = z.strictObject({
  name: words.optional().describe("what people call it"),
  over: z.enum(["lines", "columns"]).describe("lines: lines add up in each column; columns: columns add up in each line"),
  op: z.enum(["sum", "same", "of-which", "difference", "product", "ratio"]),
  total: id.describe("a line, or a column"),
  parts: z
    .array(z.union([id, cell]))
    .min(1)
    .max(MOST_LINES)
    .describe("lines, or columns; a cell where it is of no line or column of its own"),
  added: z.int().min(1).optional().describe("of a difference: so many of its first parts are added, the others are taken from them"),
  factor: z.number().optional().describe("of a ratio: 100 for points"),
  growth: z.literal(true).optional().describe("of a ratio: what the first part has more than the second, over the second"),
  rounded: z.literal(true).optional().describe("of a product or ratio: its factors were rounded to the digits that they show"),
  slack: z.number().nonnegative().optional().describe("of numbers rounded to threes or fives: so much it may be off"),
  when: formConditionSchema.optional(),
  blanks: z
    .enum(BLANK_MODES)
    .optional()
    .describe("fail: no cell may be blank; zero: a blank is 0; skip: nothing is asked while one is; else blank parts are left out"),
  tolerance: z
    .number()
    .nonnegative()
    .optional()
    .describe("so much it may be off, in the unit of the form; else what rounding explains"),
  severity: z.enum(["error", "warning", "info"]).optional().describe("else as sure as it is, and a warning while parts are blank"),
  from: z.enum(["formula", "rule-row", "outline", "label", "numbers", "answer"]).default("answer").describe("what told it"),
  sure: z.number().gt(0).max(1).default(1).describe("below 0.7 it is asked, not judged"),
});

/** The rules of one form. `complete`: they say all that its cells have to do with each other; else they stand beside what is believed. */
export const formSchema = z
  .strictObject({
    title: words,
    unit: z.enum(MONEY_UNITS).nullable().default(null).describe("the unit of money of its figures and of what they may be off"),
    complete: z.boolean().default(false),
    lines: z.array(formLineSchema).max(MOST_LINES).default([]),
    columns: z.array(formColumnSchema).max(MOST_COLUMNS).default([]),
    rules: z.array(formRuleSchema).max(MOST_LINES),
  })
  .superRefine((form, context) => findFaults(form, (fault) => context.addIssue({ code: "custom", ...fault })));

/** The rules of forms: what cells of a table have to do with each other, by the words of its lines and columns. */
export const formRulesSchema = z.strictObject({ version: z.literal(1), forms: z.array(formSchema).min(1).max(1_000) });

export type FormRules = z.infer<typeof formRulesSchema>;
export type Form = z.infer<typeof formSchema>;
export type FormRule = z.infer<typeof formRuleSchema>;
export type FormLine = z.infer<typeof formLineSchema>;
export type FormColumnRule = z.infer<typeof formColumnSchema>;
export type FormCondition = z.infer<typeof formConditionSchema>;

/** Why a rule, or something that it names, cannot be; words for each are in i18n. */
export type RuleFaultCode =
  "not-json" | "bad-value" | "unknown-id" | "twice" | "itself" | "bad-parts" | "bad-added" | "wrong-condition" | "not-above";

/** The first fault of rules: where it stands ("forms[0].rules[2].total"), what it is and what stands there. */
export interface RuleFault {
  readonly at: string;
  readonly code: RuleFaultCode;
  /** The words that are wrong, or what was expected. */
  readonly text: string;
}

interface Issue {
  readonly path: (string | number)[];
  readonly message: string;
}

const issue = (path: (string | number)[], code: RuleFaultCode, text: string): Issue => ({ path, message: `${code} ${text}` });

type Raw = Pick<z.output<typeof formSchema>, "lines" | "columns" | "rules">;

function findFaults({ lines, columns, rules }: Raw, add: (issue: Issue) => void): void {
  const seen = { lines: new Set<string>(), columns: new Set<string>() };
  lines.forEach(({ id: own, under }, at) => {
    if (seen.lines.has(own)) add(issue(["lines", at, "id"], "twice", own));
    if (under !== null && !seen.lines.has(under)) add(issue(["lines", at, "under"], "not-above", under));
    seen.lines.add(own);
  });
  columns.forEach(({ id: own }, at) => {
    if (seen.columns.has(own)) add(issue(["columns", at, "id"], "twice", own));
    seen.columns.add(own);
  });
  rules.forEach((rule, at) => faultsIn(rule, seen, (path, code, text) => add(issue(["rules", at, ...path], code, text))));
}

type Add = (path: (string | number)[], code: RuleFaultCode, text: string) => void;

function faultsIn(
  { over, op, total, parts, added, when }: FormRule, known: Readonly<Record<"lines" | "columns", ReadonlySet<string>>>, add: Add,
): void {
  const [own, other] = over === "lines" ? [known.lines, known.columns] : [known.columns, known.lines];
  if (!own.has(total)) add(["total"], "unknown-id", total);
  const seen = new Set<string>();
  parts.forEach((part, at) => {
    const key = typeof part === "string" ? part : JSON.stringify([part.line, part.column]);
    if (seen.has(key)) add(["parts", at], "twice", typeof part === "string" ? part : `${part.line} ${part.column}`);
    seen.add(key);
    if (typeof part !== "string") {
      if (!known.lines.has(part.line)) add(["parts", at, "line"], "unknown-id", part.line);
      if (!known.columns.has(part.column)) add(["parts", at, "column"], "unknown-id", part.column);
    } else if (!own.has(part)) add(["parts", at], "unknown-id", part);
    else if (part === total) add(["parts", at], "itself", part);
  });
  const isSized = op === "same" ? parts.length === 1 : op === "ratio" ? parts.length === 2 : op !== "difference" || parts.length > 1;
  if (!isSized) add(["parts"], "bad-parts", op);
  if (added !== undefined && (op !== "difference" || added >= parts.length)) add(["added"], "bad-added", String(added));
  const [tracks, wrong] = over === "lines" ? (["columns", "lines"] as const) : (["lines", "columns"] as const);
  if (when?.[wrong]) add(["when", wrong], "wrong-condition", wrong);
  if (over === "columns" && when?.years) add(["when", "years"], "wrong-condition", "years");
  for (const field of [tracks, "except"] as const)
    when?.[field]?.forEach((one, at) => {
      if (!other.has(one)) add(["when", field, at], "unknown-id", one);
    });
}

/** The rules that may stand over lines and columns; `bad`: places of those that name what is not there, or cannot be. */
export function usableRules(
  { lines, columns }: Pick<Form, "lines" | "columns">, rules: readonly FormRule[],
): { readonly rules: FormRule[]; readonly bad: number[] } {
  const known = { lines: new Set(lines.map(({ id: own }) => own)), columns: new Set(columns.map(({ id: own }) => own)) };
  const bad = new Set<number>();
  rules.forEach((rule, at) => faultsIn(rule, known, () => bad.add(at)));
  return { rules: rules.filter((_, at) => !bad.has(at)), bad: [...bad] };
}

/** Rules as they stand in a file, or what is wrong with them first. Never throws. */
export function readFormRules(text: string): { readonly rules: FormRules } | { readonly fault: RuleFault } {
  let json: unknown;
  try {
    // a file may begin with the mark of its letters
    json = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (cause) {
    return { fault: { at: "", code: "not-json", text: cause instanceof Error ? cause.message : "" } };
  }
  const read = formRulesSchema.safeParse(json);
  if (read.success) return { rules: read.data };
  const [first] = read.error.issues;
  return { fault: faultOf(first?.path ?? [], first?.code === "custom" ? first.message : `bad-value ${first?.message ?? ""}`) };
}

function faultOf(path: readonly PropertyKey[], message: string): RuleFault {
  const at = path.map((one) => (typeof one === "number" ? `[${one}]` : `.${String(one)}`)).join("").replace(/^\./, "");
  const space = message.indexOf(" ");
  return { at, code: message.slice(0, space) as RuleFaultCode, text: message.slice(space + 1) };
}
