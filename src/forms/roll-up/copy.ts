import { cleanText, type MoneyUnit } from "../../quantity";
import { isCellError, type CellValue } from "../../sheet";
import { isNumber, type OtherLine, type OtherTable, type TypedCell } from "../../tables";
import { formColumns, type FormColumn } from "../match-columns";
import { formLines } from "../match-lines";
import { trackRules } from "./rules";

/** A line of a form, without its figures. */
export interface ShapeLine extends Pick<OtherLine, "number" | "label" | "code" | "parent"> {
  /** What a column of units says of it; null where it says nothing. */
  readonly unit: string | null;
}

export interface ShapeColumn extends FormColumn {
  /** A share, ratio or rate. */
  readonly isShare: boolean;
}

/** What copies of a form share: its words. Plain data, which goes from thread to thread. */
export interface FormShape {
  readonly sheet: string;
  readonly title: string;
  readonly unit: MoneyUnit | null;
  readonly lines: readonly ShapeLine[];
  readonly columns: readonly ShapeColumn[];
}

/** A cell that holds no number, by its place. */
export interface PlacedText {
  readonly place: number;
  readonly text: string;
}

/** A filled form of one unit: its words, and its figures by place (line by line, all columns). Plain data. */
export interface FormCopy {
  /** The same for copies of one shape. */
  readonly key: string;
  readonly shape: FormShape;
  /** The rows of its lines on its sheet. */
  readonly rows: readonly number[];
  /** NaN where no number is. */
  readonly values: Float64Array;
  /** What stands in its columns of words. */
  readonly words: readonly PlacedText[];
  /** Text, errors, and what could not be computed, where numbers belong. */
  readonly unread: readonly PlacedText[];
  /** How many cells take a number. */
  readonly cells: number;
  readonly formulas: number;
  /** What its cells have to do with each other, each once, as texts; see `readTrackRule`. */
  readonly rules: readonly string[];
}

/** A table without all that copies of it share by reference: what is left is small, and its sheet can be let go. */
export function copyOf(table: OtherTable): FormCopy {
  const columns = formColumns(table).map((column): ShapeColumn => ({
    ...column,
    isShare: table.columns.some(({ id, role }) => id === column.id && role === "rate"),
  }));
  const unitColumn = table.wordColumns.find(({ use }) => use === "unit")?.col ?? null;
  const unitAt = (row: number): string | null => (unitColumn === null ? null : textOf(table.value(row, unitColumn)) || null);
  const said = formLines(table);
  const shape: FormShape = {
    sheet: table.sheet,
    title: cleanText(table.title?.text ?? ""),
    unit: table.unit,
    columns,
    lines: table.rows.map(({ row, number, code, parent }, at) => ({
      number, code, parent, label: said[at]?.label ?? "", unit: unitAt(row),
    })),
  };
  const values = new Float64Array(shape.lines.length * columns.length).fill(Number.NaN);
  const [words, unread]: [PlacedText[], PlacedText[]] = [[], []];
  let formulas = 0;
  table.rows.forEach((line, at) => {
    columns.forEach(({ id, col }, column) => {
      const place = at * columns.length + column;
      if (id === null) {
        const text = col === unitColumn ? "" : textOf(table.value(line.row, col));
        if (text !== "") words.push({ place, text });
        return;
      }
      const cell = line.cells.get(id);
      if (!cell) return;
      if (cell.formula !== null) formulas += 1;
      // a dash, or a mark of the form such as "x", is nothing that is added
      if (isNumber(cell)) values[place] = cell.none ? Number.NaN : cell.value;
      else if (cell.state !== "blank") unread.push({ place, text: shownIn(cell) });
    });
  });
  const cells = shape.lines.length * columns.filter(({ id }) => id !== null).length;
  const rows = table.rows.map(({ row }) => row);
  return { key: JSON.stringify(shape), shape, rows, values, words, unread, cells, formulas, rules: trackRules(table, columns) };
}

function textOf(value: CellValue): string {
  return value === null ? "" : isCellError(value) ? value.error : cleanText(String(value));
}

function shownIn(cell: TypedCell): string {
  switch (cell.state) {
    case "number":
      return String(cell.value);
    case "text":
      return cell.text;
    case "error":
      return cell.error;
    case "unevaluated":
      return textOf(cell.kept) || (cell.formula ?? "");
    case "blank":
      return "";
  }
}
