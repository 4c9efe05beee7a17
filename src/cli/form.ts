import {
  AS_IT_IS,
  draftLines,
  formSheets,
  moneyUnit,
  publicForm,
  publicForms,
  parseTemplate,
  readForm,
  sheetOfTemplate,
  templateOf,
  type FormTemplate,
  type FormWishes,
  type TemplateDraft,
} from "../app";
import { MONEY_UNITS } from "../quantity";
import { failureSentence, type Words } from "../i18n";
import { NotDone, unreadSentence, writeNew, writeText, type Io } from "./io";

export interface FormOptions {
  readonly json?: boolean;
  readonly output?: string;
  readonly sheet?: string;
  readonly year?: string;
  readonly unit?: string;
}

/**
 * Makes a template of a form, says what changes on the way, and writes it where that is wished. Throws `NotDone`; nothing is written then.
 */
export async function form(source: string, options: FormOptions, words: Words, io: Io): Promise<void> {
  const own = words.forms.cli;
  const { output } = options;
  if (output !== undefined && !/\.(?:xlsx|json)$/i.test(output)) throw new NotDone(own.badEnding(output));
  const wishes = wishesOf(options, words);
  const known = publicForm(source);
  const isTemplate = known !== null || /\.json$/i.test(source);
  if (isTemplate && (options.sheet !== undefined || wishes !== AS_IT_IS)) throw new NotDone(own.onlyForWorkbook);
  const draft = isTemplate ? null : await draftOf(source, options.sheet, wishes, words, io);
  const template = draft?.template ?? known ?? (await templateIn(source, words, io));
  if (options.json) io.out(JSON.stringify(template, null, 2));
  else for (const line of draftLines(draft ?? { template }, words)) io.out(line);
  if (output === undefined) return;
  if (/\.json$/i.test(output)) await writeText(output, ".json", `${JSON.stringify(template, null, 2)}\n`, words, io);
  else await writeNew(output, [sheetOfTemplate(template, [], words)], words, io);
  (options.json ? io.error : io.out)(own.written(output));
}

function wishesOf({ year, unit }: FormOptions, words: Words): FormWishes {
  if (year === undefined && unit === undefined) return AS_IT_IS;
  const own = words.forms.cli;
  const wanted = year === undefined ? null : Number(year);
  if (wanted !== null && !(Number.isInteger(wanted) && wanted >= 1990 && wanted <= 2100)) throw new NotDone(own.badYear(year ?? ""));
  const money = unit === undefined ? null : moneyUnit(unit);
  if (unit !== undefined && money === null) throw new NotDone(own.badUnit(unit, MONEY_UNITS));
  return { year: wanted, unit: money };
}

async function templateIn(file: string, words: Words, io: Io): Promise<FormTemplate> {
  try {
    return parseTemplate(await io.readText(file));
  } catch (cause) {
    throw new NotDone(unreadSentence(file, cause, words), { cause });
  }
}

async function draftOf(file: string, sheet: string | undefined, wishes: FormWishes, words: Words, io: Io): Promise<TemplateDraft> {
  try {
    const workbook = await io.open(file);
    const spec = (await io.sheet(file, sheet ?? onlySheet(file, await formSheets(workbook), words)))?.spec ?? null;
    if (!spec)
      throw new NotDone(
        words.versions.cli.noSheet(
          sheet ?? "",
          file,
          (await workbook.outline()).sheets.map(({ name }) => name),
        ),
      );
    return templateOf(await readForm(workbook, spec), wishes, { words, leaves: true });
  } catch (cause) {
    if (cause instanceof NotDone) throw cause;
    if (cause instanceof Error && cause.name === "Refusal")
      throw new NotDone(`${file}: ${failureSentence(cause, words).sentence}`, { cause });
    throw new NotDone(unreadSentence(file, cause, words), { cause });
  }
}

function onlySheet(file: string, sheets: readonly string[], words: Words): string {
  const [first, ...others] = sheets;
  if (first === undefined) throw new NotDone(words.forms.cli.noTable(file));
  if (others.length > 0) throw new NotDone(words.forms.cli.whichSheet(file, sheets));
  return first;
}

/** The public forms that ship. */
export function forms({ json }: { readonly json?: boolean }, io: Io): void {
  if (json) io.out(JSON.stringify(publicForms, null, 2));
  else for (const { id, name, document } of publicForms) io.out(`${id}\t${document}\t${name}`);
}
