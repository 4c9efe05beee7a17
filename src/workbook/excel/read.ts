import type { Area, CellValue, DateCell, SheetSnapshot } from "../../sheet";
import { isDateFormat, sheetAreaToA1 } from "../../sheet";
import type { ReadArea, ReadOptions } from "../port";
import { isOpen, rowPieces } from "./areas";
import { cellFormula, cellValue, looksLikeError } from "./cell-values";
import { inTurn, MESSAGE_BYTES, packed } from "./chunks";
import { inExcel, isFailure, namingLostSheet } from "./failures";
import type { Hidden, Layout } from "./layout";
import { askHidden, askMerges, joinedLayout, mergesKnown } from "./layout";
import { areaOf, PLACE, rangeOf, usedIn } from "./ranges";

/** A part of a request; `index` is the request that it belongs to. */
interface Piece extends ReadArea {
  readonly index: number;
}

interface Read {
  readonly index: number;
  readonly area: Area;
  readonly values: CellValue[][];
  readonly formulas: (string | null)[][];
  readonly hidden: Hidden | null;
  /** Null where they were not asked for. */
  readonly dates: readonly DateCell[] | null;
  /** All of the sheet; null where they are not known. */
  readonly merges: readonly Area[] | null;
}

/** A cell comes as value and as formula; Vietnamese labels of some 25 characters in one cell of five make about this many bytes. */
const CELL_BYTES = 50;

/** The number format of a cell: "General", "#,##0.###". */
const FORMAT_BYTES = 12;

/** Whether a row is hidden: `{"rowHidden":false},` in a text inside a text. */
const ROW_BYTES = 25;

/** How much of a message is set aside for an area whose used part is not known yet. */
const OPEN_BYTES = MESSAGE_BYTES / 20;

/**
 * The areas as snapshots, in their order: one message for each 5 MB of answer. An area that reaches the last row or
 * column of its sheet is cut to the cells in use. Throws "sheet-gone"; "too-large" when not even one row fits; "stopped".
 */
export async function readAreas(areas: readonly ReadArea[], { layout = false, ...course }: ReadOptions = {}): Promise<SheetSnapshot[]> {
  const wanted: Layout = !layout ? "none" : mergesKnown() ? "all" : "hidden";
  const pieces = areas.flatMap((at, index) => cut(at, index));
  const groups = packed(pieces, (piece) => (isOpen(piece.area) ? OPEN_BYTES : bytes(piece)), MESSAGE_BYTES);
  const read = (await inTurn(groups, (group) => readGroup(group, wanted), course)).flat();
  return areas.map(({ sheet }, index) => snapshot(sheet, read.filter((part) => part.index === index)));
}

function bytes({ area, dates }: ReadArea): number {
  return area.rows * (area.cols * (CELL_BYTES + (dates ? FORMAT_BYTES : 0)) + ROW_BYTES);
}

function cut(at: ReadArea, index: number): Piece[] {
  const { area } = at;
  if (isOpen(area)) return [{ ...at, index }];
  const rows = Math.max(1, Math.floor(MESSAGE_BYTES / bytes({ ...at, area: { ...area, rows: 1 } })));
  return rowPieces(area, rows).map((piece) => ({ ...at, index, area: piece }));
}

/** One message; in halves where Excel refuses the answer as too large, without merges where it cannot list them (more than 512). */
async function readGroup(group: readonly Piece[], layout: Layout): Promise<Read[]> {
  const about = { what: group.map(sheetAreaToA1).join(", ") };
  try {
    return await inExcel(about, (context) => ask(context, group, layout));
  } catch (error) {
    if (isFailure(error, "too-large")) {
      const halves = await halved(group);
      if (halves) return (await inTurn(halves, (half) => readGroup(half, layout))).flat();
    }
    const lost = isFailure(error, "unknown") && error.data.code === "ItemNotFound";
    if (layout === "all" && !lost && (isFailure(error, "unknown") || isFailure(error, "not-supported"))) return readGroup(group, "hidden");
    throw await namingLostSheet(error, group.map(({ sheet }) => sheet));
  }
}

async function ask(context: Excel.RequestContext, group: readonly Piece[], layout: Layout): Promise<Read[]> {
  const merges = layout === "all" ? askMerges(context, group.map(({ sheet }) => sheet)) : () => null;
  const asked = group.map((piece) => {
    const range = rangeOf(context.workbook.worksheets.getItem(piece.sheet), piece.area);
    const open = isOpen(piece.area);
    const wanted = piece.dates ? "values,formulas,numberFormat" : "values,formulas";
    const cells = open ? usedIn(range).load(`${PLACE},${wanted}`) : range.load(wanted);
    return { piece, open, cells, hidden: layout === "none" ? () => null : askHidden(cells) };
  });
  await context.sync();
  const found = asked.map(({ piece, open, cells, hidden }): Raw => {
    const own = { ...piece, merges: merges(piece.sheet), formats: null };
    if (!open) return { ...own, values: cells.values, formats: formatsOf(piece, cells), formulas: cells.formulas, hidden: hidden(piece.area) };
    if (cells.isNullObject) return { ...own, area: { ...piece.area, rows: 1, cols: 1 }, values: [[""]], formulas: [[""]], hidden: layout === "none" ? null : { rows: [], cols: [] } };
    const area = areaOf(cells);
    return { ...own, area, values: cells.values, formats: formatsOf(piece, cells), formulas: cells.formulas, hidden: hidden(area) };
  });
  const typed = await typedErrors(context, found);
  return found.map((raw): Read => ({
    ...raw,
    dates: raw.formats && datesOf(raw, raw.formats),
    values: raw.values.map((row, r) => row.map((value: unknown, c) => (typed(raw, r, c) ? String(value) : cellValue(value)))),
    formulas: raw.formulas.map((row, r) => row.map((formula: unknown, c) => cellFormula(formula, raw.values[r]?.[c]))),
  }));
}

interface Raw extends Piece, Pick<Read, "hidden" | "merges"> {
  readonly values: readonly (readonly unknown[])[];
  readonly formulas: readonly (readonly unknown[])[];
  readonly formats: readonly (readonly unknown[])[] | null;
}

const formatsOf = ({ dates }: Piece, cells: Excel.Range): Raw["formats"] => (dates ? cells.numberFormat : null);

function datesOf({ area, values }: Raw, formats: NonNullable<Raw["formats"]>): DateCell[] {
  return formats.flatMap((row, r) =>
    row.flatMap((format, c): DateCell[] => (typeof format === "string" && typeof values[r]?.[c] === "number" && isDateFormat(format) ? [{ row: area.row + r, col: area.col + c, format }] : [])),
  );
}

/**
 * Tells text that only looks like an error ("#REF!" typed as text) from errors. Excel is asked once more, and only
 * about parts where a cell without a formula shows such text.
 */
async function typedErrors(context: Excel.RequestContext, found: readonly Raw[]): Promise<(raw: Raw, row: number, col: number) => boolean> {
  const doubtful = found.filter(({ values, formulas }) => values.some((row, r) => row.some((value, c) => looksLikeError(value) && formulas[r]?.[c] === value)));
  if (doubtful.length === 0) return () => false;
  const types = new Map(doubtful.map((raw) => [raw, rangeOf(context.workbook.worksheets.getItem(raw.sheet), raw.area).load("valueTypes")]));
  await context.sync();
  return (raw, row, col) => looksLikeError(raw.values[row]?.[col]) && types.get(raw)?.valueTypes[row]?.[col] === "String";
}

/** Two groups of about half the size; null when there is only one row left. */
async function halved(group: readonly Piece[]): Promise<Piece[][] | null> {
  if (group.length > 1) {
    const middle = Math.ceil(group.length / 2);
    return [group.slice(0, middle), group.slice(middle)];
  }
  const [piece] = group;
  if (!piece) return null;
  const area = isOpen(piece.area) ? await usedPart(piece) : piece.area;
  if (area.rows < 2) return null;
  return rowPieces(area, Math.ceil(area.rows / 2)).map((half) => [{ ...piece, area: half }]);
}

/** How far a large sheet is used: asked only after the whole of it was refused. */
async function usedPart(piece: Piece): Promise<Area> {
  return inExcel({ sheet: piece.sheet }, async (context) => {
    const used = usedIn(rangeOf(context.workbook.worksheets.getItem(piece.sheet), piece.area)).load(PLACE);
    await context.sync();
    return used.isNullObject ? { ...piece.area, rows: 1, cols: 1 } : areaOf(used);
  });
}

function snapshot(sheet: string, parts: readonly Read[]): SheetSnapshot {
  const [first] = parts;
  if (!first) throw new RangeError(`no area of ${sheet}`);
  const values = parts.flatMap((piece) => piece.values);
  const area = { ...first.area, rows: values.length };
  return { sheet, area, values, formulas: parts.flatMap((piece) => piece.formulas), unevaluated: [], ...(first.dates ? { dates: parts.flatMap((piece) => piece.dates ?? []) } : {}), ...joinedLayout(area, parts) };
}
