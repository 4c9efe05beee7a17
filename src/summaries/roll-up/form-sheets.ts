import { formColumnName, formLineName, tableName, unitsIn, type FormNote, type FormsResult, type FormTotal } from "../../forms";
import { shortened, type Words } from "../../i18n";
import type { CellInput, SheetSpec } from "../../sheet";
import { fillForm, type FormRemark, type FormSheet } from "./form-fill";
import { pageSheet, under, type PageColumn, type PageRow } from "./page";
import { fewWords, type SheetContext } from "./section-sheets";

/** What units' forms come to, with the sheets on which it is written. */
export interface FormsDraft {
  readonly result: FormsResult;
  readonly sheets: readonly FormSheet[];
  /** Lines for which what each unit has is listed: of each form by its place. */
  readonly lines: readonly { readonly form: number; readonly line: number }[];
  /** What was asked for and is no line of any form. */
  readonly unknown: readonly string[];
}

/** A note as a sentence. */
export function formNoteWords(note: FormNote, words: Words): string {
  const one = shortened(note);
  const own = words.rollUp.forms.notes;
  switch (one.code) {
    case "other-year":
      return own[one.code](one.years, one.wanted);
    case "other-form":
      return own[one.code](one.table);
    case "near-line":
    case "near-column":
      return own[one.code](one.text, one.wanted);
    case "missing-lines":
    case "extra-lines":
    case "missing-columns":
    case "extra-columns":
      return own[one.code](one.texts);
    case "converted":
    case "other-unit":
      return own[one.code](one.columns, one.from, one.to);
    case "unit-unsaid":
      return own[one.code](one.columns, one.to);
    case "scale":
      return own[one.code](one.column, one.tens);
    case "half-filled":
      return own[one.code](one.filled, one.usual);
    case "same-figures":
      return own[one.code];
    case "unread":
      return own[one.code](one.text, one.label, one.column);
    case "not-added":
      return own[one.code](one.columns);
    case "gap":
      return own[one.code](one);
  }
}

/** A remark as a sentence. */
export function formRemarkWords(remark: FormRemark, words: Words): string {
  const own = words.rollUp.forms.remarks;
  switch (remark.code) {
    case "base":
      return own.base(remark.file);
    case "left":
      return own.left(remark.left);
    case "outside":
    case "foreign":
    case "replaced":
    case "other-sum":
    case "unchecked":
      return own[remark.code](remark.cells.length, remark.cells.slice(0, MOST_CELLS));
  }
}

/** More cells are told by their number. */
const MOST_CELLS = 12;

/** What a note is of: the table by its name; "" for a table that is none of the forms. */
export function noteTable({ forms }: FormsResult, { form }: FormNote): string {
  const shape = form === null ? undefined : forms[form]?.shape;
  return shape ? tableName(shape) : "";
}

/** The sheets of the forms: each filled in, then what each unit has in lines that were chosen, lines that units added, and words. */
export function formSheets(
  draft: FormsDraft, nameFor: (wanted: string) => string, context: SheetContext,
): { readonly specs: SheetSpec[]; readonly remarks: FormRemark[] } {
  const { result, sheets, lines } = draft;
  const { words } = context;
  const own = words.rollUp.forms;
  const filled = sheets.map(fillForm);
  return {
    specs: [
      ...filled.map(({ spec }) => ({ ...spec, name: nameFor(spec.name), hidden: false })),
      ...lines.flatMap(({ form, line }) => {
        const total = result.forms[form];
        return total ? [unitLineSheet(total, line, nameFor(own.sheets.byUnit), context)] : [];
      }),
      ...result.forms.flatMap((total) => (total.extra.length > 0 ? [extraSheet(total, nameFor(own.sheets.extra), context)] : [])),
      ...(result.forms.some((total) => total.words.length > 0) ? [wordsSheet(draft, nameFor(own.sheets.words), context)] : []),
    ],
    remarks: filled.flatMap(({ remarks }) => remarks),
  };
}

const NUMBER = { upper: null, width: 6, align: "center" } as const;

/** The columns of numbers, by their places and as heads. */
function figureHeads({ shape }: FormTotal): { readonly columns: readonly number[]; readonly heads: readonly PageColumn[] } {
  const columns = shape.columns.flatMap(({ id }, at) => (id === null ? [] : [at]));
  const head = (column: number): PageColumn => ({
    upper: null, lower: formColumnName(shape, column), width: 16, align: "right", numberFormat: "#,##0.###",
  });
  return { columns, heads: columns.map(head) };
}

/** What each unit has in a line of a form, in the unit of the form. */
function unitLineSheet(total: FormTotal, line: number, name: string, { words, date, found }: SheetContext): SheetSpec {
  const own = words.rollUp;
  const { columns, heads } = figureHeads(total);
  const width = total.shape.columns.length;
  const rows = unitsIn(total, line).map(({ unit, values }, index): PageRow => ({
    cells: [index + 1, unit, ...columns.map((column) => values[column] ?? null)],
  }));
  const whole: PageRow = {
    cells: [null, own.forms.all, ...columns.map((column) => total.cells[line * width + column]?.value ?? null)], style: { bold: true },
  };
  return pageSheet({
    name,
    title: own.forms.titles.byUnit(formLineName(total.shape, line)),
    lines: under(words, date, found, [tableName(total.shape)]),
    caption: total.shape.unit === null ? null : own.forms.unit(total.shape.unit),
    columns: [{ ...NUMBER, lower: own.columns.number }, { upper: null, lower: own.columns.unit, width: 36 }, ...heads],
    rows: [...rows, whole],
    kept: 2,
  });
}

/** Lines that units have put between those of the form. */
function extraSheet(total: FormTotal, name: string, { words, date, found }: SheetContext): SheetSpec {
  const own = words.rollUp;
  const { columns, heads } = figureHeads(total);
  const rows = total.extra.map(({ number, label, parent, units, values }, index): PageRow => ({
    cells: [
      index + 1, parent === null ? "" : formLineName(total.shape, parent), [number, label].filter((text) => text !== "").join(" "),
      ...columns.map((column) => values[column] ?? null), fewWords(units, words, 40),
    ],
  }));
  return pageSheet({
    name,
    title: own.forms.titles.extra,
    lines: under(words, date, found, [tableName(total.shape), own.forms.extraNote]),
    caption: total.shape.unit === null ? null : own.forms.unit(total.shape.unit),
    columns: [
      { ...NUMBER, lower: own.columns.number },
      { upper: null, lower: own.forms.columns.parent, width: 30 },
      { upper: null, lower: own.forms.columns.line, width: 40 },
      ...heads,
      { upper: null, lower: own.columns.whose, width: 40 },
    ],
    rows,
    kept: 3,
  });
}

/** Words and days, which nobody adds: what each unit has written where they are not all the same. */
function wordsSheet({ result }: FormsDraft, name: string, { words, date, found }: SheetContext): SheetSpec {
  const own = words.rollUp;
  const rows = result.forms.flatMap(({ shape, words: apart }) =>
    apart.map(({ place, text, units }): readonly CellInput[] => [
      tableName(shape), formLineName(shape, Math.floor(place / shape.columns.length)), formColumnName(shape, place % shape.columns.length),
      text, fewWords(units, words, 40),
    ]),
  );
  return pageSheet({
    name,
    title: own.forms.titles.words,
    lines: under(words, date, found, []),
    caption: null,
    columns: [
      { ...NUMBER, lower: own.columns.number },
      { upper: null, lower: own.columns.table, width: 24 },
      { upper: null, lower: own.forms.columns.line, width: 36 },
      { upper: null, lower: own.forms.columns.column, width: 20 },
      { upper: null, lower: own.forms.columns.text, width: 44 },
      { upper: null, lower: own.columns.whose, width: 40 },
    ],
    rows: rows.slice(0, MOST_WORDS).map((cells, index): PageRow => ({ cells: [index + 1, ...cells] })),
    kept: 2,
  });
}

/** More rows fit no sheet that anybody looks at. */
const MOST_WORDS = 20_000;
