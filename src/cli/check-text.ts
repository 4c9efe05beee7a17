import { checkText, describeText, factName, figureSentence, quoteSheet, sentenceOf, toA1, type TextCheck, type TextReport } from "../app";
import { documentNotice, type Words } from "../i18n";
import { NotDone, unreadSentence, type Io } from "./io";

/** A document held against the tables of a file. */
export interface CheckedText {
  readonly check: TextCheck;
  readonly report: TextReport & { readonly file: string; readonly notices: readonly { readonly code: string; readonly message: string }[] };
}

/** Throws `NotDone` where the document or the tables cannot be read. */
export async function checkTextOf(tables: string, file: string, words: Words, io: Io): Promise<CheckedText> {
  const document = await reading(file, () => io.document(file), words);
  const workbook = await reading(tables, () => io.open(tables), words);
  const check = await reading(tables, () => checkText(workbook, document.text), words);
  const notices = document.notices.map((notice) => ({ code: notice.kind, message: documentNotice(notice, words) }));
  return { check, report: { file, notices, ...describeText(check) } };
}

async function reading<T>(file: string, work: () => Promise<T>, words: Words): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof NotDone) throw cause;
    throw new NotDone(unreadSentence(file, cause, words), { cause });
  }
}

/** What differs first, then what is to be looked at, and what was not found; what agrees is counted. */
export function printText({ check, report }: CheckedText, words: Words, io: Io): void {
  const own = words.textCheck;
  for (const { message } of report.notices) io.out(`${report.file}: ${message}`);
  for (const { rule, error } of check.failures) io.error(words.brokenRule({ rule, error }));
  if (check.tables === 0) return io.out(`${report.file}: ${own.noTables}`);
  if (check.claims.length === 0) return io.out(`${report.file}: ${own.noFigures}`);
  io.out(`${report.file}: ${own.counts(report.counts)}`);
  for (const verdict of ["differs", "unsure", "not-found"] as const)
    for (const checked of check.claims) {
      if (checked.verdict !== verdict) continue;
      const { fact, claim } = checked;
      const cell = fact ? `${quoteSheet(fact.at.sheet)}!${toA1(fact.at)} ${factName(fact)}: ` : "";
      const told = `${cell}${figureSentence(checked, words)}`.trim();
      const figure = `“${claim.text.replace(/\s+/g, " ")}”`;
      const within = own.cli.inSentence(sentenceOf(check, checked));
      io.out(["", own.verdicts[verdict], figure, ...(told === "" ? [] : [told]), within].join("  "));
    }
}
