import {
  DEFAULT_OPTIONS, createSpecs, describeDraft, factLines, draftText, kindsOf, missingIn, planFile, planOf, readDocument,
  unreadLines, yearsOf,
  type Draft, type DraftReport, type DraftedPlan, type PlanChoices,
} from "../app";
import type { DocumentText } from "../documents";
import { documentNotice, type Words } from "../i18n";
import { NotDone, beginFile, beginWorkbook, unreadSentence, writing, type Io } from "./io";

/** The options of `extract` as they come from the command line. */
export interface ExtractOptions {
  readonly json?: boolean;
  /** A new workbook with the tables of the plan. */
  readonly output?: string;
  /** A new file with the plan. */
  readonly plan?: string;
  readonly title?: string;
  readonly issuer?: string;
  /** "2026-2030". */
  readonly period?: string;
}

/**
 * Drafts a plan from the text of a document. 0: done; 1: done, and amounts of the text do not add up. Throws `NotDone`; nothing is written
 * then.
 */
export async function extract(file: string, options: ExtractOptions, words: Words, io: Io): Promise<number> {
  const said = choicesOf(options, words);
  const workbook = options.output === undefined ? null : await beginWorkbook(options.output, words, io);
  const sink = options.plan === undefined ? null : await beginFile(options.plan, ".json", words, io);
  const { text, notices } = await documentIn(file, words, io);
  for (const notice of notices) io.error(`${file}: ${documentNotice(notice, words)}`);
  const draft = await draftText(text, { progress: (share) => io.progress(words.drafts.cli.progress(Math.floor(share * 100))) });
  io.progress(null);
  const document = readDocument(text);
  const report = describeDraft(draft, words);
  const isEmpty = draft.indicators.length + draft.budget.length + draft.tasks.length === 0;
  if (isEmpty) {
    if (workbook ?? sink) throw new NotDone(words.drafts.cli.nothing(file));
    io.error(words.drafts.cli.nothing(file));
  }
  let drafted: DraftedPlan | null = null;
  let sheets: readonly string[] = [];
  if (workbook ?? sink) {
    const choices = asked(file, draft, said, words, io);
    drafted = planOf(draft, document, choices, words);
    const { plan } = drafted;
    const specs = createSpecs({ ...DEFAULT_OPTIONS, plan, kinds: kindsOf(plan) }, words);
    sheets = specs.map(({ name }) => name);
    await workbook?.write(specs);
    if (sink) await writing(options.plan ?? "", words, async () => {
      await sink.write(planFile(plan));
      await sink.close();
    });
    await writing(options.output ?? options.plan ?? "", words, io.keep);
  }
  if (options.json) io.out(JSON.stringify(report, null, 2));
  else for (const line of linesOf(draft, report, document, words)) io.out(line);
  // what is printed as JSON stays alone on standard output
  const tell = options.json ? io.error : io.out;
  if (options.output !== undefined) tell(words.cli.written(options.output, sheets));
  if (options.plan !== undefined) tell(words.drafts.cli.planWritten(options.plan));
  for (const left of drafted?.left ?? []) tell(left.text);
  return report.gaps.length > 0 ? 1 : 0;
}

async function documentIn(file: string, words: Words, io: Io): Promise<DocumentText> {
  try {
    return await io.document(file);
  } catch (cause) {
    throw new NotDone(unreadSentence(file, cause, words), { cause });
  }
}

function choicesOf({ title, issuer, period }: ExtractOptions, words: Words): PlanChoices {
  const [, from, to] = (period === undefined ? null : /^(\d{4})(?:\s*[-–]\s*(\d{4}))?$/.exec(period.trim())) ?? [];
  if (period !== undefined && from === undefined) throw new NotDone(words.drafts.cli.badPeriod(period));
  return {
    ...(title === undefined ? {} : { title }),
    ...(issuer === undefined ? {} : { issuer }),
    ...(from === undefined ? {} : { period: { from: Number(from), to: Number(to ?? from) } }),
  };
}

/**
 * What a plan must have and the text does not say: there is nobody to ask, so the plan is called as its file and is of the years of its
 * figures, else of its date, else of today; which is told, and how to say it. Throws `NotDone` for years that cannot be.
 */
function asked(file: string, draft: Draft, said: PlanChoices, words: Words, io: Io): PlanChoices {
  let choices = said;
  const missing = missingIn(draft, said);
  if (missing.includes("title")) {
    const title = file.replace(/^.*[/\\]/, "").replace(/\.[^.]+$/, "").trim() || file;
    choices = { ...choices, title };
    io.error(words.drafts.cli.noTitle(title));
  }
  if (missing.includes("period")) {
    if (said.period) throw new NotDone(words.drafts.cli.badPeriod(`${said.period.from}-${said.period.to}`));
    const year = Number(draft.head.date?.slice(0, 4) ?? io.today().getFullYear());
    const period = yearsOf(draft) ?? { from: year, to: year };
    choices = { ...choices, period };
    io.error(words.drafts.cli.yearsTaken(period.from, period.to));
  }
  return choices;
}

function linesOf(draft: Draft, { gaps, head }: DraftReport, document: ReturnType<typeof readDocument>, words: Words): string[] {
  const own = words.drafts.cli;
  const lists = factLines(draft, document, words);
  const kinds = ["indicators", "budget", "tasks"] as const;
  return [
    own.head(head),
    ...gaps.map(({ message }) => `! ${message}`),
    ...unreadLines(draft, document, words).map((line) => `! ${line}`),
    ...kinds.flatMap((kind) => {
      const lines = lists[kind];
      const unsure = lines.filter(({ doubts }) => doubts.length > 0).length;
      return [
        own.list(kind, lines.length, unsure),
        ...lines.flatMap(({ text, where, doubts, evidence }) => [
          `  ${doubts.length > 0 ? "? " : ""}${text}  [${where}]`,
          ...(doubts.length > 0 ? [`      ${own.unsure(doubts, evidence)}`] : []),
        ]),
      ];
    }),
  ];
}
