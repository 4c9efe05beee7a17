import {
  brokenUnit, draftForms, expectedUnits, formSources, formsWrong, gatherUnits, givenForm, localWorker, MOST_SOURCES, resultOf,
  rollUpFileSpecs, summaryAlone, tiersOf, toldOthers, withMissing, withoutAdded, type CheckResult, type FormsDraft,
  type GatheredUnits, type GivenForm, type NamedFile, type OtherFindings, type SheetSpec, type SourceRow, type Today, type UnitDone,
  type UnitJob, type UnitReaders, type UnitReport, type WorkerSetup,
} from "../app";
import { failureSentence, type Words } from "../i18n";
import { NotDone, beginWorkbook, unreadSentence, writing, type Io } from "./io";
import { formSentences } from "./form-report";
import { gather, type Gathered } from "./summarize-files";
import type { CsvSeparator } from "./summarize-rows";
import { longTable, type LongTable } from "./summarize-table";

export interface SummarizeOptions {
  readonly output: string;
  readonly today: Today;
  /** The day as it is written on the sheets. */
  readonly date: string;
  readonly json: boolean;
  readonly csv: string | null;
  readonly separator: CsvSeparator;
  /** A file with the names of the units that are expected. */
  readonly units: string | null;
  readonly workers: number | null;
  /** Of tables of anybody's: lines of which each unit's figures are listed, and a file with the form into which all are added. */
  readonly lines: readonly string[];
  readonly form: string | null;
}

/** Of more files than this the cells are only listed where somebody asks for the long table: they would fit no sheet. */
const FILE_SOURCES = 400;

/** 0: done, nothing wrong found; 1: findings of severity error, or a file or rule failed. Throws `NotDone`; nothing is written then. */
export async function summarize(paths: readonly string[], options: SummarizeOptions, words: Words, io: Io): Promise<number> {
  const workbook = await beginWorkbook(options.output, words, io);
  const expected = options.units === null ? [] : await readList(options.units, words, io);
  const { jobs, lost } = await gather(paths, io);
  if (jobs.length === 0 && lost.length === 0) throw new NotDone(words.cli.empty);
  const table = await longTable(options, words, io);
  try {
    // one file where more were expected is one unit of many
    const single = lost.length === 0 && expected.length < 2;
    const given = options.form === null ? null : await readForm(options.form, words, io);
    const read = await readAll({ jobs, single }, table, options, words, io);
    // of one workbook alone its summary is made
    const forms = read.summary ? null : await draftForms(read.forms, { sheet: io.sheet, given, lines: options.lines });
    const own = withoutAdded(read.reports, forms, read.forms, words);
    const reports = withMissing([...own, ...notThere(lost, words)], expected);
    if (!read.summary && own.every(({ state }) => state !== "read")) throw nothingRead(jobs, lost, { ...read, reports: own }, forms, words);
    refuseLines(forms, options, words);
    const sources = await addFormSources(table, forms && formSources(read.forms, forms.result), read.sources);
    const specs =
      read.summary?.specs ??
      rollUpFileSpecs(read.rollUp, { units: reports, forms, sources, passed: read.passed, date: options.date }, words);
    await workbook.write(specs);
    const result = resultOf(read.rollUp);
    await table.close(reports, result, { forms, others: read.summary?.others ?? [] });
    await writing(options.output, words, io.keep);
    io.progress(null);
    tell({ specs, reports, forms, passed: read.passed, mismatches: result.mismatches.length }, options, words, io);
    for (const failure of read.failures) io.error(words.brokenRule(failure));
    const wrong = reports.some(({ state, errors }) => state === "broken" || errors > 0) || (forms !== null && formsWrong(forms));
    return wrong || read.failures.length > 0 ? 1 : 0;
  } finally {
    io.progress(null);
  }
}

/** Lines are of forms, and each has to be in one. Throws `NotDone`. */
function refuseLines(forms: FormsDraft | null, { lines, form }: SummarizeOptions, words: Words): void {
  const own = words.rollUp.forms.cli;
  if (!forms && (lines.length > 0 || form !== null)) throw new NotDone(own.lineForForms);
  const [unknown] = forms?.unknown ?? [];
  if (unknown !== undefined) throw new NotDone(own.noLine(unknown));
}

async function readForm(file: string, words: Words, io: Io): Promise<GivenForm> {
  try {
    const form = await givenForm(file, await io.open(file), io.sheet);
    if (form.tables.length === 0) throw new NotDone(words.cli.noTables(file));
    return form;
  } catch (cause) {
    if (cause instanceof NotDone) throw cause;
    throw new NotDone(unreadSentence(file, cause, words), { cause });
  }
}

/** So many rows are written at once. */
const ROWS = 1_000;

/** Puts the numbers of forms into the long table; returns the sources for a sheet, null where they are too many. */
async function addFormSources(
  table: LongTable, rows: Iterable<SourceRow> | null, known: readonly SourceRow[] | null,
): Promise<readonly SourceRow[] | null> {
  if (!rows) return known;
  let sources: SourceRow[] | null = known && [...known];
  let next: SourceRow[] = [];
  for (const row of rows) {
    next.push(row);
    if (sources && sources.length >= MOST_SOURCES) sources = null;
    sources?.push(row);
    if (next.length < ROWS) continue;
    await table.add(next);
    next = [];
  }
  await table.add(next);
  return sources;
}

interface ReadAll extends GatheredUnits {
  /** The summary of the one workbook of one unit, and what it tells of tables that somebody else has made; null for many. */
  readonly summary: { readonly specs: readonly SheetSpec[]; readonly others: readonly OtherFindings[] } | null;
}

interface Asked {
  readonly jobs: readonly UnitJob[];
  /** A workbook that is alone is summarised, not rolled up. */
  readonly single: boolean;
}

async function readAll({ jobs, single }: Asked, table: LongTable, options: SummarizeOptions, words: Words, io: Io): Promise<ReadAll> {
  const nodes = tiersOf(jobs.map(({ unit }) => unit));
  const listed = options.json || options.csv !== null || jobs.length <= FILE_SOURCES;
  // the figures of single units are needed where cells, or what each unit has in a line, are listed
  const values = listed || options.lines.length > 0;
  const setup: WorkerSetup = { nodes, today: options.today, sources: listed, lang: words.lang };
  const open = ({ file }: NamedFile): ReturnType<Io["open"]> => io.open(file);
  const started = performance.now();
  const told = async (done: UnitDone, index: number): Promise<void> => {
    await table.add(done.sources);
    const minutes = ((performance.now() - started) / (index + 1)) * (jobs.length - index - 1) / 60_000;
    io.progress(words.rollUp.cli.progress(index + 1, jobs.length, index < 20 ? null : minutes));
  };
  /** Units read in this thread, and the summary of the first of their files that could be read. */
  const here = async (
    own: readonly UnitJob[], follow: Pick<UnitReaders<NamedFile>, "told">,
  ): Promise<{ readonly gathered: GatheredUnits; readonly summary: ReadAll["summary"] }> => {
    const checks: CheckResult[] = [];
    const read = (checked: CheckResult | null): void => void (checked && checks.push(checked));
    const make = () => localWorker(setup, open, { read, others: true });
    const gathered = await gatherUnits(own, { ...follow, count: 1, values, make }, words);
    const [checked] = checks;
    const specs = checked ? summaryAlone(checked, options, words) : null;
    return { gathered, summary: checked && specs ? { specs, others: toldOthers(checked, options.today) } : null };
  };
  if (single && jobs.length === 1) {
    const { gathered, summary } = await here(jobs, { told });
    return { ...gathered, summary };
  }
  const count = io.thread ? Math.min(options.workers ?? io.cores, jobs.length) : 1;
  const make = count > 1 && io.thread ? io.thread : (own: WorkerSetup) => localWorker(own, open);
  const gathered = await gatherUnits(jobs, { count, values, make: () => make(setup), told }, words);
  // beside what was made of it, one unit's file is still alone
  const [left, ...others] =
    single && gathered.passed.length > 0 ? jobs.filter(({ files }) => !files.some(({ file }) => gathered.passed.includes(file))) : [];
  const summary = left && others.length === 0 ? (await here([left], {})).summary : null;
  return { ...gathered, sources: listed ? gathered.sources : null, summary };
}

async function readList(file: string, words: Words, io: Io): Promise<string[]> {
  try {
    return expectedUnits(await io.readText(file));
  } catch (cause) {
    throw new NotDone(words.rollUp.cli.badUnits(file, failureSentence(cause, words).sentence), { cause });
  }
}

function notThere(lost: Gathered["lost"], words: Words): UnitReport[] {
  return lost.flatMap(({ cause, unit, file }) => brokenUnit(unit, file, cause, words).reports);
}

/** The sentence of a command of which nothing could be read. */
function nothingRead(
  jobs: readonly UnitJob[], lost: Gathered["lost"], { reports, passed }: ReadAll, forms: FormsDraft | null, words: Words,
): NotDone {
  if (passed.length > 0 && passed.length === jobs.length) return new NotDone(words.rollUp.passed(passed));
  const [only] = jobs.length === 0 ? notThere(lost, words) : reports;
  if (forms) return new NotDone([words.rollUp.forms.nothing, ...formSentences(forms, words)].join("\n"));
  if (jobs.length + lost.length > 1 || !only) return new NotDone(words.rollUp.cli.nothing);
  return new NotDone(only.state === "broken" ? words.cli.unreadable(only.file, only.reason ?? "") : words.cli.noTables(only.file));
}

interface Made {
  readonly specs: readonly SheetSpec[];
  readonly reports: readonly UnitReport[];
  readonly forms: FormsDraft | null;
  readonly passed: readonly string[];
  /** How many differences between the tables of the units there are. */
  readonly mismatches: number;
}

function tell({ specs, reports, forms, passed, mismatches }: Made, { json, output }: SummarizeOptions, words: Words, io: Io): void {
  // what is printed as JSON stays alone on standard output
  const say = json ? io.error : io.out;
  const of = (state: UnitReport["state"]): number => reports.filter((one) => one.state === state).length;
  const files = new Map(reports.map((one) => [one.file, one]));
  const sum = (what: "errors" | "warnings" | "infos"): number => [...files.values()].reduce((all, one) => all + one[what], 0);
  for (const one of reports) if (one.state === "broken") io.error(words.cli.unreadable(one.file, one.reason ?? ""));
  if (passed.length > 0) say(words.rollUp.passed(passed));
  if (forms) for (const sentence of formSentences(forms, words)) say(sentence);
  say(words.cli.written(output, specs.map(({ name }) => name)));
  if (reports.length > 1)
    say(
      words.rollUp.cli.done({
        units: reports.length,
        read: of("read"),
        broken: of("broken"),
        missing: of("missing") + of("no-tables"),
        mismatches: mismatches + (forms?.result.notes.length ?? 0),
      }),
    );
  say(words.rollUp.cli.found({ errors: sum("errors"), warnings: sum("warnings"), infos: sum("infos") }));
}

