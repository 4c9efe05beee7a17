import {
  adjustmentSheets, changeName, changeText, compareRead, describeVersions, isUnchanged, lackOf, noAdjustment, quoteSheet, readVersion,
  tableRows, tableSentences, toA1, versionCounts, versionsSheet, type Differences, type ReadVersion, type VersionRow,
} from "../app";
import type { Words } from "../i18n";
import { NotDone, unreadSentence, writeNew, type Io } from "./io";

export interface DiffOptions {
  readonly json?: boolean;
  /** A new file for what changed. */
  readonly output?: string;
  /** The file is the form that adjusts a budget. */
  readonly adjustment?: boolean;
  readonly oldSheet?: string;
  readonly newSheet?: string;
  /** The day as it is written on the sheet. */
  readonly date: string;
}

/**
 * Says what changed from one version of tables to another. 0: done; 1: a sheet could not be looked at, by a fault of ours. Throws
 * `NotDone`; nothing is written then.
 */
export async function diff(
  files: { readonly old: string; readonly now: string }, options: DiffOptions, words: Words, io: Io,
): Promise<number> {
  const own = words.versions.cli;
  const { oldSheet = null, newSheet = null } = options;
  if (options.adjustment && options.output === undefined) throw new NotDone(own.needsOutput);
  if (files.old === files.now && oldSheet === newSheet) throw new NotDone(own.oneFile);
  const [old, now] = [await read(files.old, oldSheet, words, io), await read(files.now, newSheet, words, io)];
  const differences = await compareRead(old, now);
  const lack = lackOf(differences);
  if (lack !== null) throw new NotDone(lack === "shared" ? own.nothing : own.noTables(files[lack]));
  const nameOf = (file: string, sheet: string | null): string => (sheet === null ? file : `${file}, ${sheet}`);
  if (options.output !== undefined) {
    const between = { old: nameOf(files.old, oldSheet), now: nameOf(files.now, newSheet), date: options.date };
    const why = options.adjustment ? noAdjustment(differences) : null;
    if (why !== null) throw new NotDone(words.refusals["no-adjustment"]({ why }));
    const specs = options.adjustment ? adjustmentSheets(differences, [], words) : [versionsSheet(differences, between, [], words)];
    await writeNew(options.output, specs, words, io);
    // what is printed as JSON stays alone on standard output
    (options.json ? io.error : io.out)(words.cli.written(options.output, specs.map(({ name }) => name)));
  }
  if (options.json) io.out(JSON.stringify(describeVersions(differences), null, 2));
  else for (const line of linesOf(differences, words)) io.out(line);
  const failures = [...old.failures, ...now.failures];
  for (const failure of failures) io.error(words.brokenRule(failure));
  return failures.length > 0 ? 1 : 0;
}

async function read(file: string, sheet: string | null, words: Words, io: Io): Promise<ReadVersion> {
  try {
    const workbook = await io.open(file);
    const { sheets } = await workbook.outline();
    if (sheet !== null && !sheets.some(({ name }) => name === sheet))
      throw new NotDone(words.versions.cli.noSheet(sheet, file, sheets.map(({ name }) => name)));
    return await readVersion({ workbook, sheet });
  } catch (cause) {
    if (cause instanceof NotDone) throw cause;
    throw new NotDone(unreadSentence(file, cause, words), { cause });
  }
}

function linesOf(differences: Differences, words: Words): string[] {
  const { versions } = words;
  if (isUnchanged(differences)) return [versions.same];
  return [
    versions.counts(versionCounts(differences)),
    ...tableSentences(differences, words),
    ...tableRows(differences, words).flatMap(({ title, remarks, rows }) => [
      title, ...remarks.map((remark) => `  ${remark}`), ...rows.map((row) => `  ${lineOf(row, words)}`),
    ]),
  ];
}

/** 'Biểu 1'!C9  Chi thường xuyên · Dự toán 2025: 39.705 → 39.750 (+45). Đổi số */
function lineOf(row: VersionRow, words: Words): string {
  const change = changeText(row, words);
  return `${quoteSheet(row.cell.sheet)}!${toA1(row.cell)}  ${changeName(row)}${change === "" ? "" : `: ${change}`}. ${row.what}`;
}
