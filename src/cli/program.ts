import { Command, CommanderError, Option } from "commander";
import { catalogue, type Today } from "../app";
import { failureSentence, wordsOf, type UsageFault, type Words } from "../i18n";
import type { Lang } from "../quantity";
import { checkFiles } from "./check";
import { compare, type CompareOptions } from "./compare";
import { diff, type DiffOptions } from "./diff";
import { extract, type ExtractOptions } from "./extract";
import { form, forms, type FormOptions } from "./form";
import { NotDone, type Io } from "./io";
import { makeNew, type NewOptions } from "./new-tables";
import { parsePhrase } from "./parse-phrases";
import { planReports } from "./plans";
import { jsonSchemas } from "./schema";
import type { CsvSeparator } from "./summarize-rows";
import { summarize } from "./summarize";

/** Runs one command line (without node and script). Returns the exit code; writes nothing but through `io`. */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const words = wordsOf(langOf(args));
  let code = 0;
  const program = build(words, io, (exit) => {
    code = exit;
  });
  try {
    await program.parseAsync([...args], { from: "user" });
    return code;
  } catch (cause) {
    if (cause instanceof CommanderError) {
      if (cause.exitCode === 0) return 0;
      io.error(usageSentence(cause, words));
      return 2;
    }
    io.error(cause instanceof NotDone ? cause.message : failureSentence(cause, words).sentence);
    return 2;
  } finally {
    io.discard();
  }
}

const USAGE_FAULTS: Readonly<Record<string, UsageFault>> = {
  unknownCommand: "unknown-command",
  unknownOption: "unknown-option",
  missingArgument: "missing-argument",
  optionMissingArgument: "missing-value",
  missingMandatoryOptionValue: "missing-option",
  invalidArgument: "bad-value",
  excessArguments: "too-many",
};

/** What commander says in English: its code, what it quotes (of a value that is not right the second), and the choices. */
function usageSentence({ code, message }: CommanderError, words: Words): string {
  const fault = USAGE_FAULTS[code.replace("commander.", "")] ?? "no-command";
  const [first = "", second = first] = [...message.matchAll(/'([^']*)'/g)].map(([, text]) => text ?? "");
  const choices = /Allowed choices are (.*?)\.$/.exec(message)?.[1]?.split(", ") ?? [];
  return words.cli.usage(fault, fault === "bad-value" ? second : first, choices);
}

/** The language stands anywhere on the line, and its words are needed before the line is read. */
export function langOf(args: readonly string[]): Lang {
  const at = args.indexOf("--lang");
  return (at !== -1 && args[at + 1] === "en") || args.includes("--lang=en") ? "en" : "vi";
}

interface CheckArguments {
  readonly json?: boolean;
  readonly date?: string;
  readonly report?: string;
  readonly rules?: string;
  readonly writeRules?: string;
  readonly text?: string;
}

type DiffArguments = Omit<DiffOptions, "date"> & { readonly date?: string };

interface SummarizeArguments {
  readonly output: string;
  readonly date?: string;
  readonly csv?: string;
  readonly csvSeparator: CsvSeparator;
  readonly json?: boolean;
  readonly units?: string;
  readonly workers?: string;
  readonly line: readonly string[];
  readonly form?: string;
}

/** The day of "2026-06-30"; null for any other form, and for a day that its month does not have. */
function calendarDay(text: string): Date | null {
  const [, year, month, day] = (/^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? []).map(Number);
  if (year === undefined || month === undefined || day === undefined || year === 0) return null;
  const date = new Date(2000, month - 1, day);
  date.setFullYear(year, month - 1, day);
  return date.getMonth() === month - 1 && date.getDate() === day ? date : null;
}

/** The day that a command is told, else today; `date` as it is written on sheets. Throws `NotDone` for what is no day. */
function dayOf(text: string | undefined, words: Words, io: Io): { readonly today: Today; readonly date: string } {
  const day = text === undefined ? io.today() : calendarDay(text);
  if (!day) throw new NotDone(words.cli.badDate(text ?? ""));
  const today = { year: day.getFullYear(), month: day.getMonth() + 1, day: day.getDate() };
  const date =
    words.lang === "vi"
      ? day.toLocaleDateString("vi-VN", { day: "2-digit", month: "2-digit", year: "numeric" })
      : day.toLocaleDateString("en-GB", { dateStyle: "long" });
  return { today, date };
}

function build(words: Words, io: Io, exit: (code: number) => void): Command {
  const help = words.cli.help;
  const lang = (): Option => new Option("--lang <lang>", help.lang).choices(["vi", "en"]).default("vi");
  const program = new Command("plan-tables")
    .description(help.program)
    .exitOverride()
    .configureOutput({ writeOut: (text) => io.out(text.trimEnd()), writeErr: () => undefined });
  // a command takes over what the program does at an exit and with its output
  const add = (name: string, description: string): Command => program.command(name).description(description).addOption(lang());

  const comparing = words.summary.comparison.cli;
  const many = (value: string, before: readonly string[]): readonly string[] => [...before, value];
  add("plans", help.plans)
    .option("--json", help.json)
    .option("--compare [plans...]", comparing.compare)
    .option("-o, --output <file>", comparing.output)
    .option("--codes <file>", comparing.codes)
    .option("--join <names>", comparing.join, many, [])
    .option("--part <name>", comparing.part, many, [])
    .action(async (options: CompareOptions) => {
      if (options.compare !== undefined) return compare(options, words, io);
      if (options.output !== undefined || options.codes !== undefined || options.join.length + options.part.length > 0)
        throw new NotDone(comparing.onlyWithCompare);
      if (options.json) io.out(JSON.stringify(planReports(), null, 2));
      else for (const { id, title, issuer, period } of catalogue) io.out(`${id}\t${period.from}–${period.to}\t${title} (${issuer})`);
    });

  add("parse", help.parse)
    .option("--json", help.json)
    .action(async () => {
      for (const line of (await io.stdin()).split(/\r?\n/)) if (line.trim() !== "") io.out(JSON.stringify(parsePhrase(line)));
    });

  add("new <plan>", help.new)
    .requiredOption("-o, --output <file>", help.output)
    .option("--tables <kinds>", help.tables)
    .option("--unit <unit>", help.unit)
    .option("--layout <layout>", help.layout, "both")
    .option("--years <years>", help.years)
    .option("--reporting-units <names>", help.reportingUnits)
    .option("--disbursed", help.disbursed)
    .option("--sources <names>", help.sources)
    .option("--rows <count>", help.rows, "10")
    .option("--title <title>", help.title)
    .option("--issuer <issuer>", help.issuer)
    .action((plan: string, options: NewOptions) => makeNew(plan, options, words, io));

  add("check <paths...>", help.check)
    .option("--json", help.json)
    .option("--date <date>", help.date)
    .option("--report <file>", help.report)
    .option("--rules <file>", help.rulesFile)
    .option("--write-rules <file>", help.writeRules)
    .option("--text <file>", words.textCheck.cli.text)
    .action(async (paths: string[], { json = false, date, report, rules, writeRules, text }: CheckArguments) => {
      const own = { json, report: report ?? null, rules: rules ?? null, writeRules: writeRules ?? null, text: text ?? null };
      exit(await checkFiles(paths, { ...own, today: dayOf(date, words, io).today }, words, io));
    });

  const own = words.rollUp.cli.help;
  add("summarize <paths...>", own.summarize)
    .requiredOption("-o, --output <file>", own.output)
    .option("--date <date>", help.date)
    .option("--csv <file>", own.csv)
    .addOption(new Option("--csv-separator <sign>", own.csvSeparator).choices([",", ";"]).default(","))
    .option("--json", own.json)
    .option("--units <file>", own.units)
    .option("--workers <count>", own.workers)
    .option("--line <text>", words.rollUp.forms.cli.line, many, [])
    .option("--form <file>", words.rollUp.forms.cli.form)
    .action(async (paths: string[], { output, date, csv, csvSeparator, json, units, workers, line, form }: SummarizeArguments) => {
      const day = dayOf(date, words, io);
      const count = workers === undefined ? null : Number(workers);
      if (count !== null && !(Number.isInteger(count) && count >= 1)) throw new NotDone(words.rollUp.cli.badWorkers(workers ?? ""));
      exit(
        await summarize(
          paths,
          {
            output, csv: csv ?? null, separator: csvSeparator, json: json ?? false, units: units ?? null, workers: count, lines: line,
            form: form ?? null, ...day,
          },
          words, io,
        ),
      );
    });

  const drafting = words.drafts.cli;
  add("extract <file>", drafting.extract)
    .option("--json", help.json)
    .option("-o, --output <file>", drafting.output)
    .option("--plan <file>", drafting.plan)
    .option("--title <title>", drafting.title)
    .option("--issuer <issuer>", drafting.issuer)
    .option("--period <years>", drafting.period)
    .action(async (file: string, options: ExtractOptions) => exit(await extract(file, options, words, io)));

  const versions = words.versions.cli;
  add("diff <old> <new>", versions.diff)
    .option("--json", help.json)
    .option("-o, --output <file>", versions.output)
    .option("--adjustment", versions.adjustment)
    .option("--old-sheet <name>", versions.oldSheet)
    .option("--new-sheet <name>", versions.newSheet)
    .option("--date <date>", help.date)
    .action(async (old: string, now: string, { date, ...options }: DiffArguments) =>
      exit(await diff({ old, now }, { ...options, date: dayOf(date, words, io).date }, words, io)),
    );

  const templates = words.forms.cli;
  add("forms", templates.forms)
    .option("--json", help.json)
    .action((options: { json?: boolean }) => forms(options, io));

  add("form <source>", templates.form)
    .option("-o, --output <file>", templates.output)
    .option("--sheet <name>", templates.sheet)
    .option("--year <year>", templates.year)
    .option("--unit <unit>", templates.unit)
    .option("--json", help.json)
    .action((source: string, options: FormOptions) => form(source, options, words, io));

  add("schema", help.schema).action(() => io.out(JSON.stringify(jsonSchemas(), null, 2)));
  return program;
}
