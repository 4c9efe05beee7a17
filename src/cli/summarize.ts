import {
  brokenUnit, expectedUnits, gatherUnits, localWorker, resultOf, rollUpFileSpecs, summaryAlone, tiersOf, withMissing, type CheckResult,
  type GatheredUnits, type NamedFile, type SheetSpec, type Today, type UnitDone, type UnitJob, type UnitReaders, type UnitReport,
  type WorkerSetup,
} from "../app";
import { failureSentence, type Words } from "../i18n";
import { NotDone, beginWorkbook, writing, type Io } from "./io";
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
    const read = await readAll({ jobs, single }, table, options, words, io);
    const reports = withMissing([...read.reports, ...notThere(lost, words)], expected);
    if (!read.summary && read.reports.every(({ state }) => state !== "read")) throw nothingRead(jobs, lost, read, words);
    const specs =
      read.summary ??
      rollUpFileSpecs(read.rollUp, { units: reports, sources: read.sources, passed: read.passed, date: options.date }, words);
    await workbook.write(specs);
    const result = resultOf(read.rollUp);
    await table.close(reports, result);
    await writing(options.output, words, io.keep);
    io.progress(null);
    tell({ specs, reports, passed: read.passed, mismatches: result.mismatches.length }, options, words, io);
    for (const failure of read.failures) io.error(words.brokenRule(failure));
    const wrong = reports.some(({ state, errors }) => state === "broken" || errors > 0);
    return wrong || read.failures.length > 0 ? 1 : 0;
  } finally {
    io.progress(null);
  }
}

interface ReadAll extends GatheredUnits {
  /** The summary of the one workbook of one unit; null for many. */
  readonly summary: SheetSpec[] | null;
}

interface Asked {
  readonly jobs: readonly UnitJob[];
  /** A workbook that is alone is summarised, not rolled up. */
  readonly single: boolean;
}

async function readAll({ jobs, single }: Asked, table: LongTable, options: SummarizeOptions, words: Words, io: Io): Promise<ReadAll> {
  const nodes = tiersOf(jobs.map(({ unit }) => unit));
  const listed = options.json || options.csv !== null || jobs.length <= FILE_SOURCES;
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
  ): Promise<{ readonly gathered: GatheredUnits; readonly summary: SheetSpec[] | null }> => {
    const checks: CheckResult[] = [];
    const read = (checked: CheckResult | null): void => void (checked && checks.push(checked));
    const make = () => localWorker(setup, open, { read, others: true });
    const gathered = await gatherUnits(own, { ...follow, count: 1, make }, words);
    const [checked] = checks;
    return { gathered, summary: checked ? summaryAlone(checked, options, words) : null };
  };
  if (single && jobs.length === 1) {
    const { gathered, summary } = await here(jobs, { told });
    return { ...gathered, summary };
  }
  const count = io.thread ? Math.min(options.workers ?? io.cores, jobs.length) : 1;
  const make = count > 1 && io.thread ? io.thread : (own: WorkerSetup) => localWorker(own, open);
  const gathered = await gatherUnits(jobs, { count, make: () => make(setup), told }, words);
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
function nothingRead(jobs: readonly UnitJob[], lost: Gathered["lost"], { reports, passed }: ReadAll, words: Words): NotDone {
  if (passed.length > 0 && passed.length === jobs.length) return new NotDone(words.rollUp.passed(passed));
  const [only] = jobs.length === 0 ? notThere(lost, words) : reports;
  if (jobs.length + lost.length > 1 || !only) return new NotDone(words.rollUp.cli.nothing);
  return new NotDone(only.state === "broken" ? words.cli.unreadable(only.file, only.reason ?? "") : words.cli.noTables(only.file));
}

interface Made {
  readonly specs: readonly SheetSpec[];
  readonly reports: readonly UnitReport[];
  readonly passed: readonly string[];
  /** How many differences between the tables of the units there are. */
  readonly mismatches: number;
}

function tell({ specs, reports, passed, mismatches }: Made, { json, output }: SummarizeOptions, words: Words, io: Io): void {
  // what is printed as JSON stays alone on standard output
  const say = json ? io.error : io.out;
  const of = (state: UnitReport["state"]): number => reports.filter((one) => one.state === state).length;
  const files = new Map(reports.map((one) => [one.file, one]));
  const sum = (what: "errors" | "warnings" | "infos"): number => [...files.values()].reduce((all, one) => all + one[what], 0);
  for (const one of reports) if (one.state === "broken") io.error(words.cli.unreadable(one.file, one.reason ?? ""));
  if (passed.length > 0) say(words.rollUp.passed(passed));
  say(words.cli.written(output, specs.map(({ name }) => name)));
  if (reports.length > 1)
    say(
      words.rollUp.cli.done({
        units: reports.length,
        read: of("read"),
        broken: of("broken"),
        missing: of("missing") + of("no-tables"),
        mismatches,
      }),
    );
  say(words.rollUp.cli.found({ errors: sum("errors"), warnings: sum("warnings"), infos: sum("infos") }));
}

