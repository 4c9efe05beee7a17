import {
  areaToA1,
  equalAreas,
  formulaTokens,
  type Area,
  type CellInput,
  type CellStyle,
  type SheetSpec,
  type ValidationSpec,
} from "../../sheet";
import { cellIn, type OtherTable } from "../../tables";
import { formulasOf } from "./formulas";
import { TEMPLATE_VERSION, type FormTemplate } from "./model";
import { tableOf } from "./facts";
import { placesOf, type Place } from "./places";
import { reworded, type NewUnit } from "./reworded";
import { coveredBy } from "./samples";
import { toTemplateSheet } from "./sheet-json";
import { isYear, withYears, yearsIn } from "./years";

/** What a form is to become. */
export interface TemplateOptions {
  /** What its sheet is to be called. */
  readonly name: string;
  /** Its main year becomes this one, and the others move with it; null: all stay. */
  readonly year: number | null;
  /** The unit of money that it is to state, with its words; null: as it is. */
  readonly unit: NewUnit | null;
  /** It leaves its workbook: formulas that read other sheets or names of it would be broken. */
  readonly leaves: boolean;
  /** How cells are marked in which numbers are typed, and what they take. */
  readonly mark: { readonly style: CellStyle; readonly rule: Omit<ValidationSpec, "area"> };
}

/** A cell whose content changes, with what stood there. */
export interface ChangedCell {
  readonly row: number;
  readonly col: number;
  readonly from: CellInput;
  readonly to: CellInput;
}

/** A template with all that it changed on the way: to be shown before anything is written. */
export interface TemplateDraft {
  readonly template: FormTemplate;
  /** Typed numbers that go. */
  readonly cleared: readonly ChangedCell[];
  /** Formulas that came. */
  readonly added: readonly ChangedCell[];
  /** Formulas that read what the form leaves behind, and go. */
  readonly dropped: readonly ChangedCell[];
  /** Words with other years or another unit. */
  readonly reworded: readonly ChangedCell[];
  /** The main year of the form as it stood; null where it names none. */
  readonly year: number | null;
}

/** A sheet with its tables; `filled`: cells that are blank and were filled in for reading, null where the form was read as it stands. */
export interface FormSheet {
  readonly spec: SheetSpec;
  readonly tables: readonly OtherTable[];
  /** Those of them whose rules are believed: as they were before blank columns were filled in for reading. */
  readonly believed: readonly OtherTable[];
  readonly filled: ((row: number, col: number) => boolean) | null;
}

/** Makes a template of a form: numbers go, words, formulas, looks and print set-up stay, and its rules become formulas. */
export function makeTemplate({ spec, tables, believed, filled }: FormSheet, options: TemplateOptions): TemplateDraft {
  const cells = spec.cells.map((line) => [...line]);
  const at = (row: number, col: number): CellInput => cells[row]?.[col] ?? null;
  const formulaAt = (row: number, col: number): string | null => formulaOf(at(row, col));
  const placeAt = placesOf(tables);
  const draft = {
    cleared: new Array<ChangedCell>(),
    added: new Array<ChangedCell>(),
    dropped: new Array<ChangedCell>(),
    reworded: new Array<ChangedCell>(),
  };
  const put = (list: ChangedCell[], row: number, col: number, to: CellInput): void => {
    const line = cells[row];
    if (!line) return;
    list.push({ row, col, from: line[col] ?? null, to });
    line[col] = to;
  };
  each(cells, (row, col, input) => {
    const formula = formulaOf(input);
    if (formula === null) return;
    const own = withoutOwnSheet(formula, spec.name);
    if (options.leaves && !isOwn(own)) put(draft.dropped, row, col, null);
    else if (own !== formula) (cells[row] as CellInput[])[col] = { formula: own };
  });
  const typed = typedNumbers(believed);
  const covered = coveredBy(spec.merges);
  const headings = headingsOf(believed);
  const isOpen = (row: number, col: number): boolean => {
    const place = placeAt(row, col);
    return place.in === "numbers" && !covered(row, col) && isBlank(at(row, col)) && (filled ? filled(row, col) : !headings.has(row));
  };
  if (!filled)
    for (const table of believed) {
      for (const { row, col, formula } of formulasOf(table, { isTyped: (r, c) => typed.has(`${r},${c}`), isOpen, formulaAt }))
        put(draft.added, row, col, { formula });
    }
  each(cells, (row, col, input) => {
    if (formulaOf(input) === null && isCleared(placeAt(row, col), input, { row, col, typed, tables })) put(draft.cleared, row, col, null);
  });
  const year = mainYear(spec, tables, placeAt);
  const by = options.year === null || year === null ? 0 : options.year - year;
  each(cells, (row, col, input) => {
    const { in: where } = placeAt(row, col);
    if (where === "numbers") return;
    const to =
      typeof input === "string"
        ? reworded(input, by, options.unit, where === "head")
        : where !== "words" && isYear(input)
          ? input + by
          : input;
    if (to !== input) put(draft.reworded, row, col, to);
  });
  const name = withYears(options.name, by);
  const inputs = tables.map((table) => inputsOf(table, isOpen));
  const made = marked({ ...spec, name, cells, names: [], charts: [] }, inputs.flat(), options.mark);
  const template: FormTemplate = {
    form: TEMPLATE_VERSION,
    name,
    tables: tables.map((table, index) => tableOf(table, inputs[index] ?? [], { spec: made, by, unit: options.unit, headings })),
    sheet: toTemplateSheet(made),
  };
  return { template, ...draft, year };
}

function each(cells: readonly (readonly CellInput[])[], look: (row: number, col: number, input: CellInput) => void): void {
  cells.forEach((line, row) =>
    line.forEach((input, col) => {
      if (input !== null) look(row, col, input);
    }),
  );
}

function formulaOf(input: CellInput): string | null {
  return typeof input === "object" && input !== null ? input.formula : null;
}

function isBlank(input: CellInput): boolean {
  return input === null || input === "";
}

/** Cells of columns of numbers that hold a number that somebody typed, a dash for none among them. */
function typedNumbers(tables: readonly OtherTable[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const table of tables)
    for (const line of table.rows)
      for (const column of table.columns) {
        const cell = cellIn(line, column);
        if (cell?.formula !== null) continue;
        if (cell.state === "number" || (cell.state === "text" && cell.reading.kind === "number")) found.add(`${line.row},${column.col}`);
      }
  return found;
}

/** Lines that take no numbers of their own, by their rows: they have none where others have, and others lie under them. */
function headingsOf(tables: readonly OtherTable[]): ReadonlySet<number> {
  const rows = new Set<number>();
  for (const table of tables) {
    const isFilled = (line: OtherTable["rows"][number]): boolean =>
      table.columns.some((column) => (cellIn(line, column)?.state ?? "blank") !== "blank");
    table.rows.forEach((line, index) => {
      const next = table.rows[index + 1];
      const leads = /[:：]\s*$/.test(line.label) || (next !== undefined && (next.depth > line.depth || next.parent === index));
      if (leads && !isFilled(line) && table.rows.some(isFilled)) rows.add(line.row);
    });
  }
  return rows;
}

function isCleared(
  { in: where, table, line }: Place,
  input: CellInput,
  {
    row,
    col,
    typed,
    tables,
  }: { readonly row: number; readonly col: number; readonly typed: ReadonlySet<string>; readonly tables: readonly OtherTable[] },
): boolean {
  if (where === "head") return false;
  if (where === "numbers") return typeof input === "number" || typed.has(`${row},${col}`);
  if (typeof input !== "number") return false;
  if (where === "outside") return !isYear(input);
  const use = table?.wordColumns.find((one) => one.col === col)?.use;
  if (use === "outline" || use === "label" || use === "unit" || col === table?.numberColumn || col === table?.labelColumn) return false;
  if (line === -1) return !isCount(row, tables, table);
  return table?.rows[line]?.code !== String(input);
}

/** A row of column numbers that is repeated among the lines. */
function isCount(row: number, tables: readonly OtherTable[], table: OtherTable | null): boolean {
  if (!table || !tables.includes(table)) return false;
  const values = Array.from({ length: table.area.cols }, (_, at) => table.value(row, table.area.col + at)).filter(
    (value) => typeof value === "number",
  );
  return values.length > 1 && values.every((value, at) => value === (values[0] ?? 0) + at);
}

/** Formulas read their own sheet by no name: the new one has another. */
function withoutOwnSheet(formula: string, sheet: string): string {
  if (!formula.includes("!")) return formula;
  return formulaTokens(formula)
    .map((token) =>
      token.kind === "reference" && token.sheet?.toLocaleLowerCase("vi") === sheet.toLocaleLowerCase("vi") ? token.address : token.text,
    )
    .join("");
}

/** Whether a formula reads nothing but cells of its own sheet. */
function isOwn(formula: string): boolean {
  return formulaTokens(formula).every((token) =>
    token.kind === "name"
      ? /^(?:TRUE|FALSE)$/i.test(token.name)
      : token.kind !== "structured" && (token.kind !== "reference" || token.sheet === null),
  );
}

/** The year of the title, else the latest one of the heads. */
function mainYear({ cells }: SheetSpec, tables: readonly OtherTable[], placeAt: (row: number, col: number) => Place): number | null {
  const titled = tables.flatMap(({ title }) => (title ? yearsIn(title.text) : []));
  if (titled.length > 0) return Math.max(...titled);
  const heads: number[] = [];
  each(cells, (row, col, input) => {
    if (placeAt(row, col).in !== "head") return;
    if (typeof input === "string") heads.push(...yearsIn(input));
    else if (isYear(input)) heads.push(input);
  });
  return heads.length > 0 ? Math.max(...heads) : null;
}

/** Cells in which numbers are typed, as areas. */
function inputsOf(table: OtherTable, isOpen: (row: number, col: number) => boolean): Area[] {
  return equalAreas(table.area, (row, col) => (isOpen(row, col) ? true : null)).map(({ area }) => area);
}

function marked(spec: SheetSpec, inputs: readonly Area[], { style, rule }: TemplateOptions["mark"]): SheetSpec {
  const ruled = spec.otherValidations ?? [];
  const isFree = (area: Area): boolean =>
    !ruled.some(({ areas }) =>
      areas.some(
        (one) =>
          one.row < area.row + area.rows &&
          area.row < one.row + one.rows &&
          one.col < area.col + area.cols &&
          area.col < one.col + one.cols,
      ),
    );
  return {
    ...spec,
    styles: [...spec.styles, ...inputs.map((area) => ({ area, style }))],
    validations: [...spec.validations, ...inputs.filter(isFree).map((area) => ({ ...rule, area }))],
  };
}

/** Cells as a person names them, in areas: "C9:D12". */
export function areasOf(cells: readonly { readonly row: number; readonly col: number }[]): string[] {
  if (cells.length === 0) return [];
  const known = new Set(cells.map(({ row, col }) => `${row},${col}`));
  const [top, left] = [Math.min(...cells.map(({ row }) => row)), Math.min(...cells.map(({ col }) => col))];
  const within = {
    row: top,
    col: left,
    rows: Math.max(...cells.map(({ row }) => row)) - top + 1,
    cols: Math.max(...cells.map(({ col }) => col)) - left + 1,
  };
  return equalAreas(within, (row, col) => (known.has(`${row},${col}`) ? true : null)).map(({ area }) => areaToA1(area));
}
