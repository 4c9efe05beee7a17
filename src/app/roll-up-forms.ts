import { copyOf, formLineName, lineKey, sumForms, type FormHeap, type FormShape, type FormsResult, type Placed } from "../forms";
import type { Words } from "../i18n";
import type { SheetSpec } from "../sheet";
import type { FormsDraft, FormSheet, UnitReport } from "../summaries/roll-up";
import type { Workbook } from "../workbook/port";
import { formSheets, readForm } from "./form-templates";
import { Refusal } from "./refusal";

export { tableName } from "../forms";
export { formSources, type FormsDraft } from "../summaries/roll-up";

/** A sheet of a file as it can be written again, and the kinds of what of it cannot. */
export interface SheetCopy {
  readonly spec: SheetSpec;
  readonly left: readonly string[];
}

/** A form that files are added into: its shape and where its lines stand. */
export interface GivenForm {
  readonly file: string;
  readonly tables: readonly { readonly shape: FormShape; readonly rows: readonly number[] }[];
}

export interface FormsAsked {
  /** A sheet of a file with its looks; null where there is none of that name. */
  readonly sheet: (file: string, name: string) => Promise<SheetCopy | null>;
  /** The form into which everything is added; null for that which most units have. */
  readonly given: GivenForm | null;
  /** Lines of which each unit's figures are wanted, by their words or numbers. */
  readonly lines: readonly string[];
}

/** The tables of a file as forms to be filled, also of one that nobody has filled in. Throws `WorkbookFailure`. */
export async function givenForm(file: string, workbook: Workbook, sheetOf: FormsAsked["sheet"]): Promise<GivenForm> {
  const tables: GivenForm["tables"][number][] = [];
  for (const name of await formSheets(workbook)) {
    const copy = await sheetOf(file, name);
    if (!copy) continue;
    try {
      const form = await readForm(workbook, copy.spec);
      tables.push(...form.tables.map(copyOf).map(({ shape, rows }) => ({ shape, rows })));
    } catch (cause) {
      // a sheet of words beside the form
      if (!(cause instanceof Refusal)) throw cause;
    }
  }
  return { file, tables };
}

/** What units' forms come to, with the sheets that they are written on: nothing is written yet. Throws `WorkbookFailure`. */
export async function draftForms(heap: FormHeap, { sheet, given, lines }: FormsAsked): Promise<FormsDraft | null> {
  if (heap.units.length === 0) return null;
  const result = sumForms(heap, given && given.tables.map(({ shape }) => shape));
  const found = lines.map((text) => ({ text, lines: linesOf(result, text) }));
  return {
    result,
    sheets: await sheetsOf(result, sheet, given),
    lines: found.flatMap((one) => one.lines),
    unknown: found.flatMap((one) => (one.lines.length === 0 ? [one.text] : [])),
  };
}

async function sheetsOf({ forms }: FormsResult, sheetOf: FormsAsked["sheet"], given: GivenForm | null): Promise<FormSheet[]> {
  const bySheet = new Map<string, { readonly file: string; readonly sheet: string; readonly forms: FormSheet["forms"][number][] }>();
  forms.forEach((total, form) => {
    const table = given?.tables[form];
    const at: Pick<Placed, "file" | "rows"> | null = given && table ? { file: given.file, rows: table.rows } : total.best;
    if (!at || total.tables.length === 0) return;
    const key = `${at.file}\n${total.shape.sheet}`;
    const known = bySheet.get(key) ?? { file: at.file, sheet: total.shape.sheet, forms: [] };
    bySheet.set(key, known);
    known.forms.push({ form, total, rows: at.rows });
  });
  const sheets: FormSheet[] = [];
  for (const { file, sheet, forms: own } of bySheet.values()) {
    const copy = await sheetOf(file, sheet);
    if (copy) sheets.push({ ...copy, file, forms: own });
  }
  return sheets;
}

/** Lines by their words, with or without their number, else by the number alone. */
function linesOf({ forms }: FormsResult, text: string): FormsDraft["lines"] {
  const key = lineKey(text);
  return forms.flatMap(({ shape }, form) => {
    const linesWith = (textOf: (line: number) => string): number[] =>
      [...shape.lines.keys()].filter((line) => lineKey(textOf(line)) === key);
    const labelled = linesWith((line) => shape.lines[line]?.label ?? "");
    const named = labelled.length > 0 ? labelled : linesWith((line) => formLineName(shape, line));
    return (named.length > 0 ? named : linesWith((line) => shape.lines[line]?.number ?? "")).map((line) => ({ form, line }));
  });
}

/** Units that have sent tables of which none was added have sent none that counts. */
export function withoutAdded(reports: readonly UnitReport[], draft: FormsDraft | null, heap: FormHeap, words: Words): UnitReport[] {
  if (!draft) return [...reports];
  const sent = new Set(heap.units.map(({ unit }) => unit));
  return reports.map((report) =>
    report.state === "read" && report.kinds.length === 0 && sent.has(report.unit) && !draft.result.added.has(report.unit)
      ? { ...report, state: "no-tables", reason: words.rollUp.forms.notAdded }
      : report,
  );
}

/** What a person has to know before sums are used: nothing that lies in the nature of things. */
const FORESEEN: ReadonlySet<string> = new Set(["not-added", "converted"]);
/** What makes sums wrong. */
const WRONG: ReadonlySet<string> = new Set(["scale", "other-year", "other-unit"]);

export function formsAmiss({ result: { notes } }: FormsDraft): FormsResult["notes"] {
  return notes.filter(({ code }) => !FORESEEN.has(code));
}

export function formsWrong({ result: { notes } }: FormsDraft): boolean {
  return notes.some(({ code }) => WRONG.has(code));
}
