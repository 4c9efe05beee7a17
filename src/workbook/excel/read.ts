import type { Area, CellValue, SheetArea, SheetSnapshot } from "../../sheet";
import { sheetAreaToA1 } from "../../sheet";
import { isOpen, rowPieces } from "./areas";
import { cellFormula, cellValue, looksLikeError } from "./cell-values";
import { inTurn, MESSAGE_BYTES, packed } from "./chunks";
import { inExcel, isFailure, namingLostSheet } from "./failures";
import { areaOf, PLACE, rangeOf, usedIn } from "./ranges";

/** A part of a request; `index` is the request that it belongs to. */
interface Piece extends SheetArea {
  readonly index: number;
}

interface Read {
  readonly index: number;
  readonly area: Area;
  readonly values: CellValue[][];
  readonly formulas: (string | null)[][];
}

/** A cell comes as value and as formula; Vietnamese labels of some 25 characters in one cell of five make about this many bytes. */
const CELL_BYTES = 50;

/** How much of a message is set aside for an area whose used part is not known yet. */
const OPEN_BYTES = MESSAGE_BYTES / 20;

/**
 * The areas as snapshots, in their order: one message for each 5 MB of answer. An area that reaches the last row or
 * column of its sheet is cut to the cells in use. Throws "sheet-gone"; "too-large" when not even one row fits.
 */
export async function readAreas(areas: readonly SheetArea[]): Promise<SheetSnapshot[]> {
  const pieces = areas.flatMap((at, index) => cut(at, index));
  const groups = packed(pieces, (piece) => (isOpen(piece.area) ? OPEN_BYTES : bytes(piece.area)), MESSAGE_BYTES);
  const read = (await inTurn(groups, readGroup)).flat();
  return areas.map(({ sheet }, index) => snapshot(sheet, read.filter((part) => part.index === index)));
}

function bytes(area: Area): number {
  return area.rows * area.cols * CELL_BYTES;
}

function cut({ sheet, area }: SheetArea, index: number): Piece[] {
  if (isOpen(area)) return [{ index, sheet, area }];
  const rows = Math.max(1, Math.floor(MESSAGE_BYTES / (area.cols * CELL_BYTES)));
  return rowPieces(area, rows).map((piece) => ({ index, sheet, area: piece }));
}

/** One message; in halves where Excel refuses the answer as too large. */
async function readGroup(group: readonly Piece[]): Promise<Read[]> {
  const about = { what: group.map(sheetAreaToA1).join(", ") };
  try {
    return await inExcel(about, (context) => ask(context, group));
  } catch (error) {
    if (isFailure(error, "too-large")) {
      const halves = await halved(group);
      if (halves) return (await inTurn(halves, readGroup)).flat();
    }
    throw await namingLostSheet(error, group.map(({ sheet }) => sheet));
  }
}

async function ask(context: Excel.RequestContext, group: readonly Piece[]): Promise<Read[]> {
  const asked = group.map((piece) => {
    const range = rangeOf(context.workbook.worksheets.getItem(piece.sheet), piece.area);
    if (!isOpen(piece.area)) return { piece, range: range.load("values,formulas"), used: null };
    return { piece, range: null, used: usedIn(range).load(`${PLACE},values,formulas`) };
  });
  await context.sync();
  const found = asked.map(({ piece, range, used }) => {
    const { index, sheet } = piece;
    if (range) return { index, sheet, area: piece.area, values: range.values, formulas: range.formulas };
    if (used.isNullObject) return { index, sheet, area: { ...piece.area, rows: 1, cols: 1 }, values: [[""]], formulas: [[""]] };
    return { index, sheet, area: areaOf(used), values: used.values, formulas: used.formulas };
  });
  const typed = await typedErrors(context, found);
  return found.map((raw): Read => ({
    ...raw,
    values: raw.values.map((row, r) => row.map((value: unknown, c) => (typed(raw, r, c) ? String(value) : cellValue(value)))),
    formulas: raw.formulas.map((row, r) => row.map((formula: unknown, c) => cellFormula(formula, raw.values[r]?.[c]))),
  }));
}

interface Raw extends Piece {
  readonly values: readonly (readonly unknown[])[];
  readonly formulas: readonly (readonly unknown[])[];
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
  return { sheet, area, values, formulas: parts.flatMap((piece) => piece.formulas), unevaluated: [] };
}
