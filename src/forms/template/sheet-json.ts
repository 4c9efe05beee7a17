import {
  areaToA1,
  equalAreas,
  paintStyles,
  parseA1,
  parseAreaA1,
  toA1,
  type Area,
  type Cell,
  type CellInput,
  type CellStyle,
  type OtherValidation,
  type PrintSpec,
  type SheetSpec,
  type StyledArea,
  type ValidationSpec,
} from "../../sheet";
import type { TemplateSheet } from "./model";

/** A sheet as data: nothing of it is lost that both hold; names and charts stay behind. */
export function toTemplateSheet(spec: SheetSpec): TemplateSheet {
  const cells: Record<string, Exclude<TemplateSheet["cells"][string], undefined>> = {};
  spec.cells.forEach((line, row) =>
    line.forEach((input, col) => {
      if (input !== null && input !== "") cells[toA1({ row, col })] = typeof input === "object" ? { formula: input.formula } : input;
    }),
  );
  const { area, ...print } = spec.print;
  return {
    cells,
    rows: Math.max(1, spec.cells.length),
    columns: spec.columns.map(({ width, hidden }) => ({ width, ...(hidden ? { hidden: true as const } : {}) })),
    heights: spec.rowHeights.map((one) => ({ ...one })),
    styles: joined(spec).map(({ area: at, style }) => ({
      area: areaToA1(at),
      style: ordered(style),
    })),
    merges: [...spec.merges].sort(byPlace).map(areaToA1),
    freeze: { ...spec.freeze },
    print: { ...(print as Omit<TemplateSheet["print"], "area">), ...(area ? { area: areaToA1(area) } : {}) },
    validations: [...(spec.otherValidations ?? []), ...spec.validations.map(otherOf)]
      // rules that speak of no cell are the same however their areas are put together
      .flatMap((rule) => (plainOf(rule) ? rule.areas.map((area) => ({ ...rule, areas: [area] })) : [rule]))
      .map(({ areas, ...rule }) => ({ areas: [...areas].sort(byPlace), rule }))
      .sort((a, b) => byPlace(a.areas[0] ?? NOWHERE, b.areas[0] ?? NOWHERE))
      .map(({ areas, rule }) => ({ areas: areas.map(areaToA1), ...ordered(rule) })),
    conditionalFormats: spec.conditionalFormats.map(({ area: at, style, ...rest }) => ({
      area: areaToA1(at),
      style: ordered(style),
      ...rest,
    })),
    notes: (spec.notes ?? []).map(({ at, text }) => ({ at: toA1(at), text })),
    hiddenRows: [...(spec.hiddenRows ?? [])],
    ...(spec.isProtected ? { isProtected: true as const } : {}),
  };
}

/** The other way round of `toTemplateSheet`. */
export function fromTemplateSheet(sheet: TemplateSheet, name: string): SheetSpec {
  const width = sheet.columns.length;
  const cells = Array.from({ length: sheet.rows }, () => Array.from({ length: width }, (): CellInput => null));
  for (const [at, input] of Object.entries(sheet.cells)) {
    const { row, col } = cellOf(at);
    const line = cells[row];
    if (line && col < width) line[col] = input;
  }
  const { area, ...print } = sheet.print;
  const rules = sheet.validations.map(({ areas, ...rule }): OtherValidation => ({ areas: areas.map(areaOf), ...rule }));
  return {
    name,
    cells,
    columns: sheet.columns,
    rowHeights: sheet.heights,
    styles: sheet.styles.map(({ area: at, style }) => ({ area: areaOf(at), style: style as CellStyle })),
    merges: sheet.merges.map(areaOf),
    names: [],
    freeze: sheet.freeze,
    validations: rules.flatMap((rule) => plainOf(rule) ?? []),
    otherValidations: rules.filter((rule) => !plainOf(rule)),
    conditionalFormats: sheet.conditionalFormats.map(
      ({ area: at, ...rest }) => ({ area: areaOf(at), ...rest }) as SheetSpec["conditionalFormats"][number],
    ),
    print: { ...(print as PrintSpec), ...(area === undefined ? {} : { area: areaOf(area) }) },
    charts: [],
    ...(sheet.notes.length > 0 ? { notes: sheet.notes.map(({ at, text }) => ({ at: cellOf(at), text })) } : {}),
    ...(sheet.hiddenRows.length > 0 ? { hiddenRows: sheet.hiddenRows } : {}),
    ...(sheet.isProtected ? { isProtected: true } : {}),
  };
}

/** Styles as they lie over each other, each cell in one area. */
function joined(spec: SheetSpec): StyledArea[] {
  const { rows, cols, at } = paintStyles(spec);
  const all: Area = { row: 0, col: 0, rows: Math.max(1, rows), cols: Math.max(1, cols) };
  return (
    equalAreas(all, (row, col) => (Object.keys(at(row, col)).length === 0 ? null : at(row, col)))
      // an indent without an alignment is one from the left
      .map(({ area, value }) => ({
        area,
        style: value.indent !== undefined && value.align === undefined ? { ...value, align: "left" } : value,
      }))
  );
}

function otherOf({ area, rule, alert, errorTitle, errorMessage, promptTitle, promptMessage }: ValidationSpec): OtherValidation {
  const [type, first, second] =
    rule.kind === "decimal"
      ? (["decimal", String(rule.min), String(rule.max)] as const)
      : (["list", `"${rule.values.join(",").replaceAll('"', '""')}"`, ""] as const);
  return {
    areas: [area],
    type,
    operator: "between",
    first,
    second,
    alert,
    allowsBlank: true,
    showsError: true,
    showsPrompt: promptTitle !== undefined || promptMessage !== undefined,
    hidesArrow: false,
    errorTitle,
    errorMessage,
    promptTitle: promptTitle ?? "",
    promptMessage: promptMessage ?? "",
  };
}

const NOWHERE: Area = { row: 0, col: 0, rows: 0, cols: 0 };

/** A rule of typing as Excel's side writes it too: numbers between two, or one of a list; null for any other. */
function plainOf(rule: OtherValidation): ValidationSpec[] | null {
  const { areas, type, operator, first, second, alert, allowsBlank, showsError, hidesArrow, showsPrompt } = rule;
  const [min, max] = [Number(first || Number.NaN), Number(second || Number.NaN)];
  const list = /^"((?:[^"]|"")*)"$/.exec(first)?.[1]?.replaceAll('""', '"').split(",") ?? null;
  const own: ValidationSpec["rule"] | null =
    type === "decimal" && operator === "between" && min <= max
      ? { kind: "decimal", min, max }
      : type === "list" && list
        ? { kind: "list", values: list }
        : null;
  if (!own || alert === "information" || !allowsBlank || !showsError || hidesArrow) return null;
  const { errorTitle, errorMessage, promptTitle, promptMessage } = rule;
  const prompt = showsPrompt && promptTitle + promptMessage !== "" ? { promptTitle, promptMessage } : {};
  return areas.map((area) => ({ area, rule: own, alert, errorTitle, errorMessage, ...prompt }));
}

/** The same in whatever order it was made. */
function ordered<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) as T;
}

function byPlace(a: Area, b: Area): number {
  return a.row - b.row || a.col - b.col;
}

function cellOf(at: string): Cell {
  return parseA1(at) ?? { row: 0, col: 0 };
}

function areaOf(at: string): Area {
  return parseAreaA1(at) ?? { row: 0, col: 0, rows: 1, cols: 1 };
}
