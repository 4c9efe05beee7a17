import { formulaTokens, type CellInput, type ChartSpec, type OtherValidation, type SheetSpec, type ValidationSpec } from "../../sheet";
import { protect, withoutControls } from "./xml";

/** Text in a cell, in UTF-16 units. */
export const MOST_TEXT = 32_767;

/** What Excel takes at most, in UTF-16 units where it is text and in its own units elsewhere; it repairs or refuses a file with more. */
const MOST = {
  cell: MOST_TEXT,
  note: 32_767,
  formula: 8192,
  literal: 255,
  rowHeight: 409.5,
  columnWidth: 254,
  format: 255,
  title: 32,
  message: 255,
  chartText: 255,
  alt: 1000,
} as const;

/** A sheet as a file can hold it: what is too long ends with "…", what is too high or wide is as high and wide as can be. */
export function fitted(spec: SheetSpec): SheetSpec {
  return {
    ...spec,
    cells: spec.cells.some((row) => row.some(isLong))
      ? spec.cells.map((row) => row.map((input) => (typeof input === "string" ? clipped(input, MOST.cell) : input)))
      : spec.cells,
    columns: spec.columns.map((column) => (column.width > MOST.columnWidth ? { ...column, width: MOST.columnWidth } : column)),
    rowHeights: spec.rowHeights.map((one) => ({ ...one, height: Math.min(MOST.rowHeight, Math.max(0, one.height)) })),
    styles: spec.styles.map((one) =>
      (one.style.numberFormat?.length ?? 0) > MOST.format ? { ...one, style: { ...one.style, numberFormat: "General" } } : one,
    ),
    validations: spec.validations.map(fittedValidation),
    ...(spec.otherValidations ? { otherValidations: spec.otherValidations.map(fittedOther) } : {}),
    conditionalFormats: spec.conditionalFormats.filter(({ formula }) => isStorable(formula)),
    charts: spec.charts.map(fittedChart),
    ...(spec.notes ? { notes: spec.notes.map((note) => ({ ...note, text: short(note.text, MOST.note) })) } : {}),
  };
}

/** Whether Excel takes a formula as a file has it: of another only its result can be kept. */
export function isStorable(formula: string): boolean {
  if (formula.length > MOST.formula) return false;
  return (
    formula.length <= MOST.literal ||
    formulaTokens(formula).every(
      (token) => !token.text.startsWith('"') || token.text.slice(1, -1).replaceAll('""', '"').length <= MOST.literal,
    )
  );
}

/** A text as a file holds it in a cell; `most` in UTF-16 units of what is written, escapes among them. */
export function clipped(text: string, most: number): string {
  if (protect(text).length <= most) return text;
  let end = Math.min(text.length, most - 1);
  while (protect(text.slice(0, end)).length > most - 1) end -= Math.max(1, Math.ceil((protect(text.slice(0, end)).length - most) / 7));
  // half of a pair is no letter
  if (/[\ud800-\udbff]$/.test(text.slice(0, end))) end--;
  return `${text.slice(0, end)}…`;
}

function isLong(input: CellInput): boolean {
  // an escape is seven signs at most
  return typeof input === "string" && input.length > MOST.cell / 7;
}

function short(text: string, most: number): string {
  return clipped(withoutControls(text), most);
}

function fittedValidation(validation: ValidationSpec): ValidationSpec {
  const { errorTitle, errorMessage, promptTitle, promptMessage } = validation;
  return {
    ...validation,
    errorTitle: short(errorTitle, MOST.title),
    errorMessage: short(errorMessage, MOST.message),
    ...(promptTitle === undefined ? {} : { promptTitle: short(promptTitle, MOST.title) }),
    ...(promptMessage === undefined ? {} : { promptMessage: short(promptMessage, MOST.message) }),
  };
}

function fittedOther(validation: OtherValidation): OtherValidation {
  const { errorTitle, errorMessage, promptTitle, promptMessage } = validation;
  return {
    ...validation,
    errorTitle: short(errorTitle, MOST.title),
    errorMessage: short(errorMessage, MOST.message),
    promptTitle: short(promptTitle, MOST.title),
    promptMessage: short(promptMessage, MOST.message),
  };
}

function fittedChart(chart: ChartSpec): ChartSpec {
  return {
    ...chart,
    name: short(chart.name, MOST.chartText),
    title: short(chart.title, MOST.chartText),
    alt: short(chart.alt, MOST.alt),
    series: chart.series.map((one) => ({ ...one, name: short(one.name, MOST.chartText) })),
  };
}
