import { checkWorkbook, describeCheck, quoteSheet, type CheckReport } from "../app";
import { failureSentence, type Words } from "../i18n";
import type { Io } from "./io";

export interface CheckOptions {
  readonly json: boolean;
  readonly year: number;
}

type FileReport = CheckReport & { readonly file: string; readonly failure: { readonly code: string; readonly message: string } | null };

/** 0: nothing wrong found; 1: findings of severity error, or one of several files could not be read; 2: nothing could be checked. */
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
  const reports: FileReport[] = [];
  for (const file of files) reports.push(await checkFile(file, options, words, io));
  const failed = reports.filter(({ failure }) => failure !== null);
  if (files.length === 1 && failed[0]?.failure) {
    io.error(words.cli.unreadable(failed[0].file, failed[0].failure.message));
    return 2;
  }
  if (options.json) io.out(JSON.stringify({ files: reports }, null, 2));
  else for (const report of reports) print(report, words, io);
  const wrong = reports.some(({ findings }) => findings.some(({ severity }) => severity === "error"));
  return wrong || failed.length > 0 ? 1 : 0;
}

async function checkFile(file: string, options: CheckOptions, words: Words, io: Io): Promise<FileReport> {
  try {
    const workbook = await io.open(file);
    return { file, failure: null, ...describeCheck(await checkWorkbook(workbook, { year: options.year }), words) };
  } catch (cause) {
    return { file, failure: { code: failureSentence(cause, words).code, message: reason(cause, words) }, tables: [], findings: [] };
  }
}

function reason(cause: unknown, words: Words): string {
  if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return words.cli.notThere;
  return failureSentence(cause, words).sentence;
}

function print({ file, failure, tables, findings }: FileReport, words: Words, io: Io): void {
  if (failure) return io.error(words.cli.unreadable(file, failure.message));
  if (tables.length === 0) return io.out(words.cli.noTables(file));
  if (findings.length === 0) return io.out(words.cli.clean(file));
  const of = (severity: string): number => findings.filter((finding) => finding.severity === severity).length;
  io.out(`${file}: ${words.cli.count(of("error"), of("warning"), of("info"))}`);
  for (const { severity, sheet, cell, message } of findings) io.out(`  ${words.severities[severity]}  ${quoteSheet(sheet)}!${cell}  ${message}`);
}
