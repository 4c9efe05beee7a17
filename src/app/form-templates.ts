import {
  areasOf,
  shippedForms,
  filledIn,
  formTemplateSchema,
  fromTemplateSheet,
  makeTemplate,
  type FormSheet,
  type FormTemplate,
  type TemplateDraft,
} from "../forms";
import type { Words } from "../i18n";
import { MONEY_UNITS, readMoneyUnit, type MoneyUnit } from "../quantity";
import { readOthers } from "../reading";
import { ALL_LOOKS, MAX_COLS, MAX_ROWS, parseAreaA1, sheetName, snapshotSpec, toA1, type SheetInfo, type SheetSpec } from "../sheet";
import type { OtherTable } from "../tables";
import { COLOURS, formSheet, LARGEST } from "../templates";
import type { Course, LiveWorkbook, Workbook } from "../workbook/port";
import { madeOf } from "./made-sheets";
import type { Done } from "./done";
import { readVersion, versionSheets } from "./compare-versions";
import { Refusal } from "./refusal";

/** What of a form is to be otherwise in its template. */
export interface FormWishes {
  /** The main year; null: as it is. */
  readonly year: number | null;
  /** The unit of money; null: as it is. */
  readonly unit: MoneyUnit | null;
}

export { formTemplateSchema, type FormTemplate, type TemplateDraft } from "../forms";

export const AS_IT_IS: FormWishes = { year: null, unit: null };

/**
 * The sheets that hold a form: those on which tables are read, else those that may be blank forms (see `readForm`). In the order of the
 * workbook. Throws `WorkbookFailure`.
 */
export async function formSheets(workbook: Workbook): Promise<string[]> {
  const { tables } = await readVersion({ workbook, sheet: null });
  return tables.length > 0 ? [...new Set(tables.map(({ sheet }) => sheet))] : versionSheets(workbook);
}

/**
 * The form on a sheet: its tables as they are read, also where nobody has filled them in. `spec` is that sheet as it can be written again.
 * Throws `Refusal` "no-form" where no table is on it, `WorkbookFailure`.
 */
export async function readForm(workbook: Workbook, spec: SheetSpec): Promise<FormSheet> {
  const area = { row: 0, col: 0, rows: MAX_ROWS, cols: MAX_COLS };
  const [snapshot] = await workbook.read([{ sheet: spec.name, area }], {
    layout: true,
    dates: true,
    looks: ["numberFormats", "indents", "bold", "unseen"],
  });
  if (!snapshot) throw new Refusal("no-form", { sheet: spec.name });
  const tables = readOthers(snapshot, []);
  const isBlankForm = !tables.some(isFilled);
  // columns that nobody has filled in yet are none of the table as it stands
  const blank = filledIn(spec, snapshot, isBlankForm ? null : tables);
  const read = blank ? readOthers(blank.snapshot, []) : [];
  if (blank && isBlankForm && read.length > 0) return { spec, tables: read, believed: [], filled: blank.filled };
  if (tables.length === 0) throw new Refusal("no-form", { sheet: spec.name });
  const isSame = read.length === tables.length && read.every(({ rows }, index) => isSameList(rows, tables[index]?.rows ?? []));
  return { spec, tables: isSame ? read : tables, believed: tables, filled: null };
}

function isSameList(a: OtherTable["rows"], b: OtherTable["rows"]): boolean {
  return a.length === b.length && a.every(({ row }, index) => row === b[index]?.row);
}

/** Somebody has typed a number into it. */
function isFilled({ rows, columns }: OtherTable): boolean {
  return rows.some(({ cells }) =>
    columns.some(({ id }) => {
      const cell = cells.get(id);
      return cell?.state === "number" && cell.formula === null && !cell.none;
    }),
  );
}

/** The template of a form, with what changes on the way. `leaves`: it is for another workbook than its own. */
export function templateOf(
  form: FormSheet,
  wishes: FormWishes,
  { words, leaves }: { readonly words: Words; readonly leaves: boolean },
): TemplateDraft {
  const { title, refusal } = words.templates.numberInput;
  const draft = makeTemplate(form, {
    name: form.spec.name,
    year: wishes.year,
    unit: wishes.unit && { unit: wishes.unit, words: words.units[wishes.unit] },
    leaves,
    mark: {
      style: { fill: COLOURS.input, locked: false },
      rule: { rule: { kind: "decimal", min: -LARGEST, max: LARGEST }, alert: "warning", errorTitle: title, errorMessage: refusal },
    },
  });
  const { name: sheet } = form.spec;
  if (wishes.year !== null && draft.year === null) throw new Refusal("no-year", { sheet });
  if (wishes.unit !== null && form.tables.every(({ unit }) => unit === null)) throw new Refusal("no-money-unit", { sheet });
  return draft;
}

/** So many areas and texts are named. */
const MOST_AREAS = 12;

/** What a template holds, and of a draft what changes on the way, a sentence each: to be shown before anything is written. */
export function draftLines({ template, ...draft }: Pick<TemplateDraft, "template"> & Partial<TemplateDraft>, { forms }: Words): string[] {
  const { tables } = template;
  const sum = (count: (table: FormTemplate["tables"][number]) => number): number => tables.reduce((all, table) => all + count(table), 0);
  const areas = (
    say: (count: number, areas: readonly string[], more: number) => string,
    cells: TemplateDraft["cleared"] = [],
  ): string[] => {
    const found = areasOf(cells);
    return cells.length === 0 ? [] : [say(cells.length, found.slice(0, MOST_AREAS), Math.max(0, found.length - MOST_AREAS))];
  };
  const { cleared, added, dropped, reworded = [] } = draft;
  const more = reworded.length - MOST_AREAS;
  return [
    forms.counts({
      tables: tables.length,
      columns: sum(({ columns }) => columns.length),
      lines: sum(({ lines }) => lines.length),
      rules: sum(({ rules }) => rules.length),
    }),
    ...(cleared ? (cleared.length === 0 ? [forms.nothingCleared] : areas(forms.cleared, cleared)) : []),
    ...areas(forms.added, added),
    ...areas(forms.dropped, dropped),
    ...reworded.slice(0, MOST_AREAS).map(({ row, col, from, to }) => forms.reworded(toA1({ row, col }), String(from), String(to))),
    ...(more > 0 ? [forms.moreReworded(more)] : []),
    // where the sheet is laid out anew nobody has counted them yet
    ...(template.sheet ? [forms.inputs(sum(({ inputs = [] }) => inputs.reduce((all, at) => all + cellsIn(at), 0)))] : []),
  ];
}

function cellsIn(at: string): number {
  const area = parseAreaA1(at);
  return area ? area.rows * area.cols : 0;
}

/** The sheet of a template, under a name that is free. */
export function sheetOfTemplate(template: FormTemplate, taken: readonly string[], words: Words): SheetSpec {
  const name = sheetName(template.name, taken);
  return template.sheet ? fromTemplateSheet(template.sheet, name) : formSheet(template, name, words.templates);
}

/** The public forms that ship, by their ids. */
export const publicForms: readonly { readonly id: string; readonly name: string; readonly document: string; readonly year: number }[] =
  shippedForms.map(({ id = "", tables, name, source }) => ({
    id,
    name: tables[0]?.title ?? name,
    document: source?.document ?? "",
    year: source?.year ?? 0,
  }));

/** One of them; null for any other id. */
export function publicForm(id: string): FormTemplate | null {
  return shippedForms.find((form) => form.id === id) ?? null;
}

/** Reads a template as a text of JSON. Throws `Refusal` "bad-template" with the place of the first fault. */
export function parseTemplate(text: string): FormTemplate {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    throw new Refusal("bad-template", { at: "", fault: "json" });
  }
  const parsed = formTemplateSchema.safeParse(data);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Refusal("bad-template", { at: issue?.path.join(".") ?? "", fault: issue?.message ?? "" });
}

/** The unit of money that a person names: its key or its words ("trieu-dong", "triệu đồng"). */
export function moneyUnit(text: string): MoneyUnit | null {
  return MONEY_UNITS.find((unit) => unit === text) ?? readMoneyUnit(text);
}

/** The form on the sheet in front, as far as Excel tells of the sheet. Throws as `readForm`. */
export async function readFormInFront(workbook: LiveWorkbook): Promise<FormSheet> {
  const [{ sheet }] = await workbook.selection();
  const [snapshot] = await workbook.read([{ sheet, area: { row: 0, col: 0, rows: MAX_ROWS, cols: MAX_COLS } }], {
    layout: true,
    looks: ALL_LOOKS,
  });
  if (!snapshot) throw new Refusal("no-form", { sheet });
  return readForm(workbook, snapshotSpec(snapshot, await workbook.page(sheet)));
}

/** Adds the sheet of a template, whose name it returns; its undo removes it unless somebody has typed into it. Throws `WorkbookFailure`. */
export async function createFromTemplate(
  workbook: LiveWorkbook,
  template: FormTemplate,
  words: Words,
  course?: Course,
): Promise<Done<readonly SheetInfo[]>> {
  const { sheets } = await workbook.outline();
  const spec = sheetOfTemplate(
    template,
    sheets.map(({ name }) => name),
    words,
  );
  const made = await workbook.addSheets([spec], course);
  return { result: made, undo: [{ kind: "sheets", sheets: madeOf(made, [spec]) }] };
}
