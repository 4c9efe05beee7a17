import {
  WEIGHTS, checkReportSheets, checkWorkbook, describeCheck, formsUsed, hasData, quoteSheet, readFormRules, weighed, weightOf,
  writtenRules, type CheckReport, type CheckResult, type Form, type SheetSpec, type Today,
} from "../app";
import { failureSentence, type Words } from "../i18n";
import { checkTextOf, printText } from "./check-text";
import { beginFile, beginWorkbook, NotDone, unreadSentence, writing, type Io, type Sink } from "./io";

export interface CheckOptions {
  readonly json: boolean;
  readonly today: Today;
  /** A new file for the report; null for none. */
  readonly report: string | null;
  /** A file with the rules of forms; null for none. */
  readonly rules: string | null;
  /** A new file for the rules of the tables that were read; null for none. */
  readonly writeRules: string | null;
  /** A document whose figures are held against the tables of the one file; null for none. */
  readonly text: string | null;
}

interface FileReport extends CheckReport {
  readonly file: string;
  readonly failure: { readonly code: string; readonly message: string } | null;
  /** What has to be told of the file itself, as how its letters were read. */
  readonly notices: readonly { readonly code: string; readonly sheet: string; readonly message: string }[];
}

/** A file's report, and the rules of ours that failed on it, which are no part of it. */
interface CheckedFile {
  readonly report: FileReport;
  readonly failures: CheckResult["failures"];
  /** The rules of its tables, where these are to be written. */
  readonly rules: readonly Form[];
  /** Titles of the forms whose rules were used. */
  readonly used: readonly string[];
  /** Whether anybody has given its tables figures. */
  readonly filled: boolean;
}

/**
 * 0: nothing wrong found; 1: findings of severity error that nobody has explained in the workbook and that are not the document's own, one
 * of several files could not be read, a rule of ours failed, or a figure of the text differs; 2: nothing could be checked.
 */
export async function checkFiles(paths: readonly string[], options: CheckOptions, words: Words, io: Io): Promise<number> {
  const files: string[] = [];
  for (const path of paths) {
    try {
      files.push(...(await io.files(path)));
    } catch {
      // what is not there is reported in its place, by the attempt to read it
      files.push(path);
    }
  }
  if (files.length === 0) {
    io.error(words.cli.empty);
    return 2;
  }
  const [only, ...more] = files;
  if (options.text !== null && more.length > 0) throw new NotDone(words.textCheck.cli.oneFile);
  const text = options.text === null || only === undefined ? null : await checkTextOf(only, options.text, words, io);
  const forms = options.rules === null ? [] : await formsIn(options.rules, words, io);
  const workbook = options.report === null ? null : await beginWorkbook(options.report, words, io);
  const sink = options.writeRules === null ? null : await beginFile(options.writeRules, ".json", words, io);
  const checked: CheckedFile[] = [];
  for (const file of files) checked.push(await checkFile(file, { ...options, forms }, words, io));
  const reports = checked.map(({ report }) => report);
  const failed = reports.filter(({ failure }) => failure !== null);
  if (files.length === 1 && failed[0]?.failure) {
    io.error(words.cli.unreadable(failed[0].file, failed[0].failure.message));
    return 2;
  }
  if (reports.every(({ tables, findings }) => tables.length + findings.length === 0)) {
    const [report, ...others] = reports;
    for (const { file, notices } of reports) for (const { message } of notices) io.error(`${file}: ${message}`);
    for (const one of failed) io.error(words.cli.unreadable(one.file, one.failure?.message ?? ""));
    io.error(report && others.length === 0 ? words.cli.noTables(report.file) : words.cli.nothingChecked);
    return 2;
  }
  await workbook?.write(reportSheets(reports, options.today, words));
  if (sink) await writeRules(sink, checked, options.writeRules ?? "", words);
  await writing(options.report ?? options.writeRules ?? "", words, io.keep);
  if (options.json) io.out(JSON.stringify({ files: reports, ...(text ? { text: text.report } : {}) }, null, 2));
  else for (const one of checked) print(one, words, io);
  if (text && !options.json) printText(text, words, io);
  if (options.writeRules !== null) io.error(words.cli.rulesWritten(options.writeRules));
  const used = new Set(checked.flatMap((one) => one.used));
  for (const { title } of forms) if (!used.has(title)) io.error(words.cli.rulesUnused(title));
  const broken = new Map(checked.flatMap(({ failures }) => failures).map((failure) => [failure.rule, failure]));
  for (const failure of broken.values()) io.error(words.brokenRule(failure));
  const wrong = reports.some(({ findings }) => findings.some((finding) => weightOf(finding) === "error" && finding.status === "open"));
  const differs = text !== null && text.report.counts.differs > 0;
  return wrong || differs || failed.length > 0 || broken.size > 0 ? 1 : 0;
}

/** Throws `NotDone`. */
async function formsIn(file: string, words: Words, io: Io): Promise<readonly Form[]> {
  let text: string;
  try {
    text = await io.readText(file);
  } catch (cause) {
    throw new NotDone(unreadSentence(file, cause, words), { cause });
  }
  const read = readFormRules(text);
  if ("fault" in read) throw new NotDone(words.cli.badRules(file, read.fault));
  return read.rules.forms;
}

async function writeRules(sink: Sink<string>, checked: readonly CheckedFile[], file: string, words: Words): Promise<void> {
  const forms = checked.flatMap(({ rules }) => rules);
  if (forms.length === 0) throw new NotDone(words.cli.noRules);
  await writing(file, words, async () => {
    await sink.write(`${JSON.stringify({ version: 1, forms }, null, 2)}\n`);
    await sink.close();
  });
}

function reportSheets(reports: readonly FileReport[], { year, month, day }: Today, words: Words): SheetSpec[] {
  const checked = reports.map((report) => ({
    file: report.file,
    tables: report.tables.length,
    failure: report.failure?.message ?? null,
    findings: report.findings.map(({ sheet, cell, message, ...finding }) => ({
      weight: weightOf(finding),
      place: `${quoteSheet(sheet)}!${cell}`,
      text: message,
    })),
  }));
  const date = [day, month].map((part) => String(part).padStart(2, "0")).concat(String(year)).join("/");
  return checkReportSheets(checked, date, words);
}

async function checkFile(
  file: string, options: Pick<CheckOptions, "today" | "writeRules"> & { readonly forms: readonly Form[] }, words: Words, io: Io,
): Promise<CheckedFile> {
  try {
    const workbook = await io.open(file);
    const notices = new Map<string, FileReport["notices"][number]>();
    const result = await checkWorkbook(workbook, options.today, {
      forms: options.forms,
      course: {
        notice: (notice) => {
          const { kind, sheet } = notice;
          notices.set(`${kind} ${sheet}`, { code: kind, sheet, message: words.notices[kind](notice) });
        },
      },
    });
    return {
      report: { file, failure: null, notices: [...notices.values()], ...describeCheck(result, words) },
      failures: result.failures,
      rules: options.writeRules === null ? [] : writtenRules(result),
      used: formsUsed(result),
      filled: result.others.length > 0 || result.tables.some(hasData),
    };
  } catch (cause) {
    const { code, sentence } = failureSentence(cause, words);
    const report = { file, failure: { code, message: sentence }, notices: [], tables: [], findings: [] };
    return { report, failures: [], rules: [], used: [], filled: false };
  }
}

function print({ report: { file, failure, notices, tables, findings }, filled }: CheckedFile, words: Words, io: Io): void {
  if (failure) return io.error(words.cli.unreadable(file, failure.message));
  for (const { message } of notices) io.out(`${file}: ${message}`);
  if (tables.length + findings.length === 0) return io.out(words.cli.noTables(file));
  const open = findings.filter(({ status }) => status === "open");
  const explained = findings.length - open.length;
  const blank = tables.length > 0 && !filled;
  if (findings.length === 0) return io.out(blank ? words.cli.noData(file) : words.cli.clean(file));
  if (blank) io.out(words.cli.noData(file));
  const counts = weighed(open);
  const apart = [
    ...(counts.document > 0 ? [words.cli.byDocument(counts.document)] : []),
    ...(explained > 0 ? [words.cli.explained(explained)] : []),
  ];
  io.out([`${file}: ${words.cli.count(counts.error, counts.warning, counts.info)}`, ...apart].join(", "));
  const line = ({ sheet, cell, message, ...finding }: FileReport["findings"][number]): string =>
    `  ${words.severities[weightOf(finding)]}  ${quoteSheet(sheet)}!${cell}  ${message}`;
  for (const weight of WEIGHTS) {
    if (weight === "document" && counts.document > 0) io.out(`  ${words.byDocument}`);
    for (const finding of open) if (weightOf(finding) === weight) io.out(line(finding));
  }
}
